//! The scan: every element shown to every rule on elements.

use std::sync::LazyLock;

use super::ElementCheck;
use super::element::Element;
use super::product::ProductCounter;
use super::sightings::Sightings;
use super::walker::Walker;
use crate::json::Text;
use crate::report::Finding;
use crate::rules::{Check, RULES, Rule};

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
    findings: Vec<(&'static Rule, Option<Finding>)>,
}

impl ContentScan {
    /// What was found of a rule on elements.
    pub(crate) fn take_finding(&mut self, rule: &Rule) -> Option<Finding> {
        self.findings.iter_mut().find(|(found, _)| *found == rule)?.1.take()
    }
}

/// The rules on elements, in the order of the table.
static ELEMENT_RULES: LazyLock<Vec<(&Rule, ElementCheck)>> = LazyLock::new(|| {
    let rules = RULES.iter().filter_map(|rule| match rule.check {
        Check::Element(check) => Some((*rule, check)),
        Check::WhileReading | Check::Request(_) => None,
    });
    rules.collect()
});

/// Scans a content once, for all rules.
pub(crate) fn scan(content: &Text<'_>, settings: &ScanSettings<'_>) -> ContentScan {
    let mut walker = Walker::new(content.raw());
    let mut sightings = Sightings::new(settings, RULES[0]);
    let mut products = ProductCounter::default();
    let mut element = Element::default();
    while walker.next_element(&mut element).is_some() {
        if element.is_notable() || settings.on_newspic {
            for (rule, check) in &*ELEMENT_RULES {
                sightings.rule = rule;
                check(&element, &mut sightings);
            }
            products.see(&element);
        }
    }
    ContentScan {
        text_length: walker.text_length(),
        products: products.count(),
        findings: sightings.into_findings(content),
    }
}
