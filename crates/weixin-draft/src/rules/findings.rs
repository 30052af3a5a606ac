//! Findings as they are made, before they become a report.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::finding::{Finding, FoundFix, FoundPlace};
use super::levels::Levels;
use super::open_objects::{OpenObject, OpenObjects};
use super::{Rule, invalid_json, misplaced_field, missing_field, rank, unknown_field, wrong_type};
use crate::json::{Characters, Pointer, UnescapedOffsets};
use crate::report::{Edit, Fix, Level, Location, Locator, Place, Report, Violation};

/// A finding with its level and path.
struct Found {
    finding: Finding,
    level: Level,
    path: String,
}

impl Found {
    /// The order of the values in the text; of one place, the order of the rules.
    fn document_order(&self, other: &Found) -> Ordering {
        let by_place = self.place().cmp(&other.place());
        by_place.then_with(|| rank(self.finding.rule).cmp(&rank(other.finding.rule)))
    }

    /// The fields any of which is missing or not what it should be, or else this would not
    /// have been found.
    fn absent_paths(&self) -> Vec<String> {
        let object = self.path.rsplit_once('/').map_or("", |(object, _)| object);
        let own = || self.path.clone();
        let beside = |name| format!("{object}/{name}");
        match self.finding.rule.code {
            "missing_field" | "crop_incomplete" => vec![own()],
            "thumb_missing" => vec![own(), beside("article_type")],
            // Lowered, it says what is not sent.
            "field_not_for_type" if self.level == Level::Error => vec![beside("article_type")],
            "fans_only_without_comments" => vec![beside("need_open_comment")],
            "wrong_type" if self.path == "/articles/articles" => vec![own()],
            _ => Vec::new(),
        }
    }

    /// Where the text stops being JSON comes last, even if what is wrong began
    /// earlier, such as a bracket that is never closed.
    fn place(&self) -> (bool, usize) {
        (*self.finding.rule == invalid_json::RULE, self.finding.range.start)
    }
}

/// Collects the findings of one check.
pub(crate) struct Findings<'c> {
    levels: &'c Levels,
    /// What is checked.
    text: &'c [u8],
    /// Whether every fix is kept, beyond what a report lists.
    keeps_fixes: bool,
    /// Most checks find nothing, and then there is nothing to be made or dropped either.
    kept: Option<Box<Kept>>,
    /// Whether the text has the word newspic, once somebody has asked.
    names_newspic: Option<bool>,
}

#[derive(Default)]
struct Kept {
    #[expect(clippy::vec_box, reason = "they are large and change their places")]
    found: Vec<Box<Found>>,
    omitted: usize,
    has_errors: bool,
    /// Every fix, if somebody wants them.
    fixes: Vec<FoundFix>,
    objects: OpenObjects,
}

impl<'c> Findings<'c> {
    pub(crate) fn new(levels: &'c Levels, text: &'c [u8]) -> Self {
        Findings { levels, text, keeps_fixes: false, kept: None, names_newspic: None }
    }

    /// The same, keeping every fix.
    pub(crate) fn with_fixes(self) -> Self {
        Findings { keeps_fixes: true, ..self }
    }

    /// The fixes that were kept.
    pub(crate) fn into_fixes(self) -> Vec<FoundFix> {
        self.kept.map(|kept| kept.fixes).unwrap_or_default()
    }

    /// How many edits of a fix anybody will look at: more than these need not be
    /// made, but for being counted.
    pub(crate) fn max_edits(&self) -> usize {
        if self.keeps_fixes { usize::MAX } else { Fix::MAX_EDITS }
    }

    /// What is checked.
    pub(crate) fn text(&self) -> &'c [u8] {
        self.text
    }

    /// Whether there are more findings than a report lists, so that more need only be
    /// counted. Fixes are made of all of them.
    pub(crate) fn is_full(&self) -> bool {
        !self.keeps_fixes && self.kept.as_ref().is_some_and(|kept| kept.omitted > 0)
    }

    /// The object that begins at `begin`.
    pub(super) fn object(&mut self, begin: usize) -> &mut OpenObject {
        self.kept.get_or_insert_default().objects.object(self.text, begin)
    }

    /// Whether the text has the word newspic: if not, it has no picture message. The text is
    /// read for it once, however many ask.
    pub(super) fn names_newspic(&mut self) -> bool {
        const NEWSPIC: &[u8] = b"newspic";
        let text = self.text;
        let has = || text.windows(NEWSPIC.len()).any(|part| part == NEWSPIC);
        *self.names_newspic.get_or_insert_with(has)
    }

    /// Whether nothing says that the text is not JSON.
    pub(crate) fn is_of_json(&self) -> bool {
        self.found().iter().all(|found| *found.finding.rule != invalid_json::RULE)
    }

    /// Forgets that what the text stops being JSON in, or the whole, has another type than
    /// expected: of its beginning that says nothing.
    pub(crate) fn forget_types_of_cut_values(&mut self) {
        let Some(kept) = &mut self.kept else { return };
        let cut = kept.found.iter().find(|found| *found.finding.rule == invalid_json::RULE);
        let cut = cut.map(|found| found.finding.range.start);
        kept.found.retain(|found| {
            let Finding { rule, range, .. } = &found.finding;
            let is_cut = cut.is_some_and(|cut| range.contains(&cut)) || found.path.is_empty();
            !(**rule == wrong_type::RULE && is_cut)
        });
    }

    fn found(&self) -> &[Box<Found>] {
        self.kept.as_ref().map(|kept| &*kept.found).unwrap_or_default()
    }

    /// The level of a rule in this check.
    pub(crate) fn level_of(&self, rule: &Rule) -> Level {
        self.levels.of(rule, Level::Error)
    }

    /// Adds what others have found, which is empty afterwards.
    #[inline]
    pub(crate) fn append(&mut self, others: &mut Findings<'c>) {
        if let Some(others) = others.kept.take() {
            self.kept.get_or_insert_default().append(*others);
        }
    }

    /// Keeps what was found at paths that are to be kept, and its fixes.
    pub(crate) fn retain(&mut self, mut keeps: impl FnMut(&str) -> bool) {
        let Some(kept) = &mut self.kept else { return };
        let fixes = &mut kept.fixes;
        kept.found.retain(|found| {
            let is_kept = keeps(&found.path);
            if let (false, Some(fix)) = (is_kept, &found.finding.fix) {
                fixes.retain(|other| other.edits != fix.edits);
            }
            is_kept
        });
    }

    pub(crate) fn clear(&mut self) {
        self.kept = None;
    }

    /// Keeps what was found at this path alone.
    pub(crate) fn keep_at(&mut self, path: &str) {
        let Some(kept) = &mut self.kept else { return };
        kept.found.retain(|found| found.path == path);
        kept.has_errors = kept.found.iter().any(|found| found.level == Level::Error);
    }

    /// Moves what was found in a JSON string to the text that it holds.
    pub(crate) fn translate(&mut self, offsets: &UnescapedOffsets) {
        let found = self.kept.iter_mut().flat_map(|kept| &mut kept.found);
        for found in found {
            let finding = &mut found.finding;
            let places = finding.places.iter_mut().map(|place| &mut place.range);
            for range in places.chain([&mut finding.range]) {
                *range = offsets.unescaped(range.start)..offsets.unescaped(range.end);
            }
            for edit in finding.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
                let Range { start, end } = edit.range;
                let text: String = Characters::of(edit.replacement().as_bytes()).collect();
                *edit = Edit::new(offsets.unescaped(start)..offsets.unescaped(end), text);
            }
        }
    }

    #[cold]
    pub(crate) fn add(&mut self, finding: Finding, path: &Pointer<'_>) {
        let level = self.levels.of(finding.rule, finding.at_most);
        if level == Level::Off {
            return;
        }
        let kept = self.kept.get_or_insert_default();
        kept.has_errors |= level == Level::Error;
        if self.keeps_fixes
            && let Some(fix) = &finding.fix
        {
            kept.fixes.push(fix.clone());
        }
        kept.push(Box::new(Found { finding, level, path: path.into() }));
    }

    /// The report, in the order of the values in `text`; of one place, in
    /// the order of the rules.
    #[inline]
    pub(crate) fn into_report(self, text: &[u8]) -> Report {
        self.kept.map(|kept| kept.into_report(text)).unwrap_or_default()
    }
}

impl Kept {
    fn append(&mut self, others: Kept) {
        self.omitted += others.omitted;
        self.has_errors |= others.has_errors;
        self.fixes.extend(others.fixes);
        others.found.into_iter().for_each(|found| self.push(found));
    }

    fn push(&mut self, found: Box<Found>) {
        self.found.push(found);
        // So seldom that each finding takes the same time, however many there are.
        if self.found.len() == 2 * Report::MAX_VIOLATIONS {
            self.keep_the_gravest();
        }
    }

    /// One slip, one finding: of a misspelt or misplaced name and what is found because its
    /// field is missing, the graver one is told; of two that are as grave, the name.
    fn forget_what_names_explain(&mut self) {
        let mut names: HashMap<String, usize> = HashMap::new();
        let mut forgotten = HashSet::new();
        let mut last = None;
        for (at, found) in self.found.iter().enumerate() {
            let Found { finding, path, .. } = &**found;
            let may_explain = [&unknown_field::RULE, &wrong_type::RULE].contains(&finding.rule);
            if let Some((object, name)) = path.rsplit_once('/').filter(|_| may_explain) {
                // Lowered, each name says what is not sent.
                if misplaced_field::is_of_whole_object(finding.words) && found.level == Level::Error
                {
                    let slip = (finding.words.en, finding.name, object);
                    if last.replace(slip) == Some(slip) {
                        forgotten.insert(at);
                    }
                }
                let meant = unknown_field::meant_paths(finding, object, name);
                names.extend(meant.into_iter().map(|path| (path, at)));
            }
        }
        if names.is_empty() {
            return;
        }
        for at in 0..self.found.len() {
            let found = &self.found[at];
            let absent = found.absent_paths();
            let Some(name) = absent.iter().find_map(|path| names.get(path)).copied() else {
                continue;
            };
            if found.level <= self.found[name].level {
                forgotten.insert(at);
            } else if names.get(&found.path) == Some(&name)
                && let Some(told) = missing_field::with_name(&self.found[name].finding)
            {
                let missing = Finding { rule: found.finding.rule, ..told };
                self.found[at].finding = missing;
                forgotten.insert(name);
            }
        }
        let mut at = 0..;
        self.found.retain(|_| at.next().is_none_or(|at| !forgotten.contains(&at)));
    }

    /// Of too many findings, errors are kept rather than warnings, and what comes
    /// first in the document rather than what follows.
    fn keep_the_gravest(&mut self) {
        if self.found.len() <= Report::MAX_VIOLATIONS {
            return;
        }
        self.sort(true);
        self.omitted += self.found.len() - Report::MAX_VIOLATIONS;
        self.found.truncate(Report::MAX_VIOLATIONS);
    }

    /// In the order of the document; before that, if wanted, the gravest first. It is one place
    /// since every sort of its own is much code.
    fn sort(&mut self, gravest_first: bool) {
        self.found.sort_by(|one, other| {
            let level = |found: &Found| gravest_first.then_some(found.level);
            level(other).cmp(&level(one)).then_with(|| one.document_order(other))
        });
    }

    #[cold]
    fn into_report(mut self, text: &[u8]) -> Report {
        self.forget_what_names_explain();
        self.keep_the_gravest();
        self.sort(false);
        let mut offsets = Vec::with_capacity(2 * self.found.len());
        for found in &self.found {
            let finding = &found.finding;
            let places = finding.places.iter().map(|place| &place.range);
            let edits = finding.fix.iter().flat_map(|fix| fix.edits.iter());
            let ranges = places.chain(edits.map(|edit| &edit.range)).chain([&finding.range]);
            offsets.extend(ranges.flat_map(|range| [range.start, range.end]));
        }
        let locator = Locator::new(text, offsets);
        let violations = self.found.into_iter().map(|found| into_violation(*found, &locator));
        Report::new(violations.collect(), self.omitted, self.has_errors)
    }
}

fn into_violation(Found { finding, level, path }: Found, locator: &Locator) -> Violation {
    let locate = |range: &Range<usize>| -> Option<Location> { Some(locator.locate(range)) };
    let fix = finding.fix.map(|FoundFix { fix, mut edits, count }| {
        for edit in &mut edits {
            edit.utf16 = Some(locator.locate(&edit.range).utf16);
        }
        Fix::new(fix.applicability, edits, count, &fix.words)
    });
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
        position: finding.position,
        meaning: finding.meaning,
        words: finding.words,
    }
}
