//! Where in a content a rule is broken.

use super::element::Element;
use super::scan::ScanSettings;
use crate::json::{Characters, Text};
use crate::report::{Datum, Finding, Place, Words};
use crate::rules::Rule;

/// What the rules on elements saw in one content.
pub(crate) struct Sightings<'s> {
    settings: &'s ScanSettings<'s>,
    seen: Vec<Sighting>,
}

/// What one of them saw.
struct Sighting {
    rule: &'static Rule,
    count: usize,
    /// The first of them; offsets are in bytes of the JSON string.
    places: Vec<Place>,
    /// The words for the first of them, where it has words of its own.
    words: Option<&'static Words>,
}

impl<'s> Sightings<'s> {
    /// So many places are named; the others are only counted.
    const MOST_PLACES: usize = 10;

    pub(super) fn new(settings: &'s ScanSettings<'s>) -> Self {
        Sightings { settings, seen: Vec::new() }
    }

    pub(crate) fn on_newspic(&self) -> bool {
        self.settings.on_newspic
    }

    pub(crate) fn image_hosts(&self) -> &[String] {
        self.settings.image_hosts
    }

    /// The rule is broken by this element.
    pub(crate) fn add(&mut self, rule: &'static Rule, element: &Element<'_>) {
        self.push(rule, element, None, None);
    }

    /// The rule is broken by this element in a certain way.
    pub(crate) fn add_found(
        &mut self,
        rule: &'static Rule,
        element: &Element<'_>,
        found: Datum,
        words: Option<&'static Words>,
    ) {
        self.push(rule, element, Some(found), words);
    }

    #[cold]
    fn push(
        &mut self,
        rule: &'static Rule,
        element: &Element<'_>,
        found: Option<Datum>,
        words: Option<&'static Words>,
    ) {
        let known = self.seen.iter().position(|sighting| sighting.rule == rule);
        let index = known.unwrap_or_else(|| {
            self.seen.push(Sighting { rule, count: 0, places: Vec::new(), words });
            self.seen.len() - 1
        });
        let sighting = &mut self.seen[index];
        sighting.count += 1;
        if sighting.places.len() < Self::MOST_PLACES {
            let element_name = short_name(element);
            sighting.places.push(Place { offset: element.offset, element: element_name, found });
        }
    }

    /// The findings, their places in code points.
    pub(super) fn into_findings(self, content: &Text<'_>) -> Vec<Finding> {
        self.seen.into_iter().map(|sighting| sighting.into_finding(content)).collect()
    }
}

impl Sighting {
    fn into_finding(mut self, content: &Text<'_>) -> Finding {
        let (mut bytes, mut code_points) = (0, 0);
        for place in &mut self.places {
            let passed = content.raw().get(bytes..place.offset).unwrap_or_default();
            bytes = place.offset;
            code_points += Characters::of(passed).count();
            place.offset = code_points;
        }
        let mut finding = Finding::of(self.rule, content.offset);
        if let Some(words) = self.words {
            finding = finding.words(words);
        }
        if let Some(found) = self.places.first().and_then(|place| place.found.clone()) {
            finding = finding.found(found);
        }
        finding.places(self.count, self.places)
    }
}

/// The element's name in lower case, as much of it as a report should hold.
fn short_name(element: &Element<'_>) -> String {
    const LONGEST: usize = 40;
    let lower = |character: char| character.to_ascii_lowercase();
    Characters::of(element.raw_name).take(LONGEST).map(lower).collect()
}
