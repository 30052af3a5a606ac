//! Lists of elements in the HTML standard's rules for building a tree.

use weixin_draft_scan::ESCAPE;

use super::element::{Element, ElementName};
use crate::json::Characters;

/// Whether a start tag inside `svg` or `math` leaves them.
pub(super) fn breaks_out(element: &Element<'_>) -> bool {
    const NAMES: [&str; 44] = [
        "b",
        "big",
        "blockquote",
        "body",
        "br",
        "center",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "hr",
        "i",
        "img",
        "li",
        "listing",
        "menu",
        "meta",
        "nobr",
        "ol",
        "p",
        "pre",
        "ruby",
        "s",
        "small",
        "span",
        "strong",
        "strike",
        "sub",
        "sup",
        "table",
        "tt",
        "u",
        "ul",
        "var",
    ];
    let is_styled_font = || is_one_of(element.raw_name, &["font"]) && element.has_font_style;
    is_one_of(element.raw_name, &NAMES) || is_styled_font()
}

/// Whether a start tag closes the `p` that is open.
#[inline]
pub(super) fn closes_paragraph(element: &Element<'_>) -> bool {
    const NAMES: [&str; 24] = [
        "address",
        "article",
        "aside",
        "center",
        "details",
        "dialog",
        "dir",
        "dl",
        "fieldset",
        "figcaption",
        "footer",
        "header",
        "hgroup",
        "main",
        "menu",
        "nav",
        "search",
        "summary",
        "form",
        "dd",
        "dt",
        "hr",
        "listing",
        "plaintext",
    ];
    match element.name {
        ElementName::Paragraph
        | ElementName::Division
        | ElementName::Section
        | ElementName::Heading
        | ElementName::Table
        | ElementName::Blockquote
        | ElementName::Figure
        | ElementName::List
        | ElementName::ListItem
        | ElementName::Pre
        | ElementName::PlainText
        | ElementName::Example => true,
        ElementName::Other | ElementName::Void => is_one_of(element.raw_name, &NAMES),
        _ => false,
    }
}

/// Whether the end tag of an element is matched across whatever is open but a few.
pub(super) fn is_special(element: &Element<'_>) -> bool {
    is_special_name(element.raw_name)
}

/// Whether the element of a name is "special" in the standard's sense.
pub(super) fn is_special_name(raw_name: &[u8]) -> bool {
    const NAMES: [&str; 70] = [
        "address",
        "applet",
        "area",
        "article",
        "aside",
        "base",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "html",
        "iframe",
        "li",
        "listing",
        "main",
        "marquee",
        "menu",
        "nav",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "ol",
        "p",
        "param",
        "plaintext",
        "pre",
        "script",
        "search",
        "section",
        "select",
        "style",
        "summary",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "track",
        "ul",
        "wbr",
        "xmp",
    ];
    is_one_of(raw_name, &NAMES)
}

/// Whether formatting elements that were lost are opened anew before a start tag.
pub(super) fn reopens_formatting(element: &Element<'_>) -> bool {
    const SPECIAL_WITH: [&str; 8] =
        ["applet", "area", "button", "marquee", "object", "select", "wbr", "xmp"];
    const OTHERS_WITHOUT: [&str; 13] = [
        "basefont", "bgsound", "dialog", "frame", "frameset", "hr", "link", "meta", "rb", "rp",
        "rt", "rtc", "source",
    ];
    let name = element.raw_name;
    is_one_of(name, &SPECIAL_WITH) || !is_special_name(name) && !is_one_of(name, &OTHERS_WITHOUT)
}

/// Whether the name is one of these, which are in lower case.
pub(super) fn is_one_of(raw_name: &[u8], names: &[&str]) -> bool {
    names.iter().any(|name| same_name(raw_name, name.as_bytes()))
}

/// Whether a name begins with this, which is in lower case; escapes of JSON decoded.
pub(super) fn name_begins_with(raw_name: &[u8], begin: &str) -> bool {
    let mut characters = Characters::of(raw_name);
    begin.chars().all(|expected| {
        characters.next().is_some_and(|found| found.to_ascii_lowercase() == expected)
    })
}

/// Whether two names are the same whatever the case, escapes of JSON decoded.
pub(super) fn same_name(one: &[u8], other: &[u8]) -> bool {
    if one.len() == other.len() && one.eq_ignore_ascii_case(other) {
        return true;
    }
    // Only with an escape such as `\u0062` can the same name be written differently.
    if one.len().max(other.len()) < ESCAPE {
        return false;
    }
    let lower = |name| Characters::of(name).map(|character: char| character.to_ascii_lowercase());
    (one.contains(&b'\\') || other.contains(&b'\\')) && lower(one).eq(lower(other))
}
