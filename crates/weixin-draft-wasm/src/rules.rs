//! The table of rules.

use serde::Serialize;
use weixin_draft::all_rules;

use crate::answer::{LanguageOption, answer};

#[derive(Serialize)]
struct Rule {
    code: &'static str,
    level: &'static str,
    movable: bool,
    source: &'static str,
    schema: &'static str,
    summary: &'static str,
    reason: &'static str,
}

/// All rules in the order of the table, in the language of `{"lang": "en"}`.
pub fn rules(_input: &[u8], options: &[u8]) -> String {
    answer(options, |options: LanguageOption| {
        let language = options.lang;
        let describe = |rule: &'static weixin_draft::Rule| Rule {
            code: rule.code,
            level: rule.level.as_str(),
            movable: rule.movable,
            source: rule.source.as_str(),
            schema: rule.in_schema.as_str(),
            summary: rule.summary.get(language),
            reason: rule.reason.get(language),
        };
        Ok(all_rules().map(describe).collect::<Vec<_>>())
    })
}
