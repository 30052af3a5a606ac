//! The table of rules: one file a rule, and this list of them.
//!
//! To add a rule, write its file and name it here: once as a module, once in
//! the table. Check, schema, command line, Python and documentation follow.

mod coordinates;
mod limits;
mod rule;

use crate::content::{Element, Sightings};
use crate::json::LONGEST_NAME;
use crate::near_name::near_name;
use crate::read::Request;
use crate::report::Notes;

pub(crate) use coordinates::{FlawedCrop, flawed_crops};
pub(crate) use rule::Check;
pub use rule::{InSchema, Keyword, Rule, Source};

// Shape: found while reading.
pub(crate) mod duplicate_key;
pub(crate) mod field_not_for_type;
pub(crate) mod invalid_json;
pub(crate) mod missing_field;
pub(crate) mod read_only_field;
pub(crate) mod unknown_field;
pub(crate) mod wrong_type;

// Values.
mod content_too_large;
mod content_too_long;
pub(crate) mod crop_incomplete;
pub(crate) mod crop_inverted;
pub(crate) mod crop_out_of_range;
pub(crate) mod crop_too_precise;
mod duplicate_ratio;
mod empty_value;
mod external_image;
pub(crate) mod index_out_of_range;
pub(crate) mod invalid_crop;
pub(crate) mod invalid_flag;
mod invalid_media_id;
mod invalid_source_url;
mod newspic_markup;
mod too_few_images;
mod too_many_images;
mod too_many_products;
pub(crate) mod unknown_article_type;
pub(crate) mod unknown_ratio;

// Warnings.
mod anchor_link;
mod author_long;
mod broken_article_link;
mod digest_long;
mod escaped_text;
mod fans_only_without_comments;
mod javascript_removed;
mod long_markup;
mod mini_program_card;
mod newspic_long_text;
mod no_effect;
mod preview_link;
mod source_url_long;
mod thumb_missing;
mod title_long;
mod typographic_quotes;

/// Makes the table of rules, and the checks as direct calls: most rules have so little
/// to do that calls through the table would be what takes the time.
macro_rules! table {
    ($($rule:ident)*) => {
        /// Every rule. Violations of one place are reported in this order.
        pub static RULES: &[&Rule] = &[$(&$rule::RULE),*];

        /// Checks the values of a request by every rule on them.
        pub(crate) fn check_values(request: &Request<'_>, notes: &mut Notes<'_>) {
            $(if let Check::Request(check) = &$rule::RULE.check {
                check(request, notes);
            })*
        }

        /// Checks an element of the content by every rule on elements.
        pub(crate) fn check_element(element: &Element<'_>, sightings: &mut Sightings<'_>) {
            $(if let Check::Element(check) = &$rule::RULE.check {
                check(element, sightings);
            })*
        }
    };
}

table! {
    invalid_json
    duplicate_key
    wrong_type
    missing_field
    unknown_field
    read_only_field
    field_not_for_type
    empty_value
    invalid_media_id
    index_out_of_range
    unknown_article_type
    invalid_flag
    content_too_long
    content_too_large
    invalid_source_url
    too_few_images
    too_many_images
    too_many_products
    invalid_crop
    crop_too_precise
    crop_out_of_range
    crop_inverted
    crop_incomplete
    unknown_ratio
    duplicate_ratio
    newspic_markup
    external_image
    javascript_removed
    anchor_link
    preview_link
    broken_article_link
    mini_program_card
    typographic_quotes
    long_markup
    newspic_long_text
    escaped_text
    fans_only_without_comments
    thumb_missing
    no_effect
    title_long
    author_long
    digest_long
    source_url_long
}

/// The rule with this code.
///
/// ```
/// let rule = weixin_draft::rule("external_image").expect("a rule of this name");
/// assert!(rule.movable);
/// assert!(weixin_draft::rule("externalimage").is_none());
/// ```
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}

/// The rule that a misspelt code was probably meant for.
///
/// ```
/// let rule = weixin_draft::near_rule("titel-long").expect("a rule that comes near");
/// assert_eq!(rule.code, "title_long");
/// assert!(weixin_draft::near_rule("nonsense").is_none());
/// ```
pub fn near_rule(code: &str) -> Option<&'static Rule> {
    if code.len() > LONGEST_NAME {
        return None;
    }
    rule(near_name(code, RULES.iter().map(|rule| rule.code))?)
}

/// The rule's position in the table.
pub(crate) fn rank(rule: &Rule) -> usize {
    RULES.iter().position(|other| std::ptr::eq(*other, rule)).unwrap_or(RULES.len())
}
