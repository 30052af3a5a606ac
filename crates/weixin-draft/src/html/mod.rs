//! A tokenizer for an article's HTML that yields elements. It knows no rule.
//!
//! It works on the JSON string as it stands in the body: escapes and
//! entities are decoded where something is looked at, and nowhere else, so a
//! content is neither copied nor read twice. It follows the HTML standard's
//! tokenizer where that matters for what a browser would load or show.

mod character_reference;
mod element;
mod image_address;
mod image_place;
mod located;
mod markup;
mod name;
#[cfg(test)]
mod oracle;
mod product;
mod raw_text;
mod replacement;
mod srcset;
mod style;
mod tag;
mod text_length;
mod units;
mod walker;

pub(crate) use element::{AttributeName, Element, ElementName};
pub(crate) use image_address::each_image_address;
pub(crate) use image_place::{ImagePlace, each_image_place};
pub(crate) use product::ProductCounter;
pub(crate) use walker::Walker;
