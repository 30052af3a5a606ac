//! Products in a content.

use std::collections::BTreeMap;

use super::attribute::AttributeName;
use super::element::{Element, ElementName};

/// Counts the products of a content.
///
/// A picture link is two elements of card type 12 with the same product, one of
/// each form, and counts once; any other card counts for itself.
#[derive(Default)]
pub(crate) struct ProductCounter {
    cards: usize,
    /// By product: how many elements of a picture link there are of each form. Most
    /// contents have none, and nothing to be dropped.
    picture_links: Option<BTreeMap<String, [usize; 2]>>,
}

const TAG: &str = "mp-common-product";
const PICTURE_LINK: &str = "12";

impl ProductCounter {
    #[inline]
    pub(crate) fn see(&mut self, element: &Element<'_>) {
        if matches!(element.name, ElementName::Anchor | ElementName::Product) {
            self.see_candidate(element);
        }
    }

    #[inline(never)]
    fn see_candidate(&mut self, element: &Element<'_>) {
        let holds = |name, expected: &str| {
            element
                .attribute(name)
                .is_some_and(|value| value.decode().eq_ignore_ascii_case(expected))
        };
        let is_link = element.name == ElementName::Anchor && holds(AttributeName::TagName, TAG);
        if !is_link && element.name != ElementName::Product {
            return;
        }
        let product = element.attribute(AttributeName::DataWindowProduct);
        match product.filter(|_| holds(AttributeName::DataCardType, PICTURE_LINK)) {
            Some(product) => {
                let links = self.picture_links.get_or_insert_default();
                let forms = links.entry(product.decode().into_owned()).or_default();
                forms[usize::from(is_link)] += 1;
            }
            None => self.cards += 1,
        }
    }

    pub(crate) fn count(&self) -> usize {
        let Some(picture_links) = &self.picture_links else { return self.cards };
        let links = picture_links.values().map(|[cards, links]| *cards.max(links));
        self.cards + links.sum::<usize>()
    }
}
