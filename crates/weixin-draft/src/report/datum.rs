//! Limits and findings as data.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

use super::words::Language;
use crate::json::JsonType;

/// A limit, or what was found: a number or a word.
///
/// It never holds text of the payload, but for a host, a number out of range, or a
/// single character with its code point.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Datum {
    /// A count or a number.
    Number(i64),
    /// A name, a list of names or a host.
    Text(Cow<'static, str>),
}

impl Datum {
    /// The most characters that a text has: the longest name of a host.
    pub const MAX_TEXT: usize = 253;

    /// The datum, cut after [`Datum::MAX_TEXT`] characters.
    pub(crate) fn bounded(self) -> Self {
        match self {
            Datum::Text(text) if text.len() > Self::MAX_TEXT => {
                Datum::Text(text.chars().take(Self::MAX_TEXT).collect())
            }
            datum => datum,
        }
    }

    /// Writes the datum as it reads in a sentence.
    pub(super) fn push_words(&self, language: Language, sentence: &mut String) {
        match (self, language) {
            (Datum::Number(number), _) => push_with_thousands_separators(*number, sentence),
            (Datum::Text(text), Language::Chinese) => match chinese_type_name(text) {
                Some(name) => sentence.push_str(name),
                None => push_with_chinese_separators(text, sentence),
            },
            (Datum::Text(text), Language::English) => sentence.push_str(text),
        }
    }
}

/// `x1, y1` and `900 (y2: 2)` with the signs that Chinese has between words.
fn push_with_chinese_separators(text: &str, sentence: &mut String) {
    let mut characters = text.chars().enumerate().peekable();
    let mut is_inside = false;
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let sign = match (character, next) {
            // A sign that stands first is what is told of: `, (U+002C)`.
            (',', Some(' ')) if at > 0 => '、',
            (':', Some(' ')) if at > 0 => '：',
            (' ', Some('(')) => '（',
            (')', None) if is_inside => '）',
            _ => {
                sentence.push(character);
                continue;
            }
        };
        sentence.push(sign);
        is_inside |= sign == '（';
        characters.next();
    }
}

fn push_with_thousands_separators(number: i64, text: &mut String) {
    let digits = number.unsigned_abs().to_string();
    text.push_str(if number < 0 { "-" } else { "" });
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
}

const TYPE_NAMES: [(JsonType, &str, &str); 6] = [
    (JsonType::Object, "object", "对象"),
    (JsonType::Array, "array", "数组"),
    (JsonType::String, "string", "字符串"),
    (JsonType::Number, "number", "数字"),
    (JsonType::Boolean, "boolean", "布尔值"),
    (JsonType::Null, "null", "null"),
];

/// What an integral number is called; JSON itself has no such type.
pub(crate) const INTEGER: Datum = Datum::Text(Cow::Borrowed("integer"));

fn chinese_type_name(english: &str) -> Option<&'static str> {
    if english == "integer" {
        return Some("整数");
    }
    TYPE_NAMES.into_iter().find(|(_, name, _)| *name == english).map(|(_, _, chinese)| chinese)
}

impl From<JsonType> for Datum {
    fn from(json_type: JsonType) -> Self {
        let name = TYPE_NAMES.into_iter().find(|(entry, ..)| *entry == json_type);
        Datum::Text(Cow::Borrowed(name.map_or("value", |(_, name, _)| name)))
    }
}

impl From<usize> for Datum {
    fn from(count: usize) -> Self {
        Datum::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Datum {
    fn from(number: i64) -> Self {
        Datum::Number(number)
    }
}

impl From<&'static str> for Datum {
    fn from(text: &'static str) -> Self {
        Datum::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Datum {
    fn from(text: String) -> Self {
        Datum::Text(Cow::Owned(text))
    }
}

impl fmt::Display for Datum {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Datum::Number(number) => write!(formatter, "{number}"),
            Datum::Text(text) => formatter.write_str(text),
        }
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Datum::Number(number) => serializer.serialize_i64(*number),
            Datum::Text(text) => serializer.serialize_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_readable() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1_048_576, "1,048,576"), (-1000, "-1,000")]
        {
            let mut sentence = String::from("It is ");
            Datum::Number(number).push_words(Language::English, &mut sentence);
            assert_eq!(sentence, format!("It is {expected}"));
        }
    }

    #[test]
    fn a_text_is_cut_after_its_maximum() {
        let cut = |text: String| Datum::from(text).bounded().to_string();
        let longest = "长".repeat(Datum::MAX_TEXT);
        assert_eq!(cut(longest.clone() + "x"), longest);
        assert_eq!(cut("x".repeat(Datum::MAX_TEXT + 1)), "x".repeat(Datum::MAX_TEXT));
        assert_eq!(cut("x".to_owned()), "x");
        assert_eq!(Datum::Number(1).bounded(), Datum::Number(1));
    }
}
