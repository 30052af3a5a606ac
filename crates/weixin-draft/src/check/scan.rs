//! One walk through a content: every element shown to every rule on elements.

use crate::html::{Element, ProductCounter, Tree, Walker, each_content_text, text_alone};
use crate::json::Text;
use crate::rules::{
    ElementContext, Facts, Finding, Sightings, check_element, check_text, check_tree, note_doctype,
};

/// Scans a content once, for all rules; what asks for a closer look is looked at again.
pub(super) fn scan(content: &Text<'_>, context: ElementContext<'_>) -> (Facts, Vec<Finding>) {
    let raw = content.raw();
    let mut walker = Walker::new(raw);
    let mut sightings = Sightings::new(context);
    let mut products = ProductCounter::default();
    let mut element = Element::default();
    let mut has_elements = false;
    while walker.next_element(&mut element).is_some() {
        has_elements = true;
        if element.is_notable() || context.on_newspic {
            check_element(&element, &mut sightings);
            products.see(&element);
        }
    }
    let mut facts = Facts {
        text_length: walker.text_length(),
        max_code_points: walker.max_code_points(),
        products: products.count(),
        one_word: None,
    };
    let hints = walker.hints();
    if hints.texts || (hints.references && !has_elements) {
        each_content_text(raw, |text| check_text(text, &mut sightings));
    }
    if hints.structure
        && let Some(tree) = Tree::of(raw)
    {
        check_tree(&tree, &mut sightings);
    }
    if walker.may_be_one_word() {
        facts.one_word = Some(text_alone(raw));
    }
    if let Some(range) = walker.doctype() {
        note_doctype(range, &mut sightings);
    }
    (facts, sightings.into_findings(content))
}
