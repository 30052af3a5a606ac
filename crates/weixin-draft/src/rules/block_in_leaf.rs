//! `block_in_leaf`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{Element, TreeNode};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "block_in_leaf",
    level: Level::Warning,
    movable: true,
    source: Source::Structure,
    summary: Words {
        en: "No block is inside a span with the attribute leaf.",
        zh: "带 leaf 属性的 span 内没有块级元素。",
    },
    reason: Words {
        en: "Such a span is where the vendor's editor keeps text; blocks inside break its structure (section 2.2).",
        zh: "这种 span 是编辑器放文字的地方，里面有块级元素会破坏结构（2.2）。",
    },
    message: Words {
        en: "a block such as <p> or <section> is inside a <span leaf>, which the vendor's editor keeps for text. Move the block out, or remove the span.",
        zh: "带 leaf 属性的 span 内有 <p>、<section> 等块级元素，而编辑器只用它放文字。请把块级元素移出，或去掉该 span。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { node: Some(check), ..Checks::NONE },
};

fn check(node: &TreeNode<'_, '_>, element: &Element<'_>, sightings: &mut Sightings<'_>) {
    if node.name().is_block() && node.is_in_leaf() {
        sightings.add(&RULE, element);
    }
}
