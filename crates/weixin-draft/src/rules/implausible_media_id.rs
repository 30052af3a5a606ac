//! `implausible_media_id`.

use super::escaped_text::holds_escape;
use super::placeholder_value::is_placeholder;
use super::{Checks, Finding, Findings, InSchema, Rule, Source};
use crate::json::{Pointer, Text};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "implausible_media_id",
    level: Level::Warning,
    movable: true,
    source: Source::Sense,
    summary: Words {
        en: "media_id, thumb_media_id and image_media_id look like ids, not like addresses, files, numbers or placeholders.",
        zh: "media_id、thumb_media_id、image_media_id 像是 ID，而不是网址、文件、数字或占位内容。",
    },
    reason: Words {
        en: "Real ids have 43 or 64 letters, digits, hyphens and underscores. Anything else is answered with 40007, which does not say whose id it is.",
        zh: "真实的 ID 由 43 或 64 个字母、数字、连字符和下划线组成。其他内容会得到 40007，而服务器不会说明是哪个 ID。",
    },
    message: Words {
        en: "this is an address or a path, not a media id. Upload the picture, or list the drafts, and use the id you get.",
        zh: "这是网址或路径，不是 media_id。请上传图片或查询草稿列表，使用返回的 ID。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { media_id: Some(check), ..Checks::NONE },
};

static FILE: Words = Words {
    en: "this is the name of a picture file, not a media id. Upload the file, and use the id you get.",
    zh: "这是图片文件名，不是 media_id。请上传该文件，使用返回的 ID。",
};
pub(super) static NUMBER: Words = Words {
    en: "this is a number, not a media id. Upload the picture, or list the drafts, and use the id you get.",
    zh: "这是数字，不是 media_id。请上传图片或查询草稿列表，使用返回的 ID。",
};
static PLACEHOLDER: Words = Words {
    en: "this is a placeholder, not a media id. Put the id in its place.",
    zh: "这是占位内容，不是 media_id。请换成真正的 ID。",
};

static ESCAPED: Words = Words {
    en: "this is not a media id: it holds a literal \\uXXXX, a character that was escaped twice. Copy the id again.",
    zh: "不是有效的 ID：其中有字面的 \\uXXXX，即被转义了两次的字符。请重新复制。",
};

fn check(id: &Text<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    // What has other characters is told by another rule, once.
    if id.is_ascii_graphic()
        && let Some(words) = other_than_an_id(&id.decode())
    {
        findings.add(Finding::of(&RULE, id.range()).words(words), path);
    }
}

/// Says what a text is that is no media id, if one can tell.
pub(super) fn other_than_an_id(id: &str) -> Option<&'static Words> {
    const PICTURES: [&str; 10] =
        [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".svg", ".heic", ".tif", ".tiff"];
    let id = id.trim();
    let lower = id.to_ascii_lowercase();
    let is_bracketed = id.starts_with('<') && id.ends_with('>');
    // `%s`, and bytes as Python shows them.
    let is_of_program =
        id.starts_with('%') || (id.starts_with("b'") && id.len() > 2 && id.ends_with('\''));
    let is_blank_form = matches!(lower.as_str(), "xx" | "xxx" | "xxxx" | "xxxxx" | "xxxxxx");
    if is_bracketed || is_of_program || is_blank_form || is_placeholder(id) {
        Some(&PLACEHOLDER)
    } else if holds_escape(id.chars()) {
        Some(&ESCAPED)
    } else if id.contains(['/', '\\']) {
        Some(&RULE.message)
    } else if PICTURES.iter().any(|ending| lower.ends_with(ending)) {
        Some(&FILE)
    } else if !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()) {
        Some(&NUMBER)
    } else {
        None
    }
}
