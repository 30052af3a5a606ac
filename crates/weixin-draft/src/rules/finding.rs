//! A rule is broken; what a rule's check says of it.

use std::ops::Range;

use super::{Rule, RuleFix};
use crate::report::{Applicability, Datum, Edit, Level, Words};

/// A rule is broken; what a rule's check says of it.
pub(crate) struct Finding {
    pub(super) rule: &'static Rule,
    /// The bytes of the value in the text.
    pub(super) range: Range<usize>,
    pub(super) words: &'static Words,
    pub(super) limit: Option<Datum>,
    pub(super) found: Option<Datum>,
    pub(super) name: Option<&'static str>,
    pub(super) position: Option<usize>,
    pub(super) meaning: Option<&'static Words>,
    pub(super) count: usize,
    pub(super) places: Vec<FoundPlace>,
    pub(super) fix: Option<FoundFix>,
    pub(super) at_most: Level,
}

/// What would mend it.
#[derive(Clone)]
pub(crate) struct FoundFix {
    pub(super) fix: &'static RuleFix,
    /// In the order of their ranges; without those that are only counted.
    pub(super) edits: Vec<Edit>,
    pub(super) count: usize,
}

impl FoundFix {
    pub(crate) fn applicability(&self) -> Applicability {
        self.fix.applicability
    }

    pub(crate) fn edits(&self) -> &[Edit] {
        &self.edits
    }
}

/// A place inside a content.
pub(crate) struct FoundPlace {
    /// Code points from the beginning of the content.
    pub(super) offset: usize,
    pub(super) element: String,
    pub(super) found: Option<Datum>,
    /// The bytes in the text.
    pub(super) range: Range<usize>,
}

impl Finding {
    /// At these bytes of the text.
    ///
    /// Cold, so that compilers keep what deals with broken rules apart from what
    /// nearly every request passes through.
    #[cold]
    pub(crate) fn of(rule: &'static Rule, range: Range<usize>) -> Self {
        Finding {
            rule,
            range,
            words: &rule.message,
            limit: None,
            found: None,
            name: None,
            position: None,
            meaning: None,
            count: 1,
            places: Vec::new(),
            fix: None,
            at_most: Level::Error,
        }
    }

    /// At other bytes.
    pub(crate) fn at(mut self, range: Range<usize>) -> Self {
        self.range = range;
        self
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
        self.found = Some(found.into().bounded());
        self
    }

    /// A field's name for the message's `{name}`.
    pub(crate) fn name(mut self, name: &'static str) -> Self {
        self.name = Some(name);
        self
    }

    /// Which character of the value is meant, from 1, for `{position}`; of a crop, how many
    /// coordinates.
    pub(crate) fn position(mut self, position: usize) -> Self {
        self.position = Some(position);
        self
    }

    /// What the message quotes as its `{meaning}`.
    pub(crate) fn meaning(mut self, meaning: &'static Words) -> Self {
        self.meaning = Some(meaning);
        self
    }

    /// Other words than the rule's usual message.
    pub(crate) fn words(mut self, words: &'static Words) -> Self {
        self.words = words;
        self
    }

    /// What would mend it: edits of the text, in the order of their ranges. Without
    /// any, there is no fix.
    pub(crate) fn fix(self, fix: &'static RuleFix, edits: Vec<Edit>) -> Self {
        let count = edits.len();
        self.counted_fix(fix, edits, count)
    }

    /// The same where there may be more edits, of which there are `count`.
    pub(crate) fn counted_fix(
        mut self,
        fix: &'static RuleFix,
        edits: Vec<Edit>,
        count: usize,
    ) -> Self {
        if !edits.is_empty() {
            self.fix = Some(FoundFix { fix, edits, count });
        }
        self
    }

    /// The places inside a content, of which there are `count`.
    pub(crate) fn places(mut self, count: usize, places: Vec<FoundPlace>) -> Self {
        self.count = count;
        self.places = places;
        self
    }
}
