//! `layout_width`.

use super::{Checks, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "layout_width",
    level: Level::Info,
    movable: true,
    source: Source::Structure,
    summary: Words {
        en: "Elements with a width, and paragraphs, fit screens of 375 to 677 pixels alike.",
        zh: "设置了宽度的元素和段落在 375 到 677 像素的屏幕上表现一致。",
    },
    reason: Words {
        en: "The vendor's specification of structure asks for it (section 1.4). Only a layout shows it: the preview and `check --layout` measure it.",
        zh: "官方图文排版结构规范的要求（1.4）。只有实际排版才能看出：预览页面和 `check --layout` 会测量。",
    },
    message: Words {
        en: "an element does not fit every screen of 375 to 677 pixels alike. Give its width in percent, or centre it.",
        zh: "元素不能同样适应 375 到 677 像素的屏幕。请用百分比设置宽度，或将其居中。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};
