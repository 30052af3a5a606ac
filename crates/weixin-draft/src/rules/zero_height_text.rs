//! `zero_height_text`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{AttributeName, Element, TreeNode, declared};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "zero_height_text",
    level: Level::Warning,
    movable: true,
    source: Source::Structure,
    summary: Words {
        en: "No element with text has the height 0.", zh: "有文字的元素高度不为 0。"
    },
    reason: Words {
        en: "Its text overlaps what follows; the vendor's editor complains of it (section 1.5.1). It is used on purpose inside <svg>, which is fine.",
        zh: "文字会与后面的内容重叠，公众号编辑器会提示不规范（1.5.1）。<svg> 内有意为之的没有问题。",
    },
    message: Words {
        en: "an element with text has the height 0, so its text overlaps what follows, and the vendor's editor complains of it. Remove the height.",
        zh: "有文字的元素高度为 0，文字会与后面的内容重叠，公众号编辑器会提示不规范。请去掉高度设置。",
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
    let is_zero = |height: &str| height == "0" || height.eq_ignore_ascii_case("0px");
    let is_flat = declared(&value, "height").is_some_and(is_zero);
    if is_flat && node.has_visible_text() && node.is_in_paragraph() && !node.is_in_svg() {
        sightings.add_found(&RULE, element, style.range(), None, None);
    }
}
