//! Where images can be in an element.

use std::borrow::Cow;
use std::ops::Range;

use super::element::{AttributeName, Element, ElementName, Value};
use super::srcset::each_candidate;
use super::style::each_url;
use crate::address::{Address, plain_host};

/// Shows every address of the element that a browser would load as an image, and the
/// bytes of its attribute in the JSON string.
pub(crate) fn each_image_address(
    element: &Element<'_>,
    mut look: impl FnMut(Address<'_>, Range<usize>),
) {
    for attribute in &element.attributes {
        let value = attribute.value;
        let mut decoded = Cow::Borrowed("");
        match (element.name, attribute.name) {
            (ElementName::Image, AttributeName::Src | AttributeName::DataSrc)
            // Outside of svg, a browser takes `image` for `img`.
            | (
                ElementName::SvgImage,
                AttributeName::Href | AttributeName::XlinkHref | AttributeName::Src,
            )
            | (_, AttributeName::Poster | AttributeName::DataProductImage) => {
                look(resolve(value, &mut decoded), attribute.range());
            }
            (ElementName::Input, AttributeName::Src) if is_image_button(element) => {
                look(resolve(value, &mut decoded), attribute.range());
            }
            (ElementName::Image | ElementName::Source, AttributeName::Srcset) => {
                each_candidate(&value.decode(), |address| look(Address::resolve(address), attribute.range()));
            }
            (_, AttributeName::Style) => {
                each_url(&value.decode(), |address| look(Address::resolve(address), attribute.range()));
            }
            _ => {}
        }
    }
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
