//! Where images can stand in an element.

use std::borrow::Cow;

use super::address::plain_host;
use super::element::{AttributeName, Element, ElementName, Value};
use super::srcset::each_candidate;
use super::style::each_url;

/// Shows every address of the element that a browser would load as an image.
pub(crate) fn each_image_address(element: &Element<'_>, mut look: impl FnMut(&str)) {
    for attribute in &element.attributes {
        let value = attribute.value;
        match (element.name, attribute.name) {
            (ElementName::Image, AttributeName::Src | AttributeName::DataSrc)
            | (ElementName::SvgImage, AttributeName::Href | AttributeName::XlinkHref)
            | (_, AttributeName::Poster | AttributeName::DataProductImage) => look(&address(value)),
            (ElementName::Input, AttributeName::Src) if is_image_button(element) => {
                look(&address(value));
            }
            (ElementName::Image | ElementName::Source, AttributeName::Srcset) => {
                each_candidate(&value.decode(), &mut look);
            }
            (_, AttributeName::Style) => each_url(&value.decode(), &mut look),
            _ => {}
        }
    }
}

fn is_image_button(element: &Element<'_>) -> bool {
    let input_type = element.attribute(AttributeName::Type);
    input_type.is_some_and(|value| value.decode().eq_ignore_ascii_case("image"))
}

/// The address, decoded unless its host is plain to see without.
fn address(value: Value<'_>) -> Cow<'_, str> {
    match plain_host(value.raw) {
        Some(_) => Cow::Borrowed(value.raw),
        None => value.decode(),
    }
}
