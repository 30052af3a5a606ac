//! One violation of one rule.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::datum::Datum;
use super::level::Level;
use super::position::Position;
use super::words::{Language, Words};

/// A request breaks a rule at one place.
///
/// Everything but the sentence is data, to be read by programs. The sentence
/// may change between versions; codes do not.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The rule's code, such as `missing_field`.
    pub code: &'static str,
    /// How much it weighs in this check.
    pub level: Level,
    /// Where the value stands, as a JSON Pointer (RFC 6901); a missing field has
    /// the place it belongs to. It ends early at a name of over 128 bytes, and
    /// after 512 bytes in all.
    pub path: String,
    /// The limit that was passed, where there is one.
    pub limit: Option<Datum>,
    /// What was found, where that is a number, a type or a host.
    pub found: Option<Datum>,
    /// Line and column in the text that was checked.
    pub position: Position,
    /// How often the rule is broken at this path: above 1 only for findings
    /// inside `content`.
    pub count: usize,
    /// The first places (at most ten) inside `content`, for its rules.
    pub places: Vec<Place>,
    /// A field's name that the message speaks of, such as the near name of an
    /// unknown field.
    pub(crate) name: Option<&'static str>,
    pub(crate) words: &'static Words,
}

/// A place inside an article's content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Place {
    /// Code points from the beginning of the content to the element.
    pub offset: usize,
    /// The element's name in lower case, at most 40 characters of it.
    pub element: String,
    /// What was found there: the host of an image, for `external_image`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Datum>,
}

impl Violation {
    /// One or two sentences: what is wrong, and what to do.
    pub fn message(&self, language: Language) -> String {
        let mut message = String::with_capacity(160);
        let mut rest = self.words.get(language);
        while let Some((before, after)) = rest.split_once('{') {
            message.push_str(before);
            let (placeholder, after) = after.split_once('}').unwrap_or((after, ""));
            match placeholder {
                "limit" => push_datum(&mut message, self.limit.as_ref(), language),
                "found" => push_datum(&mut message, self.found.as_ref(), language),
                "line" => message.push_str(&self.position.line.to_string()),
                "column" => message.push_str(&self.position.column.to_string()),
                _ => message.push_str(self.name.unwrap_or_default()),
            }
            rest = after;
        }
        message.push_str(rest);
        message
    }

    /// The violation as data with its message in the given language, ready to
    /// be serialised: what `weixin-draft check --format json` prints.
    pub fn in_language(&self, language: Language) -> impl Serialize + '_ {
        InLanguage { violation: self, language }
    }
}

fn push_datum(message: &mut String, datum: Option<&Datum>, language: Language) {
    if let Some(datum) = datum {
        message.push_str(&datum.in_words(language));
    }
}

/// English, on one line: level, code, path and message.
impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "(whole document)" } else { &self.path };
        let message = self.message(Language::English);
        write!(formatter, "{}[{}] {}: {message}", self.level, self.code, place.escape_debug())
    }
}

struct InLanguage<'a> {
    violation: &'a Violation,
    language: Language,
}

impl Serialize for InLanguage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let violation = self.violation;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", violation.code)?;
        map.serialize_entry("level", violation.level.as_str())?;
        map.serialize_entry("path", &violation.path)?;
        map.serialize_entry("message", &violation.message(self.language))?;
        map.serialize_entry("limit", &violation.limit)?;
        map.serialize_entry("found", &violation.found)?;
        map.serialize_entry("line", &violation.position.line)?;
        map.serialize_entry("column", &violation.position.column)?;
        if !violation.places.is_empty() {
            map.serialize_entry("count", &violation.count)?;
            map.serialize_entry("places", &violation.places)?;
        }
        map.end()
    }
}
