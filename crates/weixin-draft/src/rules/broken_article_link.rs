//! `broken_article_link`.

use super::source_url::SourceUrl;
use super::{Checks, Finding, Findings, InSchema, Rule, Sightings, Source};
use crate::html::Element;
use crate::json::Pointer;
use crate::report::{Level, Words};

/// Characters after `/s/` in the address of a published article.
const ARTICLE_KEY_LENGTH: usize = 22;

pub(crate) static RULE: Rule = Rule {
    code: "broken_article_link",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "An address of mp.weixin.qq.com/s/ has at most 22 characters after it, in links and in content_source_url.",
        zh: "mp.weixin.qq.com/s/ 地址后面的标识不超过 22 个字符，正文链接和阅读原文链接都一样。",
    },
    reason: Words {
        en: "Addresses of articles have 22. Links with a media id there have been refused with 45166.",
        zh: "真实文章地址的标识是 22 个字符。误贴素材 ID 的链接曾被服务器拒绝（45166）。",
    },
    message: Words {
        en: "a link to mp.weixin.qq.com/s/ is too long for an article's address; was a media id pasted? Use the published article's address.",
        zh: "mp.weixin.qq.com/s/ 链接过长，不像文章地址，是否误贴了素材 ID？请使用已发表文章的地址。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { source_url: Some(check_source_url), element: Some(check), ..Checks::NONE },
};

/// Where published articles are.
pub(super) const ARTICLE_HOST: &str = "mp.weixin.qq.com";
const ARTICLE_PATH: &str = "/s/";

static IN_SOURCE_URL: Words = Words {
    en: "this address of mp.weixin.qq.com/s/ is too long for an article's; was a media id pasted? Use the published article's address.",
    zh: "该 mp.weixin.qq.com/s/ 地址过长，不像文章地址，是否误贴了素材 ID？请使用已发表文章的地址。",
};

fn check_source_url(url: &SourceUrl<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    if is_broken(&url.text.decode()) {
        findings.add(Finding::of(&RULE, url.text.range()).words(&IN_SOURCE_URL), path);
    }
}

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    if element.link().is_some_and(|address| is_broken(&address.decode())) {
        sightings.add(&RULE, element);
    }
}

fn is_broken(address: &str) -> bool {
    if address.len() <= ARTICLE_HOST.len() + ARTICLE_PATH.len() + ARTICLE_KEY_LENGTH {
        return false;
    }
    // As browsers read addresses: line breaks are left out, backslashes are slashes.
    let plain = address.trim_start().replace(['\t', '\n', '\r'], "").replace('\\', "/");
    let lower = plain.to_ascii_lowercase();
    let after_scheme = ["https:", "http:"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    let rest = after_scheme.unwrap_or(&lower).trim_start_matches('/');
    let Some(after_host) = rest.strip_prefix(ARTICLE_HOST) else {
        return false;
    };
    let after_dot = after_host.strip_prefix('.').unwrap_or(after_host);
    let path = match after_dot.strip_prefix(':') {
        Some(port) => port.trim_start_matches(|character: char| character.is_ascii_digit()),
        None => after_dot,
    };
    let is_key = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    path.strip_prefix(ARTICLE_PATH)
        .is_some_and(|key| key.bytes().take_while(is_key).count() > ARTICLE_KEY_LENGTH)
}
