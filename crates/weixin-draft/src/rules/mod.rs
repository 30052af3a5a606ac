//! The table of rules: one file a rule, and this list of them.
//!
//! To add a rule, write its file and name it here: once as a module, once in
//! the table. Check, schema, command line, Python and documentation follow.

mod add_words;
mod by_code;
mod context;
mod conversion_words;
mod coordinates;
mod document_words;
mod edits;
mod finding;
mod findings;
mod image_scheme;
mod levels;
mod limits;
mod misplaced_field;
mod open_objects;
mod outer_blank;
mod plain_media_id;
mod rule;
mod shape;
mod sightings;
mod source_url;
mod source_url_flaw;
mod suspects;
mod width;

use crate::html::{ContentText, Element, Tree};
use crate::json::{Pointer, Text};
use crate::request::{Crop, Image, Request};

pub(crate) use add_words::speak_of_add;
pub use article_count::MAX_ARTICLES;
pub(crate) use article_count::finding as article_count;
pub use by_code::{near_rule, rule};
use context::FlawedCrop;
pub(crate) use context::{ArticleContext, Facts};
pub(crate) use coordinates::{check_coordinates, check_crop_strings};
pub(crate) use document_markup::note_doctype;
pub(crate) use escaped_body::finding as escaped_body;
pub(crate) use external_image::{is_markdown, is_template, is_vendor_image_host};
pub(crate) use finding::{Finding, FoundFix};
pub(crate) use findings::Findings;
pub(crate) use levels::Levels;
pub(crate) use misplaced_field::articles_inside;
pub(crate) use plain_media_id::{is_plain_media_id, suspect_media_id, suspect_required_id};
use rule::{Checks, ContentToMend, Mending};
pub use rule::{InSchema, Keyword, Rule, RuleFix, Source};
pub(crate) use shape::check_shape;
pub(crate) use sightings::{ElementContext, Sightings};
pub(crate) use source_url::{SourceUrl, suspect_source_url};
pub(crate) use suspects::{Suspect, suspects};
pub use too_long::MAX_ROW_BYTES;
pub(crate) use too_long::finding as too_long;

// Shape: found while reading.
mod duplicate_key;
mod field_not_for_type;
mod invalid_json;
mod invalid_json_fix;
mod json_words;
mod missing_field;
mod read_only_field;
mod unknown_field;
mod wrong_type;
mod wrong_type_fix;

// Values.
mod content_too_large;
mod content_too_long;
mod crop_fixes;
mod crop_incomplete;
mod crop_inverted;
mod crop_out_of_range;
mod crop_shape;
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

// Warnings on what the text says.
mod content_is_path;
mod control_character;
mod escaped_body;
mod escaped_markup;
mod garbled_text;
mod implausible_media_id;
mod local_source_url;
mod markdown_left;
mod placeholder_value;

// Warnings on what the server or the vendor's editor changes.
mod document_markup;
mod list_white_space;
mod nested_list;
mod outside_link;
mod removed_position;

// Warnings by the vendor's specification of structure.
mod ambiguous_text_align;
mod block_in_leaf;
mod deep_nesting;
mod invisible_caret;
mod touch_only_animation;
mod transparent_image;
mod zero_height_text;

// What the server made of an article that was sent.
mod stored_attribute_lost;
mod stored_element_lost;
mod stored_image_lost;
mod stored_link_lost;
mod stored_text_changed;

// Of bodies of draft_add.
mod article_count;

// Of rows in bulk checks.
mod too_long;

// Notes on what only a layout shows.
mod layout_cut_text;
mod layout_line_overlap;
mod layout_pre_overflow;
mod layout_width;

/// Makes the table of rules, and the checks as direct calls: most rules have so little
/// to do that calls through the table would be what takes the time. A rule that is off is
/// looked at for nothing: what it finds is not kept.
macro_rules! table {
    ($($rule:ident)*) => {
        /// Every rule that a request can break. Violations of one place are reported
        /// in this order.
        pub static RULES: &[&Rule] = &[$(&$rule::RULE),*];

        pub(crate) fn check_request(request: &Request<'_>, findings: &mut Findings<'_>) {
            $(if let Some(check) = $rule::RULE.checks.request {
                check(request, findings);
            })*
        }

        pub(crate) fn check_article(article: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
            $(if let Some(check) = $rule::RULE.checks.article {
                check(article, findings);
            })*
        }

        pub(crate) fn check_suspect(
            suspect: &Suspect<'_, '_>,
            path: &Pointer<'_>,
            findings: &mut Findings<'_>,
        ) {
            $(if let Some(check) = $rule::RULE.checks.suspect {
                check(suspect, path, findings);
            })*
        }

        pub(crate) fn check_source_url(
            url: &SourceUrl<'_, '_>,
            path: &Pointer<'_>,
            findings: &mut Findings<'_>,
        ) {
            $(if let Some(check) = $rule::RULE.checks.source_url {
                check(url, path, findings);
            })*
        }

        pub(crate) fn check_media_id(id: &Text<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
            $(if let Some(check) = $rule::RULE.checks.media_id {
                check(id, path, findings);
            })*
        }

        pub(crate) fn check_image(image: &Image<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
            $(if let Some(check) = $rule::RULE.checks.image {
                check(image, path, findings);
            })*
        }

        pub(crate) fn check_crop(crop: &Crop<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
            $(if let Some(check) = $rule::RULE.checks.crop {
                check(crop, path, findings);
            })*
        }

        pub(crate) fn check_flawed_crop(crop: &FlawedCrop<'_, '_>, findings: &mut Findings<'_>) {
            $(if let Some(check) = $rule::RULE.checks.flawed_crop {
                check(crop, findings);
            })*
        }

        pub(crate) fn check_text(text: &ContentText<'_>, sightings: &mut Sightings<'_>) {
            $(if let Some(check) = $rule::RULE.checks.text {
                check(text, sightings);
            })*
        }

        pub(crate) fn check_tree(tree: &Tree<'_>, sightings: &mut Sightings<'_>) {
            for position in 0..tree.len() {
                let node = tree.node(position);
                let element = node.element();
                $(if let Some(check) = $rule::RULE.checks.node {
                    check(&node, &element, sightings);
                })*
            }
            $(if let Some(check) = $rule::RULE.checks.tree {
                check(tree, sightings);
            })*
        }

        pub(crate) fn check_element(element: &Element<'_>, sightings: &mut Sightings<'_>) {
            $(if let Some(check) = $rule::RULE.checks.element {
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
    escaped_body
    garbled_text
    control_character
    placeholder_value
    implausible_media_id
    markdown_left
    escaped_markup
    content_is_path
    local_source_url
    document_markup
    outside_link
    removed_position
    list_white_space
    nested_list
    transparent_image
    invisible_caret
    zero_height_text
    ambiguous_text_align
    touch_only_animation
    block_in_leaf
    deep_nesting
}

/// The rules of a comparison: what [`compare`](crate::endpoint::compare) finds in an
/// article that the server stored.
pub static STORED_RULES: &[&Rule] = &[
    STORED_IMAGE_LOST,
    STORED_LINK_LOST,
    STORED_ELEMENT_LOST,
    STORED_ATTRIBUTE_LOST,
    STORED_TEXT_CHANGED,
];

pub(crate) static STORED_IMAGE_LOST: &Rule = &stored_image_lost::RULE;
pub(crate) static STORED_LINK_LOST: &Rule = &stored_link_lost::RULE;
pub(crate) static STORED_ELEMENT_LOST: &Rule = &stored_element_lost::RULE;
pub(crate) static STORED_ATTRIBUTE_LOST: &Rule = &stored_attribute_lost::RULE;
pub(crate) static STORED_TEXT_CHANGED: &Rule = &stored_text_changed::RULE;

/// The rules on bodies of draft_add, besides those on articles:
/// [`Checker::check_draft_add`](crate::Checker::check_draft_add).
pub static ADD_RULES: &[&Rule] = &[&article_count::RULE];

/// The rules of bulk checks on rows, whatever they hold.
pub static BULK_RULES: &[&Rule] = &[&too_long::RULE];

/// The rules on what only a browser can measure, which lays the content out: the
/// preview and `check --layout`.
pub static LAYOUT_RULES: &[&Rule] = &[
    &layout_width::RULE,
    &layout_line_overlap::RULE,
    &layout_cut_text::RULE,
    &layout_pre_overflow::RULE,
];

/// The rule on crops of a picture that is known:
/// [`Checker::check_cover`](crate::Checker::check_cover).
pub(crate) static CROP_SHAPE: &Rule = &crop_shape::RULE;

/// Every rule: [`RULES`], then those that are checked where more than the request is
/// known: `crop_shape`, [`ADD_RULES`], [`STORED_RULES`], [`BULK_RULES`] and
/// [`LAYOUT_RULES`].
pub fn all_rules() -> impl Iterator<Item = &'static Rule> {
    let beyond = [ADD_RULES, STORED_RULES, BULK_RULES, LAYOUT_RULES].into_iter().flatten();
    RULES.iter().chain([&CROP_SHAPE]).chain(beyond).copied()
}

/// The rules on fields that, once lowered, are reported and not sent.
pub(crate) static LEFT_OUT: [&Rule; 3] =
    [&unknown_field::RULE, &read_only_field::RULE, &field_not_for_type::RULE];

/// The rule on text that was decoded wrongly.
pub(crate) static GARBLED_TEXT: &Rule = &garbled_text::RULE;

/// The rule on fields that only an answer has.
pub(crate) static READ_ONLY_FIELD: &Rule = &read_only_field::RULE;

/// The rule on fields that draft_update does not have.
pub(crate) static UNKNOWN_FIELD: &Rule = &unknown_field::RULE;

/// The rule on articles without a cover.
pub(crate) static THUMB_MISSING: &Rule = &thumb_missing::RULE;

/// The rule on what belongs to the other type of article.
pub(crate) static FIELD_NOT_FOR_TYPE: &Rule = &field_not_for_type::RULE;

/// The rule's position in the table.
pub(crate) fn rank(rule: &Rule) -> usize {
    RULES.iter().position(|other| std::ptr::eq(*other, rule)).unwrap_or(RULES.len())
}
