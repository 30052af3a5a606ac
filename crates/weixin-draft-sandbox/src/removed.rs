//! What the service takes out of a content without a word: scripts and other
//! markup of whole documents, event handlers, positions, links to other hosts.

use std::ops::Range;

use crate::content::{host, is_inside};
use crate::markup::{Attribute, Scan, Tag, scan};

/// Elements that go with all that is in them.
const WITH_TEXT: [&str; 3] = ["script", "style", "title"];

/// Elements of which only the tags go.
const TAGS_ONLY: [&str; 5] = ["html", "head", "body", "meta", "base"];

/// What is stored of a news content.
pub(crate) fn from(content: &str) -> String {
    let scanned = scan(content);
    let mut cuts: Vec<Range<usize>> = Vec::new();
    for tag in &scanned.tags {
        if WITH_TEXT.contains(&&*tag.name) {
            cuts.push(tag.range.start..end_of(tag, &scanned, content.len()));
        } else if TAGS_ONLY.contains(&&*tag.name) || tag.name == "link" {
            cuts.push(tag.range.clone());
        } else if is_outside_link(tag) {
            cuts.push(tag.range.clone());
            cuts.extend(closing(tag, &scanned).map(|closing| closing.range.clone()));
        } else {
            let removed = tag.attributes.iter().filter(|attribute| is_removed(attribute));
            cuts.extend(removed.map(|attribute| attribute.range.clone()));
        }
    }
    let tags_only = |tag: &&Tag| TAGS_ONLY.contains(&&*tag.name);
    cuts.extend(scanned.closings.iter().filter(tags_only).map(|tag| tag.range.clone()));
    without(content, cuts)
}

/// The content without these parts, some of which may lie within others.
fn without(content: &str, mut cuts: Vec<Range<usize>>) -> String {
    cuts.sort_by_key(|cut| (cut.start, std::cmp::Reverse(cut.end)));
    let mut stored = String::with_capacity(content.len());
    let mut from = 0;
    for cut in cuts {
        if cut.start >= from {
            stored.push_str(&content[from..cut.start]);
        }
        from = from.max(cut.end);
    }
    stored.push_str(&content[from..]);
    stored
}

fn closing<'a>(tag: &Tag, scanned: &'a Scan) -> Option<&'a Tag> {
    let is_its = |other: &&Tag| other.name == tag.name && other.range.start >= tag.range.end;
    scanned.closings.iter().find(is_its)
}

fn end_of(tag: &Tag, scanned: &Scan, whole: usize) -> usize {
    closing(tag, scanned).map_or(whole, |closing| closing.range.end)
}

fn is_outside_link(tag: &Tag) -> bool {
    let href = tag.attribute("href").filter(|_| tag.name == "a");
    href.and_then(|href| host(href.trim())).is_some_and(|host| !is_inside(&host))
}

fn is_removed(attribute: &Attribute) -> bool {
    let value = || attribute.value.to_ascii_lowercase().replace(' ', "");
    match attribute.name.as_str() {
        "href" => value().trim_start().starts_with("javascript:"),
        "style" => value().contains("position:absolute") || value().contains("position:fixed"),
        name => ["onclick", "onload", "onerror", "onmouseover", "ontouchstart"].contains(&name),
    }
}

#[cfg(test)]
mod tests {
    use super::from;

    #[test]
    fn what_goes_and_what_stays() {
        for (sent, stored) in [
            ("<p>a</p>", "<p>a</p>"),
            ("a<script>if (a<b) {}</script>b<style>p{}</style>", "ab"),
            ("<html><head><title>t</title></head><body>x</body></html>", "x"),
            ("<p onclick=\"f()\" class=c>x</p>", "<p  class=c>x</p>"),
            ("<p style=\"position: fixed\">x</p>", "<p >x</p>"),
            ("<a href=\"https://example.com\"><b>x</b></a>y", "<b>x</b>y"),
            (
                "<a href=\"https://mp.weixin.qq.com/s/x\">x</a>",
                "<a href=\"https://mp.weixin.qq.com/s/x\">x</a>",
            ),
            ("<a href='javascript:f()'>x</a>", "<a >x</a>"),
            ("a<script>b", "a"),
        ] {
            assert_eq!(from(sent), stored, "{sent}");
        }
    }
}
