//! From element to element, counting the text in between.

use super::character_reference::{Decoded, Place as ReferencePlace, read_reference};
use super::element::{Element, ElementName};
use super::markup::{Markup, read_markup};
use super::raw_text::{RawText, end_of_raw_text};
use super::text_length::TextLength;
use super::units::Units;
use crate::json::{Characters, decode_escape, find_any};

/// Walks through a content from its beginning to its end.
pub(crate) struct Walker<'a> {
    units: Units<'a>,
    offset: usize,
    text: TextLength,
    /// How many `svg` and `math` are open: inside, no text is raw.
    foreign: usize,
    /// Inside a `script` or `style` of an `svg`, whose text nobody sees.
    hidden: bool,
}

impl<'a> Walker<'a> {
    /// Over a JSON string's raw text.
    pub(crate) fn new(raw: &'a [u8]) -> Self {
        let text = TextLength::default();
        Walker { units: Units { raw }, offset: 0, text, foreign: 0, hidden: false }
    }

    /// Length in code points of the text so far.
    pub(crate) fn text_length(&self) -> usize {
        self.text.code_points()
    }

    /// Walks on to the next element and reads it into `element`; `None` at the
    /// content's end.
    pub(crate) fn next_element(&mut self, element: &mut Element<'a>) -> Option<()> {
        loop {
            let start = self.plain_text()?;
            if self.foreign > 0
                && let Some(begin) = self.behind(start, b"<![CDATA[")
            {
                self.cdata(begin);
                continue;
            }
            match self.units.at(start)? {
                (b'&', next) => self.offset = self.reference(next),
                (_, next) => match read_markup(self.units, start, next, element) {
                    Markup::StartTag(end) => {
                        self.offset = end;
                        self.enter(element);
                        return Some(());
                    }
                    Markup::EndTag(end) => {
                        self.offset = end;
                        self.leave(element.name);
                    }
                    Markup::Passed(end) => self.offset = end,
                    Markup::Text => {
                        self.offset = next;
                        self.character('<');
                    }
                    Markup::Cut => {
                        self.offset = self.units.raw.len();
                        return None;
                    }
                },
            }
        }
    }

    /// Counts text up to the next `<` or `&`, escaped or not: its offset.
    fn plain_text(&mut self) -> Option<usize> {
        loop {
            let rest = self.units.raw.get(self.offset..)?;
            match rest.first()? {
                b'<' | b'&' => return Some(self.offset),
                b'\\' => {
                    let (character, length) = decode_escape(rest);
                    if matches!(character, '<' | '&') {
                        return Some(self.offset);
                    }
                    self.character(character);
                    self.offset += length;
                }
                _ => {
                    let length = find_any(rest, *b"<&\\");
                    if !self.hidden {
                        self.text.add_plain(&rest[..length]);
                    }
                    self.offset += length;
                }
            }
        }
    }

    /// Where these units stand at the offset: the offset behind them.
    fn behind(&self, offset: usize, units: &[u8]) -> Option<usize> {
        units.iter().try_fold(offset, |offset, unit| self.units.take(offset, *unit))
    }

    /// Walks over the inside of a CDATA section, which is text as it stands; there
    /// are none but in `svg` and `math`.
    #[inline(never)]
    fn cdata(&mut self, begin: usize) {
        let mut end = self.units.find(begin, b']');
        let mut behind = self.behind(end, b"]]>");
        while behind.is_none()
            && let Some((_, next)) = self.units.at(end)
        {
            end = self.units.find(next, b']');
            behind = self.behind(end, b"]]>");
        }
        let text = Characters::of(self.units.raw.get(begin..end).unwrap_or_default());
        text.for_each(|character| self.character(character));
        self.offset = behind.unwrap_or(end);
    }

    fn character(&mut self, character: char) {
        if !self.hidden {
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
        self.character(reference.first);
        if let Some(second) = reference.second {
            self.character(second);
        }
        for _ in 0..reference.length {
            offset = self.units.at(offset).map_or(offset, |(_, next)| next);
        }
        offset
    }

    /// Behind a start tag: the text inside may be raw.
    fn enter(&mut self, element: &Element<'_>) {
        let name = element.name;
        if name == ElementName::Foreign && !element.self_closing {
            self.foreign += 1;
        }
        if self.foreign > 0 {
            let is_hidden = matches!(name, ElementName::Script | ElementName::Style);
            self.hidden |= is_hidden && !element.self_closing;
            return;
        }
        let raw_text = RawText::of(name);
        if raw_text != RawText::No {
            self.raw_text(name, raw_text);
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

    fn leave(&mut self, name: ElementName) {
        match name {
            ElementName::Foreign => {
                self.foreign = self.foreign.saturating_sub(1);
                self.hidden &= self.foreign > 0;
            }
            ElementName::Script | ElementName::Style => self.hidden = false,
            _ => {}
        }
    }
}
