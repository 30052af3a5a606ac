//! One walk through a content: every element shown to every rule on elements.

use crate::html::{Element, ProductCounter, Walker};
use crate::json::Text;
use crate::rules::{ElementContext, Facts, Finding, Sightings, check_element};

/// Scans a content once, for all rules.
pub(super) fn scan(content: &Text<'_>, context: ElementContext<'_>) -> (Facts, Vec<Finding>) {
    let mut walker = Walker::new(content.raw());
    let mut sightings = Sightings::new(context);
    let mut products = ProductCounter::default();
    let mut element = Element::default();
    while walker.next_element(&mut element).is_some() {
        if element.is_notable() || context.on_newspic {
            check_element(&element, &mut sightings);
            products.see(&element);
        }
    }
    let facts = Facts { text_length: walker.text_length(), products: products.count() };
    (facts, sightings.into_findings(content))
}
