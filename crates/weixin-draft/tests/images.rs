//! Addresses of images are replaced, and nothing else: html5ever reads both contents.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use serde_json::Value;
use weixin_draft::{
    ContentImage, ImageKind, images, replace_images, replace_request_images, request_images,
};

/// What html5ever makes of a content: the nodes in order, each with its attributes.
type Tree = Vec<(String, BTreeMap<String, String>)>;

fn tree(content: &str) -> Tree {
    let name = html5ever::QualName::new(None, ns!(html), local_name!("body"));
    let parser = parse_fragment(RcDom::default(), ParseOpts::default(), name, Vec::new(), false);
    let mut nodes = Vec::new();
    collect(&parser.one(content).document, &mut nodes);
    nodes
}

fn collect(node: &Handle, nodes: &mut Tree) {
    let (name, attributes) = match &node.data {
        NodeData::Element { name, attrs, .. } => {
            let attribute = |attribute: &html5ever::Attribute| {
                let prefix = attribute.name.prefix.as_ref();
                let prefix = prefix.map_or(String::new(), |prefix| format!("{prefix}:"));
                (format!("{prefix}{}", attribute.name.local), attribute.value.to_string())
            };
            (name.local.to_string(), attrs.borrow().iter().map(attribute).collect())
        }
        NodeData::Text { contents } => (format!("text {}", contents.borrow()), BTreeMap::new()),
        NodeData::Comment { contents } => (format!("comment {contents}"), BTreeMap::new()),
        _ => (String::new(), BTreeMap::new()),
    };
    nodes.push((name, attributes));
    node.children.borrow().iter().for_each(|child| collect(child, nodes));
    if let NodeData::Element { template_contents, .. } = &node.data
        && let Some(contents) = &*template_contents.borrow()
    {
        collect(contents, nodes);
    }
    nodes.push(("end".to_owned(), BTreeMap::new()));
}

/// What the addresses of the content are replaced with here; it makes odd ones.
fn new_address(old: &str) -> String {
    let number: usize = old.bytes().map(usize::from).sum();
    let odd = ["&amp;'\"", "?a=1&lt=2", "(b)", "=<>`", "\\", "%20é中", "#x;", "/"][number % 8];
    format!("b{number}{odd}x")
}

/// Replaces, and holds the result against what html5ever reads in both. What changed in
/// a style or a `srcset` is given to `compare`.
fn replace_and_compare(
    content: &str,
    new_address: impl Fn(&str) -> String,
    compare: impl Fn(&str, &str),
) {
    assert_eq!(replace_images(content, |address| Some(address.to_owned())), content);
    assert_eq!(replace_images(content, |_| None), content);

    let before = images(content);
    let replaced = replace_images(content, |address| Some(new_address(address)));
    let new = |image: &ContentImage| match image.kind {
        ImageKind::Empty => image.address.clone(),
        _ => new_address(&image.address),
    };
    let after: Vec<String> = images(&replaced).into_iter().map(|image| image.address).collect();
    let expected: Vec<String> = before.iter().map(new).collect();
    assert_eq!(after, expected, "{content:?} became {replaced:?}");

    let (old, new) = (tree(content), tree(&replaced));
    assert_eq!(old.len(), new.len(), "{content:?} became {replaced:?}");
    let is_image = |value: &str| before.iter().any(|image| image.address == value);
    for (old, new) in old.iter().zip(&new) {
        assert_eq!(old.0, new.0, "{content:?} became {replaced:?}");
        assert!(old.1.keys().eq(new.1.keys()), "{content:?} became {replaced:?}");
        for ((name, old), new) in
            old.1.iter().zip(new.1.values()).filter(|((_, old), new)| old != new)
        {
            if matches!(name.as_str(), "style" | "srcset") {
                compare(old, new);
            } else {
                assert!(is_image(old), "{name} {content:?} became {replaced:?}");
                assert_eq!(*new, new_address(old), "{content:?} became {replaced:?}");
            }
        }
    }
}

/// A style or `srcset` of the generator's without its addresses, which have no blanks
/// around them that are not its own.
fn without_addresses(value: &str) -> Vec<String> {
    let parts = value.split(['(', ' ', ',', ')', '\'', '"']);
    let is_ours =
        |part: &&str| matches!(*part, "" | "color:red;background:url" | "1x" | "2x" | ";top:0");
    parts.filter(is_ours).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("a.png".to_owned()),
        Just("https://example.com/a?b=1&c=2".to_owned()),
        Just("https://mmbiz.qpic.cn/x".to_owned()),
        Just("data:image/png;base64,AA==".to_owned()),
        Just("/图/é.png".to_owned()),
        Just("{{picture}}".to_owned()),
        "[a-z./#;=&~]{0,12}",
    ]
}

/// An attribute's value as HTML, its characters written in several ways.
fn html(text: &str, ways: &[u8], quote: char) -> String {
    let mut written = String::new();
    for (position, character) in text.chars().enumerate() {
        let way = ways.get(position % ways.len().max(1)).copied().unwrap_or(0);
        let needed = match quote {
            ' ' => " \t\n\"'=<>`&".contains(character),
            quote => character == quote || character == '&',
        };
        match (character, way % 6) {
            ('&', 1 | 2) => written += "&amp;",
            ('"', 1) => written += "&quot;",
            (_, 3) => write!(written, "&#x{:X};", u32::from(character)).unwrap(),
            _ if needed || way % 6 == 4 => write!(written, "&#{};", u32::from(character)).unwrap(),
            _ => written.push(character),
        }
    }
    match quote {
        ' ' if written.is_empty() => "\"\"".to_owned(),
        ' ' => format!("{written} "),
        quote => format!("{quote}{written}{quote}"),
    }
}

fn attribute() -> impl Strategy<Value = String> {
    let quote = prop_oneof![Just('"'), Just('\''), Just(' ')];
    let value =
        (0..7_u8, address(), address(), proptest::collection::vec(any::<u8>(), 1..8), quote);
    value.prop_map(|(kind, first, second, ways, quote)| {
        let plain = |text: &str| text.replace([' ', ',', '(', ')', '\'', '"', '\\'], "") + "z";
        let (one, two) = (plain(&first), plain(&second));
        let (name, text) = match kind {
            0 => ("src", first),
            1 => ("data-src", first),
            6 => ("xlink:href", first),
            2 => ("srcset", format!("{one} 1x, {two} 2x")),
            3 => ("style", format!("color:red;background:url({one});top:0")),
            4 => ("style", format!("color:red;background:url('{one}') ;top:0")),
            _ => ("alt", first),
        };
        format!(" {name}={}", html(&text, &ways, quote))
    })
}

fn content() -> impl Strategy<Value = String> {
    let element = (
        prop_oneof![Just("img"), Just("p"), Just("source"), Just("video"), Just("IMAGE")],
        proptest::collection::vec(attribute(), 0..4),
    );
    let element = element.prop_map(|(name, attributes)| format!("<{name}{}>", attributes.concat()));
    let drawing = proptest::collection::vec(attribute(), 0..4)
        .prop_map(|attributes| format!("<svg><image{}></image></svg>", attributes.concat()));
    let part = prop_oneof![
        4 => element,
        1 => drawing,
        1 => Just("text &amp; <!-- <img src=a> --> \\ \" é\n".to_owned()),
        1 => Just("<script><img src=a></script>".to_owned()),
    ];
    proptest::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn addresses_change_and_nothing_else(content in content()) {
        replace_and_compare(&content, new_address, |old, new| {
            assert_eq!(without_addresses(old), without_addresses(new));
        });
    }

    #[test]
    fn a_request_changes_as_its_content_does(content in content(), is_escaped: bool) {
        let json = serde_json::to_string(&content).unwrap();
        let json = if is_escaped { escaped(&json) } else { json };
        let body = format!(r#"{{ "articles" : {{"content":{json},"title":"<img src=a.png>"}} }}"#);
        let addresses = |images: Vec<ContentImage>| -> Vec<String> {
            images.into_iter().map(|image| image.address).collect()
        };
        prop_assert_eq!(addresses(request_images(body.as_bytes()).unwrap()), addresses(images(&content)));
        let same = replace_request_images(body.as_bytes(), |address| Some(address.to_owned()));
        prop_assert_eq!(same.unwrap(), body.clone());
        let replace = |address: &str| Some(new_address(address));
        let replaced = replace_request_images(body.as_bytes(), replace).unwrap();
        let mut expected: Value = serde_json::from_str(&body).unwrap();
        expected["articles"]["content"] = replace_images(&content, replace).into();
        prop_assert_eq!(serde_json::from_str::<Value>(&replaced).unwrap(), expected);
    }
}

/// Every slash and letter s written as an escape.
fn escaped(json: &str) -> String {
    json.replace('/', "\\/").replace('s', "\\u0073")
}

#[test]
fn ranges_are_those_of_the_addresses() {
    let content = "<p title=\"中\\\"><img src='a.png' srcset=\"b.png 1x, c.png 2x\"><i style=background:url(d)>";
    let found = images(content);
    let texts: Vec<&str> = found.iter().map(|image| &content[image.range.clone()]).collect();
    assert_eq!(texts, ["a.png", "b.png", "c.png", "d"]);
    let body = serde_json::json!({"articles": [{"content": content}, {"content": content}]});
    let body = body.to_string();
    let found = request_images(body.as_bytes()).unwrap();
    let texts: Vec<&str> = found.iter().map(|image| &body[image.range.clone()]).collect();
    assert_eq!(texts, ["a.png", "b.png", "c.png", "d", "a.png", "b.png", "c.png", "d"]);
}

#[test]
fn kinds() {
    for (address, kind) in [
        ("https://mmbiz.qpic.cn/a", ImageKind::Inside),
        ("//example.com/a", ImageKind::Outside),
        ("blob:abc", ImageKind::Outside),
        ("a.png", ImageKind::Local),
        ("file:///a.png", ImageKind::Local),
        ("data:image/png;base64,AA==", ImageKind::Data),
        ("{{cover}}", ImageKind::Placeholder),
        ("${cover}", ImageKind::Placeholder),
        ("IMAGE_URL", ImageKind::Placeholder),
        ("IMAGE_1.png", ImageKind::Local),
        ("![a](b.png)", ImageKind::Placeholder),
        ("", ImageKind::Empty),
        ("#a", ImageKind::Empty),
        ("https://mmecimage.cn/a", ImageKind::Outside),
    ] {
        let found = images(&format!("<img src='{address}'>"));
        assert_eq!(found[0].kind, kind, "{address}");
    }
    let shop = images("<mp-common-product data-product-imageurl=https://a.mmecimage.cn/p>");
    assert_eq!(shop[0].kind, ImageKind::Inside);
}

#[test]
fn an_entity_before_an_address_stays_what_it_is() {
    for content in [
        "<p style=\"background:url&#40a.png)\">",
        "<p style='background:url(&quot/a.png&quot)'>",
        "<p style='background:url(&#34/a.png&#34)'>",
    ] {
        for address in ["1.png", "quot.png", "=", "b"] {
            let replaced = replace_images(content, |_| Some(address.to_owned()));
            let found = images(&replaced);
            assert_eq!(found.len(), 1, "{content} became {replaced}");
            assert_eq!(found[0].address, address, "{content} became {replaced}");
        }
    }
}

/// Contents of every vector, and of a folder that WEIXIN_DRAFT_CONTENTS names.
#[test]
fn contents_as_they_are_written() {
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let mut contents = Vec::new();
    for entry in fs::read_dir(vectors).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let vectors: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
            contents_in(&vectors, &mut contents);
        }
    }
    assert!(contents.len() > 100);
    if let Some(folder) = std::env::var_os("WEIXIN_DRAFT_CONTENTS") {
        for entry in fs::read_dir(folder).unwrap() {
            contents.extend(fs::read_to_string(entry.unwrap().path()));
        }
    }
    let new_address = |old: &str| format!("http://mmbiz.qpic.cn/{}", old.len());
    let mut changed = 0;
    for content in contents {
        let count = std::cell::Cell::new(0);
        replace_and_compare(&content, new_address, |old, new| {
            assert!(!old.is_empty() && new.contains("http://mmbiz.qpic.cn/"));
            count.set(count.get() + 1);
        });
        changed += count.get();
    }
    assert!(changed > 0);
}

fn contents_in(value: &Value, contents: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                if let ("content", Value::String(content)) = (name.as_str(), value) {
                    contents.push(content.clone());
                }
                contents_in(value, contents);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| contents_in(item, contents)),
        // Most vectors hold their request as text.
        Value::String(text) => {
            if let Ok(value @ Value::Object(_)) = serde_json::from_str(text) {
                contents_in(&value, contents);
            }
        }
        _ => {}
    }
}
