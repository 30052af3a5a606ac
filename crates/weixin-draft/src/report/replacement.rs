//! What takes the place of some bytes of a text.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::json::raw_utf8;

/// What takes the place of some bytes of a text.
#[derive(Clone, Debug)]
pub(super) enum Replacement {
    Text(Cow<'static, str>),
    /// The inside of a JSON string without the escapes that it does not need. Most callers
    /// look at no fix, so the text is made for the first one who does.
    Unescaped {
        raw: Box<[u8]>,
        text: OnceLock<String>,
    },
}

impl Replacement {
    pub(super) fn unescaped(raw: &[u8]) -> Self {
        Replacement::Unescaped { raw: raw.into(), text: OnceLock::new() }
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            Replacement::Text(text) => text,
            Replacement::Unescaped { raw, text } => text.get_or_init(|| {
                raw_utf8(raw).unwrap_or_else(|| str::from_utf8(raw).unwrap_or_default().to_owned())
            }),
        }
    }

    /// At least as many bytes as the text has, which need not be made for this.
    pub(super) fn most_bytes(&self) -> usize {
        match self {
            Replacement::Text(text) => text.len(),
            // No escape is shorter than its character.
            Replacement::Unescaped { raw, .. } => raw.len(),
        }
    }
}

impl PartialEq for Replacement {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Replacement {}
