//! The table of rules: one file a rule, and this list of them.
//!
//! To add a rule, write its file and name it here: once as a module, once in
//! [`RULES`]. The check, the schema, the command `weixin-draft rules`, Python's
//! `RULES` and the documentation follow.

mod coordinates;
mod limits;
mod rule;

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
mod crop_incomplete;
mod crop_inverted;
mod crop_out_of_range;
mod crop_too_precise;
mod duplicate_ratio;
mod empty_value;
mod external_image;
mod index_out_of_range;
mod invalid_crop;
mod invalid_flag;
mod invalid_media_id;
mod invalid_source_url;
mod newspic_markup;
mod too_few_images;
mod too_many_images;
mod too_many_products;
mod unknown_article_type;
mod unknown_ratio;

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

/// Every rule. Violations of one place are reported in this order.
pub static RULES: &[&Rule] = &[
    &invalid_json::RULE,
    &duplicate_key::RULE,
    &wrong_type::RULE,
    &missing_field::RULE,
    &unknown_field::RULE,
    &read_only_field::RULE,
    &field_not_for_type::RULE,
    &empty_value::RULE,
    &invalid_media_id::RULE,
    &index_out_of_range::RULE,
    &unknown_article_type::RULE,
    &invalid_flag::RULE,
    &content_too_long::RULE,
    &content_too_large::RULE,
    &invalid_source_url::RULE,
    &too_few_images::RULE,
    &too_many_images::RULE,
    &too_many_products::RULE,
    &invalid_crop::RULE,
    &crop_too_precise::RULE,
    &crop_out_of_range::RULE,
    &crop_inverted::RULE,
    &crop_incomplete::RULE,
    &unknown_ratio::RULE,
    &duplicate_ratio::RULE,
    &newspic_markup::RULE,
    &external_image::RULE,
    &javascript_removed::RULE,
    &anchor_link::RULE,
    &preview_link::RULE,
    &broken_article_link::RULE,
    &mini_program_card::RULE,
    &typographic_quotes::RULE,
    &long_markup::RULE,
    &newspic_long_text::RULE,
    &escaped_text::RULE,
    &fans_only_without_comments::RULE,
    &thumb_missing::RULE,
    &no_effect::RULE,
    &title_long::RULE,
    &author_long::RULE,
    &digest_long::RULE,
    &source_url_long::RULE,
];

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
