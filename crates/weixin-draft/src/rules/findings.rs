//! Findings as they are made, before they become a report.

use std::cmp::Reverse;
use std::ops::Range;

use super::finding::{Finding, FoundPlace};
use super::levels::Levels;
use super::{Rule, invalid_json, rank};
use crate::json::{Pointer, UnescapedOffsets};
use crate::report::{Level, Location, Locator, Place, Report, Violation};

/// A finding with its level and path.
struct Found {
    finding: Finding,
    level: Level,
    path: String,
}

impl Found {
    /// Where the text stops being JSON comes last, even if what is wrong began
    /// earlier, such as a bracket that is never closed.
    fn document_order(&self) -> (bool, usize, usize) {
        let rule = self.finding.rule;
        (*rule == invalid_json::RULE, self.finding.range.start, rank(rule))
    }
}

/// Collects the findings of one check.
pub(crate) struct Findings<'c> {
    levels: &'c Levels,
    found: Vec<Found>,
    omitted: usize,
    has_errors: bool,
}

impl<'c> Findings<'c> {
    pub(crate) fn new(levels: &'c Levels) -> Self {
        Findings { levels, found: Vec::new(), omitted: 0, has_errors: false }
    }

    /// Whether there are more findings than a report lists.
    pub(crate) fn is_full(&self) -> bool {
        self.omitted > 0
    }

    /// The level of a rule in this check.
    pub(crate) fn level_of(&self, rule: &Rule) -> Level {
        self.levels.of(rule, Level::Error)
    }

    /// Adds what others have found, which is empty afterwards.
    pub(crate) fn append(&mut self, others: &mut Findings<'c>) {
        if others.found.is_empty() {
            return;
        }
        self.omitted += std::mem::take(&mut others.omitted);
        self.has_errors |= std::mem::take(&mut others.has_errors);
        for found in others.found.drain(..) {
            self.push(found);
        }
    }

    pub(crate) fn clear(&mut self) {
        *self = Findings::new(self.levels);
    }

    /// Keeps what was found at this path alone.
    pub(crate) fn keep_at(&mut self, path: &str) {
        self.found.retain(|found| found.path == path);
        self.has_errors = self.found.iter().any(|found| found.level == Level::Error);
    }

    /// Moves what was found in a JSON string to the text that it holds.
    pub(crate) fn translate(&mut self, offsets: &UnescapedOffsets) {
        for Found { finding, .. } in &mut self.found {
            let places = finding.places.iter_mut().map(|place| &mut place.range);
            for range in places.chain([&mut finding.range]) {
                *range = offsets.unescaped(range.start)..offsets.unescaped(range.end);
            }
        }
    }

    #[cold]
    pub(crate) fn add(&mut self, finding: Finding, path: &Pointer<'_>) {
        let level = self.levels.of(finding.rule, finding.at_most);
        if level == Level::Off {
            return;
        }
        self.has_errors |= level == Level::Error;
        self.push(Found { finding, level, path: path.into() });
    }

    fn push(&mut self, found: Found) {
        self.found.push(found);
        // So seldom that each finding takes the same time, however many there are.
        if self.found.len() == 2 * Report::MAX_VIOLATIONS {
            self.keep_the_gravest();
        }
    }

    /// Of too many findings, errors are kept rather than warnings, and what comes
    /// first in the document rather than what follows.
    fn keep_the_gravest(&mut self) {
        if self.found.len() <= Report::MAX_VIOLATIONS {
            return;
        }
        self.found.sort_by_cached_key(|found| (Reverse(found.level), found.document_order()));
        self.omitted += self.found.len() - Report::MAX_VIOLATIONS;
        self.found.truncate(Report::MAX_VIOLATIONS);
    }

    /// The report, in the order in which the values stand in `text`; of one place, in
    /// the order of the rules.
    pub(crate) fn into_report(mut self, text: &[u8]) -> Report {
        if self.found.is_empty() {
            return Report::default();
        }
        self.keep_the_gravest();
        self.found.sort_by_cached_key(Found::document_order);
        let mut offsets = Vec::with_capacity(2 * self.found.len());
        for Found { finding, .. } in &self.found {
            let places = finding.places.iter().map(|place| &place.range);
            let edits = finding.fix.iter().flat_map(|fix| fix.edits.iter().flatten());
            let ranges = places.chain(edits.map(|edit| &edit.range)).chain([&finding.range]);
            offsets.extend(ranges.flat_map(|range| [range.start, range.end]));
        }
        let locator = Locator::new(text, offsets);
        let violations = self.found.into_iter().map(|found| into_violation(found, &locator));
        Report::new(violations.collect(), self.omitted, self.has_errors)
    }
}

fn into_violation(Found { finding, level, path }: Found, locator: &Locator) -> Violation {
    let locate = |range: &Range<usize>| -> Option<Location> { Some(locator.locate(range)) };
    let mut fix = finding.fix;
    for edit in fix.iter_mut().flat_map(|fix| fix.edits.iter_mut().flatten()) {
        edit.utf16 = Some(locator.locate(&edit.range).utf16);
    }
    let place = |place: FoundPlace| Place {
        offset: place.offset,
        element: place.element,
        found: place.found,
        location: locate(&place.range),
    };
    Violation {
        code: finding.rule.code,
        level,
        path,
        limit: finding.limit,
        found: finding.found,
        location: locate(&finding.range),
        count: finding.count,
        places: finding.places.into_iter().map(place).collect(),
        fix,
        name: finding.name,
        words: finding.words,
    }
}
