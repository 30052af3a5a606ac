//! The walk against html5ever's tokenizer, on odd markup.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, EndTag, StartTag, TagToken, Token, TokenSink, TokenSinkResult,
    Tokenizer, TokenizerOpts,
};
use proptest::prelude::*;

use super::element::{AttributeName, Element};
use super::text_length::TextLength;
use super::walker::Walker;

/// An element as far as it is compared: its name, and the attributes that rules
/// ask for by name, in order.
type Seen = (String, Vec<(AttributeName, String)>);

fn is_compared(name: AttributeName) -> bool {
    // Of styles only those that may hold an address are kept.
    !matches!(
        name,
        AttributeName::Other
            | AttributeName::OtherAddress
            | AttributeName::EventHandler
            | AttributeName::Style
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

#[derive(Default)]
struct Oracle {
    state: RefCell<OracleState>,
}

#[derive(Default)]
struct OracleState {
    seen: Vec<Seen>,
    text: TextLength,
    foreign: usize,
    unseen: bool,
}

impl TokenSink for Oracle {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let state = &mut *self.state.borrow_mut();
        match token {
            CharacterTokens(text) if !state.unseen => text.chars().for_each(|c| state.text.add(c)),
            TagToken(tag) if tag.kind == StartTag => {
                let named = tag.attrs.iter().map(|attribute| {
                    let name = AttributeName::of(attribute.name.local.as_bytes());
                    (name, attribute.value.to_string())
                });
                let compared = named.filter(|(name, _)| is_compared(*name)).collect();
                state.seen.push((tag.name.to_string(), compared));
                let name = &*tag.name;
                if matches!(name, "svg" | "math") && !tag.self_closing {
                    state.foreign += 1;
                }
                if matches!(name, "script" | "style") && (state.foreign == 0 || !tag.self_closing) {
                    state.unseen = true;
                }
                if state.foreign > 0 {
                    return TokenSinkResult::Continue;
                }
                return match name {
                    "script" => TokenSinkResult::RawData(ScriptData),
                    "textarea" | "title" => TokenSinkResult::RawData(Rcdata),
                    "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
                        TokenSinkResult::RawData(Rawtext)
                    }
                    "plaintext" => TokenSinkResult::Plaintext,
                    _ => TokenSinkResult::Continue,
                };
            }
            TagToken(tag) if tag.kind == EndTag => match &*tag.name {
                "svg" | "math" => {
                    state.foreign = state.foreign.saturating_sub(1);
                    state.unseen &= state.foreign > 0;
                }
                "script" | "style" => state.unseen = false,
                _ => {}
            },
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.state.borrow().foreign > 0
    }
}

fn theirs(html: &str) -> (Vec<Seen>, usize) {
    let tokenizer = Tokenizer::new(Oracle::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // The sink never stops at a script, so one call reads everything.
    let _done = tokenizer.feed(&input);
    tokenizer.end();
    let state = tokenizer.sink.state.into_inner();
    (state.seen, state.text.code_points())
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn elements_attributes_and_text_agree(
        fragments in proptest::collection::vec(proptest::sample::select(FRAGMENTS), 0..30),
        nth in 1_usize..9,
    ) {
        let html = fragments.concat();
        prop_assert_eq!(ours(&raw(&html, nth)), theirs(&html), "{}", html);
    }
}
