//! The texts of a content, for the rules that read them.

use std::ops::Range;

use super::character_reference::{Place, read_reference};
use super::element::Element;
use super::raw_text::RawText;
use super::walker::{Step, Walker};
use crate::json::Characters;

/// The text between two pieces of markup.
pub(crate) struct ContentText<'a> {
    /// As it is in the JSON string.
    raw: &'a [u8],
    /// Where it begins in the JSON string.
    start: usize,
    /// Its characters, escapes of JSON and entities of HTML decoded.
    pub(crate) text: String,
    /// It is between a tag and a tag.
    pub(crate) is_between_tags: bool,
    /// It is all that an element holds.
    pub(crate) is_whole_element: bool,
    /// The content has no element.
    pub(crate) is_whole_content: bool,
}

impl ContentText<'_> {
    /// The bytes in the JSON string of a part of the text.
    pub(crate) fn raw_range(&self, part: Range<usize>) -> Range<usize> {
        let (mut decoded, mut begin, mut end) = (0, None, None);
        each_character(self.raw, |character, raw| {
            if decoded >= part.start {
                begin.get_or_insert(raw);
            }
            if decoded >= part.end {
                end.get_or_insert(raw);
            }
            decoded += character.len_utf8();
        });
        let whole = self.raw.len();
        self.start + begin.unwrap_or(whole)..self.start + end.unwrap_or(whole)
    }
}

/// Shows every text of a content's raw text that is neither in `code` nor in `pre`, nor
/// hidden, nor in an element whose content is no markup.
pub(crate) fn each_content_text(raw: &[u8], mut look: impl FnMut(&ContentText<'_>)) {
    let mut walker = Walker::new(raw);
    let mut element = Element::default();
    let (mut start, mut is_shown) = (0, true);
    let (mut after_tag, mut after_start, mut has_elements) = (false, false, false);
    loop {
        // Where no markup follows, there is text to the end; a tag that is cut off is none.
        element.start = raw.len();
        let step = walker.step(&mut element);
        let end = element.start;
        let piece = raw.get(start..end).unwrap_or_default();
        if is_shown && !piece.is_empty() {
            let is_end = matches!(step, Some(Step::End));
            let mut text = String::with_capacity(piece.len());
            each_character(piece, |character, _| text.push(character));
            look(&ContentText {
                raw: piece,
                start,
                text,
                is_between_tags: after_tag && (is_end || matches!(step, Some(Step::Start))),
                is_whole_element: after_start && is_end,
                is_whole_content: !has_elements && step.is_none(),
            });
        }
        let Some(step) = step else {
            return;
        };
        after_start = matches!(step, Step::Start);
        after_tag = !matches!(step, Step::Other);
        has_elements |= after_start;
        let is_raw = after_start && !element.is_foreign && RawText::of(element.name) != RawText::No;
        is_shown = !is_raw && !walker.open.is_in_code() && !walker.open.is_hidden();
        start = walker.offset();
    }
}

/// The text of a content without its tags, white space at its ends left out.
pub(crate) fn text_alone(raw: &[u8]) -> String {
    let mut whole = String::new();
    each_content_text(raw, |text| whole.push_str(&text.text));
    whole.trim().to_owned()
}

/// Shows each character of a text, decoded, and where it begins.
fn each_character(raw: &[u8], mut look: impl FnMut(char, usize)) {
    let mut rest = Characters::of(raw);
    loop {
        let at = raw.len() - rest.remaining();
        let Some(character) = rest.next() else {
            return;
        };
        let reference = match character {
            '&' => read_reference(rest.clone(), Place::Text),
            _ => None,
        };
        let Some(reference) = reference else {
            look(character, at);
            continue;
        };
        for _ in 0..reference.length {
            rest.next();
        }
        look(reference.first, at);
        if let Some(second) = reference.second {
            look(second, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(raw: &str) -> Vec<String> {
        let mut texts = Vec::new();
        each_content_text(raw.as_bytes(), |text| texts.push(text.text.clone()));
        texts
    }

    #[test]
    fn shows_texts_but_not_code() {
        assert_eq!(texts("a<b>&lt;</b><pre>c<i>d</i></pre>e<code>f</code>"), ["a", "<", "e"]);
        assert_eq!(texts("<p>a < b<!-- c -->d<style>e</style></p>"), ["a < b", "d"]);
        assert_eq!(texts("a<p title=b"), ["a"]);
        assert_eq!(text_alone(b" <p>\\u4e2d</p>\\n"), "中");
    }

    #[test]
    fn finds_the_bytes_of_a_part() {
        let raw = b"<p>a&amp;\\u4e2db</p>";
        each_content_text(raw, |text| {
            assert_eq!(text.text, "a&中b");
            assert_eq!(text.raw_range(1..5), 4..15);
            assert!(text.is_whole_element && text.is_between_tags && !text.is_whole_content);
        });
    }
}
