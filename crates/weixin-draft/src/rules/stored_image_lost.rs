//! `stored_image_lost`.

use super::{Checks, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "stored_image_lost",
    level: Level::Info,
    movable: false,
    source: Source::Seen,
    summary: Words {
        en: "After an update, every picture of the content that was sent is in the draft.",
        zh: "更新之后，发送的正文中的图片都在草稿里。",
    },
    reason: Words {
        en: "The server drops pictures that are not on its own hosts, and says nothing. Those on hosts that the settings name may be among them.",
        zh: "服务器会去掉不在自己域名下的图片，且不作提示。配置中放行的域名也可能被去掉。",
    },
    message: Words {
        en: "the server dropped an image of the content. Upload the picture with media/uploadimg, use the address you get, and send the article again.",
        zh: "服务器去掉了正文中的图片。请用 media/uploadimg 上传图片，改用得到的地址后重发。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};
