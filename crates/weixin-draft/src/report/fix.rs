//! What would mend a violation.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::edit::Edit;
use super::words::{Language, Words};

/// How sure it is that a fix is what the author meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Applicability {
    /// There is only one reading, or the server does the same by itself.
    Safe,
    /// Likely what was meant, but something may be lost or differ.
    Unsafe,
}

impl Applicability {
    /// `safe` or `unsafe`.
    pub fn as_str(self) -> &'static str {
        match self {
            Applicability::Safe => "safe",
            Applicability::Unsafe => "unsafe",
        }
    }
}

impl Serialize for Applicability {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// What would mend a violation, as edits of the text that was checked.
///
/// Edits hold text of the payload: do not log them.
///
/// ```
/// use weixin_draft::{Language, apply_edits};
///
/// let body = r#"{"media_id": "M", "index": "0"}"#;
/// let report = weixin_draft::check_json(body.as_bytes());
/// let fix = report.violations()[0].fix.as_ref().expect("a number in quotes");
/// assert_eq!(fix.message(Language::English), "write it as an integer");
/// let edits = fix.edits.as_ref().expect("few edits");
/// assert_eq!(apply_edits(body, edits), r#"{"media_id": "M", "index": 0}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fix {
    /// How sure it is.
    pub applicability: Applicability,
    /// The edits, in the order of their ranges; `None` when there are more than
    /// [`Fix::MAX_EDITS`], or more text than the report has room for.
    pub edits: Option<Vec<Edit>>,
    /// How many edits there are.
    pub count: usize,
    words: &'static Words,
}

impl Fix {
    /// With these edits, of which there are `count`, unless there are too many.
    pub(crate) fn new(
        applicability: Applicability,
        edits: Vec<Edit>,
        count: usize,
        words: &'static Words,
    ) -> Self {
        let edits = (count <= Self::MAX_EDITS).then_some(edits);
        Fix { applicability, edits, count, words }
    }

    /// A fix holds at most this many edits.
    pub const MAX_EDITS: usize = 100;

    /// What the fix does, in a few words.
    pub fn message(&self, language: Language) -> &'static str {
        self.words.get(language)
    }

    pub(super) fn in_language(&self, language: Language) -> FixInLanguage<'_> {
        FixInLanguage { fix: self, language }
    }
}

pub(super) struct FixInLanguage<'a> {
    fix: &'a Fix,
    language: Language,
}

impl Serialize for FixInLanguage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("applicability", &self.fix.applicability)?;
        map.serialize_entry("message", self.fix.message(self.language))?;
        map.serialize_entry("count", &self.fix.count)?;
        map.serialize_entry("edits", &self.fix.edits)?;
        map.end()
    }
}
