//! From element to element, counting the text in between.

use weixin_draft_scan::{ESCAPE, Stretch, usual_escapes};

use std::ops::Range;

use super::character_reference::{Decoded, Place as ReferencePlace, read_reference};
use super::element::{Element, ElementName};
use super::markup::{Markup, read_markup};
use super::odd_text::is_odd_character;
use super::open_elements::OpenElements;
use super::raw_text::{RawText, end_of_raw_text};
use super::text_length::TextLength;
use super::units::Units;
use crate::json::{Characters, decode_escape};

/// Walks through a content from its beginning to its end.
pub(crate) struct Walker<'a> {
    pub(super) units: Units<'a>,
    offset: usize,
    text: TextLength,
    /// How many more bytes than code points the text takes, at least.
    surplus: usize,
    pub(super) open: OpenElements<'a>,
    /// How many `span` are open from the outermost with the attribute `leaf` on.
    leaf: usize,
    hints: Hints,
    /// The first byte of text that was not written as an escape or an entity, and the last.
    edges: Option<(u8, u8)>,
    doctype: Option<Range<usize>>,
}

/// What in a content asks for a closer look.
#[derive(Clone, Copy, Default)]
pub(crate) struct Hints {
    /// A text may hold what a rule on texts asks for.
    pub(crate) texts: bool,
    /// An element may break a rule on structure.
    pub(crate) structure: bool,
    /// A `<` was written as a character reference.
    pub(crate) references: bool,
}

/// A step of the walk.
pub(super) enum Step {
    Start,
    /// An end tag.
    End,
    /// A comment or the like.
    Other,
}

/// What is left of text that was damaged begins with it.
const DAMAGED: char = '锟';

/// The depth from which the rule on nesting looks closer.
const DEEP: usize = 14;

impl<'a> Walker<'a> {
    /// Over a JSON string's raw text.
    pub(crate) fn new(raw: &'a [u8]) -> Self {
        Walker {
            units: Units { raw },
            offset: 0,
            text: TextLength::default(),
            surplus: 0,
            open: OpenElements::new(raw),
            leaf: 0,
            hints: Hints::default(),
            edges: None,
            doctype: None,
        }
    }

    /// Length in code points of the text so far.
    pub(crate) fn text_length(&self) -> usize {
        self.text.code_points()
    }

    /// How many code points the content has at most, tags and all.
    pub(crate) fn max_code_points(&self) -> usize {
        self.units.raw.len() - self.surplus
    }

    /// What asks for a closer look so far.
    pub(crate) fn hints(&self) -> Hints {
        self.hints
    }

    /// The bytes of the first doctype so far.
    pub(crate) fn doctype(&self) -> Option<Range<usize>> {
        self.doctype.clone()
    }

    /// Whether the text so far may be short and a path or a placeholder as a whole.
    pub(crate) fn may_be_one_word(&self) -> bool {
        const MAX_LENGTH: usize = 1024;
        let may_be = |(first, last): (u8, u8)| {
            first.is_ascii() || last.is_ascii_whitespace() || b"lmdtLMDT".contains(&last)
        };
        self.text_length() <= MAX_LENGTH && self.text_length() > 0 && self.edges.is_none_or(may_be)
    }

    /// Walks on to the next element and reads it into `element`; `None` at the
    /// content's end.
    pub(crate) fn next_element(&mut self, element: &mut Element<'a>) -> Option<()> {
        loop {
            if let Step::Start = self.step(element)? {
                return Some(());
            }
        }
    }

    /// Walks on to the next markup, whose tag is read into `element`, and over it.
    #[inline]
    pub(super) fn step(&mut self, element: &mut Element<'a>) -> Option<Step> {
        loop {
            let start = self.plain_text()?;
            if self.open.is_foreign()
                && let Some(begin) = self.after(start, b"<![CDATA[")
            {
                self.cdata(begin);
                continue;
            }
            if let Some(end) = self.open.usual_end(start, element) {
                self.offset = end;
                if element.name == ElementName::Span {
                    self.leaf = self.leaf.saturating_sub(1);
                }
                return Some(Step::End);
            }
            match self.units.at(start)? {
                (b'&', next) => self.offset = self.reference(next),
                (_, next) => match read_markup(self.units, start, next, element) {
                    Markup::StartTag(end) => {
                        self.offset = end;
                        self.enter(element);
                        return Some(Step::Start);
                    }
                    Markup::EndTag(end) => {
                        self.offset = end;
                        self.leave(element);
                        return Some(Step::End);
                    }
                    Markup::Doctype(end) => {
                        self.offset = end;
                        element.start = start;
                        self.doctype.get_or_insert(start..end);
                        return Some(Step::Other);
                    }
                    Markup::Passed(end) => {
                        self.offset = end;
                        element.start = start;
                        return Some(Step::Other);
                    }
                    Markup::Text => {
                        self.offset = next;
                        self.hints.texts |= self.units.take(next, b'%').is_some();
                        self.character('<');
                    }
                    Markup::Cut => {
                        self.offset = self.units.raw.len();
                        element.start = start;
                        return None;
                    }
                },
            }
        }
    }

    /// Where the walk is.
    pub(super) fn offset(&self) -> usize {
        self.offset
    }

    /// Counts text up to the next `<` or `&`, escaped or not: its offset.
    fn plain_text(&mut self) -> Option<usize> {
        // Whether a text begins, or goes on after what every JSON string has to escape.
        let mut begins = true;
        loop {
            let rest = self.units.raw.get(self.offset..)?;
            match rest.first()? {
                b'<' | b'&' => return Some(self.offset),
                // As after most paragraphs.
                b'\\' if matches!(rest, [_, b'n', b'<', ..]) => {
                    self.character('\n');
                    self.offset += 2;
                    return Some(self.offset);
                }
                b'\\' => {
                    let run = if rest.get(1) == Some(&b'u') { usual_escapes(rest) } else { 0 };
                    if run > 0 {
                        let is_damaged = begins && decode_escape(rest).0 == DAMAGED;
                        self.hints.texts |= is_damaged && !self.open.is_hidden();
                        self.escapes(run);
                        begins = false;
                        continue;
                    }
                    let (character, length) = decode_escape(rest);
                    if matches!(character, '<' | '&') {
                        return Some(self.offset);
                    }
                    self.hints.texts |= match character {
                        // Lines of Markdown, and line breaks that were escaped twice.
                        '\n' => matches!(first_character(&rest[length..]), '#' | '-' | '>'),
                        '\\' => first_character(&rest[length..]) == 'n',
                        other => is_odd_character(other),
                    };
                    self.character(character);
                    self.offset += length;
                    begins = matches!(character, '"' | '\\' | '\0'..='\u{1f}');
                }
                first => {
                    begins = false;
                    let stretch = Stretch::of(rest);
                    let text = &rest[..stretch.length];
                    self.open.text();
                    if !self.open.is_hidden() {
                        self.text.add_stretch(text, &stretch);
                        self.surplus += stretch.surplus;
                        self.hints.texts |= stretch.is_odd
                            || matches!(first, b'?' | b'`')
                            || (*first == 0xE9 && Characters::of(rest).next() == Some(DAMAGED));
                        let begin = self.edges.map_or(*first, |(begin, _)| begin);
                        self.edges = Some((begin, text.last().copied().unwrap_or(*first)));
                    }
                    self.offset += stretch.length;
                }
            }
        }
    }

    /// Counts characters written as escapes, none of which is white space, ASCII or
    /// what a rule on texts asks for.
    fn escapes(&mut self, count: usize) {
        self.open.text();
        if !self.open.is_hidden() {
            self.text.add_visible(count);
            self.surplus += count * (ESCAPE - 1);
        }
        self.offset += count * ESCAPE;
    }

    /// Where these units are at the offset: the offset after them.
    fn after(&self, offset: usize, units: &[u8]) -> Option<usize> {
        units.iter().try_fold(offset, |offset, unit| self.units.take(offset, *unit))
    }

    /// Walks over the inside of a CDATA section, which is text as it is; there
    /// are none but in `svg` and `math`.
    #[inline(never)]
    fn cdata(&mut self, begin: usize) {
        let mut end = self.units.find(begin, b']');
        let mut after = self.after(end, b"]]>");
        while after.is_none()
            && let Some((_, next)) = self.units.at(end)
        {
            end = self.units.find(next, b']');
            after = self.after(end, b"]]>");
        }
        let text = Characters::of(self.units.raw.get(begin..end).unwrap_or_default());
        text.for_each(|character| self.character(character));
        self.offset = after.unwrap_or(end);
    }

    fn character(&mut self, character: char) {
        self.open.text();
        if !self.open.is_hidden() {
            self.text.add(character);
        }
    }

    /// Counts a character reference, or the bare ampersand before `offset`: where
    /// the text goes on.
    #[inline(never)]
    fn reference(&mut self, mut offset: usize) -> usize {
        let rest = Characters::of(self.units.raw.get(offset..).unwrap_or_default());
        let Some(reference) = read_reference(rest, ReferencePlace::Text) else {
            self.character('&');
            return offset;
        };
        self.hints.texts |= is_odd_character(reference.first);
        self.hints.references |= reference.first == '<';
        self.character(reference.first);
        if let Some(second) = reference.second {
            self.character(second);
        }
        for _ in 0..reference.length {
            offset = self.units.at(offset).map_or(offset, |(_, next)| next);
        }
        offset
    }

    /// After a start tag: the text inside may be raw.
    fn enter(&mut self, element: &mut Element<'a>) {
        self.open.start(element);
        let is_in_leaf = self.leaf > 0;
        if element.name == ElementName::Span {
            self.leaf += usize::from(element.is_leaf || is_in_leaf);
        }
        self.hints.structure |= element.may_break_structure
            || element.name == ElementName::List
            || (is_in_leaf && element.name.is_block())
            || self.open.depth() >= DEEP;
        if element.is_foreign {
            return;
        }
        let raw_text = RawText::of(element.name);
        if raw_text != RawText::No {
            self.raw_text(element.name, raw_text);
        }
    }

    /// Walks over the content of an element that is no markup.
    #[inline(never)]
    fn raw_text(&mut self, name: ElementName, raw_text: RawText) {
        let start = self.offset;
        let end = end_of_raw_text(self.units, start, name);
        let text = Characters::of(self.units.raw.get(start..end).unwrap_or_default());
        match raw_text {
            RawText::No | RawText::Unseen => {}
            RawText::Plain => text.for_each(|character| self.text.add(character)),
            RawText::WithReferences => {
                Decoded::new(text, ReferencePlace::Text)
                    .for_each(|character| self.text.add(character));
            }
        }
        self.offset = end;
    }

    fn leave(&mut self, element: &Element<'a>) {
        if element.name == ElementName::Span {
            self.leaf = self.leaf.saturating_sub(1);
        }
        self.open.end(element);
    }
}

/// What a text begins with, if it is ASCII, escaped or not.
fn first_character(text: &[u8]) -> char {
    match text {
        [b'\\', ..] => decode_escape(text).0,
        [first, ..] => char::from(*first),
        [] => '\0',
    }
}
