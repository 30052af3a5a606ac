//! Which element became which.

use std::collections::HashMap;

use super::content::Element;

/// How many elements are looked at to find one again: with few exceptions, the server only
/// removes elements, so not many can have been added before it.
const AHEAD: usize = 8;

/// What two contents have in common, as seen from the first.
#[derive(Default)]
pub(super) struct Pairs<'a> {
    /// The attributes that elements have lost; those of elements that are gone as a
    /// whole are not among them.
    pub(super) lost_attributes: Vec<(&'a Element, String)>,
    /// The elements that became none.
    alone: Vec<&'a Element>,
}

impl<'a> Pairs<'a> {
    pub(super) fn of(from: &'a [Element], to: &[Element]) -> Self {
        let mut pairs = Pairs::default();
        let mut next = 0;
        for element in from {
            let window = to.iter().enumerate().skip(next).take(AHEAD);
            let Some((place, same)) = window.into_iter().find(|(_, other)| is_same(element, other))
            else {
                pairs.alone.push(element);
                continue;
            };
            next = place + 1;
            pairs.compare_attributes(element, same);
        }
        pairs
    }

    fn compare_attributes(&mut self, element: &'a Element, same: &Element) {
        for (name, value) in &element.attributes {
            match same.attributes.get(name) {
                // An address that was set aside for loading later is still there.
                None if name == "src" && same.attributes.contains_key("data-src") => {}
                None => self.lost_attributes.push((element, name.clone())),
                Some(stored) if name == "style" => {
                    let lost = lost_properties(value, stored);
                    self.lost_attributes.extend(lost.map(|name| (element, name)));
                }
                Some(_) => {}
            }
        }
    }

    /// The elements that are gone as a whole: of each name as many as there are fewer,
    /// since an element that became none may only have moved. Those with an address
    /// are looked for by it, elsewhere.
    pub(super) fn lost_elements(&self, from: &[Element], to: &[Element]) -> Vec<&'a Element> {
        let mut missing: HashMap<&str, usize> = HashMap::new();
        for element in from.iter().filter(|element| address(element).is_none()) {
            *missing.entry(&element.name).or_default() += 1;
        }
        for element in to.iter().filter(|element| address(element).is_none()) {
            if let Some(count) = missing.get_mut(&*element.name) {
                *count = count.saturating_sub(1);
            }
        }
        let mut lost = self.alone.clone();
        lost.retain(|element| match missing.get_mut(&*element.name) {
            Some(count @ 1..) if address(element).is_none() => {
                *count -= 1;
                true
            }
            _ => false,
        });
        lost
    }
}

/// Whether one element may have become the other.
fn is_same(element: &Element, other: &Element) -> bool {
    let plain = |element| address(element).and_then(|address| address.split(['?', '#']).next());
    element.name == other.name && plain(element) == plain(other)
}

fn address(element: &Element) -> Option<&str> {
    element.image().or_else(|| element.link())
}

/// The properties of a style that another does not have, as `style: name`.
fn lost_properties<'a>(sent: &'a str, stored: &'a str) -> impl Iterator<Item = String> + use<'a> {
    let names = |style: &'a str| {
        let declarations = style.split(';').filter_map(|it| it.split_once(':'));
        declarations.map(|(name, _)| name.trim().to_ascii_lowercase())
    };
    let left: Vec<String> = names(stored).collect();
    names(sent).filter(move |name| !left.contains(name)).map(|name| format!("style: {name}"))
}
