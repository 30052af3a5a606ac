//! Where images can be in an element.

use super::attribute::{Attribute, AttributeName};
use super::element::{Element, ElementName};
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
            | (_, AttributeName::DataProductImage) => Syntax::Address,
            (_, AttributeName::Poster) if !element.is_card() => Syntax::Address,
            (ElementName::Input, AttributeName::Src) if is_image_button(element) => Syntax::Address,
            (ElementName::Image | ElementName::Source, AttributeName::Srcset) => Syntax::Candidates,
            (_, AttributeName::Style) => Syntax::Style,
            _ => continue,
        };
        look(attribute, syntax);
    }
}

/// Shows every address of the element that a browser would load as an image: where it
/// leads, its text unless it leads to a plain host, and its attribute.
pub(crate) fn each_image_address(
    element: &Element<'_>,
    mut look: impl FnMut(Address<'_>, &str, &Attribute<'_>),
) {
    each_image_attribute(element, |attribute, syntax| {
        let value = attribute.value;
        match syntax {
            Syntax::Address => match plain_host(value.raw) {
                Some(host) => look(Address::Host(host.into()), "", attribute),
                None => {
                    let decoded = value.decode();
                    look(Address::resolve(&decoded), &decoded, attribute);
                }
            },
            Syntax::Candidates => {
                let decoded = value.decode();
                each_candidate(&decoded, |range| {
                    let address = &decoded[range];
                    look(Address::resolve(address), address, attribute);
                });
            }
            Syntax::Style => each_url(&value.decode(), |url| {
                look(Address::resolve(&url.address), &url.address, attribute);
            }),
        }
    });
}

fn is_image_button(element: &Element<'_>) -> bool {
    let input_type = element.attribute(AttributeName::Type);
    input_type.is_some_and(|value| value.decode().eq_ignore_ascii_case("image"))
}
