//! `read_only_field`.

use std::ops::Range;

use super::edits::remove_member;
use super::{Checks, Finding, InSchema, Rule, RuleFix, Source};
use crate::address::Address;
use crate::json::member_at;
use crate::report::{Applicability, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "read_only_field",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "An article has none of the fields that only draft/get answers with: url, thumb_url, is_deleted, create_time, update_time, show_cover_pic.",
        zh: "文章中不能有只由 draft/get 返回的字段：url、thumb_url、is_deleted、create_time、update_time、show_cover_pic。",
    },
    reason: Words {
        en: "Tools that read a draft and send it back carry these fields along. Lowered, the field is reported and not sent.",
        zh: "读出草稿再写回的工具常会带上这些字段。调低级别后，该字段只会被提示，不会发送。",
    },
    message: Words {
        en: "draft/get answers with this field, but draft_update does not take it. Remove it before sending.",
        zh: "该字段由 draft/get 返回，draft_update 并不接受。发送前请删除。",
    },
    in_schema: InSchema::Shape,
    fixes: &[&REMOVAL],
    typed: false,
    checks: Checks::NONE,
};

static REMOVAL: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "remove the field", zh: "删除该字段" },
};

static SOURCE: Words = Words {
    en: "an article has no url. Write the address of the original as content_source_url, or remove it.",
    zh: "文章没有 url 字段。阅读原文的地址请写作 content_source_url，否则请删除。",
};

/// A field that can only be read.
pub(super) fn finding(range: Range<usize>, text: &[u8]) -> Finding {
    if is_source(&range, text) {
        return Finding::of(&RULE, range).words(&SOURCE);
    }
    let edits = remove_member(text, range.start);
    Finding::of(&RULE, range).fix(&REMOVAL, edits)
}

/// Whether an author wrote the address of an original: the server's own are all of its hosts.
fn is_source(name: &Range<usize>, text: &[u8]) -> bool {
    if text.get(name.clone()) != Some(b"\"url\"") {
        return false;
    }
    let value = member_at(text, name.start).and_then(|member| text.get(member.value));
    let address = value.and_then(|value| serde_json::from_slice::<String>(value).ok());
    address.is_some_and(|address| {
        address.starts_with("http")
            && matches!(Address::resolve(&address), Address::Host(host) if !host.ends_with(".qq.com"))
    })
}
