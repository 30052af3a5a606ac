//! What a whole check found, in numbers.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::AddAssign;

use weixin_draft::{Applicability, Level, Report};

use crate::outcome::Outcome;

/// Counts requests and violations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Requests.
    pub(crate) requests: u64,
    /// Requests with an error.
    pub(crate) refused: u64,
    /// Listed errors.
    pub(crate) errors: u64,
    /// Listed warnings.
    pub(crate) warnings: u64,
    /// Violations beyond the listed ones.
    pub(crate) omitted: u64,
    /// Violations that `--fix` mends.
    pub(crate) fixable: u64,
    /// Those that it mends only with `--unsafe-fixes`.
    pub(crate) unsafely_fixable: u64,
    /// Files of a directory that are JSON of another kind.
    pub(crate) others: u64,
    /// Listed violations of each rule, by its code.
    codes: BTreeMap<&'static str, u64>,
}

impl Tally {
    /// Counts one request.
    pub(crate) fn count(&mut self, report: &Report) {
        self.requests += 1;
        self.refused += u64::from(!report.is_ok());
        for violation in report.violations() {
            match violation.level {
                Level::Error => self.errors += 1,
                Level::Warning => self.warnings += 1,
                _ => {}
            }
            match violation.fix.as_ref().map(|fix| fix.applicability) {
                Some(Applicability::Safe) => self.fixable += 1,
                Some(_) => self.unsafely_fixable += 1,
                None => {}
            }
            *self.codes.entry(violation.code).or_default() += 1;
        }
        self.omitted += report.omitted() as u64;
    }

    /// The codes that occur most, at most ten, each with its number.
    pub(crate) fn most_frequent(&self) -> Vec<(&'static str, u64)> {
        let mut codes: Vec<_> = self.codes.iter().map(|(code, count)| (*code, *count)).collect();
        codes.sort_by_key(|(_, count)| Reverse(*count));
        codes.truncate(10);
        codes
    }

    /// Writes the codes that occur most, one a line.
    pub(super) fn write_table(&self, into: &mut dyn Write) -> io::Result<()> {
        let codes = self.most_frequent();
        let width = codes.first().map_or(0, |(_, count)| count.to_string().len());
        codes.iter().try_for_each(|(code, count)| writeln!(into, "{count:>width$} {code}"))
    }

    /// The outcome of the whole check.
    pub(crate) fn outcome(&self) -> Outcome {
        Outcome::of_check(self.refused == 0)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.requests += other.requests;
        self.refused += other.refused;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.omitted += other.omitted;
        self.fixable += other.fixable;
        self.unsafely_fixable += other.unsafely_fixable;
        self.others += other.others;
        for (code, count) in other.codes {
            *self.codes.entry(code).or_default() += count;
        }
    }
}
