//! `garbled_text`.

use std::ops::Range;

use super::edits::replace_text;
use super::suspects::Suspect;
use super::{
    Checks, ContentToMend, Finding, Findings, InSchema, Mending, Rule, RuleFix, Sightings, Source,
};
use crate::html::{ContentText, each_content_text};
use crate::json::{Characters, Pointer, Text, escaped};
use crate::report::{Applicability, Edit, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "garbled_text",
    level: Level::Warning,
    movable: true,
    source: Source::Sense,
    summary: Words {
        en: "Title, author, digest and content hold no text that was decoded wrongly.",
        zh: "标题、作者、摘要、正文中没有乱码。",
    },
    reason: Words {
        en: "U+FFFD, letters such as ç®¡ç and rows of question marks come of reading text in another encoding than its own.",
        zh: "U+FFFD、「ç®¡ç」一类的字母串和成串的问号，都是用错误编码读取文字的结果。",
    },
    message: Words {
        en: "this text is garbled: it was read in another encoding than it was written in. Read it as UTF-8 or GBK, and send UTF-8.",
        zh: "文字是乱码：读取时用错了编码。请按 UTF-8 或 GBK 读取，再以 UTF-8 发送。",
    },
    in_schema: InSchema::No,
    fixes: &[&READ_AGAIN],
    typed: false,
    checks: Checks {
        suspect: Some(check_suspect),
        text: Some(check_text),
        mend: Some(mend),
        ..Checks::NONE
    },
};

static QUESTION_MARKS: Words = Words {
    en: "this text is question marks: an encoding did not have its characters. Write it again, and keep to UTF-8.",
    zh: "文字成了问号：所用编码没有这些字符。请重新填写，并全程使用 UTF-8。",
};

fn check_suspect(suspect: &Suspect<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    let Suspect { text, decoded, .. } = suspect;
    let words = if garbled(decoded).is_some() {
        &RULE.message
    } else if is_mostly_question_marks(decoded) {
        &QUESTION_MARKS
    } else {
        return;
    };
    let finding = Finding::of(&RULE, text.range()).words(words);
    findings.add(finding.fix(&READ_AGAIN, read_again(text, decoded)), path);
}

fn check_text(text: &ContentText<'_>, sightings: &mut Sightings<'_>) {
    if is_question_marks(text) {
        sightings.add_text(&RULE, text.raw_range(0..text.text.len()), Some(&QUESTION_MARKS));
    } else if let Some(part) = garbled(&text.text) {
        sightings.add_text(&RULE, text.raw_range(part), None);
    }
}

/// Whether an element, or a content without any, holds nothing but question marks.
fn is_question_marks(text: &ContentText<'_>) -> bool {
    let whole = text.text.trim();
    (text.is_whole_element || text.is_whole_content)
        && whole.len() >= 3
        && whole.bytes().all(|byte| byte == b'?')
}

static READ_AGAIN: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words {
        en: "read the bytes of Windows-1252 as the UTF-8 that they are",
        zh: "按 UTF-8 重新解读被误作 Windows-1252 的字节",
    },
};

/// A title, author or digest as it was meant.
fn read_again(text: &Text<'_>, decoded: &str) -> Vec<Edit> {
    match meant(decoded) {
        Some(meant) if !is_mostly_question_marks(&meant) => replace_text(text, &meant),
        _ => Vec::new(),
    }
}

fn mend(content: &ContentToMend<'_>) -> Option<Mending> {
    let given: String = Characters::of(content.raw).collect();
    let meant = escaped(&meant(&given)?);
    let mut is_still_broken = false;
    each_content_text(meant.as_bytes(), |text| {
        is_still_broken |= is_question_marks(text) || garbled(&text.text).is_some();
    });
    let edit = Edit::new(0..content.raw.len(), meant);
    (!is_still_broken).then(|| (&READ_AGAIN, vec![edit]))
}

/// The text that is meant where a whole text is UTF-8 when its characters are taken as
/// bytes of Windows-1252. It may have been decoded wrongly more than once.
fn meant(text: &str) -> Option<String> {
    const MAX_TIMES: usize = 3;
    let mut meant = text.to_owned();
    for _ in 0..MAX_TIMES {
        let bytes = meant.chars().map(|character| {
            let ascii = u8::try_from(character).ok().filter(u8::is_ascii);
            ascii.or_else(|| windows_1252(character))
        });
        meant = String::from_utf8(bytes.collect::<Option<_>>()?).ok()?;
        if garbled(&meant).is_none() {
            return Some(meant);
        }
    }
    None
}

/// The first part of a text that was decoded wrongly.
fn garbled(text: &str) -> Option<Range<usize>> {
    /// The replacement character; it and memory that nobody filled, read as GBK; the byte
    /// order mark, read as Windows-1252.
    const REMAINS: [&str; 4] = ["\u{fffd}", "锟斤拷锟斤拷", "烫烫烫烫", "ï»¿"];
    const FIRST: [char; 4] = ['\u{fffd}', '锟', '烫', 'ï'];
    let remains = text.match_indices(FIRST).find_map(|(at, _)| {
        let known = REMAINS.iter().find(|known| text[at..].starts_with(**known))?;
        Some(at..at + known.len())
    });
    misread(text).into_iter().chain(remains).min_by_key(|part| part.start)
}

/// The first row of characters that are UTF-8 when taken as bytes of Windows-1252 or
/// Latin-1.
fn misread(text: &str) -> Option<Range<usize>> {
    const SHORTEST: usize = 6;
    let mut begin = 0;
    let mut bytes = Vec::new();
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        if let Some(byte) = windows_1252(character) {
            if bytes.is_empty() {
                begin = at;
            }
            bytes.push(byte);
            continue;
        }
        let is_utf8 = |chunk: bstr::Utf8Chunk<'_>| chunk.valid().len() >= SHORTEST;
        if bytes.len() >= SHORTEST && bstr::ByteSlice::utf8_chunks(&*bytes).any(is_utf8) {
            return Some(begin..at);
        }
        bytes.clear();
    }
    None
}

/// The byte from 0x80 on that a character has in Windows-1252 or Latin-1.
fn windows_1252(character: char) -> Option<u8> {
    const SPECIAL: &str = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
    const BYTES: &[u8] = b"\x80\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8e\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9e\x9f";
    match u8::try_from(character) {
        Ok(byte) => (byte >= 0x80).then_some(byte),
        Err(_) => SPECIAL.chars().position(|special| special == character).map(|at| BYTES[at]),
    }
}

/// Whether at least half of a text, and at least three characters, are question marks. One
/// in which other characters than ASCII are still there has lost none.
fn is_mostly_question_marks(text: &str) -> bool {
    let marks = text.matches('?').count();
    marks >= 3 && text.is_ascii() && 2 * marks >= text.len()
}

#[cfg(test)]
mod tests {
    use super::{garbled, is_mostly_question_marks, meant};

    #[test]
    fn tells_garbled_text_from_other_languages() {
        for text in [
            "锟斤拷锟斤拷",
            "烫烫烫烫烫",
            "ï»¿a",
            "ç®¡ç\u{90}\u{86}",
            "æ\u{98}¥å¤©",
            "â€œä½\u{a0}å¥½",
            "管理\u{fffd}",
        ] {
            assert!(garbled(text).is_some(), "{text}");
        }
        for text in [
            "手持两把锟斤拷，口中疾呼烫烫烫",
            "Ünïcödé",
            "ÄÖÜäöüß",
            "café naïve",
            "“你好”……——",
            "éèêëàâ",
            "ñandú",
        ] {
            assert_eq!(garbled(text), None, "{text}");
        }
        assert_eq!(garbled("a ç®¡ç®¡ b"), Some(2..14));
        assert_eq!(meant("<p>æ\u{98}¥å\u{ad}£</p>").as_deref(), Some("<p>春季</p>"));
        assert_eq!(meant("æ\u{98}¥å\u{ad}£ 春"), None);
        assert!(is_mostly_question_marks("????") && is_mostly_question_marks("2024????"));
        assert!(!is_mostly_question_marks("why??") && !is_mostly_question_marks("真的吗???啊啊"));
    }
}
