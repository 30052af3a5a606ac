//! Whether one content is another without what the server drops.

use std::collections::BTreeMap;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::content::{Content, element, is_hidden};

/// Whether a stored content is the one that was sent, without what the server drops:
/// the same text, and no element, attribute, style or address that was not sent there.
///
/// [`compare`](super::compare) names what is gone; this says whether that is all.
///
/// ```
/// use weixin_draft::endpoint::is_stored_form;
///
/// let sent = r#"<p onclick="f()">Soup<img src="https://example.com/a.png"></p>"#;
/// assert!(is_stored_form(sent, "<p>Soup</p>"));
/// assert!(!is_stored_form(sent, "<p>Soup <b>and bread</b></p>"));
/// assert!(!is_stored_form(sent, "<p><b>Soup</b></p>"));
/// ```
pub fn is_stored_form(sent: &str, stored: &str) -> bool {
    if sent == stored {
        return true;
    }
    if Content::of(sent).text.trim() != Content::of(stored).text.trim() {
        return false;
    }
    let sent = pieces(sent);
    let mut left = sent.iter();
    pieces(stored).iter().all(|kept| left.any(|sent| kept.is_left_of(sent)))
}

/// A piece of a content that is no text.
struct Piece {
    /// How many characters of text come before it, white space aside.
    after: usize,
    markup: Markup,
}

enum Markup {
    Start {
        name: String,
        attributes: BTreeMap<String, String>,
    },
    End(Vec<u8>),
    /// A comment, a script or a style.
    Hidden(Vec<u8>),
}

fn pieces(html: &str) -> Vec<Piece> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut pieces = Vec::new();
    let (mut after, mut hidden) = (0, false);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        let markup = match token {
            Token::StartTag(tag) => {
                hidden |= is_hidden(&tag.name) && !tag.self_closing;
                let tag = element(&tag);
                Markup::Start { name: tag.name, attributes: tag.attributes }
            }
            Token::EndTag(tag) => {
                hidden &= !is_hidden(&tag.name);
                Markup::End(tag.name.0)
            }
            Token::Comment(comment) => Markup::Hidden(comment.value.0),
            Token::String(text) if hidden => Markup::Hidden(text.value.0),
            Token::String(text) => {
                let text = String::from_utf8_lossy(&text.value);
                after += text.chars().filter(|it| !it.is_whitespace()).count();
                continue;
            }
            _ => continue,
        };
        pieces.push(Piece { after, markup });
    }
    pieces
}

impl Piece {
    fn is_left_of(&self, sent: &Piece) -> bool {
        let is_same = match (&self.markup, &sent.markup) {
            (
                Markup::Start { name, attributes },
                Markup::Start { name: sent, attributes: sent_attributes },
            ) => name == sent && attributes.iter().all(|it| was_sent(name, it, sent_attributes)),
            (Markup::End(name), Markup::End(sent)) => name == sent,
            (Markup::Hidden(text), Markup::Hidden(sent)) => text.trim_ascii() == sent.trim_ascii(),
            _ => false,
        };
        is_same && self.after == sent.after
    }
}

/// Whether an attribute of an element was sent, at least as much of it as is left.
fn was_sent(
    element: &str,
    (name, value): (&String, &String),
    sent: &BTreeMap<String, String>,
) -> bool {
    let same = sent.get(name);
    match &**name {
        "style" => same.is_some_and(|sent| {
            let sent: Vec<_> = declarations(sent).collect();
            declarations(value).all(|it| sent.contains(&it))
        }),
        "src" | "data-src" => {
            // The server sets addresses aside for loading later, and changes their query.
            let sent = ["src", "data-src"].into_iter().filter_map(|name| sent.get(name));
            let mut sent = sent.map(|sent| without_query(sent));
            sent.any(|sent| sent == without_query(value))
        }
        "href" | "xlink:href" if element != "a" => {
            same.is_some_and(|sent| without_query(sent) == without_query(value))
        }
        "href" => same.is_some_and(|sent| without_scheme(sent) == without_scheme(value)),
        _ => same == Some(value),
    }
}

fn without_scheme(address: &str) -> &str {
    let address = address.trim();
    address.split_once("//").map_or(address, |(_, rest)| rest)
}

/// The part of an image's address that names it.
fn without_query(address: &str) -> &str {
    without_scheme(address).split(['?', '#']).next().unwrap_or_default()
}

/// The declarations of a style, without white space around names and values.
fn declarations(style: &str) -> impl Iterator<Item = (String, &str)> {
    let declarations = style.split(';').map(str::trim).filter(|it| !it.is_empty());
    declarations.map(|it| {
        let (name, value) = it.split_once(':').unwrap_or((it, ""));
        (name.trim().to_ascii_lowercase(), value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::is_stored_form;

    #[test]
    fn what_the_server_drops() {
        for (sent, stored) in [
            ("<p>春</p>", "<p>春</p>"),
            ("<p>a<img src=\"https://x.example/a\">b</p>", "<p>ab</p>"),
            ("<p>a</p><script>f()</script>", "<p>a</p>"),
            ("<a href=\"https://x.example\"><b>x</b></a>y", "<b>x</b>y"),
            (
                "<p onclick=\"f()\" style=\"position: fixed; top:0\">x</p>",
                "<p style='top: 0;'>x</p>",
            ),
            (
                "<img src=\"https://mmbiz.qpic.cn/a/0?wx_fmt=png\">",
                "<img data-src=\"http://mmbiz.qpic.cn/a/0?from=appmsg\">",
            ),
            ("<!-- c --><p >x\n</p>", "<p>x </p>"),
            ("<html><body>x</body></html>", "x"),
            ("<div><p>x</p></div>", "<p>x</p>"),
        ] {
            assert!(is_stored_form(sent, stored), "{sent} {stored}");
        }
    }

    #[test]
    fn what_somebody_else_changed() {
        let picture = |name: &str| format!("<p>a<img src=\"https://mmbiz.qpic.cn/{name}/0\"></p>");
        assert!(!is_stored_form(&picture("one"), &picture("other")));
        for (sent, stored) in [
            ("<p>a</p>", "<p>a<br></p>"),
            ("<p>a</p>", "<p>b</p>"),
            ("<p>a</p>", "<p><a href=\"https://mp.weixin.qq.com/s/x\">a</a></p>"),
            (
                "<a href=\"https://mp.weixin.qq.com/s?mid=1\">a</a>",
                "<a href=\"https://mp.weixin.qq.com/s?mid=2\">a</a>",
            ),
            ("<p class=\"a\">x</p>", "<p class=\"b\">x</p>"),
            ("<p>x</p>", "<p class=\"b\">x</p>"),
            ("<p style=\"color: red\">x</p>", "<p style=\"color: blue\">x</p>"),
            ("<p style=\"color: red\">x</p>", "<p style=\"color: red; top: 0\">x</p>"),
            ("<b>a</b>b", "<b>ab</b>"),
            ("<b>a</b>b", "a<b>b</b>"),
            ("<p>x</p><style>p{}</style>", "<p>x</p><style>b{}</style>"),
            ("<p>x</p>", "<p>x</p><!-- c -->"),
            ("<i></i><b></b>", "<b></b><i></i>"),
        ] {
            assert!(!is_stored_form(sent, stored), "{sent} {stored}");
        }
    }
}
