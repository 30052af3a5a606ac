//! `source_url_long`.

use super::{Check, InSchema, Rule, Source};
use crate::json::Pointer;
use crate::read::Request;
use crate::report::{Finding, Level, Notes, Words};

/// In bytes of UTF-8.
const LONGEST_SOURCE_URL: usize = 1024;

pub(crate) static RULE: Rule = Rule {
    code: "source_url_long",
    level: Level::Warning,
    movable: true,
    source: Source::DraftAdd,
    summary: Words {
        en: "content_source_url has at most 1,024 bytes.",
        zh: "阅读原文链接（content_source_url）不超过 1,024 字节。",
    },
    reason: Words {
        en: "draft_add states this limit, draft_update does not. Too long an address is answered with 45005.",
        zh: "draft_add 文档写明了这一限制，draft_update 没有。链接过长会返回 45005。",
    },
    message: Words {
        en: "the address has {found} bytes; draft_add allows {limit}, draft_update states no limit. Shorten it to be safe.",
        zh: "链接有 {found} 字节；draft_add 最多允许 {limit} 字节，draft_update 未写明。为稳妥起见请缩短。",
    },
    in_schema: InSchema::No,
    check: Check::Request(check),
};

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    if let Some(article) = request.article()
        && let Some(url) = article.content_source_url.given()
        && url.byte_length() > LONGEST_SOURCE_URL
    {
        let finding = Finding::of(&RULE, url.offset).limit(LONGEST_SOURCE_URL);
        notes.add(finding.found(url.byte_length()), &Pointer::ARTICLES.name("content_source_url"));
    }
}
