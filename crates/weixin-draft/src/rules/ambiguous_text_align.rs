//! `ambiguous_text_align`.

use super::edits::part_of;
use super::{Checks, InSchema, Rule, RuleFix, Sightings, Source};
use crate::html::{AttributeName, Element, TreeNode, declared};
use crate::report::{Applicability, Edit, Level, Words};

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
    fixes: &[&SIDE],
    typed: false,
    checks: Checks { node: Some(check), ..Checks::NONE },
};

static SIDE: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words {
        en: "write left for start, and right for end",
        zh: "start 改为 left，end 改为 right",
    },
};

fn check(node: &TreeNode<'_, '_>, element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let Some(style) = element.find(AttributeName::Style) else {
        return;
    };
    let value = style.value.decode();
    let Some(align) = declared(&value, "text-align") else {
        return;
    };
    let sides = [("start", "left"), ("end", "right")];
    let side = sides.into_iter().find(|(name, _)| align.eq_ignore_ascii_case(name));
    if let Some((_, side)) = side
        && node.is_in_paragraph()
    {
        sightings.add_found(&RULE, element, style.range(), None, None);
        let range = style.raw_range(&part_of(&value, align));
        sightings.mend(&RULE, &SIDE, range.map(|range| Edit::new(range, side)));
    }
}
