//! `layout_pre_overflow`.

use super::{Checks, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "layout_pre_overflow",
    level: Level::Info,
    movable: true,
    source: Source::Structure,
    summary: Words {
        en: "Preformatted text is not wider than its box.",
        zh: "预格式化文本不超出其边框。",
    },
    reason: Words {
        en: "What sticks out cannot be read on a phone (section 1.8 of the vendor's specification). Only a layout shows it: the preview and `check --layout` measure it.",
        zh: "超出的部分在手机上无法阅读（官方排版结构规范 1.8）。只有实际排版才能看出：预览页面和 `check --layout` 会测量。",
    },
    message: Words {
        en: "preformatted text is wider than its box on some screens. Set white-space: pre-wrap.",
        zh: "预格式化文本在某些屏幕上超出其边框。请设置 white-space: pre-wrap。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};
