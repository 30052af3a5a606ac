//! Where images can be in an element.

use std::borrow::Cow;
use std::ops::Range;

use super::element::{Attribute, AttributeName, Element, ElementName, Value};
use super::srcset::each_candidate;
use super::style::each_url;
use crate::address::{Address, plain_host};

/// How an attribute holds addresses of images.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// It is one.
    Address,
    /// A `srcset`.
    Candidates,
    /// A `style`.
    Style,
}

/// Shows every attribute of the element that a browser would look for images in.
#[inline]
pub(super) fn each_image_attribute(
    element: &Element<'_>,
    mut look: impl FnMut(&Attribute<'_>, Syntax),
) {
    for attribute in &element.attributes {
        let syntax = match (element.name, attribute.name) {
            (ElementName::Image, AttributeName::Src | AttributeName::DataSrc)
            // Outside of svg, a browser takes `image` for `img`.
            | (
                ElementName::SvgImage,
                AttributeName::Href | AttributeName::XlinkHref | AttributeName::Src,
            )
            | (_, AttributeName::Poster | AttributeName::DataProductImage) => Syntax::Address,
            (ElementName::Input, AttributeName::Src) if is_image_button(element) => Syntax::Address,
            (ElementName::Image | ElementName::Source, AttributeName::Srcset) => Syntax::Candidates,
            (_, AttributeName::Style) => Syntax::Style,
            _ => continue,
        };
        look(attribute, syntax);
    }
}

/// Shows every address of the element that a browser would load as an image, and the
/// bytes of its attribute in the JSON string.
pub(crate) fn each_image_address(
    element: &Element<'_>,
    mut look: impl FnMut(Address<'_>, Range<usize>),
) {
    each_image_attribute(element, |attribute, syntax| {
        let value = attribute.value;
        match syntax {
            Syntax::Address => look(resolve(value, &mut Cow::Borrowed("")), attribute.range()),
            Syntax::Candidates => {
                let decoded = value.decode();
                each_candidate(&decoded, |range| {
                    look(Address::resolve(&decoded[range]), attribute.range());
                });
            }
            Syntax::Style => each_url(&value.decode(), |url| {
                look(Address::resolve(&url.address), attribute.range());
            }),
        }
    });
}

fn is_image_button(element: &Element<'_>) -> bool {
    let input_type = element.attribute(AttributeName::Type);
    input_type.is_some_and(|value| value.decode().eq_ignore_ascii_case("image"))
}

/// What an address leads to, decoded unless its host is plain to see without.
fn resolve<'v>(value: Value<'v>, decoded: &'v mut Cow<'v, str>) -> Address<'v> {
    match plain_host(value.raw) {
        Some(host) => Address::Host(host.into()),
        None => {
            *decoded = value.decode();
            Address::resolve(decoded)
        }
    }
}
