//! The level of every rule in one check.

use super::{Rule, rule};
use crate::report::Level;

/// The default levels and what the caller changed of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Levels {
    /// By code; so few that a list is the fastest to search.
    changed: Vec<(&'static str, Level)>,
    /// Whether every warning counts as an error.
    strict: bool,
}

impl Levels {
    pub(crate) const DEFAULT: Levels = Levels { changed: Vec::new(), strict: false };

    /// The level of a finding that is `at_most` so grave unless the caller moved
    /// its rule.
    pub(crate) fn of(&self, rule: &Rule, at_most: Level) -> Level {
        let changed = self.changed.iter().find(|(code, _)| *code == rule.code);
        match changed.map_or(rule.level.min(at_most), |(_, level)| *level) {
            Level::Warning if self.strict => Level::Error,
            level => level,
        }
    }

    /// The same for what is read into a model: what no model holds is an error.
    pub(crate) fn for_models(&self) -> Levels {
        let mut levels = self.clone();
        // Of the others, this is so by default.
        for (code, level) in &mut levels.changed {
            if rule(code).is_some_and(|rule| rule.typed) {
                *level = Level::Error;
            }
        }
        levels
    }

    pub(crate) fn set(&mut self, rule: &Rule, level: Level) {
        self.changed.retain(|(code, _)| *code != rule.code);
        self.changed.push((rule.code, level));
    }

    pub(crate) fn set_strict(&mut self, strict: bool) {
        self.strict = strict;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RULES;

    /// So a request can be read whose rules nobody moved.
    #[test]
    fn what_no_model_holds_is_an_error() {
        let typed: Vec<_> = RULES.iter().filter(|rule| rule.typed).collect();
        assert!(!typed.is_empty());
        assert!(typed.iter().all(|rule| Levels::DEFAULT.of(rule, Level::Error) == Level::Error));
    }
}
