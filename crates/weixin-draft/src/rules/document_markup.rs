//! `document_markup`.

use std::ops::Range;

use super::{Checks, ContentToMend, InSchema, Mending, Rule, RuleFix, Sightings, Source};
use crate::html::{Element, ElementName, PieceKind, decoded_text};
use crate::report::{Applicability, Edit, Level, Words};

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
    fixes: &[&REMOVAL],
    typed: false,
    checks: Checks { element: Some(check), mend: Some(mend), ..Checks::NONE },
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

static REMOVAL: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words {
        en: "keep what is inside the body; style sheets stay, so that their loss is seen",
        zh: "只保留 body 中的内容；样式表不删除，以便看到会丢失什么",
    },
};

/// Removes what only a whole document has. A style sheet stays: what it styles has to be
/// styled by hand.
fn mend(content: &ContentToMend<'_>) -> Option<Mending> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut title = None;
    // End tags alone are no violation, and white space goes only until there is something
    // else.
    let (mut mends, mut is_at_start) = (false, true);
    // Without a tag that ends `<svg>` or `<math>`, all that follows would be read
    // differently.
    let mut is_bound = false;
    content.pieces.each(|piece| {
        let range = piece.range.clone();
        let name = piece.element.name;
        let is_shell = name == ElementName::Document && !piece.is_foreign;
        let is_title = name == ElementName::Title && !piece.is_foreign;
        match (piece.kind, title) {
            (PieceKind::End { of }, Some((number, start))) if of == Some(number) => {
                edits.push(Edit::removal(start..range.end));
                title = None;
            }
            (_, Some(_)) => {}
            (PieceKind::Start { number, .. }, None) if is_title => {
                title = Some((number, range.start));
                mends = true;
            }
            (PieceKind::Start { leaves_foreign, .. }, None) if is_shell => {
                is_bound |= leaves_foreign;
                edits.push(Edit::removal(range));
                mends = true;
            }
            (PieceKind::Doctype, None) => {
                edits.push(Edit::removal(range));
                mends = true;
            }
            (PieceKind::End { .. }, None) if is_shell => edits.push(Edit::removal(range)),
            (PieceKind::Text, None) if is_at_start => {
                let is_white = decoded_text(&content.raw[range.clone()]).trim_ascii().is_empty();
                is_at_start = is_white;
                if is_white && mends {
                    edits.push(Edit::removal(range));
                }
            }
            _ => is_at_start = false,
        }
    });
    (mends && title.is_none() && !is_bound).then_some((&REMOVAL, edits))
}
