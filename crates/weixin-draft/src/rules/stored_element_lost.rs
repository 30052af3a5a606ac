//! `stored_element_lost`.

use super::{Checks, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "stored_element_lost",
    level: Level::Info,
    movable: false,
    source: Source::Seen,
    summary: Words {
        en: "After an update, every element of the content that was sent is in the draft.",
        zh: "更新之后，发送的正文中的元素都在草稿里。",
    },
    reason: Words {
        en: "The server removes whole elements, such as script, style and the tags of a document. Images and links have rules of their own.",
        zh: "服务器会去掉整个元素，例如 script、style 和整页文档的标签。图片和链接另有规则。",
    },
    message: Words {
        en: "the server dropped an element of the content. Look at the draft; if something is missing, write it without this element.",
        zh: "服务器去掉了正文中的某个元素。请查看草稿；如果内容缺失，请不要使用该元素。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};
