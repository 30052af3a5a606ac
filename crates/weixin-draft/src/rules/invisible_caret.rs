//! `invisible_caret`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{AttributeName, Element, TreeNode, declared};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "invisible_caret",
    level: Level::Warning,
    movable: true,
    source: Source::Structure,
    summary: Words {
        en: "No caret-color is transparent.", zh: "caret-color 不要设为透明。"
    },
    reason: Words {
        en: "Where the caret cannot be seen, nobody can edit the text; the vendor's editor complains of it (section 1.2).",
        zh: "光标看不见，文字就无法编辑，公众号编辑器会提示不规范（1.2）。",
    },
    message: Words {
        en: "a style holds caret-color: rgba(0,0,0,0), which makes the caret invisible, and the vendor's editor complains of it. Remove the declaration.",
        zh: "样式中有 caret-color: rgba(0,0,0,0)，光标不可见，公众号编辑器会提示不规范。请删除这条声明。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { node: Some(check), ..Checks::NONE },
};

fn check(node: &TreeNode<'_, '_>, element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let Some(style) = element.find(AttributeName::Style) else {
        return;
    };
    let value = style.value.decode();
    let is_invisible = declared(&value, "caret-color").is_some_and(|color| {
        color.chars().filter(|character| !character.is_whitespace()).eq("rgba(0,0,0,0)".chars())
    });
    if is_invisible && node.is_in_paragraph() && !node.is_empty() {
        sightings.add_found(&RULE, element, style.range(), None, None);
    }
}
