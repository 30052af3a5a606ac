//! `escaped_markup`.

use super::edits::json_type_of;
use super::suspects::Suspect;
use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, Sightings, Source};
use crate::html::{ContentText, Element};
use crate::json::{Pointer, Text};
use crate::report::{Level, Words};
use crate::request::ArticleType;

pub(crate) static RULE: Rule = Rule {
    code: "escaped_markup",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "The markup of a news article is not escaped once too often; title, author and digest have none.",
        zh: "图文消息的标签没有被多转义一次；标题、作者、摘要中没有标签。",
    },
    reason: Words {
        en: "Readers would see tags, \\n and broken styles instead of what they mean.",
        zh: "读者会直接看到标签和 \\n，样式也会失效。",
    },
    message: Words {
        en: "the content was escaped once too often: readers would see its tags as text. Send the HTML itself, encoded as JSON once.",
        zh: "正文被多转义了一次，读者会看到标签的源代码。请发送 HTML 本身，只做一次 JSON 编码。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks {
        article: Some(check_content),
        suspect: Some(check_suspect),
        element: Some(check_element),
        text: Some(check_text),
        ..Checks::NONE
    },
};

static QUOTES: Words = Words {
    en: "a tag holds quotes that are still escaped (=\\\"), so its attributes are lost: the content was escaped once too often. Encode it as JSON once.",
    zh: "标签中的引号仍是转义形式（=\\\"），属性会失效：正文被多转义了一次。请只做一次 JSON 编码。",
};
static LINE_BREAKS: Words = Words {
    en: "literal \\n are between tags, and readers would see them: the content was escaped once too often. Encode it as JSON once.",
    zh: "标签之间有字面的 \\n，读者会直接看到：正文被多转义了一次。请只做一次 JSON 编码。",
};

static IN_FIELD: Words = Words {
    en: "this text holds HTML, which a title, author or digest shows as it is spelt. Write plain text.",
    zh: "文字中有 HTML，而标题、作者、摘要会原样显示其源代码。请改为纯文本。",
};

static ENCODED: Words = Words {
    en: "the content is still encoded ({name}), which readers would see. Decode it before sending: content is the HTML itself.",
    zh: "正文仍是编码后的形式（{name}），读者会直接看到。请先解码，content 应为 HTML 本身。",
};

/// A content that is JSON, or was encoded for an address.
fn check_content(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    let Some(content) = context.article.content.given() else { return };
    let encoding = match content.characters().next() {
        Some('{' | '[') if is_json(content) => "JSON",
        Some('%') if is_encoded_for_addresses(content) => "URL",
        _ => return,
    };
    if context.article.kind == ArticleType::News {
        let finding = Finding::of(&RULE, content.range()).words(&ENCODED).name(encoding);
        context.add(finding, "content", findings);
    }
}

/// Whether a text begins with a tag, or with two bytes, as addresses spell them.
#[cold]
fn is_encoded_for_addresses(text: &Text<'_>) -> bool {
    let hex = |byte: u8| byte.is_ascii_hexdigit();
    let begin: String = text.characters().take("%E6%98".len()).collect();
    match *begin.as_bytes() {
        [b'%', b'3', b'C' | b'c', ..] => true,
        [b'%', a, b, b'%', c, d, ..] => [a, b, c, d].into_iter().all(hex),
        _ => false,
    }
}

/// Whether an object or an array with something inside is all of a text.
fn is_json(text: &Text<'_>) -> bool {
    let text = text.decode();
    text.contains('"') && json_type_of(&text).is_some()
}

/// A title, author or digest with markup. The name of an element alone may be what the
/// article is about.
fn check_suspect(suspect: &Suspect<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    let is_markup = |tag: &str| tag.starts_with('/') || tag.trim_end_matches([' ', '/']) == "br";
    let is_blank = |reference: &str| reference.starts_with("nbsp;");
    // After a blank, a tag is a word of the text.
    let text = suspect.decoded.replace(" <br", "");
    if text.split('&').skip(1).any(is_blank) || tags(&text).any(is_markup) {
        findings.add(Finding::of(&RULE, suspect.text.range()).words(&IN_FIELD), path);
    }
}

/// A quote that is still escaped: `<p class=\"x\">`.
fn check_element(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let is_escaped = element.attributes.iter().find(|attribute| {
        let mut characters = attribute.value.characters();
        !attribute.value.quoted && (characters.next(), characters.next()) == (Some('\\'), Some('"'))
    });
    if let Some(attribute) = is_escaped
        && !sightings.context.on_newspic
    {
        sightings.add_found(&RULE, element, attribute.range(), None, Some(&QUOTES));
    }
}

fn check_text(text: &ContentText<'_>, sightings: &mut Sightings<'_>) {
    if sightings.context.on_newspic {
        return;
    }
    if text.is_whole_content && tags(&text.text).nth(1).is_some() {
        sightings.add_text(&RULE, text.raw_range(0..text.text.len()), None);
    }
    if text.is_between_tags && is_line_break(&text.text) {
        let range = text.raw_range(0..text.text.len());
        // One alone may be meant.
        if let Some(first) = sightings.line_breaks.replace(range.clone()) {
            if sightings.line_break_count == 1 {
                sightings.add_text(&RULE, first, Some(&LINE_BREAKS));
            }
            sightings.add_text(&RULE, range, Some(&LINE_BREAKS));
        }
        sightings.line_break_count += 1;
    }
}

/// Whether a text is one or more literal `\n` and nothing else.
fn is_line_break(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.replace("\\r", "").replace("\\n", "").trim().is_empty()
}

/// What looks like tags in a text.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).filter_map(|rest| {
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let (tag, _) = rest.split_once('>')?;
        name.starts_with(|first: char| first.is_ascii_alphabetic()).then_some(tag)
    })
}
