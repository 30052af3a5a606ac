//! `javascript_removed`.

use super::{Checks, ContentToMend, InSchema, Mending, Rule, RuleFix, Sightings, Source};
use crate::html::{Attribute, AttributeName, Element, ElementName, PieceKind, with_white_space};
use crate::report::{Applicability, Edit, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "javascript_removed",
    level: Level::Warning,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "The content holds no scripts: no <script>, no on... attributes, no javascript: addresses.",
        zh: "正文中不要有脚本：<script>、on* 属性、javascript: 链接。",
    },
    reason: Words {
        en: "The server removes scripts, and what depends on them does not work.",
        zh: "服务器会去除 JS，依赖脚本的内容将失效。",
    },
    message: Words {
        en: "the content holds a script, which the server removes. Remove it, and whatever needs it.",
        zh: "正文中有脚本，会被服务器去除。请删除脚本和依赖它的内容。",
    },
    in_schema: InSchema::No,
    fixes: &[&REMOVAL],
    typed: false,
    checks: Checks { element: Some(check), mend: Some(mend), ..Checks::NONE },
};

static REMOVAL: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words {
        en: "remove scripts, attributes that hold one, and javascript: addresses",
        zh: "删除脚本、含脚本的属性和 javascript: 地址",
    },
};

const SCHEME: &str = "javascript:";

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let is_script = element.name == ElementName::Script;
    if is_script || element.attributes.iter().any(runs_script) {
        sightings.add(&RULE, element);
    }
}

fn runs_script(attribute: &Attribute<'_>) -> bool {
    match attribute.name {
        AttributeName::EventHandler => true,
        name if name.holds_address() => {
            // As browsers read addresses: blanks before it are nothing, nor are line
            // breaks and tabs anywhere.
            let is_blank = |character: &char| *character <= ' ';
            let is_kept = |character: &char| !matches!(character, '\t' | '\n' | '\r');
            let address = attribute.value.characters().skip_while(is_blank).filter(is_kept);
            let begin = address.take(SCHEME.len());
            begin.map(|character| character.to_ascii_lowercase()).eq(SCHEME.chars())
        }
        _ => false,
    }
}

/// Removes all scripts, or none where one of them has no end.
fn mend(content: &ContentToMend<'_>) -> Option<Mending> {
    let mut edits = Vec::new();
    // The script that we are in: the number of its start tag, and where that begins.
    let mut script = None;
    content.pieces.each(|piece| match (piece.kind, script) {
        (PieceKind::End { of }, Some((number, start))) if of == Some(number) => {
            edits.push(Edit::removal(start..piece.range.end));
            script = None;
        }
        (PieceKind::Start { number, is_open, .. }, None) => {
            let element = piece.element;
            if element.name != ElementName::Script {
                let attributes = element.attributes.iter().filter(|one| runs_script(one));
                let ranges = attributes.map(|one| with_white_space(content.raw, one));
                edits.extend(ranges.map(Edit::removal));
            } else if is_open {
                script = Some((number, piece.range.start));
            } else {
                edits.push(Edit::removal(piece.range.clone()));
            }
        }
        _ => {}
    });
    script.is_none().then_some((&REMOVAL, edits))
}
