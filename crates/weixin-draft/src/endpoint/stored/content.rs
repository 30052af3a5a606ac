//! What a content consists of, as far as a comparison looks at it.

use std::collections::BTreeMap;
use std::ops::Range;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// A content taken apart.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) elements: Vec<Element>,
    /// The text that a reader sees, each run of white space as one blank.
    pub(super) text: String,
    /// For each byte of `text` that begins a run without tags: where the run begins
    /// in the content, in bytes.
    runs: Vec<(usize, usize)>,
}

/// A start tag.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: BTreeMap<String, String>,
    /// Its bytes in the content.
    pub(super) range: Range<usize>,
}

impl Element {
    /// The address of the image that it shows.
    pub(super) fn image(&self) -> Option<&str> {
        let names: &[&str] = match &*self.name {
            "img" => &["src", "data-src"],
            "image" => &["href", "xlink:href"],
            _ => return None,
        };
        self.first_of(names)
    }

    /// Where its link leads.
    pub(super) fn link(&self) -> Option<&str> {
        if self.name == "a" { self.first_of(&["href"]) } else { None }
    }

    fn first_of(&self, names: &[&str]) -> Option<&str> {
        let values = names.iter().filter_map(|name| self.attributes.get(*name));
        values.map(|value| value.trim()).find(|value| !value.is_empty())
    }
}

impl Content {
    pub(super) fn of(html: &str) -> Self {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let mut content = Content::default();
        // Inside of these nothing is shown.
        let mut hidden = false;
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    hidden |= is_hidden(&tag.name) && !tag.self_closing;
                    content.elements.push(element(&tag));
                }
                Token::EndTag(tag) => hidden &= !is_hidden(&tag.name),
                Token::String(text) if !hidden => {
                    content.add(&String::from_utf8_lossy(&text.value), text.span.start);
                }
                _ => {}
            }
        }
        content
    }

    fn add(&mut self, text: &str, start: usize) {
        self.runs.push((self.text.len(), start));
        for character in text.chars() {
            if !character.is_whitespace() {
                self.text.push(character);
            } else if !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        }
    }

    /// About where a byte of the text is in the content: the beginning of its run,
    /// and as many bytes after that as in the text.
    pub(super) fn place_of(&self, byte: usize) -> usize {
        let run = self.runs.partition_point(|(begin, _)| *begin <= byte).checked_sub(1);
        let run = run.and_then(|run| self.runs.get(run));
        run.map_or(0, |(begin, start)| start + (byte - begin))
    }
}

pub(super) fn is_hidden(name: &[u8]) -> bool {
    matches!(name, b"script" | b"style" | b"title")
}

pub(super) fn element(tag: &StartTag<usize>) -> Element {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(&value.value)));
    Element {
        name: text(&tag.name),
        attributes: attributes.collect(),
        range: tag.span.start..tag.span.end,
    }
}

#[cfg(test)]
mod tests {
    use super::Content;

    #[test]
    fn elements_and_text() {
        let html = "<p class=c>春 &amp;\n 夏</p><script>if (a<b) {}</script><IMG src='x'>!";
        let content = Content::of(html);
        assert_eq!(content.text, "春 & 夏!");
        let names: Vec<_> = content.elements.iter().map(|it| (&*it.name, it.range.start)).collect();
        assert_eq!(names.len(), 3);
        assert_eq!((names[0], names[2]), (("p", 0), ("img", html.find("<IMG").unwrap())));
        assert_eq!(content.elements[0].attributes["class"], "c");
        assert_eq!(content.place_of(0), html.find('春').unwrap());
        assert_eq!(content.place_of(content.text.len() - 1), html.len() - 1);
    }
}
