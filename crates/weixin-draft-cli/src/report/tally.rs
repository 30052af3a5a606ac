//! What a whole check found, in numbers.

use std::ops::AddAssign;

use weixin_draft::{Level, Report};

use crate::outcome::Outcome;

/// Counts requests and violations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
                Level::Off => {}
            }
        }
        self.omitted += report.omitted() as u64;
    }

    /// Counts a request that was too long to be looked at.
    pub(crate) fn count_too_long(&mut self) {
        self.requests += 1;
        self.refused += 1;
        self.errors += 1;
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
    }
}
