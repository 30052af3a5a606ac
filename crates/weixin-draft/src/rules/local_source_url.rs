//! `local_source_url`.

use super::source_url::SourceUrl;
use super::source_url_flaw::flaw;
use super::{Checks, Finding, Findings, InSchema, Rule, Source};
use crate::address::{Address, is_local_host, is_local_name};
use crate::json::{Pointer, Text};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "local_source_url",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "content_source_url leads to a public host.",
        zh: "阅读原文链接（content_source_url）指向公网地址。",
    },
    reason: Words {
        en: "Such addresses have been refused with 41039, and no reader could open them.",
        zh: "此类地址曾被服务器拒绝（41039），读者也无法打开。",
    },
    message: Words {
        en: "this address leads to this machine or a private network, which no reader can open; such addresses have been refused with 41039. Use the page's public address.",
        zh: "该地址指向本机或内网，读者无法打开，曾被服务器拒绝（41039）。请使用公网地址。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { source_url: Some(check), ..Checks::NONE },
};

fn check(url: &SourceUrl<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    if is_local(url.text, url.plain_host) && !is_invalid(url.text) {
        findings.add(Finding::of(&RULE, url.text.range()), path);
    }
}

/// Whether the address is none at all, which another rule tells.
fn is_invalid(url: &Text<'_>) -> bool {
    flaw(&url.decode()).is_some_and(|flaw| flaw.level == Level::Error)
}

fn is_local(url: &Text<'_>, plain_host: Option<&[u8]>) -> bool {
    match plain_host {
        // It begins with a letter, so it is no IP address.
        Some(host) => is_local_name(host),
        None => {
            matches!(Address::resolve(&url.decode()), Address::Host(host) if is_local_host(&host))
        }
    }
}
