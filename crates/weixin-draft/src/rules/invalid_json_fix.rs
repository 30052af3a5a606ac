//! What mends a text that is almost JSON: the fixes of `invalid_json`.

use super::RuleFix;
use super::edits::json_type_of;
use crate::json::{BYTE_ORDER_MARK, escaped, is_invisible, look_alike};
use crate::report::{Applicability, Edit, Words, apply_edits};

pub(super) const FIXES: &[&RuleFix] = &[&MARKS, &NOTATION];

static MARKS: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words {
        en: "remove what JSON does not have: a byte order mark, comments",
        zh: "删除 JSON 中不能有的内容：BOM（字节顺序标记）、注释",
    },
};
static NOTATION: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words {
        en: "remove comments and needless commas, and write quotes and signs as JSON has them",
        zh: "删除注释和多余的逗号，并改用英文双引号和半角符号",
    },
};

/// Quotes that JSON does not have, each with those that end what it begins.
const QUOTES: [&str; 5] = ["'", "“”„‟＂", "‘’‚‛＇", "「」", "『』"];

/// The edits after which the text is JSON, if there are such.
pub(super) fn mend(text: &[u8]) -> Option<(&'static RuleFix, Vec<Edit>)> {
    let text = str::from_utf8(text).ok()?;
    let edits = Scan { text, at: 0, edits: Vec::new() }.run()?;
    let is_json = |edits: &[Edit]| json_type_of(&apply_edits(text, edits)).is_some();
    let marks: Vec<Edit> =
        edits.iter().filter(|(is_mark, _)| *is_mark).map(|(_, edit)| edit.clone()).collect();
    if !marks.is_empty() && is_json(&marks) {
        return Some((&MARKS, marks));
    }
    let all: Vec<Edit> = edits.into_iter().map(|(_, edit)| edit).collect();
    (!all.is_empty() && is_json(&all)).then_some((&NOTATION, all))
}

/// Looks through a text for what JSON has not, outside of strings.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// Each edit, and whether it takes away a byte order mark or a comment.
    edits: Vec<(bool, Edit)>,
}

impl Scan<'_> {
    /// `None` when a string or a comment does not end.
    fn run(mut self) -> Option<Vec<(bool, Edit)>> {
        if self.text.starts_with(BYTE_ORDER_MARK) {
            self.remove(BYTE_ORDER_MARK.len_utf8(), true);
        }
        while let Some(character) = self.text[self.at..].chars().next() {
            match character {
                '"' => self.at += self.quoted("\"")?,
                '#' => self.remove(self.line_length(), true),
                '/' if self.text[self.at..].starts_with("//") => {
                    self.remove(self.line_length(), true);
                }
                '/' if self.text[self.at..].starts_with("/*") => {
                    let length = self.text[self.at + 2..].find("*/")? + 4;
                    self.remove(length, true);
                }
                ',' if self.is_needless_comma() => self.remove(1, false),
                '{' | '[' => {
                    self.at += 1;
                    self.first_commas();
                }
                other => match QUOTES.into_iter().find(|quotes| quotes.contains(other)) {
                    Some(quotes) => self.otherwise_quoted(quotes)?,
                    None => self.look_alike(other),
                },
            }
        }
        Some(self.edits)
    }

    fn remove(&mut self, length: usize, is_mark: bool) {
        self.edits.push((is_mark, Edit::removal(self.at..self.at + length)));
        self.at += length;
    }

    /// Removes the commas that nothing but white space is in front of in their brackets.
    fn first_commas(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let white_space = rest.len() - rest.trim_ascii_start().len();
            if !rest[white_space..].starts_with(',') {
                return;
            }
            self.at += white_space;
            self.remove(1, false);
        }
    }

    /// Up to the end of the line.
    fn line_length(&self) -> usize {
        let rest = &self.text[self.at..];
        rest.find(['\n', '\r']).unwrap_or(rest.len())
    }

    /// Writes what JSON has in the place of a character that looks like it, or a blank in the
    /// place of one that nobody sees.
    fn look_alike(&mut self, character: char) {
        let range = self.at..self.at + character.len_utf8();
        self.at = range.end;
        let plain = look_alike(character).or(is_invisible(character).then_some(" "));
        if let Some(plain) = plain.filter(|_| !character.is_ascii()) {
            self.edits.push((false, Edit::new(range, plain)));
        }
    }

    /// How long a text is that one of these quotes ends, its quotes included.
    fn quoted(&self, quotes: &str) -> Option<usize> {
        let mut is_escaped = false;
        let inside = self.text[self.at..].char_indices().skip(1);
        for (offset, character) in inside {
            match character {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                end if quotes.contains(end) => return Some(offset + end.len_utf8()),
                _ => {}
            }
        }
        None
    }

    fn otherwise_quoted(&mut self, quotes: &str) -> Option<()> {
        let length = self.quoted(quotes)?;
        let mut inside = self.text[self.at..self.at + length].chars();
        inside.next();
        inside.next_back();
        let inside = inside.as_str();
        let mut replacement = String::from("\"");
        let mut rest = inside;
        while let Some(place) = rest.find(['\\', '"', '\n', '\t', '\r']) {
            let (before, from) = rest.split_at(place);
            replacement.push_str(before);
            let mut characters = from.chars();
            match characters.next() {
                Some('\\') => match characters.next()? {
                    '\'' => replacement.push('\''),
                    other => replacement.extend(['\\', other]),
                },
                Some(other) => replacement.push_str(&escaped(other.encode_utf8(&mut [0; 4]))),
                None => {}
            }
            rest = characters.as_str();
        }
        replacement.push_str(rest);
        replacement.push('"');
        self.edits.push((false, Edit::new(self.at..self.at + length, replacement)));
        self.at += length;
        Some(())
    }

    /// Whether nothing but white space and comments is between a comma and what closes, or
    /// the next comma.
    fn is_needless_comma(&self) -> bool {
        let mut rest = self.text[self.at + 1..].trim_start();
        loop {
            let after = match rest.as_bytes() {
                [b'}' | b']' | b',', ..] => return true,
                [b'#', ..] | [b'/', b'/', ..] => rest.find('\n').map(|end| &rest[end..]),
                [b'/', b'*', ..] => rest.find("*/").map(|end| &rest[end + 2..]),
                _ => return false,
            };
            match after {
                Some(after) => rest = after.trim_start(),
                None => return false,
            }
        }
    }
}
