//! What somebody else changed, in both versions.

use serde_json::{Value, json};
use weixin_draft::Language;
use weixin_draft_client::Conflict;

use super::fields::fields;
use crate::escape::Visible;

/// Longer values are cut, in characters.
const MAX_VALUE: usize = 40;

/// A sentence on each field that somebody else changed.
pub(super) fn in_words(conflict: &Conflict, language: Language) -> String {
    let Some(found) = &conflict.found else {
        return say!(
            language,
            "the article is one now that draft_update does not take: look at it with weixin-draft pull",
            "该文章已变成 draft_update 不接受的内容：请用 weixin-draft pull 查看"
        );
    };
    let changed = conflict.changed();
    let names = changed.join(&say!(language, ", ", "、"));
    let mut lines =
        vec![say!(language, "changed by somebody else: {names}", "他人修改的字段：{names}")];
    let (expected, found) = (fields(&conflict.expected), fields(found));
    for name in changed {
        let (was, is) = (expected.get(name), found.get(name));
        if name == "content" {
            let place = Place::of(text(was), text(is));
            lines.push(place.in_words(language));
        } else if let (Some(was), Some(is)) = (in_short(was, language), in_short(is, language)) {
            lines.push(say!(
                language,
                "{name} was {was}, is now {is}",
                "{name}：原为 {was}，现为 {is}"
            ));
        }
    }
    lines.join("\n")
}

/// The same as data.
pub(super) fn as_json(conflict: &Conflict) -> Value {
    let expected = fields(&conflict.expected);
    let found = conflict.found.as_ref().map(fields).unwrap_or_default();
    let changes = conflict.changed().into_iter().map(|name| {
        let (was, is) = (expected.get(name), found.get(name));
        if name == "content" {
            let Place { line, column, characters: [expected, found] } =
                Place::of(text(was), text(is));
            return json!({
                "field": name, "line": line, "column": column,
                "characters": {"expected": expected, "found": found},
            });
        }
        let cut = |value: Option<&Value>| match value {
            Some(Value::String(text)) => shortened(text).into(),
            other => other.cloned().unwrap_or_default(),
        };
        json!({"field": name, "expected": cut(was), "found": cut(is)})
    });
    changes.collect()
}

/// Where two contents begin to differ.
struct Place {
    line: usize,
    column: usize,
    /// How many they have, the expected one and the one that was found.
    characters: [usize; 2],
}

impl Place {
    fn of(expected: &str, found: &str) -> Self {
        let pairs = expected.chars().zip(found.chars());
        let same: String = pairs.take_while(|(one, other)| one == other).map(|it| it.0).collect();
        let last_line = same.rsplit('\n').next().unwrap_or_default();
        Place {
            line: same.matches('\n').count() + 1,
            column: last_line.chars().count() + 1,
            characters: [expected, found].map(|text| text.chars().count()),
        }
    }

    fn in_words(&self, language: Language) -> String {
        let Place { line, column, characters: [expected, found] } = self;
        say!(
            language,
            "content differs from line {line}, column {column} on; its length in characters was {expected} and is {found} now",
            "content：从第 {line} 行第 {column} 列起不同，原有 {expected} 个字符，现有 {found} 个"
        )
    }
}

/// A value that fits into a line; `None` for objects.
fn in_short(value: Option<&Value>, language: Language) -> Option<String> {
    Some(match value {
        None => say!(language, "not set", "（未设置）"),
        Some(Value::String(text)) => {
            let text = shortened(text);
            let text = Visible(&text);
            say!(language, "\"{text}\"", "“{text}”")
        }
        Some(Value::Number(number)) => number.to_string(),
        Some(_) => return None,
    })
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(MAX_VALUE).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}
