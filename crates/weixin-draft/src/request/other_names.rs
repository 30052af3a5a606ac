//! The names of an object that are no field's.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{Hash, Hasher};

use crate::json::Characters;

/// The names of an object that nobody took, to see which of them are given twice.
/// They are handed over as they are between their quotes.
#[derive(Default)]
pub(super) struct OtherNames<'a> {
    names: Option<HashSet<Name<'a>>>,
}

impl<'a> OtherNames<'a> {
    #[inline]
    pub(super) fn hold(&self, raw: &'a [u8]) -> bool {
        self.names.as_ref().is_some_and(
            #[cold]
            |names| names.contains(&Name(raw)),
        )
    }

    #[cold]
    pub(super) fn add(&mut self, raw: &'a [u8]) {
        self.names.get_or_insert_default().insert(Name(raw));
    }
}

/// A name as it is between its quotes. It is decoded each time it is looked at: an
/// object may have millions of names, and then memory counts more than time.
struct Name<'a>(&'a [u8]);

impl<'a> Name<'a> {
    fn decoded(&self) -> Cow<'a, [u8]> {
        if memchr::memchr(b'\\', self.0).is_some() {
            let text: String = Characters::of(self.0).collect();
            Cow::Owned(text.into_bytes())
        } else {
            Cow::Borrowed(self.0)
        }
    }
}

impl Hash for Name<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.decoded().hash(state);
    }
}

impl PartialEq for Name<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.decoded() == other.decoded()
    }
}

impl Eq for Name<'_> {}
