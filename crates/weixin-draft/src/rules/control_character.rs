//! `control_character`.

use super::edits::replace_text;
use super::suspects::Suspect;
use super::{Checks, Finding, Findings, InSchema, Rule, RuleFix, Sightings, Source};
use crate::html::ContentText;
use crate::json::{Pointer, Text, name_of_character};
use crate::report::{Applicability, Datum, Edit, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "control_character",
    level: Level::Warning,
    movable: true,
    source: Source::Sense,
    summary: Words {
        en: "Title, author, digest and content hold no control characters; tabs and, in the content, line breaks are fine.",
        zh: "标题、作者、摘要、正文中没有控制字符；制表符和正文中的换行没有问题。",
    },
    reason: Words {
        en: "They come from damaged text or from a terminal, and are shown as boxes or cut the text.",
        zh: "它们多来自损坏的文本或终端输出，会显示为方框或截断文字。",
    },
    message: Words {
        en: "this text holds a control character, {found}, at character {position}. Remove it.",
        zh: "文字中有控制字符 {found}，是第 {position} 个字符。请删除。",
    },
    in_schema: InSchema::No,
    fixes: &[&REMOVAL],
    typed: false,
    checks: Checks { suspect: Some(check_suspect), text: Some(check_text), ..Checks::NONE },
};

static LINE_BREAK: Words = Words {
    en: "this text holds a line break, which a title, author or digest cannot show. Remove it.",
    zh: "文字中有换行，而标题、作者、摘要无法显示换行。请删除。",
};

static REMOVAL: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words {
        en: "remove the characters; line breaks become blanks",
        zh: "删除这些字符，换行改为空格",
    },
};

/// A title, author or digest without control characters, its line breaks as blanks.
fn without(text: &Text<'_>, decoded: &str) -> Vec<Edit> {
    let plain: String = decoded.chars().filter(|character| !is_hidden(*character)).collect();
    let lines: Vec<&str> =
        plain.split(is_break).map(str::trim).filter(|line| !line.is_empty()).collect();
    // What holds nothing else is not made an empty text.
    if lines.is_empty() { Vec::new() } else { replace_text(text, &lines.join(" ")) }
}

fn check_suspect(suspect: &Suspect<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    let Suspect { text, decoded, .. } = suspect;
    if text.is_blank() {
        return;
    }
    let finding = Finding::of(&RULE, text.range());
    let finding = if decoded.contains(is_break) {
        finding.words(&LINE_BREAK)
    } else if let Some((at, character)) =
        decoded.chars().enumerate().find(|(_, character)| is_hidden(*character))
    {
        finding.found(name_of_character(character)).position(at + 1)
    } else {
        return;
    };
    findings.add(finding.fix(&REMOVAL, without(text, decoded)), path);
}

fn check_text(text: &ContentText<'_>, sightings: &mut Sightings<'_>) {
    for (at, character) in text.text.match_indices(is_control) {
        let range = text.raw_range(at..at + character.len());
        let found = character.chars().next().map(name_of_character).map(Datum::from);
        sightings.add_found_in_text(&RULE, range.clone(), found);
        sightings.mend(&RULE, &REMOVAL, [Edit::removal(range)]);
    }
}

fn is_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// A control character, a byte order mark, or one that turns the direction of text.
pub(super) fn is_hidden(character: char) -> bool {
    is_control(character) || matches!(character, '\u{202A}'..='\u{202E}' | '\u{FEFF}')
}

fn is_control(character: char) -> bool {
    let is_white_space = matches!(character, '\t' | '\n' | '\r');
    character.is_ascii_control() && !is_white_space
}
