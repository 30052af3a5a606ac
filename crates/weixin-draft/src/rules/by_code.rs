//! Rules by their codes.

use super::{Rule, all_rules};
use crate::json::MAX_NAME;
use crate::near_name::near_name;

/// The rule with this code.
///
/// ```
/// let rule = weixin_draft::rule("external_image").expect("a rule of this name");
/// assert!(rule.movable);
/// assert!(weixin_draft::rule("externalimage").is_none());
/// ```
pub fn rule(code: &str) -> Option<&'static Rule> {
    all_rules().find(|rule| rule.code == code)
}

/// The rule that a misspelt code was probably meant for.
///
/// ```
/// let rule = weixin_draft::near_rule("titel-long").expect("a rule that comes near");
/// assert_eq!(rule.code, "title_long");
/// assert!(weixin_draft::near_rule("nonsense").is_none());
/// ```
pub fn near_rule(code: &str) -> Option<&'static Rule> {
    if code.len() > MAX_NAME {
        return None;
    }
    rule(near_name(code, all_rules().map(|rule| rule.code))?)
}
