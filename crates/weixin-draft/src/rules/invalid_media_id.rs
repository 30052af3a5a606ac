//! `invalid_media_id`.

use super::edits::replace_text;
use super::implausible_media_id::other_than_an_id;
use super::outer_blank::outer_blank;
use super::{Checks, Finding, Findings, InSchema, Rule, RuleFix, Source};
use crate::json::{Pointer, Text, name_of_character};
use crate::report::{Applicability, Edit, Level, Words};

/// In characters, all of them visible ASCII.
pub(super) const MAX_MEDIA_ID: usize = 128;

pub(crate) static RULE: Rule = Rule {
    code: "invalid_media_id",
    level: Level::Error,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "media_id, thumb_media_id and image_media_id are 1 to 128 visible ASCII characters.",
        zh: "media_id、thumb_media_id、image_media_id 由 1 到 128 个可见 ASCII 字符组成。",
    },
    reason: Words {
        en: "A blank or line end copied along, or a placeholder left in, is answered with 40007, which does not say whose id it is.",
        zh: "复制时带上的空格、换行，或忘记替换的占位文字，会得到 40007，而服务器不会说明是哪个 ID。",
    },
    message: Words {
        en: "this is not a media id: it holds {found} at character {position}. An id has 1 to {limit} visible ASCII characters. Copy it again.",
        zh: "不是有效的 ID：第 {position} 个字符是 {found}。ID 由 1 到 {limit} 个可见 ASCII 字符组成。请重新复制。",
    },
    in_schema: InSchema::No,
    fixes: &[&TRIM],
    typed: false,
    checks: Checks { media_id: Some(check), ..Checks::NONE },
};

static TRIM: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "remove the white space around it", zh: "去掉首尾的空白" },
};

static TOO_LONG: Words = Words {
    en: "this is not a media id: it has {found} character{s}, and {limit} is the most. Copy the id again, and nothing else.",
    zh: "不是有效的 ID：有 {found} 个字符，最多 {limit} 个。请重新复制，只复制 ID 本身。",
};

static EMPTY: Words = Words {
    en: "the media id is empty. Give the id, or leave the field out.",
    zh: "ID 为空。请填写 ID，或省略该字段。",
};

fn check(text: &Text<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    if text.is_longer_than(MAX_MEDIA_ID) {
        let finding = Finding::of(&RULE, text.range()).words(&TOO_LONG).limit(MAX_MEDIA_ID);
        findings.add(finding.found(text.code_points()), path);
    } else if !text.is_ascii_graphic() {
        let edits = trimmed(text);
        let finding = match other_than_an_id(&text.decode()) {
            Some(words) if edits.is_empty() => {
                Finding::of(&RULE, text.range()).words(words).limit(MAX_MEDIA_ID)
            }
            _ => wrong_character(text),
        };
        findings.add(finding.fix(&TRIM, edits), path);
    }
}

/// Says which character is the first that no id has.
fn wrong_character(text: &Text<'_>) -> Finding {
    let finding = Finding::of(&RULE, text.range()).limit(MAX_MEDIA_ID);
    let is_wrong = |character: &char| !character.is_ascii_graphic();
    let Some((position, first)) = text.characters().enumerate().find(|(_, first)| is_wrong(first))
    else {
        return finding.words(&EMPTY);
    };
    let finding = finding.found(name_of_character(first)).position(position + 1);
    match outer_blank(&text.decode(), position) {
        Some(words) => finding.words(words),
        None => finding,
    }
}

/// The id without the white space around it, where that is all that is wrong.
fn trimmed(text: &Text<'_>) -> Vec<Edit> {
    let decoded = text.decode();
    let id = decoded.trim();
    let is_mended = id.len() < decoded.len() && id.bytes().all(|byte| byte.is_ascii_graphic());
    if is_mended { replace_text(text, id) } else { Vec::new() }
}
