//! `transparent_image`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{AttributeName, Element, ElementName, TreeNode, declared};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "transparent_image",
    level: Level::Warning,
    movable: true,
    source: Source::Structure,
    summary: Words { en: "No image has the opacity 0.", zh: "图片的 opacity 不为 0。" },
    reason: Words {
        en: "The vendor's editor complains of images that nobody can see (section 1.1).",
        zh: "公众号编辑器会对看不见的图片提示不规范（1.1）。",
    },
    message: Words {
        en: "an image has the opacity 0, so nobody can see it, and the vendor's editor complains of it. Remove the image, or its opacity.",
        zh: "有图片的 opacity 为 0，读者看不见，公众号编辑器会提示不规范。请删除该图片或去掉 opacity。",
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
    let is_transparent = declared(&value, "opacity")
        .and_then(|opacity| opacity.parse::<f64>().ok())
        .is_some_and(|opacity| opacity == 0.0);
    if element.name == ElementName::Image && is_transparent && node.is_in_paragraph() {
        sightings.add_found(&RULE, element, style.range(), None, None);
    }
}
