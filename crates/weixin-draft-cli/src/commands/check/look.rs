//! What a JSON file is that nobody named: found in a directory, or given by pre-commit.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Read;

use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use weixin_draft::{Applicability, Checker, Level, check_json, other_encoding};
use weixin_draft_batch::{Packing, unpack};

use crate::input::MAX_INPUT;

/// What a file looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// It is a request, or is meant to be one, however broken.
    Request,
    /// JSON of another kind; comments and needless commas, as in `tsconfig.json`, are no
    /// reason to complain, nor are several values.
    OtherJson,
    /// Neither JSON nor known to be a request: nobody can say what it was to be.
    NotJson,
}

/// Nobody writes longer files with comments by hand, and mending takes time.
const MAX_MENDED: usize = 1024 * 1024;

/// Looks at the bytes of a file.
pub(super) fn look(body: &[u8]) -> Look {
    let text = text_of(body);
    let text = text.trim_start_matches('\u{FEFF}');
    if let Some(look) = look_at_json(text) {
        return look;
    }
    if text.len() <= MAX_MENDED {
        // Renaming a field would make a request of what is none.
        let unnamed = Checker::new().level("unknown_field", Level::Off).unwrap_or_default();
        let mended = unnamed.fix(text.as_bytes(), Applicability::Unsafe).body;
        if let Some(look) = look_at_json(&String::from_utf8_lossy(&mended)) {
            return look;
        }
    }
    if names_a_field(text) {
        return Look::Request;
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    let is_many = !text.trim().is_empty() && values.all(|value| value.is_ok());
    if is_many { Look::OtherJson } else { Look::NotJson }
}

/// The bytes as text, unpacked and decoded. What cannot be decoded is left out.
fn text_of(body: &[u8]) -> Cow<'_, str> {
    if Packing::of(body).is_some() {
        let mut unpacked = Vec::new();
        if let Ok(source) = unpack(body) {
            // What comes before an error is looked at, too.
            drop(source.take(MAX_INPUT as u64).read_to_end(&mut unpacked));
        }
        return String::from_utf8_lossy(&unpacked).into_owned().into();
    }
    if other_encoding(body) != Some("UTF-16") {
        return String::from_utf8_lossy(body);
    }
    // It begins with a byte order mark or with a character of ASCII.
    let unit = match body {
        [0xFE | 0, ..] => u16::from_be_bytes,
        _ => u16::from_le_bytes,
    };
    let (pairs, _) = body.as_chunks();
    String::from_utf16_lossy(&pairs.iter().copied().map(unit).collect::<Vec<u16>>()).into()
}

/// What a text is, if it is JSON.
fn look_at_json(text: &str) -> Option<Look> {
    let text = text.trim();
    let is_request = match text.bytes().next()? {
        b'{' => is_request(text, &serde_json::from_str(text).ok()?),
        b'[' => {
            let entries: Vec<&RawValue> = serde_json::from_str(text).ok()?;
            let first = entries.first().and_then(|first| serde_json::from_str(first.get()).ok());
            first.is_some_and(|first: Members<'_>| first.contains_key("articles"))
        }
        b'"' => {
            let inside: String = serde_json::from_str(text).ok()?;
            inside.starts_with('{') && look_at_json(&inside) == Some(Look::Request)
        }
        _ => {
            serde_json::from_str::<IgnoredAny>(text).ok()?;
            false
        }
    };
    Some(if is_request { Look::Request } else { Look::OtherJson })
}

type Members<'a> = HashMap<Cow<'a, str>, &'a RawValue>;

/// Whether an object has a name that only requests have, or two that come near.
fn is_request(text: &str, members: &Members<'_>) -> bool {
    if ["media_id", "articles"].iter().any(|name| members.contains_key(*name)) {
        return true;
    }
    // The check knows which misspelt name was meant to be which.
    let report = check_json(text.as_bytes());
    let is_meant = |name: &str| {
        let name = format!("\"{name}\"");
        report.violations().iter().any(|violation| {
            let edits = violation.fix.as_ref().and_then(|fix| fix.edits.as_deref());
            let is_renamed =
                |edits: &[weixin_draft::Edit]| edits.iter().any(|it| it.replacement() == name);
            violation.code == "unknown_field" && edits.is_some_and(is_renamed)
        })
    };
    is_meant("articles") && (is_meant("media_id") || members.contains_key("index"))
}

/// Whether a broken text has the name of a field where the name of a member is: in quotes
/// of any kind, or before a colon.
fn names_a_field(text: &str) -> bool {
    let follows = |name: &str, what: fn(&str) -> bool| {
        let is_part = |it: char| it.is_alphanumeric() || it == '_';
        text.match_indices(name).any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + name.len()..]);
            !before.ends_with(is_part) && !after.starts_with(is_part) && what(after)
        })
    };
    let quote = |after: &str| {
        after.starts_with(['"', '\'', '`', '\\', '“', '”', '＂'])
            || after.starts_with("&quot;")
            || after.starts_with("&#34;")
    };
    let colon = |after: &str| after.trim_start().starts_with([':', '：', '=']);
    follows("articles", quote) || follows("media_id", quote) || follows("media_id", colon)
}

#[cfg(test)]
mod tests {
    use super::{Look, look};

    const REQUEST: &str = r#"{"media_id":"M","index":0,"articles":{"title":"春"}}"#;

    #[test]
    fn what_is_meant_to_be_a_request() {
        for text in [
            REQUEST.to_owned(),
            REQUEST.replace('"', "'"),
            REQUEST.replace(':', "："),
            REQUEST.replace("\"media_id\":", "media_id: "),
            REQUEST.replace("media_id", "mediaId").replace("articles", "article"),
            REQUEST.replace("media_id", "id").replace("articles", "Articels"),
            REQUEST.replace("media_id", "mediaId").replace("articles", "article").replace('"', "'"),
            format!("```json\n{REQUEST}\n```"),
            format!("\u{FEFF}{REQUEST}"),
            format!("[{REQUEST}]"),
            format!("{REQUEST}\n{REQUEST}"),
            serde_json::to_string(REQUEST).unwrap(),
            format!("// mine\n{REQUEST}"),
            REQUEST.replace('"', "&quot;"),
            "<?php\nreturn ['media_id' => 'M', 'index' => 0];\n".to_owned(),
            REQUEST[..30].to_owned(),
            "{\"media_id\"".to_owned(),
            "{\"media_id\":1,\"media_id\":2}".to_owned(),
        ] {
            assert_eq!(look(text.as_bytes()), Look::Request, "{text}");
        }
        let utf_16 = |unit: fn(u16) -> [u8; 2], mark: &str| {
            format!("{mark}{REQUEST}").encode_utf16().flat_map(unit).collect::<Vec<u8>>()
        };
        for mark in ["", "\u{FEFF}"] {
            assert_eq!(look(&utf_16(u16::to_le_bytes, mark)), Look::Request);
            assert_eq!(look(&utf_16(u16::to_be_bytes, mark)), Look::Request);
        }
        let packed = zstd::encode_all(REQUEST.as_bytes(), 1).unwrap();
        assert_eq!(look(&packed), Look::Request);
        // GBK.
        assert_eq!(look(b"{\"media_id\":\"\xB4\xBA\"}"), Look::Request);
    }

    #[test]
    fn files_of_ordinary_repositories() {
        for text in [
            "{\"name\": \"site\", \"version\": \"1.0.0\", \"nested\": {\"media_id\": 1}}",
            "{\n  // see aka.ms\n  \"compilerOptions\": {\"strict\": true, /* no */},\n}",
            "[1, 2]",
            "[{\"title\": \"T\", \"content\": \"x\"}]",
            "{\"index\": 1, \"media\": \"a.png\"}",
            "{\"media\": {\"id\": 1}} // one",
            "{\"title\": \"T\", \"content\": \"x\", \"thumb_media_id\": \"C\"}",
            "{\"news_item\": []}",
            "{\"a\": 1}\n{\"a\": 2}\n",
            "1",
            "null",
            "\"text\"",
            "{}",
        ] {
            assert_eq!(look(text.as_bytes()), Look::OtherJson, "{text}");
        }
        let options = "  // one\n  // \"option\": true,\n".repeat(200);
        let commented = format!("{{\n{options}  \"strict\": true,\n}}");
        assert_eq!(look(commented.as_bytes()), Look::OtherJson);
    }

    #[test]
    fn what_is_not_json() {
        for text in [
            "",
            " \n",
            "{",
            "{{ values }}",
            "version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
            "<html><p>articles: 3</p></html>",
            "# Articles\n\nThe articles: three.",
        ] {
            assert_eq!(look(text.as_bytes()), Look::NotJson, "{text}");
        }
        assert_eq!(look(b"PK\x03\x04\x14\x00\x00"), Look::NotJson);
    }
}
