//! `stored_attribute_lost`.

use super::{Checks, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "stored_attribute_lost",
    level: Level::Info,
    movable: false,
    source: Source::Seen,
    summary: Words {
        en: "After an update, every attribute and every style of the content that was sent is in the draft.",
        zh: "更新之后，发送的正文中的属性和样式都在草稿里。",
    },
    reason: Words {
        en: "The server removes what it does not know or does not allow, such as id, event handlers and position. Elements that are gone are not counted here.",
        zh: "服务器会去掉不认识或不允许的属性，例如 id、事件处理属性和 position 样式。被去掉的元素不计入此项。",
    },
    message: Words {
        en: "the server dropped an attribute of an element in the content. Look at the draft; if it looks wrong, use another style.",
        zh: "服务器去掉了正文中某个元素的属性。请查看草稿；如果样式有误，请换一种样式。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};
