//! Changes of a text: what is sent, mended or converted is what was given, with
//! edits applied.

use std::borrow::Cow;
use std::ops::Range;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::location::RangeData;
use super::replacement::Replacement;

/// Replaces some bytes of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edit {
    /// The bytes that go; none for an insertion.
    pub range: Range<usize>,
    /// The same in UTF-16 code units from the beginning of the text, for the edits of
    /// a report.
    pub utf16: Option<Range<usize>>,
    pub(super) replacement: Replacement,
}

impl Edit {
    /// Puts `replacement` in the place of `range`.
    pub fn new(range: Range<usize>, replacement: impl Into<Cow<'static, str>>) -> Self {
        Edit { range, utf16: None, replacement: Replacement::Text(replacement.into()) }
    }

    /// Writes the inside of a JSON string, which is `raw`, without needless escapes.
    pub(crate) fn unescaping(range: Range<usize>, raw: &[u8]) -> Self {
        Edit { range, utf16: None, replacement: Replacement::unescaped(raw) }
    }

    /// Removes `range`.
    pub fn removal(range: Range<usize>) -> Self {
        Edit::new(range, "")
    }

    /// What takes the place of these bytes.
    pub fn replacement(&self) -> &str {
        self.replacement.as_str()
    }
}

impl Serialize for Edit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("range", &RangeData::from(&self.range))?;
        map.serialize_entry("utf16_range", &self.utf16.as_ref().map(RangeData::from))?;
        map.serialize_entry("replacement", self.replacement())?;
        map.end()
    }
}

/// Applies edits that are in the order of their ranges. Of edits that overlap, the
/// first wins; one that does not fit the text is left out.
///
/// ```
/// use weixin_draft::{Edit, apply_edits};
///
/// let edits = [Edit::removal(0..2), Edit::new(3..4, "!")];
/// assert_eq!(apply_edits("a b?", &edits), "b!");
/// ```
pub fn apply_edits(text: &str, edits: &[Edit]) -> String {
    let mut output = String::with_capacity(text.len());
    let mut written = 0;
    for edit in edits {
        let Some(kept) = text.get(written..edit.range.start) else {
            continue;
        };
        if text.get(edit.range.clone()).is_some() {
            output.push_str(kept);
            output.push_str(edit.replacement());
            written = edit.range.end;
        }
    }
    output.push_str(text.get(written..).unwrap_or_default());
    output
}
