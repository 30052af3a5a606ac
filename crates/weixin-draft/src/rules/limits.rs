//! Lengths of texts, for the rules that limit one.

use super::width::{is_wider_than, width};
use super::{ArticleContext, Finding, Findings, Rule};
use crate::json::Text;
use crate::request::Slot;

/// Reports a text of the article that is wider than `limit`.
pub(super) fn check_width(
    rule: &'static Rule,
    field: &'static str,
    text: &Slot<Text<'_>>,
    limit: usize,
    context: &ArticleContext<'_, '_>,
    findings: &mut Findings<'_>,
) {
    if let Some(text) = text.given()
        && is_wider_than(text, limit)
    {
        let finding = Finding::of(rule, text.range()).limit(limit).found(width(text));
        context.add(finding, field, findings);
    }
}
