//! `document_markup`.

use std::ops::Range;

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{Element, ElementName};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "document_markup",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "The content is a fragment: it has no <html>, <head>, <body>, <meta>, <link>, <title>, <base>, <style> and no doctype.",
        zh: "正文是 HTML 片段，不含 <html>、<head>、<body>、<meta>、<link>、<title>、<base>、<style> 和 doctype。",
    },
    reason: Words {
        en: "The server removes the markup of whole documents, style sheets included, and what they style is shown unstyled. Elements of these names inside <svg> are fine.",
        zh: "服务器会去除整页文档的标签和样式表，依赖样式表的内容会失去样式。<svg> 内的同名元素没有问题。",
    },
    message: Words {
        en: "the content holds markup of a whole document, which the server removes: styles of a style sheet are lost. Send what is inside <body> alone, with inline styles.",
        zh: "正文中有整页文档的标签，会被服务器去除，样式表也会失效。请只发送 <body> 内的内容，并把样式写进 style 属性。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { element: Some(check), ..Checks::NONE },
};

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let is_document =
        matches!(element.name, ElementName::Document | ElementName::Title | ElementName::Style);
    if is_document && !element.is_foreign {
        sightings.add(&RULE, element);
    }
}

/// The content has a doctype.
#[cold]
pub(crate) fn note_doctype(range: Range<usize>, sightings: &mut Sightings<'_>) {
    sightings.add_text(&RULE, range, None);
}
