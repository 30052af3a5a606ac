//! `stored_text_changed`.

use super::{Checks, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "stored_text_changed",
    level: Level::Info,
    movable: false,
    source: Source::Seen,
    summary: Words {
        en: "After an update, title, author, digest, source address and text of the draft are those that were sent.",
        zh: "更新之后，草稿的标题、作者、摘要、原文链接和正文文字与发送的相同。",
    },
    reason: Words {
        en: "The server has stored other texts than it was sent, such as escapes. White space at the ends is no difference, nor is a digest that the server made.",
        zh: "服务器保存的文字有时与发送的不同，例如转义字符。首尾的空白和服务器生成的摘要不算差异。",
    },
    message: Words {
        en: "the server stored another text than was sent. Read the draft and correct it.",
        zh: "服务器保存的文字与发送的不同。请读取草稿并改正。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};
