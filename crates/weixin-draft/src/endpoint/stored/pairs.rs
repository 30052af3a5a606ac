//! Which element became which.

use super::content::Element;

/// The server only removes elements, with few exceptions: so far ahead it is
/// looked for one that it added before.
const AHEAD: usize = 8;

/// The attributes that elements have lost; those of elements that are gone as a
/// whole are not among them.
pub(super) fn lost_attributes<'a>(
    from: &'a [Element],
    to: &[Element],
) -> Vec<(&'a Element, String)> {
    let mut lost = Vec::new();
    let mut next = 0;
    for element in from {
        let window = to.iter().enumerate().skip(next).take(AHEAD);
        let Some((place, same)) = window.into_iter().find(|(_, other)| is_same(element, other))
        else {
            continue;
        };
        next = place + 1;
        for (name, value) in &element.attributes {
            match same.attributes.get(name) {
                // An address that was set aside for loading later is still there.
                None if name == "src" && same.attributes.contains_key("data-src") => {}
                None => lost.push((element, name.clone())),
                Some(stored) if name == "style" => {
                    lost.extend(lost_properties(value, stored).map(|name| (element, name)));
                }
                Some(_) => {}
            }
        }
    }
    lost
}

/// Whether one element may have become the other.
fn is_same(element: &Element, other: &Element) -> bool {
    let address = |element: &Element| {
        let address = element.image().or_else(|| element.link()).map(str::to_owned);
        address.map(|address| address.split(['?', '#']).next().unwrap_or_default().to_owned())
    };
    element.name == other.name && address(element) == address(other)
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
