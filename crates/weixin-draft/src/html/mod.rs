//! A tokenizer for an article's HTML that yields elements. It knows no rule.
//!
//! It works on the JSON string as it is in the body: escapes and
//! entities are decoded where something is looked at, and nowhere else, so a
//! content is neither copied nor read twice. It follows the HTML standard's
//! tokenizer where that matters for what a browser would load or show.

mod active_formatting;
mod attribute;
mod character_reference;
mod content_text;
mod element;
mod event_handlers;
mod image_address;
mod image_place;
mod located;
mod markup;
mod name;
mod name_table;
mod named_reference;
mod names;
mod odd_text;
mod open_elements;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod oracle_tree;
mod pieces;
mod plain_text;
mod product;
mod raw_text;
mod replacement;
mod srcset;
mod style;
mod style_hints;
mod tag;
mod text_length;
mod tree;
mod units;
mod walker;

pub(crate) use attribute::{Attribute, AttributeName};
pub(crate) use content_text::{ContentText, each_content_text, text_alone};
pub(crate) use element::{Element, ElementName};
pub(crate) use image_address::each_image_address;
pub(crate) use image_place::{ImagePlace, each_image_place};
pub(crate) use pieces::{PieceKind, Pieces, with_white_space, would_join};
pub(crate) use plain_text::{decoded_text, plain_text, written_as_text};
pub(crate) use product::ProductCounter;
pub(crate) use style::{declarations, declared};
pub(crate) use tree::{Tree, TreeNode};
pub(crate) use walker::Walker;
