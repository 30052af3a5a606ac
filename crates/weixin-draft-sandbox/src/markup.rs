//! Just enough HTML to find the tags of a content and to count its text.
//!
//! This is no HTML parser: it knows tags, attributes, comments and the two
//! elements whose inside is no markup, and that is all the checks ask for.

use std::ops::Range;

use crate::text;

/// An opening or a closing tag.
#[derive(Debug)]
pub(crate) struct Tag {
    /// Lower case.
    pub(crate) name: String,
    pub(crate) attributes: Vec<Attribute>,
    /// Where the tag is, brackets included.
    pub(crate) range: Range<usize>,
}

#[derive(Debug)]
pub(crate) struct Attribute {
    /// Lower case.
    pub(crate) name: String,
    /// As written.
    pub(crate) value: String,
    /// From the name to the end of the value, quotes included.
    pub(crate) range: Range<usize>,
}

impl Tag {
    /// The value of an attribute; the first one counts.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|attribute| attribute.name == name)?;
        Some(&found.value)
    }
}

/// What a content consists of.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// The opening tags.
    pub(crate) tags: Vec<Tag>,
    /// The closing tags.
    pub(crate) closings: Vec<Tag>,
    /// The text outside of tags.
    pub(crate) text: String,
}

impl Scan {
    /// The characters of the text.
    pub(crate) fn characters(&self) -> usize {
        text::characters(&self.text)
    }
}

/// Finds the tags and the text of a content.
pub(crate) fn scan(html: &str) -> Scan {
    let (mut tags, mut closings): (Vec<Tag>, Vec<Tag>) = Default::default();
    let mut text = String::new();
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let open = at + found;
        text.push_str(&html[at..open]);
        let rest = &html[open..];
        let mut next = rest[1..].chars();
        at = match next.next() {
            // `<!-->` is a whole comment, so its dashes count for both ends.
            _ if rest.starts_with("<!--") => after(html, open + 2, "-->"),
            Some('/') if next.next().is_some_and(|c| c.is_ascii_alphabetic()) => {
                let tag = read_tag(html, open);
                let end = tag.as_ref().map_or(html.len(), |tag| tag.range.end);
                closings.extend(tag);
                end
            }
            Some('/' | '!' | '?') => after(html, open, ">"),
            Some(c) if c.is_ascii_alphabetic() => {
                let tag = read_tag(html, open);
                let mut end = tag.as_ref().map_or(html.len(), |tag| tag.range.end);
                if let Some(name @ ("script" | "style")) = tag.as_ref().map(|tag| &*tag.name) {
                    end = closing(html, end, name);
                }
                tags.extend(tag);
                end
            }
            _ => {
                text.push('<');
                open + 1
            }
        };
    }
    text.push_str(&html[at..]);
    Scan { tags, closings, text }
}

/// After the next `end`, or the end of everything.
fn after(html: &str, from: usize, end: &str) -> usize {
    html[from..].find(end).map_or(html.len(), |found| from + found + end.len())
}

/// Where `</name` begins, for elements whose inside is no markup.
fn closing(html: &str, from: usize, name: &str) -> usize {
    let bytes = html.as_bytes();
    let mut at = from;
    while let Some(found) = html[at..].find("</") {
        let start = at + found;
        let end = start + 2 + name.len();
        if bytes.get(start + 2..end).is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()))
        {
            return start;
        }
        at = start + 2;
    }
    html.len()
}

/// Reads the tag whose `<` is at `open`. One that never ends is no tag, and
/// the rest of the content is lost with it.
fn read_tag(html: &str, open: usize) -> Option<Tag> {
    let bytes = html.as_bytes();
    let skip = |mut at: usize, stop: &dyn Fn(u8) -> bool| {
        while at < bytes.len() && !stop(bytes[at]) {
            at += 1;
        }
        at
    };
    let ends_name = |b: u8| b.is_ascii_whitespace() || b == b'/' || b == b'>';
    let name_start = open + 1 + usize::from(bytes.get(open + 1) == Some(&b'/'));
    let mut at = skip(name_start, &ends_name);
    let name = html[name_start..at].to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        at = skip(at, &|b| !b.is_ascii_whitespace() && b != b'/');
        if *bytes.get(at)? == b'>' {
            at += 1;
            break;
        }
        let start = at;
        // A `=` in front belongs to the name, as browsers have it.
        let key_end = skip(at + 1, &|b| ends_name(b) || b == b'=');
        let key = html[at..key_end].to_ascii_lowercase();
        at = skip(key_end, &|b| !b.is_ascii_whitespace());
        let mut value = "";
        if bytes.get(at) == Some(&b'=') {
            at = skip(at + 1, &|b| !b.is_ascii_whitespace());
            if let Some(&quote @ (b'"' | b'\'')) = bytes.get(at) {
                let start = at + 1;
                at = skip(start, &|b| b == quote);
                value = &html[start..at];
                at = bytes.len().min(at + 1);
            } else {
                let start = at;
                at = skip(start, &|b| b.is_ascii_whitespace() || b == b'>');
                value = &html[start..at];
            }
        }
        attributes.push(Attribute { name: key, value: value.to_owned(), range: start..at });
    }
    Some(Tag { name, attributes, range: open..at })
}

#[cfg(test)]
mod tests {
    use super::scan;

    #[test]
    fn text_is_what_stands_outside_of_tags() {
        for (html, expected) in [
            ("", 0),
            ("<p>你好</p>", 2),
            ("1 < 2", 5),
            ("<!-- no --><style>p{}</style>x<script>if (a<b) {}</script >y", 2),
            ("<a title='>'>z", 1),
            ("x<p", 1),
            ("<!-->x", 1),
            ("<?php ?></ >x", 1),
        ] {
            assert_eq!(scan(html).characters(), expected, "{html}");
        }
    }

    #[test]
    fn attributes_in_every_notation() {
        let tags = scan("<IMG SRC=a.png alt = 'b\"c' x y=\"d>\"/><a =b href=#>").tags;
        assert_eq!(tags.len(), 2);
        assert_eq!(tags[0].name, "img");
        assert_eq!(tags[0].attribute("src"), Some("a.png"));
        assert_eq!(tags[0].attribute("alt"), Some("b\"c"));
        assert_eq!(tags[0].attribute("x"), Some(""));
        assert_eq!(tags[0].attribute("y"), Some("d>"));
        assert_eq!(tags[1].attribute("href"), Some("#"));
    }

    #[test]
    fn a_tag_without_end_is_none() {
        assert!(scan("x<p").tags.is_empty());
        assert!(scan("<p title='>").tags.is_empty());
    }

    #[test]
    fn odd_ends_do_not_panic() {
        for html in ["<", "</", "<!", "<!--", "<a ", "<a b", "<a b=", "<a b='中", "<script>"] {
            scan(html);
        }
    }
}
