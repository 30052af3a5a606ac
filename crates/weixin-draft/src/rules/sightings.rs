//! Where in a content a rule is broken.

use weixin_draft_scan::count_code_points;

use std::ops::Range;

use super::edits::in_order;
use super::finding::{Finding, FoundPlace};
use super::{ContentToMend, Rule, RuleFix};
use crate::html::{Element, would_join};
use crate::json::{Characters, Text};
use crate::report::{Datum, Edit, Words};

/// What rules on elements need to know besides the element.
#[derive(Clone, Copy)]
pub(crate) struct ElementContext<'s> {
    pub(crate) on_newspic: bool,
    /// Hosts whose images are the caller's own, in lower case.
    pub(crate) image_hosts: &'s [String],
    /// How many edits of a fix anybody will look at.
    pub(crate) max_edits: usize,
}

/// What the rules on elements saw in one content.
pub(crate) struct Sightings<'s> {
    pub(crate) context: ElementContext<'s>,
    /// The last literal line break between tags, and how many there were.
    pub(super) line_breaks: Option<Range<usize>>,
    pub(super) line_break_count: usize,
    seen: Vec<Sighting>,
}

/// What one of them saw.
struct Sighting {
    rule: &'static Rule,
    count: usize,
    /// The first of them; ranges and offsets are in bytes of the JSON string.
    places: Vec<FoundPlace>,
    /// The words for the first of them, where it has words of its own.
    words: Option<&'static Words>,
    /// What mends them, and how many of them it mends; edits are in bytes of the JSON
    /// string.
    fix: Option<&'static RuleFix>,
    edits: Vec<Edit>,
    edit_count: usize,
    mended: usize,
}

impl<'s> Sightings<'s> {
    /// How many places are named; the others are only counted.
    const MAX_PLACES: usize = 10;

    pub(crate) fn new(context: ElementContext<'s>) -> Self {
        Sightings { context, line_breaks: None, line_break_count: 0, seen: Vec::new() }
    }

    /// The rule is broken by this element.
    pub(crate) fn add(&mut self, rule: &'static Rule, element: &Element<'_>) {
        self.push(rule, Some(element), element.range(), None, None);
    }

    /// The rule is broken by something in the text, or by markup that is no element.
    pub(crate) fn add_text(
        &mut self,
        rule: &'static Rule,
        range: Range<usize>,
        words: Option<&'static Words>,
    ) {
        self.push(rule, None, range, None, words);
    }

    /// The same, with what was found there.
    pub(crate) fn add_found_in_text(
        &mut self,
        rule: &'static Rule,
        range: Range<usize>,
        found: Option<Datum>,
    ) {
        self.push(rule, None, range, found, None);
    }

    /// The rule is broken by something inside the tag, such as an attribute, in a
    /// certain way.
    pub(crate) fn add_found(
        &mut self,
        rule: &'static Rule,
        element: &Element<'_>,
        range: Range<usize>,
        found: Option<Datum>,
        words: Option<&'static Words>,
    ) {
        self.push(rule, Some(element), range, found, words);
    }

    #[cold]
    fn push(
        &mut self,
        rule: &'static Rule,
        element: Option<&Element<'_>>,
        range: Range<usize>,
        found: Option<Datum>,
        words: Option<&'static Words>,
    ) {
        let known = self.seen.iter().position(|sighting| sighting.rule == rule);
        let index = known.unwrap_or_else(|| {
            self.seen.push(Sighting {
                rule,
                count: 0,
                places: Vec::new(),
                words,
                fix: None,
                edits: Vec::new(),
                edit_count: 0,
                mended: 0,
            });
            self.seen.len() - 1
        });
        let sighting = &mut self.seen[index];
        sighting.count += 1;
        if sighting.places.len() < Self::MAX_PLACES {
            let offset = element.map_or(range.start, |element| element.range().start);
            let element = element.map(Element::short_name).unwrap_or_default();
            let found = found.map(Datum::bounded);
            sighting.places.push(FoundPlace { offset, element, found, range });
        }
    }

    /// What mends the last sighting of a rule: edits, their ranges in bytes of the JSON
    /// string. A fix mends all that a rule saw in a content, or there is none.
    pub(crate) fn mend(
        &mut self,
        rule: &'static Rule,
        fix: &'static RuleFix,
        edits: impl IntoIterator<Item = Edit>,
    ) {
        if let Some(sighting) = self.seen.iter_mut().find(|sighting| sighting.rule == rule) {
            let before = sighting.edit_count;
            for edit in edits {
                sighting.edit_count += 1;
                if sighting.edit_count <= self.context.max_edits {
                    sighting.edits.push(edit);
                }
            }
            sighting.mended += usize::from(sighting.edit_count > before);
            sighting.fix = Some(fix);
        }
    }

    /// The findings, their places in code points.
    pub(crate) fn into_findings(self, content: &Text<'_>) -> Vec<Finding> {
        if self.seen.is_empty() {
            return Vec::new();
        }
        // After the opening quote.
        let begin = content.offset + 1;
        let in_body = |range: &Range<usize>| begin + range.start..begin + range.end;
        let to_mend = ContentToMend::new(content.raw(), self.context);
        let into_finding =
            |seen: Sighting| seen.into_finding(&to_mend, in_body).at(content.range());
        self.seen.into_iter().map(into_finding).collect()
    }
}

impl Sighting {
    fn into_finding(
        mut self,
        to_mend: &ContentToMend<'_>,
        in_body: impl Fn(&Range<usize>) -> Range<usize>,
    ) -> Finding {
        // A closer look at the content may find one that comes before others.
        self.places.sort_by_key(|place| place.offset);
        let (mut bytes, mut code_points) = (0, 0);
        for place in &mut self.places {
            let passed = to_mend.raw.get(bytes..place.offset).unwrap_or_default();
            bytes = place.offset;
            code_points += match memchr::memchr(b'\\', passed) {
                None => count_code_points(passed),
                Some(_) => Characters::of(passed).count(),
            };
            place.offset = code_points;
            place.range = in_body(&place.range);
        }
        let mut finding = Finding::of(self.rule, 0..0);
        if let Some(words) = self.words {
            finding = finding.words(words);
        }
        if let Some(first) = self.places.first() {
            finding = finding.position(first.offset + 1);
            if let Some(found) = first.found.clone() {
                finding = finding.found(found);
            }
        }
        if let Some((fix, edits, count)) = self.mending(to_mend).filter(|_| to_mend.has_rest()) {
            let mut edits = in_order(edits);
            for edit in &mut edits {
                edit.range = in_body(&edit.range);
            }
            finding = finding.counted_fix(fix, edits, count);
        }
        finding.places(self.count, self.places)
    }

    /// What mends all that was seen, and how many edits there are.
    fn mending(
        &mut self,
        to_mend: &ContentToMend<'_>,
    ) -> Option<(&'static RuleFix, Vec<Edit>, usize)> {
        if let Some(mend) = self.rule.checks.mend {
            let (fix, edits) = mend(to_mend)?;
            let joins = |edit: &Edit| {
                edit.replacement().is_empty() && would_join(to_mend.raw, edit.range.start)
            };
            if edits.iter().any(joins) {
                return None;
            }
            let count = edits.len();
            return Some((fix, edits, count));
        }
        let fix = self.fix.filter(|_| self.mended == self.count)?;
        Some((fix, std::mem::take(&mut self.edits), self.edit_count))
    }
}
