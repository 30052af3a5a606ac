//! Where the addresses of images are, to the byte.

use std::ops::Range;

use super::attribute::AttributeName;
use super::element::Element;
use super::image_address::{Syntax, each_image_attribute};
use super::located::Located;
use super::replacement::{Form, written};
use super::srcset::each_candidate;
use super::style::each_url;
use super::walker::Walker;

/// An address of an image in a content.
pub(crate) struct ImagePlace {
    pub(crate) element: String,
    pub(crate) attribute: &'static str,
    /// Its bytes in the JSON string.
    pub(crate) range: Range<usize>,
    /// Everything decoded: JSON, HTML, CSS.
    pub(crate) address: String,
    form: Form,
}

impl ImagePlace {
    /// The HTML that makes another address of this one.
    pub(crate) fn written(&self, address: &str) -> String {
        written(address, self.form)
    }
}

/// Shows every address of a content, which is a JSON string's raw text.
pub(crate) fn each_image_place(raw: &[u8], mut look: impl FnMut(ImagePlace)) {
    let mut walker = Walker::new(raw);
    let mut element = Element::default();
    while walker.next_element(&mut element).is_some() {
        places_of(&element, &mut look);
    }
}

fn places_of(element: &Element<'_>, mut look: impl FnMut(ImagePlace)) {
    each_image_attribute(element, |attribute, syntax| {
        let located = Located::of(attribute.value);
        let text = &located.text;
        let mut place = |part: Range<usize>, address: String| {
            look(ImagePlace {
                element: element.short_name(),
                attribute: name(attribute.name),
                range: located.raw_range(&part),
                address,
                form: Form {
                    syntax,
                    is_quoted: attribute.value.quoted,
                    follows_open_entity: located.follows_open_entity(part.start),
                },
            });
        };
        match syntax {
            Syntax::Address => place(0..text.len(), text.clone()),
            Syntax::Candidates => {
                each_candidate(text, |part| place(part.clone(), text[part].to_owned()));
            }
            Syntax::Style => each_url(text, |url| place(url.range, url.address)),
        }
    });
}

/// The names of the attributes that hold addresses of images.
fn name(attribute: AttributeName) -> &'static str {
    match attribute {
        AttributeName::DataSrc => "data-src",
        AttributeName::Srcset => "srcset",
        AttributeName::Href => "href",
        AttributeName::XlinkHref => "xlink:href",
        AttributeName::Poster => "poster",
        AttributeName::DataProductImage => "data-product-imageurl",
        AttributeName::Style => "style",
        _ => "src",
    }
}
