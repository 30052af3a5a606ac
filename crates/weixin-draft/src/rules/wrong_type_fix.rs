//! What mends a value of a wrong type: the fixes of `wrong_type`.

use std::ops::Range;

use super::RuleFix;
use super::edits::{json_type_of, remove_member, value_range};
use crate::json::{Integral, JsonType, Number, Pointer, Reader, escaped, is_empty_value};
use crate::report::{Applicability, Datum, Edit, INTEGER, Words};
use crate::request::is_always_required;

pub(super) const FIXES: &[&RuleFix] = &[
    &INTEGER_ITSELF,
    &FLAG,
    &ARRAY_OF_ONE,
    &JSON_ITSELF,
    &LEFT_OUT,
    &OBJECTS,
    &DIGITS_AS_TEXT,
    &REQUEST_ALONE,
];

static INTEGER_ITSELF: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "write it as an integer", zh: "改为整数" },
};
static FLAG: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "write 1 for true and 0 for false", zh: "true 改为 1，false 改为 0" },
};
static ARRAY_OF_ONE: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words {
        en: "remove the brackets around the only article",
        zh: "去掉唯一一篇文章外的方括号",
    },
};
static JSON_ITSELF: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words {
        en: "write the JSON itself, not a string that holds it",
        zh: "直接写 JSON，不要放在字符串中",
    },
};
static LEFT_OUT: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "leave the field out", zh: "去掉该字段" },
};
static OBJECTS: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words {
        en: "write an object with image_media_id for each image",
        zh: "每张图片改写为带 image_media_id 的对象",
    },
};
static DIGITS_AS_TEXT: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "put the number in quotes", zh: "给数字加上引号" },
};
/// For a request in an object that holds nothing else.
pub(super) static REQUEST_ALONE: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "remove what is around the request", zh: "去掉请求外面的一层" },
};

type Mending = (&'static RuleFix, Vec<Edit>);

/// The fix for a value, whose text is `value`, at `range` of `text`.
pub(super) fn mend(
    expected: &Datum,
    found: JsonType,
    value: &[u8],
    range: &Range<usize>,
    path: &Pointer<'_>,
    is_cover_of_news: bool,
    text: &[u8],
) -> Option<Mending> {
    let value = str::from_utf8(value).ok()?;
    let name = path.last_name().unwrap_or_default();
    if is_empty_value(value) {
        return if is_cover_of_news { None } else { left_out(range.start, path, text) };
    }
    if matches!(name, b"image_info" | b"image_list")
        && let Some(objects) = image_objects(value, name)
    {
        return Some((&OBJECTS, vec![Edit::new(range.clone(), objects)]));
    }
    let is_id = || serde_json::from_str(value).is_ok_and(|text: String| !holds_container(&text));
    if path.is_item() && path.passes("image_list") && found == JsonType::String && is_id() {
        let object = format!("{{\"image_media_id\": {value}}}");
        return Some((&OBJECTS, vec![Edit::new(range.clone(), object)]));
    }
    match found {
        JsonType::String if *expected == INTEGER && name != b"index" && is_flag(value) => {
            let digit = if value.contains("true") { "1" } else { "0" };
            Some((&FLAG, vec![Edit::new(range.clone(), digit)]))
        }
        JsonType::String if *expected == INTEGER => {
            let digits = integer_in(value)?;
            Some((&INTEGER_ITSELF, vec![Edit::new(range.clone(), digits)]))
        }
        JsonType::Boolean if *expected == INTEGER && name != b"index" => {
            let digit = if value == "true" { "1" } else { "0" };
            Some((&FLAG, vec![Edit::new(range.clone(), digit)]))
        }
        JsonType::String => {
            let json: String = serde_json::from_str(value).ok()?;
            let is_meant = json_type_of(&json).is_some_and(|inner| Datum::from(inner) == *expected);
            is_meant.then(|| (&JSON_ITSELF, vec![Edit::new(range.clone(), json)]))
        }
        JsonType::Number if matches!(name, b"x1" | b"y1" | b"x2" | b"y2") => {
            Some((&DIGITS_AS_TEXT, vec![Edit::new(range.clone(), format!("\"{value}\""))]))
        }
        JsonType::Array if path.is_articles() => array_of_one(range, text),
        _ => None,
    }
}

/// The member goes, if it may be left out.
fn left_out(value: usize, path: &Pointer<'_>, text: &[u8]) -> Option<Mending> {
    let name = path.last_name()?;
    if is_always_required(name) {
        return None;
    }
    // Before the value: the colon, and before that the name.
    let is_blank = |byte: &u8| byte.is_ascii_whitespace();
    let before = text.get(..value)?.trim_ascii_end().strip_suffix(b":")?;
    let blanks = before.iter().rev().take_while(|byte| is_blank(byte)).count();
    let end = before.len() - blanks;
    // No field's name holds a quote, so the last one before the closing one opens it.
    let start = text.get(..end.checked_sub(1)?)?.iter().rposition(|byte| *byte == b'"')?;
    let edits = remove_member(text, start);
    (!edits.is_empty()).then_some((&LEFT_OUT, edits))
}

fn is_flag(value: &str) -> bool {
    matches!(value, "\"true\"" | "\"false\"")
}

/// The digits of an integer that is given as text: `" 1 "`, `0.0`.
fn integer_in(value: &str) -> Option<String> {
    let inside: String = serde_json::from_str(value).ok()?;
    let inside = inside.trim();
    if json_type_of(inside)? != JsonType::Number {
        return None;
    }
    match Number::new(inside.as_bytes(), 0).integral() {
        Integral::Small(value) => Some(value.to_string()),
        Integral::Huge | Integral::No => None,
    }
}

/// The images of a list of strings, or of one string, as the objects that the page asks
/// for.
fn image_objects(value: &str, name: &[u8]) -> Option<String> {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Images {
        One(String),
        Many(Vec<String>),
    }
    let ids = match serde_json::from_str(value).ok()? {
        Images::One(id) => vec![id],
        Images::Many(ids) => ids,
    };
    if ids.iter().any(|id| holds_container(id)) {
        return None;
    }
    let object = |id: &String| format!("{{\"image_media_id\": \"{}\"}}", escaped(id));
    let list = format!("[{}]", ids.iter().map(object).collect::<Vec<_>>().join(", "));
    Some(if name == b"image_list" { list } else { format!("{{\"image_list\": {list}}}") })
}

fn holds_container(text: &str) -> bool {
    matches!(json_type_of(text), Some(JsonType::Object | JsonType::Array))
}

/// An array with one object in it: its brackets go.
fn array_of_one(range: &Range<usize>, text: &[u8]) -> Option<Mending> {
    let mut reader = Reader::new(text);
    reader.go_to(range.start);
    reader.open().ok()?;
    if !reader.next_item(true).ok()? || reader.next_type().ok()? != JsonType::Object {
        return None;
    }
    let entry = value_range(text, reader.offset())?;
    reader.skip_value().ok()?;
    if reader.next_item(false).ok()? {
        return None;
    }
    let edits = vec![Edit::removal(range.start..entry.start), Edit::removal(entry.end..range.end)];
    Some((&ARRAY_OF_ONE, edits))
}
