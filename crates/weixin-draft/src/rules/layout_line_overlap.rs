//! `layout_line_overlap`.

use super::{Checks, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "layout_line_overlap",
    level: Level::Info,
    movable: true,
    source: Source::Structure,
    summary: Words {
        en: "Text of several lines has a line height of at least 0.95 of its font size.",
        zh: "多行文字的行高不小于字号的 0.95 倍。",
    },
    reason: Words {
        en: "Lines that overlap cannot be read (section 1.3 of the vendor's specification). Only a layout shows it: the preview and `check --layout` measure it.",
        zh: "重叠的文字行无法阅读（官方排版结构规范 1.3）。只有实际排版才能看出：预览页面和 `check --layout` 会测量。",
    },
    message: Words {
        en: "lines of a text overlap: its line height is below its font size. Set line-height to 1.5 or more.",
        zh: "文字行互相重叠：行高小于字号。请将 line-height 设为 1.5 或更大。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};
