//! A content as plain text, but for the elements that may stay.

use super::character_reference::{Decoded, Place, read_reference};
use super::element::{Element, ElementName};
use super::pieces::{Piece, PieceKind, each_piece};
use crate::json::{Characters, escaped};

/// The text of a stretch between two pieces of markup, as it is in the JSON string.
pub(crate) fn decoded_text(raw: &[u8]) -> String {
    Decoded::new(Characters::of(raw), Place::Text).collect()
}

/// The HTML of a text, which is read as this text wherever it is put between tags.
pub(crate) fn written_as_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The content without the elements that may not stay: their text is kept, line breaks
/// and the ends of blocks become line breaks, and references are decoded where nothing
/// else would be read for it. `None` where text would be lost, because an element has no
/// end, and where nothing would be left.
pub(crate) fn plain_text(raw: &[u8], may_stay: fn(&Element<'_>) -> bool) -> Option<String> {
    let mut plain = PlainText::default();
    let mut hidden = None;
    each_piece(raw, |piece| match (piece.kind, hidden) {
        (PieceKind::End { of }, Some(_)) if of == hidden => hidden = None,
        (_, Some(_)) => {}
        (PieceKind::Start { number, is_open: true, .. }, None) if is_unseen(piece.element) => {
            hidden = Some(number);
        }
        _ => plain.take(raw, piece, may_stay),
    });
    let text = plain.finish();
    let is_same = hidden.is_none() && visible(raw) == visible(escaped(&text).as_bytes());
    (is_same && !text.is_empty()).then_some(text)
}

fn is_unseen(element: &Element<'_>) -> bool {
    matches!(element.name, ElementName::Script | ElementName::Style)
        || (element.name == ElementName::Title && !element.is_foreign)
}

/// What can be seen of a content: its text without white space.
fn visible(raw: &[u8]) -> String {
    let mut text = String::new();
    let mut hidden = None;
    each_piece(raw, |piece| match piece.kind {
        PieceKind::Start { number, .. } if is_unseen(piece.element) => {
            hidden.get_or_insert(number);
        }
        PieceKind::End { of } if hidden.is_some() && of == hidden => hidden = None,
        PieceKind::Text | PieceKind::RawText if hidden.is_none() => {
            text.push_str(&text_of(raw, piece));
        }
        _ => {}
    });
    text.retain(|character| !character.is_whitespace());
    text
}

/// The text of a piece that is one.
fn text_of(raw: &[u8], piece: &Piece<'_, '_>) -> String {
    let part = &raw[piece.range.clone()];
    let has_references =
        piece.kind == PieceKind::Text || piece.element.name == ElementName::TextArea;
    if has_references { decoded_text(part) } else { Characters::of(part).collect() }
}

#[derive(Default)]
struct PlainText {
    done: String,
    /// The text since the last element that stays.
    run: String,
    /// Where the line begins in it, if it does not begin before.
    line: usize,
    /// An element that stays is on the line, before the text.
    follows_element: bool,
    /// A block has ended: what follows begins a line.
    wants_break: bool,
}

impl PlainText {
    fn take(&mut self, raw: &[u8], piece: &Piece<'_, '_>, may_stay: fn(&Element<'_>) -> bool) {
        match piece.kind {
            PieceKind::Text | PieceKind::RawText => self.text(&text_of(raw, piece)),
            PieceKind::Start { .. } | PieceKind::End { .. } if may_stay(piece.element) => {
                self.break_line_if_wanted();
                self.end_run();
                self.done.extend(Characters::of(&raw[piece.range.clone()]));
                self.follows_element = true;
            }
            PieceKind::Start { .. } | PieceKind::End { .. } => match edge(piece.element) {
                Edge::Line => {
                    self.break_line_if_wanted();
                    self.break_line();
                }
                Edge::Block => self.wants_break |= !self.is_line_empty(),
                Edge::Cell => {
                    if !self.is_line_empty() && !self.run.ends_with(' ') {
                        self.run.push(' ');
                    }
                }
                Edge::None => {}
            },
            PieceKind::Doctype | PieceKind::Other => {}
        }
    }

    fn text(&mut self, text: &str) {
        let is_blank = |character: char| character.is_ascii_whitespace();
        let begins_line = self.wants_break || self.is_line_empty();
        let text = if begins_line { text.trim_start_matches(is_blank) } else { text };
        if !text.is_empty() {
            self.break_line_if_wanted();
            self.run.push_str(text);
        }
    }

    fn is_line_empty(&self) -> bool {
        !self.follows_element && self.run[self.line..].trim_ascii().is_empty()
    }

    fn break_line_if_wanted(&mut self) {
        if std::mem::take(&mut self.wants_break) {
            self.break_line();
        }
    }

    fn break_line(&mut self) {
        let line = self.run[self.line..].trim_ascii_end().len();
        self.run.truncate(self.line + line);
        self.run.push('\n');
        self.line = self.run.len();
        self.follows_element = false;
    }

    /// Writes the text so far, which is read as this text.
    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        self.line = 0;
        for (at, character) in run.char_indices() {
            let rest = &run[at + character.len_utf8()..];
            match character {
                '<' if rest.starts_with(begins_markup) => self.done.push_str("&lt;"),
                '&' if begins_reference(rest) => self.done.push_str("&amp;"),
                other => self.done.push(other),
            }
        }
    }

    fn finish(mut self) -> String {
        self.end_run();
        self.done.trim_matches(|character: char| character.is_ascii_whitespace()).to_owned()
    }
}

fn begins_markup(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, '/' | '!' | '?')
}

fn begins_reference(rest: &str) -> bool {
    const MAX_LENGTH: usize = 40;
    let begin: String = rest.chars().take(MAX_LENGTH).collect();
    read_reference(Characters::of(escaped(&begin).as_bytes()), Place::Text).is_some()
}

/// What a tag that goes is for the text around it.
enum Edge {
    Line,
    Block,
    Cell,
    None,
}

fn edge(element: &Element<'_>) -> Edge {
    /// Blocks that no rule asks for.
    const OTHER_BLOCKS: [&str; 16] = [
        "address",
        "article",
        "aside",
        "center",
        "dd",
        "dl",
        "dt",
        "figcaption",
        "footer",
        "form",
        "header",
        "hr",
        "main",
        "nav",
        "option",
        "tr",
    ];
    if element.name == ElementName::LineBreak {
        return Edge::Line;
    }
    match element.short_name().as_str() {
        "td" | "th" => Edge::Cell,
        name if element.name.is_block() || OTHER_BLOCKS.contains(&name) => Edge::Block,
        _ => Edge::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(html: &str) -> Option<String> {
        plain_text(escaped(html).as_bytes(), |element| element.name == ElementName::Anchor)
    }

    #[test]
    fn keeps_text_and_breaks_lines() {
        let cases = [
            ("<p>a</p>\n<p>b</p>", "a\nb"),
            ("<div>\n <p>a<br></p><p><br></p><p>b</p>\n</div>", "a\n\nb"),
            ("a<b>b</b> <i>c</i>", "ab c"),
            ("<p>a <a href=\"x\">b</a></p><p>c</p>", "a <a href=\"x\">b</a>\nc"),
            ("<style>p{}</style><p>1 &lt; 2 &amp; 3&nbsp;</p><!-- d -->", "1 < 2 & 3\u{a0}"),
            ("<p>&lt;b&gt; &amp;lt; a<<b>i></b></p>", "&lt;b> &amp;lt; a&lt;i>"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
            ("<ul><li>a<li>b</ul>c<br>", "a\nb\nc"),
            ("<p>a\nb</p>c", "a\nb\nc"),
        ];
        for (html, text) in cases {
            assert_eq!(plain(html).as_deref(), Some(text), "{html}");
        }
        assert_eq!(plain("<p>a</p><script>b"), None);
        assert_eq!(plain("<p> <br></p>"), None);
        assert_eq!(plain("<svg><script>a<b</script><a href=\"x\"></script>"), None);
    }
}
