//! `source_url_long`.

use super::source_url::SourceUrl;
use super::{Checks, Finding, Findings, InSchema, Rule, Source};
use crate::json::Pointer;
use crate::report::{Level, Words};

/// In bytes of UTF-8.
pub(super) const MAX_SOURCE_URL: usize = 1024;

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
        en: "the address has {found} byte{s}; draft_add allows {limit}. Shorten it to be safe.",
        zh: "链接有 {found} 字节；draft_add 最多允许 {limit} 字节。为稳妥起见请缩短。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { source_url: Some(check), ..Checks::NONE },
};

fn check(url: &SourceUrl<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    let length = url.text.byte_length();
    if length > MAX_SOURCE_URL {
        let finding = Finding::of(&RULE, url.text.range()).limit(MAX_SOURCE_URL);
        findings.add(finding.found(length), path);
    }
}
