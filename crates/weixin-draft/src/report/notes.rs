//! Violations as they are found, before they become a report.

use std::cmp::Reverse;

use super::datum::Datum;
use super::level::Level;
use super::position::{Position, PositionFinder};
use super::report::Report;
use super::violation::{Place, Violation};
use super::words::Words;
use crate::json::Pointer;
use crate::levels::Levels;
use crate::rules::{Rule, rank};

/// A rule is broken; what a rule's check says of it.
pub(crate) struct Finding {
    rule: &'static Rule,
    offset: usize,
    words: &'static Words,
    limit: Option<Datum>,
    found: Option<Datum>,
    name: Option<&'static str>,
    count: usize,
    places: Vec<Place>,
    at_most: Level,
}

impl Finding {
    /// `offset` is the value's place in the input, in bytes.
    ///
    /// Cold, so that compilers keep what deals with broken rules apart from what
    /// nearly every request passes through.
    #[cold]
    pub(crate) fn of(rule: &'static Rule, offset: usize) -> Self {
        Finding {
            rule,
            offset,
            words: &rule.message,
            limit: None,
            found: None,
            name: None,
            count: 1,
            places: Vec::new(),
            at_most: Level::Error,
        }
    }

    /// Where a rule weighs less than its level says.
    pub(crate) fn at_most(mut self, level: Level) -> Self {
        self.at_most = level;
        self
    }

    pub(crate) fn limit(mut self, limit: impl Into<Datum>) -> Self {
        self.limit = Some(limit.into());
        self
    }

    pub(crate) fn found(mut self, found: impl Into<Datum>) -> Self {
        self.found = Some(found.into());
        self
    }

    /// A field's name for the message's `{name}`.
    pub(crate) fn name(mut self, name: &'static str) -> Self {
        self.name = Some(name);
        self
    }

    /// Other words than the rule's usual message.
    pub(crate) fn words(mut self, words: &'static Words) -> Self {
        self.words = words;
        self
    }

    /// The places inside a content, of which there are `count`.
    pub(crate) fn places(mut self, count: usize, places: Vec<Place>) -> Self {
        self.count = count;
        self.places = places;
        self
    }
}

/// A violation, and what decides its position in the report.
struct Found {
    offset: usize,
    rule: &'static Rule,
    violation: Violation,
}

/// Collects the findings of one check.
pub(crate) struct Notes<'c> {
    levels: &'c Levels,
    found: Vec<Found>,
    omitted: usize,
    has_errors: bool,
}

impl<'c> Notes<'c> {
    pub(crate) fn new(levels: &'c Levels) -> Self {
        Notes { levels, found: Vec::new(), omitted: 0, has_errors: false }
    }

    /// Whether an error was found so far.
    pub(crate) fn has_errors(&self) -> bool {
        self.has_errors
    }

    /// Whether there are more findings than a report lists.
    pub(crate) fn is_full(&self) -> bool {
        self.omitted > 0
    }

    /// The level of a rule in this check.
    pub(crate) fn level_of(&self, rule: &Rule) -> Level {
        self.levels.of(rule, Level::Error)
    }

    /// Notes of the same check, to be put aside for a while.
    pub(crate) fn empty_copy(&self) -> Self {
        Notes::new(self.levels)
    }

    /// Takes over what others have noted, all of it or what is of one rule.
    pub(crate) fn take_over(&mut self, others: Notes<'c>, only: Option<&Rule>) {
        if only.is_none() {
            self.omitted += others.omitted;
        }
        for found in others.found {
            if only.is_none_or(|rule| rule == found.rule) {
                self.push(found);
            }
        }
    }

    #[cold]
    pub(crate) fn add(&mut self, finding: Finding, path: &Pointer<'_>) {
        let level = self.levels.of(finding.rule, finding.at_most);
        if level == Level::Off {
            return;
        }
        let violation = Violation {
            code: finding.rule.code,
            level,
            path: path.into(),
            limit: finding.limit,
            found: finding.found,
            position: Position { line: 1, column: 1 },
            count: finding.count,
            places: finding.places,
            name: finding.name,
            words: finding.words,
        };
        self.push(Found { offset: finding.offset, rule: finding.rule, violation });
    }

    fn push(&mut self, found: Found) {
        self.has_errors |= found.violation.level == Level::Error;
        self.found.push(found);
        // So seldom that each finding takes the same time, however many there are.
        if self.found.len() == 2 * Report::LONGEST {
            self.keep_the_gravest();
        }
    }

    /// Of too many findings, errors are kept rather than warnings, and what stands
    /// first in the document rather than what follows.
    fn keep_the_gravest(&mut self) {
        if self.found.len() <= Report::LONGEST {
            return;
        }
        let gravity =
            |found: &Found| (Reverse(found.violation.level), found.offset, rank(found.rule));
        self.found.sort_by_cached_key(gravity);
        self.omitted += self.found.len() - Report::LONGEST;
        self.found.truncate(Report::LONGEST);
    }

    /// The report, in the order in which the values stand in `text`; of one place, in
    /// the order of the rules.
    pub(crate) fn into_report(mut self, text: &[u8]) -> Report {
        if self.found.is_empty() {
            return Report::default();
        }
        self.keep_the_gravest();
        self.found.sort_by_cached_key(|found| (found.offset, rank(found.rule)));
        let mut finder = PositionFinder::new(text);
        let place = |found: Found| {
            let position = finder.find(found.offset);
            Violation { position, ..found.violation }
        };
        Report {
            violations: self.found.into_iter().map(place).collect(),
            omitted: self.omitted,
            has_errors: self.has_errors,
        }
    }
}
