//! `unknown_field`.

use super::{Check, InSchema, Rule, Source};
use crate::json::{LONGEST_NAME, Pointer};
use crate::report::{Finding, Level, Notes, Words};

pub(crate) static RULE: Rule = Rule {
    code: "unknown_field",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "No object has a field that the page does not list.",
        zh: "任何对象都不能含有文档未列出的字段。",
    },
    reason: Words {
        en: "The server ignores a name it does not know, so a misspelt field is lost without a word. Lowered, the field is reported and not sent.",
        zh: "服务器会忽略不认识的字段名，拼错的字段会无声无息地丢失。调低级别后，该字段只会被提示，不会发送。",
    },
    message: Words {
        en: "the page lists no field of this name here. Remove it.",
        zh: "文档在此处没有这个字段。请删除。",
    },
    in_schema: InSchema::Shape,
    check: Check::WhileReading,
};

static NEAR_NAME: Words = Words {
    en: "the page lists no field of this name here. Did you mean {name}?",
    zh: "文档在此处没有这个字段。是否想写 {name}？",
};

/// Names at least so similar are suggested; 1 is the same name.
const SIMILAR: f64 = 0.7;

/// Notes a name that is none of the object's fields.
#[cold]
pub(crate) fn note(
    name: &[u8],
    offset: usize,
    fields: &'static [&'static str],
    path: &Pointer<'_>,
    notes: &mut Notes<'_>,
) {
    let mut finding = Finding::of(&RULE, offset);
    // The search is slow: not for findings that are only counted.
    if !notes.is_full()
        && let Some(near) = near_name(&String::from_utf8_lossy(name), fields)
    {
        finding = finding.words(&NEAR_NAME).name(near);
    }
    notes.add(finding, path);
}

fn near_name(name: &str, fields: &'static [&'static str]) -> Option<&'static str> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let plain = |name: &str| name.to_lowercase().replace(['_', '-', ' '], "");
    let name = plain(name);
    fields
        .iter()
        .map(|field| (strsim::normalized_damerau_levenshtein(&name, &plain(field)), *field))
        .filter(|(similarity, _)| *similarity >= SIMILAR)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, field)| field)
}

#[cfg(test)]
mod tests {
    use super::near_name;

    #[test]
    fn suggests_near_names_only() {
        let fields = &["title", "thumb_media_id", "content", "content_source_url"];
        assert_eq!(near_name("titel", fields), Some("title"));
        assert_eq!(near_name("thumbMediaId", fields), Some("thumb_media_id"));
        assert_eq!(near_name("Content", fields), Some("content"));
        assert_eq!(near_name("body", fields), None);
        assert_eq!(near_name(&"title".repeat(1000), fields), None);
    }
}
