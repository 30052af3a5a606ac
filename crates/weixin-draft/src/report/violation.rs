//! One violation of one rule.

use std::fmt::{self, Write as _};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::datum::Datum;
use super::fix::Fix;
use super::level::Level;
use super::location::Location;
use super::words::{Language, Words};

/// A request breaks a rule at one place.
///
/// Everything but the sentence is data, to be read by programs. The sentence
/// may change between versions; codes do not.
///
/// ```
/// use weixin_draft::{Language, check_content, ArticleType};
///
/// let report = check_content("<p><img src=a.png></p>", ArticleType::News);
/// let violation = &report.violations()[0];
/// assert_eq!((violation.code, violation.path.as_str()), ("external_image", "/content"));
/// assert_eq!(violation.places[0].element, "img");
/// assert!(violation.message(Language::Chinese).contains("图片"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The rule's code, such as `missing_field`.
    pub code: &'static str,
    /// How much it weighs in this check.
    pub level: Level,
    /// Where the value is, as a JSON Pointer (RFC 6901); a missing field has the
    /// place it belongs to. It ends early at a name of over 128 bytes, and after 512
    /// bytes in all.
    pub path: String,
    /// The limit that was passed, where there is one.
    pub limit: Option<Datum>,
    /// What was found, where that is a number, a type or a host.
    pub found: Option<Datum>,
    /// Where the value is in the text that was checked; `None` when there never was
    /// a text.
    pub location: Option<Location>,
    /// How often the rule is broken at this path: above 1 only for findings
    /// inside `content`.
    pub count: usize,
    /// The first places inside `content`, at most ten, for its rules.
    pub places: Vec<Place>,
    /// What would mend it, where there is one obvious way.
    pub fix: Option<Fix>,
    /// A field's name that the message speaks of, such as the near name of an
    /// unknown field.
    pub(crate) name: Option<&'static str>,
    /// Which character of the value the message speaks of, from 1; of a crop, how many
    /// coordinates.
    pub(crate) position: Option<usize>,
    /// What the message quotes, such as the meaning of an errcode.
    pub(crate) meaning: Option<&'static Words>,
    pub(crate) words: &'static Words,
}

/// A place inside an article's content.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// Code points from the beginning of the content to the place.
    pub offset: usize,
    /// The element's name in lower case, at most 40 characters of it; it is empty for
    /// a place in the text.
    pub element: String,
    /// What was found there: the host of an image, for `external_image`.
    pub found: Option<Datum>,
    /// Where the place is in the text that was checked; `None` when there never was
    /// a text.
    pub location: Option<Location>,
}

/// The address of a rule's description.
pub(crate) fn page_of_rule(code: &str, language: Language) -> String {
    let page = match language {
        Language::English => "rules.md",
        Language::Chinese => "rules.zh-CN.md",
    };
    format!("https://github.com/weixin-draft/weixin-draft/blob/main/docs/{page}#{code}")
}

impl Violation {
    /// Without anything but words, for findings whose places are all inside of the value.
    pub(crate) fn of_places(
        code: &'static str,
        level: Level,
        path: String,
        count: usize,
        places: Vec<Place>,
        words: &'static Words,
    ) -> Self {
        Violation {
            code,
            level,
            path,
            limit: None,
            found: None,
            location: None,
            count,
            places,
            fix: None,
            name: None,
            position: None,
            meaning: None,
            words,
        }
    }

    /// One or two sentences: what is wrong, and what to do.
    pub fn message(&self, language: Language) -> String {
        let mut message = String::with_capacity(160);
        let mut rest = self.words.get(language);
        while let Some(begin) = memchr::memchr(b'{', rest.as_bytes())
            && let Some(length) = memchr::memchr(b'}', &rest.as_bytes()[begin..])
        {
            let placeholder = &rest[begin + 1..begin + length];
            // A bracket may be what the message is about.
            let end = if placeholder.bytes().all(|byte| byte.is_ascii_lowercase()) {
                message.push_str(&rest[..begin]);
                self.push_value(placeholder, language, &mut message);
                begin + length + 1
            } else {
                message.push_str(&rest[..=begin]);
                begin + 1
            };
            rest = &rest[end..];
        }
        message.push_str(rest);
        message
    }

    /// Writes what a placeholder of a message means.
    fn push_value(&self, placeholder: &str, language: Language, message: &mut String) {
        let position = self.position.map(Datum::from);
        let datum = match placeholder {
            "limit" => self.limit.as_ref(),
            "found" => self.found.as_ref(),
            "position" => position.as_ref(),
            "code" => {
                // Writing into a string cannot fail.
                let _ = self.found.iter().try_for_each(|code| write!(message, "{code}"));
                return;
            }
            "s" => return message.push_str(if self.is_of_one() { "" } else { "s" }),
            "meaning" => return message.push_str(self.meaning.map_or("", |it| it.get(language))),
            _ => return message.push_str(self.name.unwrap_or_default()),
        };
        if let Some(datum) = datum {
            datum.push_words(language, message);
        }
    }

    /// Whether one of what is counted was found.
    fn is_of_one(&self) -> bool {
        self.found == Some(Datum::from(1_usize))
    }

    /// The address of the rule's description in this language.
    pub fn url(&self, language: Language) -> String {
        page_of_rule(self.code, language)
    }

    /// Where to look first: the first place inside the content, or the value.
    pub fn first_location(&self) -> Option<&Location> {
        let place = self.places.first().and_then(|place| place.location.as_ref());
        place.or(self.location.as_ref())
    }

    /// The violation as data and as a line of text, its message in this language.
    pub fn in_language(&self, language: Language) -> ViolationInLanguage<'_> {
        ViolationInLanguage { violation: self, language }
    }
}

/// English, on one line; see [`Violation::in_language`].
impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.in_language(Language::English).fmt(formatter)
    }
}

/// A violation in one language: [`Violation::in_language`].
#[derive(Clone, Copy, Debug)]
pub struct ViolationInLanguage<'a> {
    violation: &'a Violation,
    language: Language,
}

/// How many places a line names; the others are counted.
const MAX_PLACES_IN_LINE: usize = 3;

impl fmt::Display for ViolationInLanguage<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Violation { code, level, path, places, count, .. } = self.violation;
        if let Some(location) = self.violation.first_location() {
            write!(formatter, "{}:{}: ", location.line, location.column)?;
        }
        write!(formatter, "{level}[{code}]")?;
        if !path.is_empty() {
            write!(formatter, " {}", path.escape_debug())?;
        }
        let (colon, separator, open, close) = match self.language {
            Language::English => (": ", "; ", " (", ")"),
            Language::Chinese => ("：", "；", "（", "）"),
        };
        write!(formatter, "{colon}{}", self.violation.message(self.language))?;
        if places.is_empty() {
            return Ok(());
        }
        match self.language {
            Language::English => {
                let s = if *count == 1 { "" } else { "s" };
                write!(formatter, "{open}{count} place{s}: ")?;
            }
            Language::Chinese => write!(formatter, "{open}{count} 处：")?,
        }
        for (position, place) in places.iter().take(MAX_PLACES_IN_LINE).enumerate() {
            if position > 0 {
                formatter.write_str(separator)?;
            }
            write!(formatter, "{place}")?;
        }
        if *count > MAX_PLACES_IN_LINE {
            write!(formatter, "{separator}…")?;
        }
        formatter.write_str(close)
    }
}

/// Line and column, element, and what was found.
impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.location {
            Some(location) => write!(formatter, "{}:{}", location.line, location.column)?,
            None => write!(formatter, "{}", self.offset)?,
        }
        if !self.element.is_empty() {
            write!(formatter, " <{}>", self.element.escape_debug())?;
        }
        match &self.found {
            Some(found) => write!(formatter, " {}", found.to_string().escape_debug()),
            None => Ok(()),
        }
    }
}

impl Serialize for ViolationInLanguage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let violation = self.violation;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", violation.code)?;
        map.serialize_entry("level", violation.level.as_str())?;
        map.serialize_entry("path", &violation.path)?;
        map.serialize_entry("message", &violation.message(self.language))?;
        map.serialize_entry("limit", &violation.limit)?;
        map.serialize_entry("found", &violation.found)?;
        Location::write(violation.location.as_ref(), &mut map)?;
        map.serialize_entry("count", &violation.count)?;
        map.serialize_entry("places", &violation.places)?;
        let fix = violation.fix.as_ref().map(|fix| fix.in_language(self.language));
        map.serialize_entry("fix", &fix)?;
        map.serialize_entry("url", &violation.url(self.language))?;
        map.end()
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("offset", &self.offset)?;
        map.serialize_entry("element", &self.element)?;
        map.serialize_entry("found", &self.found)?;
        Location::write(self.location.as_ref(), &mut map)?;
        map.end()
    }
}
