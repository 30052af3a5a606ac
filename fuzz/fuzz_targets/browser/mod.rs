//! What a browser makes of a content, by html5ever.

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// The addresses that a browser would load an image from.
pub(crate) fn images(content: &str) -> Vec<String> {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let parser = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false);
    let document = parser.one(content).document;
    let mut addresses = Vec::new();
    let mut left = vec![document];
    while let Some(node) = left.pop() {
        collect(&node, &mut addresses);
        left.extend(node.children.borrow().iter().cloned());
    }
    addresses
}

fn collect(node: &Handle, addresses: &mut Vec<String>) {
    let NodeData::Element { name, attrs, .. } = &node.data else { return };
    let attributes = attrs.borrow();
    let value = |wanted: &str| {
        let found = attributes.iter().find(|attribute| &*attribute.name.local == wanted);
        found.map(|attribute| attribute.value.to_string())
    };
    let is_image_button = || value("type").is_some_and(|kind| kind.eq_ignore_ascii_case("image"));
    let address = match (&name.ns, &*name.local) {
        (&ns!(html), "img") => value("src"),
        (&ns!(html), "input") if is_image_button() => value("src"),
        (&ns!(html), "video") => value("poster"),
        (&ns!(svg), "image") => value("href"),
        _ => None,
    };
    addresses.extend(address);
}
