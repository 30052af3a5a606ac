//! Lengths of texts, for the rules that limit one.

use super::{ArticleContext, Finding, Findings, Rule};
use crate::json::Text;
use crate::request::Slot;

/// Reports a text of the article that is longer than `limit` code points.
pub(super) fn check_length(
    rule: &'static Rule,
    field: &'static str,
    text: &Slot<Text<'_>>,
    limit: usize,
    context: &ArticleContext<'_, '_>,
    findings: &mut Findings<'_>,
) {
    if let Some(text) = text.given()
        && text.is_longer_than(limit)
    {
        let finding = Finding::of(rule, text.range()).limit(limit).found(text.code_points());
        context.add(finding, field, findings);
    }
}
