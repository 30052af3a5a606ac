//! Where images can stand in an element.

use super::element::{AttributeName, Element, ElementName, Value};
use super::srcset::each_candidate;
use super::style::each_url;
use crate::address::{Address, plain_host};

/// Shows every address of the element that a browser would load as an image.
pub(crate) fn each_image_address(element: &Element<'_>, mut look: impl FnMut(Address<'_>)) {
    for attribute in &element.attributes {
        let value = attribute.value;
        match (element.name, attribute.name) {
            (ElementName::Image, AttributeName::Src | AttributeName::DataSrc)
            // Outside of svg, a browser takes `image` for `img`.
            | (
                ElementName::SvgImage,
                AttributeName::Href | AttributeName::XlinkHref | AttributeName::Src,
            )
            | (_, AttributeName::Poster | AttributeName::DataProductImage) => {
                look_at(value, &mut look);
            }
            (ElementName::Input, AttributeName::Src) if is_image_button(element) => {
                look_at(value, &mut look);
            }
            (ElementName::Image | ElementName::Source, AttributeName::Srcset) => {
                each_candidate(&value.decode(), |address| look(Address::resolve(address)));
            }
            (_, AttributeName::Style) => {
                each_url(&value.decode(), |address| look(Address::resolve(address)));
            }
            _ => {}
        }
    }
}

fn is_image_button(element: &Element<'_>) -> bool {
    let input_type = element.attribute(AttributeName::Type);
    input_type.is_some_and(|value| value.decode().eq_ignore_ascii_case("image"))
}

/// Shows an address, decoded unless its host is plain to see without.
fn look_at(value: Value<'_>, mut look: impl FnMut(Address<'_>)) {
    match plain_host(value.raw) {
        Some(host) => look(Address::Host(host.into())),
        None => look(Address::resolve(&value.decode())),
    }
}
