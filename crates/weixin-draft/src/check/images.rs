//! The images of a content: where they are, and other addresses in their place.

use std::ops::Range;

use serde::Serialize;

use crate::address::Address;
use crate::check::check_json;
use crate::html::{ImagePlace, each_image_place};
use crate::json::{Pointer, UnescapedOffsets, as_text, find_member};
use crate::report::{Edit, Report, apply_edits};
use crate::request::{Event, ReadSettings, read_article, read_request};
use crate::rules::{is_markdown, is_template, is_vendor_image_host};

/// An address of an image in a content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ContentImage {
    /// The element's name in lower case.
    pub element: String,
    /// The attribute's name in lower case.
    pub attribute: &'static str,
    /// The bytes of the address in the content or in the request, whichever was given.
    pub range: Range<usize>,
    /// The address, decoded: escapes of JSON and CSS, entities of HTML.
    pub address: String,
    /// What it leads to.
    pub kind: ImageKind,
}

/// What the address of an image leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ImageKind {
    /// A host of the vendor's: the image is kept.
    Inside,
    /// Another host or scheme: the server drops the image.
    Outside,
    /// A path or a `file:` address.
    Local,
    /// A `data:` address: the image itself.
    Data,
    /// A placeholder that nobody has filled in: `{{...}}`, `${...}`, or Markdown.
    Placeholder,
    /// Nowhere.
    Empty,
}

impl ImageKind {
    /// The kind's name in lower case.
    pub fn as_str(self) -> &'static str {
        match self {
            ImageKind::Inside => "inside",
            ImageKind::Outside => "outside",
            ImageKind::Local => "local",
            ImageKind::Data => "data",
            ImageKind::Placeholder => "placeholder",
            ImageKind::Empty => "empty",
        }
    }

    /// What an address leads to.
    ///
    /// ```
    /// use weixin_draft::ImageKind;
    ///
    /// assert_eq!(ImageKind::of("//mmbiz.qpic.cn/x"), ImageKind::Inside);
    /// assert_eq!(ImageKind::of("{{cover}}"), ImageKind::Placeholder);
    /// ```
    pub fn of(address: &str) -> Self {
        Self::of_attribute("src", address)
    }

    fn of_attribute(attribute: &str, address: &str) -> Self {
        match Address::resolve(address) {
            Address::Data => ImageKind::Data,
            _ if is_template(address) || is_markdown(address) => ImageKind::Placeholder,
            Address::Nothing => ImageKind::Empty,
            Address::Host(host) if is_vendor_image_host(&host, attribute) => ImageKind::Inside,
            Address::Host(_) | Address::Other => ImageKind::Outside,
            Address::Relative | Address::File => ImageKind::Local,
        }
    }
}

/// The addresses of the images in a content, in the order of the document. They are
/// looked for in the same places as by the rule external_image.
///
/// ```
/// use weixin_draft::{ImageKind, images};
///
/// let found = images("<p style='background: url(a.png)'><img src=//mmbiz.qpic.cn/b>");
/// assert_eq!((found[0].attribute, found[0].address.as_str()), ("style", "a.png"));
/// assert_eq!((found[0].kind, found[1].kind), (ImageKind::Local, ImageKind::Inside));
/// ```
pub fn images(content: &str) -> Vec<ContentImage> {
    let mut found = Vec::new();
    in_content(content, |place, range| found.push(image(place, range)));
    found
}

/// The content with other addresses in the place of those for which `replacement` has
/// one. It is given each address decoded, and what it gives is escaped as its place
/// demands. Nothing else changes, and an empty address is not asked for.
///
/// ```
/// let content = "<img alt=\"a.png\" src='a.png'>";
/// let replaced = weixin_draft::replace_images(content, |address| {
///     (address == "a.png").then(|| "http://mmbiz.qpic.cn/a?x=1&y='2'".to_owned())
/// });
/// assert_eq!(
///     replaced,
///     "<img alt=\"a.png\" src='http://mmbiz.qpic.cn/a?x=1&amp;y=&#39;2&#39;'>"
/// );
/// ```
pub fn replace_images(
    content: &str,
    mut replacement: impl FnMut(&str) -> Option<String>,
) -> String {
    let mut edits = Vec::new();
    in_content(content, |place, range| {
        if let Some(html) = new_html(&place, &mut replacement) {
            edits.push(Edit::new(range, html));
        }
    });
    apply_edits(content, &edits)
}

/// The same as [`images`] for the contents of a request, an article alone, or a body of
/// draft_add; the ranges are those in the body.
///
/// # Errors
/// The report of [`check_json`], when the body is not a JSON object.
pub fn request_images(body: &[u8]) -> Result<Vec<ContentImage>, Report> {
    let mut found = Vec::new();
    in_request(body, |place, range| found.push(image(place, range)))?;
    Ok(found)
}

/// The same as [`replace_images`] for the contents of a request.
///
/// ```
/// let body = br#"{"articles": {"content": "<img src=\"a.png\">"}}"#;
/// let replaced = weixin_draft::replace_request_images(body, |_| Some("b.png".to_owned()));
/// assert_eq!(replaced.unwrap(), r#"{"articles": {"content": "<img src=\"b.png\">"}}"#);
///
/// let article = weixin_draft::request_images(br#" {"content": "<img src=a.png>"}"#).unwrap();
/// assert_eq!(article.len(), 1);
/// ```
///
/// # Errors
/// See [`request_images`].
pub fn replace_request_images(
    body: &[u8],
    mut replacement: impl FnMut(&str) -> Option<String>,
) -> Result<String, Report> {
    let mut edits = Vec::new();
    let text = in_request(body, |place, range| {
        if let Some(html) = new_html(&place, &mut replacement) {
            let json = serde_json::to_string(&html).unwrap_or_default();
            // Without the quotes.
            edits.push(Edit::new(range, json[1..json.len() - 1].to_owned()));
        }
    })?;
    // An array of articles is read in the order of the body, and so are its members.
    Ok(apply_edits(text, &edits))
}

fn image(place: ImagePlace, range: Range<usize>) -> ContentImage {
    let kind = ImageKind::of_attribute(place.attribute, &place.address);
    let ImagePlace { element, attribute, address, .. } = place;
    ContentImage { element, attribute, range, address, kind }
}

fn new_html(
    place: &ImagePlace,
    replacement: &mut impl FnMut(&str) -> Option<String>,
) -> Option<String> {
    if ImageKind::of_attribute(place.attribute, &place.address) == ImageKind::Empty {
        return None;
    }
    let address = replacement(&place.address)?;
    (address != place.address && !address.is_empty()).then(|| place.written(&address))
}

/// Shows every address in a content, and its bytes there.
fn in_content(content: &str, mut look: impl FnMut(ImagePlace, Range<usize>)) {
    // The walk reads a JSON string.
    let json = serde_json::to_string(content).unwrap_or_default();
    let offsets = UnescapedOffsets::of(&json);
    let place = |raw: usize| offsets.unescaped(raw + 1);
    each_image_place(&json.as_bytes()[1..json.len() - 1], |image| {
        let range = place(image.range.start)..place(image.range.end);
        look(image, range);
    });
}

/// Shows every address in the contents of a body, and its bytes there; gives back the
/// body as text.
fn in_request(body: &[u8], mut look: impl FnMut(ImagePlace, Range<usize>)) -> Result<&str, Report> {
    let Ok(text) = as_text(body) else {
        return Err(check_json(body));
    };
    let mut hear = |event: Event<'_, '_>, _: &Pointer<'_>| {
        if let Event::Article(article) = event
            && let Some(content) = article.content.given()
        {
            // After the opening quote.
            let begin = content.range().start + 1;
            each_image_place(content.raw(), |image| {
                let range = image.range.start + begin..image.range.end + begin;
                look(image, range);
            });
        }
    };
    let settings = ReadSettings::default();
    let is_object = if find_member(text, 0, b"articles").is_some() {
        read_request(text, settings, &mut hear).is_some()
    } else {
        read_article(text, settings, &mut hear).is_some()
    };
    if is_object { Ok(text) } else { Err(check_json(body)) }
}
