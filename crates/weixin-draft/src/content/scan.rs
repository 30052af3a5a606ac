//! The scan: text, tags, comments and raw text, from the beginning to the end.

use smallvec::SmallVec;

use super::ElementCheck;
use super::character_reference::{Decoded, Place as ReferencePlace, read_reference};
use super::element::Element;
use super::markup::{Markup, read_markup};
use super::product::ProductCounter;
use super::raw_text::{RawText, end_of_raw_text};
use super::sightings::Sightings;
use super::tag::Tag;
use super::text_length::TextLength;
use super::units::Units;
use crate::json::{Characters, Text, decode_escape};
use crate::report::Finding;
use crate::rules::{Check, RULES, Rule};

/// What a scan needs to know.
pub(crate) struct ScanSettings<'s> {
    pub(crate) on_newspic: bool,
    /// Hosts whose images are the caller's own, in lower case.
    pub(crate) image_hosts: &'s [String],
}

/// What a scan found.
#[derive(Default)]
pub(crate) struct ContentScan {
    /// Of the text without tags, in code points.
    pub(crate) text_length: usize,
    pub(crate) products: usize,
    findings: Vec<(&'static Rule, Option<Finding>)>,
}

impl ContentScan {
    /// What was found of a rule on elements.
    pub(crate) fn take_finding(&mut self, rule: &Rule) -> Option<Finding> {
        self.findings.iter_mut().find(|(found, _)| *found == rule)?.1.take()
    }
}

/// Scans a content once, for all rules.
pub(crate) fn scan(content: &Text<'_>, settings: &ScanSettings<'_>) -> ContentScan {
    let mut scanner = Scanner {
        units: Units { raw: content.raw() },
        settings,
        text: TextLength::default(),
        products: ProductCounter::default(),
        checks: SmallVec::new(),
        foreign: 0,
        hidden: false,
    };
    scanner.run();
    ContentScan {
        text_length: scanner.text.code_points(),
        products: scanner.products.count(),
        findings: scanner.findings(content),
    }
}

type ElementRule<'s> = (&'static Rule, ElementCheck, Sightings<'s>);

struct Scanner<'a, 's> {
    units: Units<'a>,
    settings: &'s ScanSettings<'s>,
    text: TextLength,
    products: ProductCounter,
    /// The rules on elements, once there is an element to be looked at.
    checks: SmallVec<[ElementRule<'s>; 10]>,
    /// How many `svg` and `math` are open: inside, no text is raw.
    foreign: usize,
    /// Inside a `script` or `style` of an `svg`, whose text nobody sees.
    hidden: bool,
}

impl<'a> Scanner<'a, '_> {
    fn run(&mut self) {
        let mut offset = 0;
        while let Some(start) = self.plain_text(offset) {
            offset = match self.units.at(start) {
                Some((b'<', next)) => match self.markup(start, next) {
                    Some(end) => end,
                    None => return,
                },
                Some((b'&', next)) => self.reference(next),
                Some((_, next)) => {
                    self.character(decode_escape(&self.units.raw.as_bytes()[start..]).0);
                    next
                }
                None => return,
            };
        }
    }

    /// Counts text up to the next byte that may be more than text: its offset.
    fn plain_text(&mut self, offset: usize) -> Option<usize> {
        let rest = self.units.raw.as_bytes().get(offset..)?;
        let length = memchr::memchr3(b'<', b'&', b'\\', rest).unwrap_or(rest.len());
        if !self.hidden {
            self.text.add_plain(&rest[..length]);
        }
        (length < rest.len()).then_some(offset + length)
    }

    fn character(&mut self, character: char) {
        if !self.hidden {
            self.text.add(character);
        }
    }

    /// Counts a character reference, or the bare ampersand before `offset`: where
    /// the text goes on.
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

    /// Reads what begins with the `<` at `start`: where the text goes on, or
    /// `None` when the content ends before.
    fn markup(&mut self, start: usize, offset: usize) -> Option<usize> {
        match read_markup(self.units, start, offset) {
            Markup::StartTag(tag) => {
                self.look(&tag.element);
                Some(self.enter(&tag))
            }
            Markup::EndTag(tag) => {
                match tag.name.as_bytes() {
                    b"svg" | b"math" => {
                        self.foreign = self.foreign.saturating_sub(1);
                        self.hidden &= self.foreign > 0;
                    }
                    b"script" | b"style" => self.hidden = false,
                    _ => {}
                }
                Some(tag.end)
            }
            Markup::Passed(end) => Some(end),
            Markup::Text => {
                self.character('<');
                Some(offset)
            }
            Markup::Cut => None,
        }
    }

    /// Shows an element to every rule on elements.
    fn look(&mut self, element: &Element<'_>) {
        if !element.is_notable() && !self.settings.on_newspic {
            return;
        }
        if self.checks.is_empty() {
            let settings = self.settings;
            self.checks.extend(RULES.iter().filter_map(|rule| match rule.check {
                Check::Element(check) => Some((*rule, check, Sightings::new(settings))),
                Check::WhileReading | Check::Request(_) => None,
            }));
        }
        for (_, check, sightings) in &mut self.checks {
            check(element, sightings);
        }
        self.products.see(element);
    }

    /// Behind a start tag: the text inside may be raw.
    fn enter(&mut self, tag: &Tag<'a>) -> usize {
        let name = tag.name.as_bytes();
        if matches!(name, b"svg" | b"math") && !tag.self_closing {
            self.foreign += 1;
        }
        if self.foreign > 0 {
            self.hidden |= matches!(name, b"script" | b"style") && !tag.self_closing;
            return tag.end;
        }
        let raw_text = RawText::of(name);
        if raw_text == RawText::No {
            return tag.end;
        }
        let end = end_of_raw_text(self.units, tag.end, name);
        self.raw_text(raw_text, tag.end, end);
        end
    }

    fn raw_text(&mut self, raw_text: RawText, start: usize, end: usize) {
        let text = self.units.raw.get(start..end).unwrap_or_default();
        match raw_text {
            RawText::No | RawText::Unseen => {}
            RawText::Plain => Characters::of(text).for_each(|character| self.text.add(character)),
            RawText::WithReferences => {
                Decoded::new(Characters::of(text), ReferencePlace::Text)
                    .for_each(|character| self.text.add(character));
            }
        }
    }

    /// What the rules on elements found, their places in code points.
    fn findings(&mut self, content: &Text<'_>) -> Vec<(&'static Rule, Option<Finding>)> {
        let seen = self.checks.drain(..).filter(|(_, _, sightings)| sightings.count > 0);
        seen.map(|(rule, _, sightings)| (rule, Some(sightings.into_finding(rule, content))))
            .collect()
    }
}
