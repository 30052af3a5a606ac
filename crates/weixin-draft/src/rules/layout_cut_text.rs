//! `layout_cut_text`.

use super::{Checks, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "layout_cut_text",
    level: Level::Info,
    movable: true,
    source: Source::Structure,
    summary: Words {
        en: "No element is higher than its paragraph by more than 5 pixels, or 20 where the paragraph is higher than 200.",
        zh: "元素高出所在段落不超过 5 像素；段落高于 200 像素时不超过 20 像素。",
    },
    reason: Words {
        en: "What is higher is cut, or covers what follows (section 1.5.2 of the vendor's specification). Only a layout shows it: the preview and `check --layout` measure it.",
        zh: "高出的部分会被截断，或盖住后面的内容（官方排版结构规范 1.5.2）。只有实际排版才能看出：预览页面和 `check --layout` 会测量。",
    },
    message: Words {
        en: "an element is higher than the paragraph that holds it, so that it is cut or covers what follows. Remove the paragraph's height.",
        zh: "元素高于所在段落，会被截断或盖住后面的内容。请去掉段落的高度设置。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};
