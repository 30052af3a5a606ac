//! `javascript_removed`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{AttributeName, Element, ElementName};
use crate::report::{Level, Words};

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
    fixes: &[],
    typed: false,
    checks: Checks { element: Some(check), ..Checks::NONE },
};

const SCHEME: &str = "javascript:";

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let is_script = element.name == ElementName::Script;
    let runs_script = element.attributes.iter().any(|attribute| match attribute.name {
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
    });
    if is_script || runs_script {
        sightings.add(&RULE, element);
    }
}
