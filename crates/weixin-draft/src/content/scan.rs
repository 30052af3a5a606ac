//! The scan: every element shown to every rule on elements.

use super::element::Element;
use super::product::ProductCounter;
use super::sightings::Sightings;
use super::walker::Walker;
use crate::json::Text;
use crate::report::Finding;
use crate::rules::check_element;

/// What a scan needs to know.
pub(crate) struct ScanSettings<'s> {
    pub(crate) on_newspic: bool,
    /// Hosts whose images are the caller's own, in lower case.
    pub(crate) image_hosts: &'s [String],
}

/// What a scan found.
#[derive(Default)]
pub(crate) struct ContentScan {
    /// Of the text without tags, in code points.
    pub(crate) text_length: usize,
    pub(crate) products: usize,
    /// Of the rules on elements.
    pub(crate) findings: Vec<Finding>,
}

/// Scans a content once, for all rules.
pub(crate) fn scan(content: &Text<'_>, settings: &ScanSettings<'_>) -> ContentScan {
    let mut walker = Walker::new(content.raw());
    let mut sightings = Sightings::new(settings);
    let mut products = ProductCounter::default();
    let mut element = Element::default();
    while walker.next_element(&mut element).is_some() {
        if element.is_notable() || settings.on_newspic {
            check_element(&element, &mut sightings);
            products.see(&element);
        }
    }
    ContentScan {
        text_length: walker.text_length(),
        products: products.count(),
        findings: sightings.into_findings(content),
    }
}
