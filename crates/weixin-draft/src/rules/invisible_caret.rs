//! `invisible_caret`.

use std::ops::Range;

use super::edits::part_of;
use super::{Checks, InSchema, Rule, RuleFix, Sightings, Source};
use crate::html::{AttributeName, Element, TreeNode, declared};
use crate::report::{Applicability, Edit, Level, Words};

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
    fixes: &[&REMOVAL],
    typed: false,
    checks: Checks { node: Some(check), ..Checks::NONE },
};

static REMOVAL: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "remove the declaration", zh: "删除这条声明" },
};

fn check(node: &TreeNode<'_, '_>, element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let Some(style) = element.find(AttributeName::Style) else {
        return;
    };
    let value = style.value.decode();
    let Some(color) = declared(&value, "caret-color") else {
        return;
    };
    let visible = color.chars().filter(|character| !character.is_whitespace());
    let color_is_none =
        visible.map(|letter| letter.to_ascii_lowercase()).eq("rgba(0,0,0,0)".chars());
    if color_is_none && node.is_in_paragraph() && !node.is_empty() {
        sightings.add_found(&RULE, element, style.range(), None, None);
        let range = style.raw_range(&declaration_around(&value, part_of(&value, color)));
        sightings.mend(&RULE, &REMOVAL, range.map(Edit::removal));
    }
}

/// From the declaration's name up to the semicolon after it.
fn declaration_around(style: &str, value: Range<usize>) -> Range<usize> {
    let start = style[..value.start].rfind(';').map_or(0, |semicolon| semicolon + 1);
    let end = style[value.end..].find(';').map_or(style.len(), |at| value.end + at + 1);
    start..end
}
