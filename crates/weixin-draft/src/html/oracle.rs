//! The walk against html5ever's tokenizer and tree builder, on odd markup.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, EndTag, StartTag, TagToken, Token, TokenSink, TokenSinkResult,
    Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink as _};
use html5ever::{local_name, ns};
use proptest::prelude::*;

use super::attribute::AttributeName;
use super::element::Element;
use super::name_table::key;
use super::oracle_tree::OracleTree;
use super::text_length::TextLength;
use super::walker::Walker;

/// An element as far as it is compared: its name, and the attributes that rules
/// ask for by name, in order.
type Seen = (String, Vec<(AttributeName, String)>);

fn is_compared(name: AttributeName) -> bool {
    // Of these only those are kept that may hold what a rule asks for.
    !matches!(
        name,
        AttributeName::Other
            | AttributeName::OtherAddress
            | AttributeName::EventHandler
            | AttributeName::Style
            | AttributeName::Class
            | AttributeName::DataMode
            | AttributeName::Begin
            | AttributeName::Leaf
            | AttributeName::FontStyle
    )
}

fn ours(raw: &str) -> (Vec<Seen>, usize) {
    let mut walker = Walker::new(raw.as_bytes());
    let mut seen = Vec::new();
    let mut element = Element::default();
    while walker.next_element(&mut element).is_some() {
        let name = crate::json::Characters::of(element.raw_name).map(|c| c.to_ascii_lowercase());
        let attributes = element.attributes.iter().filter(|attribute| is_compared(attribute.name));
        seen.push((
            name.collect(),
            attributes
                .map(|attribute| (attribute.name, attribute.value.decode().into_owned()))
                .collect(),
        ));
    }
    (seen, walker.text_length())
}

/// Passes every token on to a tree builder, which tells the tokenizer how to go on, and
/// writes down what comes by.
struct Oracle {
    builder: TreeBuilder<usize, OracleTree>,
    seen: RefCell<Vec<Seen>>,
    text: RefCell<TextLength>,
    /// Inside a script or a style.
    is_hidden: Cell<bool>,
}

impl TokenSink for Oracle {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        match &token {
            CharacterTokens(text) if !self.is_hidden.get() => {
                text.chars().for_each(|c| self.text.borrow_mut().add(c));
            }
            TagToken(tag) => {
                let is_script = matches!(tag.name, local_name!("script") | local_name!("style"));
                if tag.kind == StartTag {
                    let named = tag.attrs.iter().map(|attribute| {
                        let name = attribute.name.local.as_bytes();
                        let name = AttributeName::of(name, key(name));
                        (name, attribute.value.to_string())
                    });
                    let compared = named.filter(|(name, _)| is_compared(*name)).collect();
                    self.seen.borrow_mut().push((tag.name.to_string(), compared));
                    self.is_hidden.set(self.is_hidden.get() || is_script);
                } else if tag.kind == EndTag && is_script {
                    self.is_hidden.set(false);
                }
            }
            _ => {}
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// What a browser sees in the content of an element.
fn theirs(html: &str) -> (Vec<Seen>, usize) {
    let tree = OracleTree::default();
    let name = html5ever::QualName::new(None, ns!(html), local_name!("div"));
    let context =
        tree.create_element(name, Vec::new(), html5ever::tree_builder::ElementFlags::default());
    let builder = TreeBuilder::new_for_fragment(tree, context, None, TreeBuilderOpts::default());
    let oracle = Oracle {
        builder,
        seen: RefCell::default(),
        text: RefCell::default(),
        is_hidden: Cell::new(false),
    };
    let tokenizer = Tokenizer::new(oracle, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
    tokenizer.end();
    (tokenizer.sink.seen.take(), tokenizer.sink.text.borrow().code_points())
}

/// A JSON string's raw text, with every `nth` character escaped as `\uXXXX`.
fn raw(html: &str, nth: usize) -> String {
    let quoted =
        |character: char| serde_json::to_string(&character.to_string()).unwrap_or_default();
    let escaped = |(position, character): (usize, char)| {
        if position % nth == 0 {
            let mut units = [0; 2];
            let units = character.encode_utf16(&mut units);
            units.iter().fold(String::new(), |text, unit| text + &format!("\\u{unit:04x}"))
        } else {
            let quoted = quoted(character);
            quoted[1..quoted.len() - 1].to_owned()
        }
    };
    html.chars().enumerate().map(escaped).collect()
}

const FRAGMENTS: &[&str] = &[
    "<",
    ">",
    "/",
    "=",
    "\"",
    "'",
    " ",
    "\n",
    "&",
    ";",
    "!",
    "-",
    "--",
    "?",
    "a",
    "中",
    "😀",
    "<a ",
    "<p>",
    "</p>",
    "<img ",
    "<IMG\tSRC=",
    "src=",
    "data-src='",
    "href=\"",
    "srcset=",
    "poster=x",
    "https://mmbiz.qpic.cn/a",
    "&amp;",
    "&lt;",
    "&lt",
    "&copy=1",
    "&#x4e2d;",
    "&#20013",
    "&notin;",
    "&notit;",
    "&unknown;",
    "<!--",
    "-->",
    "--!>",
    "<!-->",
    "<!doctype html>",
    "<![CDATA[",
    "]]>",
    "<script>",
    "</script>",
    "</script ",
    "<!--<script",
    "<style>",
    "</style>",
    "<textarea>",
    "</textarea>",
    "<title>",
    "</title>",
    "<iframe>",
    "</iframe>",
    "<svg>",
    "</svg>",
    "<svg/>",
    "<image xlink:href=",
    "<g>",
    "</g>",
    "<foreignObject>",
    "</foreignObject>",
    "<desc>",
    "<math>",
    "</math>",
    "<mi>",
    "<div>",
    "</div>",
    "<span>",
    "</span>",
    "<br>",
    "</br>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "</a>",
    "</p>",
    "<object>",
    "</object>",
    "<nobr>",
    "<li>",
    "<font color=red>",
    "<font>",
    "<h1>",
    "</h2>",
    "<xmp>",
    "</xmp>",
    "<o:p>",
    "</o:p>",
    "<mp-common-product ",
    "tagname=",
    "data-windowproduct=1",
    " disabled ",
    "\"data-src=",
    "</",
    "<?php ",
    "x=y ",
    "/>",
    "type=image",
];

/// Whether html5ever may leave `svg` or `math` where the standard does not: for the standard,
/// the points where these take in HTML are special elements, which the end tag of an ordinary
/// one does not cross. It shows in what is markup only there, or only elsewhere.
fn may_cross_an_integration_point(html: &str) -> bool {
    let holds_any = |pieces: &[&str]| pieces.iter().any(|piece| html.contains(piece));
    holds_any(&["<mi>", "<desc>", "<foreignObject>", "<title>"])
        && holds_any(&["</g>", "</span>", "</o:p>", "</foreignObject>"])
        && holds_any(&[
            "<![CDATA[",
            "<script",
            "<style>",
            "<textarea>",
            "<title>",
            "<iframe>",
            "<xmp>",
        ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn elements_attributes_and_text_agree(
        fragments in proptest::collection::vec(proptest::sample::select(FRAGMENTS), 0..30),
        nth in 1_usize..9,
    ) {
        let html = fragments.concat();
        if may_cross_an_integration_point(&html) {
            return Ok(());
        }
        let is_foreign = html.contains("<svg") || html.contains("<math");
        let (seen, length) = ours(&raw(&html, nth));
        let (their_seen, their_length) = theirs(&html);
        prop_assert_eq!(seen, their_seen, "{}", html);
        // Whether text inside `svg` is hidden is another question.
        if !is_foreign {
            prop_assert_eq!(length, their_length, "{}", html);
        }
    }
}
