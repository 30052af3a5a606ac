//! `stored_link_lost`.

use super::{Checks, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "stored_link_lost",
    level: Level::Info,
    movable: false,
    source: Source::Seen,
    summary: Words {
        en: "After an update, every link of the content that was sent is in the draft.",
        zh: "更新之后，发送的正文中的链接都在草稿里。",
    },
    reason: Words {
        en: "The server keeps links to articles of mp.weixin.qq.com, and links to other sites for few accounts only. The text of the link stays.",
        zh: "服务器保留指向 mp.weixin.qq.com 文章的链接；站外链接只有少数账号可以保留。链接的文字会留下。",
    },
    message: Words {
        en: "the server dropped a link of the content; its text stays. Write the address out, or send one as content_source_url.",
        zh: "服务器去掉了正文中的链接，文字保留。请写出网址，或改用 content_source_url。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};
