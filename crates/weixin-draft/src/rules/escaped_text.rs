//! `escaped_text`.

use super::edits::replace_text;
use super::suspects::Suspect;
use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, RuleFix, Source};
use crate::json::{Pointer, Text};
use crate::report::{Applicability, Edit, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "escaped_text",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "Title, author, digest and content hold no literal \\uXXXX, the first three no literal \\n.",
        zh: "标题、作者、摘要和正文中不应出现字面的 \\uXXXX，前三者中也不应出现字面的 \\n。",
    },
    reason: Words {
        en: "Such text was escaped twice and is shown as it is spelt. A content is looked at only where all of it is ASCII: an article about code may quote it.",
        zh: "这样的文字被转义了两次，会原样显示。讲代码的文章可能引用这种写法，因此正文只有在全部为 ASCII 字符时才检查。",
    },
    message: Words {
        en: "this text holds a literal \\uXXXX: it was escaped twice. Encode it once, and send UTF-8.",
        zh: "文字中有字面的 \\uXXXX：被转义了两次。请只编码一次，直接发送 UTF-8。",
    },
    in_schema: InSchema::No,
    fixes: &[&DECODING],
    typed: false,
    checks: Checks { article: Some(check_content), suspect: Some(check_suspect), ..Checks::NONE },
};

static LINE_BREAK: Words = Words {
    en: "this text holds a literal \\n: a line break that was escaped twice, which readers would see. Remove it.",
    zh: "文字中有字面的 \\n：这是被转义了两次的换行，读者会直接看到。请删除。",
};

/// Whatever holds a backslash is one of these.
fn check_suspect(suspect: &Suspect<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    check_text(suspect.text, path, findings);
    if holds_line_break(&suspect.decoded) {
        findings.add(Finding::of(&RULE, suspect.text.range()).words(&LINE_BREAK), path);
    }
}

/// Whether a literal `\n` ends a line of a text; not a path, nor a command of TeX, nor a
/// word that the text is about.
fn holds_line_break(text: &str) -> bool {
    text.match_indices("\\n").any(|(at, sign)| {
        let before = text[..at].trim_end_matches("\\r");
        let is_command =
            text[at + sign.len()..].starts_with(|next: char| next.is_ascii_lowercase());
        before.ends_with(|last: char| !last.is_whitespace()) && !is_command
    })
}

fn check_content(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    if let Some(text) = context.article.content.given()
        && text.has_escapes()
        && is_ascii(text)
    {
        check_text(text, &context.path.name("content"), findings);
    }
}

fn check_text(text: &Text<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    // A backslash in a text is itself written as an escape.
    if text.has_escapes() && holds_escape(text.characters()) {
        let finding = Finding::of(&RULE, text.range()).fix(&DECODING, decoded(text));
        findings.add(finding, path);
    }
}

fn is_ascii(text: &Text<'_>) -> bool {
    text.raw().is_ascii() && text.characters().all(|character| character.is_ascii())
}

/// Whether a backslash, `u` and four hexadecimal digits are in a text.
pub(super) fn holds_escape(mut characters: impl Iterator<Item = char> + Clone) -> bool {
    while let Some(character) = characters.next() {
        if character != '\\' {
            continue;
        }
        let mut rest = characters.clone();
        if rest.next() == Some('u')
            && rest.by_ref().take(4).filter(char::is_ascii_hexdigit).count() == 4
        {
            return true;
        }
    }
    false
}

static DECODING: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words {
        en: "write the characters that the escapes mean", zh: "改为转义所表示的字符"
    },
};

/// The text with its escapes decoded, when every backslash belongs to one, and at least
/// one of them means a character above U+007F.
fn decoded(text: &Text<'_>) -> Vec<Edit> {
    let given = text.decode();
    let mut units: Vec<u16> = Vec::with_capacity(given.len());
    let mut parts = given.split("\\u");
    units.extend(parts.next().unwrap_or_default().encode_utf16());
    let mut is_needed = false;
    for part in parts {
        let Some((digits, rest)) = part.split_at_checked(4) else { return Vec::new() };
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Vec::new();
        }
        let unit = u16::from_str_radix(digits, 16).unwrap_or_default();
        is_needed |= unit > 0x7F;
        units.push(unit);
        units.extend(rest.encode_utf16());
    }
    match String::from_utf16(&units) {
        Ok(decoded) if is_needed && !decoded.contains('\\') => replace_text(text, &decoded),
        _ => Vec::new(),
    }
}
