//! What the server dropped or changed of an article.

use std::collections::HashMap;

use super::content::{Content, Element};
use super::findings::{Finding, of_field};
use super::pairs::Pairs;
use crate::model::Article;
use crate::report::{Report, Violation};
use crate::rules::{
    STORED_ATTRIBUTE_LOST, STORED_ELEMENT_LOST, STORED_IMAGE_LOST, STORED_LINK_LOST,
    STORED_TEXT_CHANGED,
};

/// Compares an article that was sent with what the server stored of it.
///
/// The report names images, links, elements and attributes that are gone and text that is
/// another, each with its places in the content that was sent, at level info:
/// [`STORED_RULES`](crate::STORED_RULES). What the server adds, such as a digest, is no
/// finding.
///
/// ```
/// use weixin_draft::Article;
/// use weixin_draft::endpoint::compare;
///
/// let sent = Article::news("Menu", r#"<p>x<img src="https://example.com/a.png"></p>"#);
/// let stored = Article::news("Menu", "<p>x</p>");
/// let report = compare(&sent.into(), &stored.into());
/// assert!(report.is_ok());
/// let codes: Vec<_> = report.violations().iter().map(|finding| finding.code).collect();
/// assert_eq!(codes, ["stored_image_lost"]);
/// ```
pub fn compare(sent: &Article, stored: &Article) -> Report {
    let (sent, stored) = (Texts::of(sent), Texts::of(stored));
    let mut violations = Vec::new();
    for ((path, sent), (_, stored)) in sent.fields.iter().zip(&stored.fields) {
        if !sent.is_empty() && sent.trim() != stored.trim() {
            violations.push(of_field(STORED_TEXT_CHANGED, path));
        }
    }
    violations.extend(compare_contents(sent.content, stored.content));
    Report::new(violations, 0, false)
}

fn compare_contents(sent: &str, stored: &str) -> Vec<Violation> {
    if sent == stored {
        return Vec::new();
    }
    let (from, to) = (Content::of(sent), Content::of(stored));
    let mut images = Finding::new(STORED_IMAGE_LOST, sent);
    for image in lost(&from, &to, Element::image) {
        images.at(image.range.clone(), &image.name, image.image().and_then(host));
    }
    let mut links = Finding::new(STORED_LINK_LOST, sent);
    for link in lost(&from, &to, Element::link) {
        links.at(link.range.clone(), &link.name, link.link().and_then(host));
    }
    let pairs = Pairs::of(&from.elements, &to.elements);
    let mut elements = Finding::new(STORED_ELEMENT_LOST, sent);
    for element in pairs.lost_elements(&from.elements, &to.elements) {
        elements.at(element.range.clone(), &element.name, None);
    }
    let mut attributes = Finding::new(STORED_ATTRIBUTE_LOST, sent);
    for (element, name) in pairs.lost_attributes {
        attributes.at(element.range.clone(), &element.name, Some(name));
    }
    let mut texts = Finding::new(STORED_TEXT_CHANGED, sent);
    if let Some(byte) = first_difference(&from.text, &to.text) {
        let place = from.place_of(byte);
        texts.at(place..place, "", None);
    }
    let findings = [images, links, elements, attributes, texts];
    findings.into_iter().filter_map(Finding::into_violation).collect()
}

/// The elements that hold an address which is in fewer elements of the other
/// content; of those with the same address, the last.
fn lost<'a>(
    from: &'a Content,
    to: &Content,
    address: impl Fn(&Element) -> Option<&str>,
) -> Vec<&'a Element> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for address in to.elements.iter().filter_map(&address) {
        *left.entry(identity(address)).or_default() += 1;
    }
    let mut lost = Vec::new();
    for element in &from.elements {
        let Some(wanted) = address(element).map(identity) else { continue };
        match left.get_mut(wanted) {
            Some(count @ 1..) => *count -= 1,
            _ => lost.push(element),
        }
    }
    lost
}

/// What stays of an address when the server rewrites it: neither scheme nor query.
fn identity(address: &str) -> &str {
    let address = address.split_once("//").map_or(address, |(_, rest)| rest);
    address.split(['?', '#']).next().unwrap_or_default()
}

/// The host of an address, no longer than a host can be.
fn host(address: &str) -> Option<String> {
    const MAX_HOST: usize = 253;
    let (_, rest) = address.split_once("//")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    (!host.is_empty()).then(|| host.chars().take(MAX_HOST).collect())
}

/// Where two texts begin to differ, in bytes of the first; blanks at their ends
/// and beginnings are no difference.
fn first_difference(one: &str, other: &str) -> Option<usize> {
    let begin = one.len() - one.trim_start().len();
    let (one, other) = (one.trim(), other.trim());
    if one == other {
        return None;
    }
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    Some(begin + same.map(|(character, _)| character.len_utf8()).sum::<usize>())
}

/// The texts of an article, by their paths.
struct Texts<'a> {
    fields: [(&'static str, &'a str); 4],
    content: &'a str,
}

impl<'a> Texts<'a> {
    fn of(article: &'a Article) -> Self {
        let text = |field: &'a Option<String>| field.as_deref().unwrap_or_default();
        match article {
            Article::News(news) => Texts {
                fields: [
                    ("/title", &news.title),
                    ("/author", text(&news.author)),
                    ("/digest", text(&news.digest)),
                    ("/content_source_url", text(&news.content_source_url)),
                ],
                content: &news.content,
            },
            // Digest and source address are without effect here, and not kept.
            Article::NewsPic(newspic) => Texts {
                fields: [
                    ("/title", &newspic.title),
                    ("/author", text(&newspic.author)),
                    ("/digest", ""),
                    ("/content_source_url", ""),
                ],
                content: &newspic.content,
            },
        }
    }
}
