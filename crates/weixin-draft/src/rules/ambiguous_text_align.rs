//! `ambiguous_text_align`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{AttributeName, Element, TreeNode, declared};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "ambiguous_text_align",
    level: Level::Warning,
    movable: true,
    source: Source::Structure,
    summary: Words {
        en: "text-align is left, right, center or justify, not start or end.",
        zh: "text-align 使用 left、right、center、justify，不用 start、end。",
    },
    reason: Words {
        en: "start and end depend on the direction of the text; the vendor's editor complains of them (section 1.6).",
        zh: "start 和 end 取决于文字方向，公众号编辑器会提示不规范（1.6）。",
    },
    message: Words {
        en: "a style holds text-align: start or end, and the vendor's editor complains of it. Write left or right.",
        zh: "样式中有 text-align: start 或 end，公众号编辑器会提示不规范。请写 left 或 right。",
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
    let is_ambiguous =
        declared(&value, "text-align").is_some_and(|align| matches!(align, "start" | "end"));
    if is_ambiguous && node.is_in_paragraph() {
        sightings.add_found(&RULE, element, style.range(), None, None);
    }
}
