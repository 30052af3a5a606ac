//! `preview_link`.

use super::edits::unlinked;
use super::source_url::SourceUrl;
use super::{
    Checks, ContentToMend, Finding, Findings, InSchema, Mending, Rule, RuleFix, Sightings, Source,
};
use crate::html::Element;
use crate::json::Pointer;
use crate::report::{Applicability, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "preview_link",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "No link of the content leads to the preview of a draft (tempkey=); nor does content_source_url, nor to the web console.",
        zh: "正文中的链接和阅读原文链接都不要指向草稿的临时预览地址（tempkey=）；阅读原文链接也不要指向公众平台后台。",
    },
    reason: Words {
        en: "Previews expire, and links to them have been refused with 45166.",
        zh: "预览链接会过期，也曾被服务器拒绝（45166）。",
    },
    message: Words {
        en: "a link leads to a temporary preview (tempkey=), which has been refused with 45166. Use the published article's address.",
        zh: "正文中有指向临时预览的链接（tempkey=），此类链接曾被服务器拒绝（45166）。请改用已发表文章的地址。",
    },
    in_schema: InSchema::No,
    fixes: &[&REMOVAL],
    typed: false,
    checks: Checks {
        source_url: Some(check_source_url),
        element: Some(check),
        mend: Some(mend),
        ..Checks::NONE
    },
};

const MARK: &str = "tempkey=";

/// What addresses of the console hold.
const CONSOLE_PAGES: &str = "//mp.weixin.qq.com/cgi-bin/";

static CONSOLE: Words = Words {
    en: "this is an address of the web console: no reader can open it, and it may hold the token of your session. Use the published article's address.",
    zh: "这是公众平台后台的地址：读者无法打开，其中还可能带有登录会话的 token。请改用已发表文章的地址。",
};
static IN_SOURCE_URL: Words = Words {
    en: "this address leads to a temporary preview (tempkey=), which expires and has been refused. Use the published article's address.",
    zh: "该地址指向临时预览（tempkey=），会过期，也曾被服务器拒绝。请改用已发表文章的地址。",
};

fn check_source_url(url: &SourceUrl<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    let address = url.text.decode();
    let words = if address.contains(MARK) {
        &IN_SOURCE_URL
    } else if address.contains(CONSOLE_PAGES) {
        &CONSOLE
    } else {
        return;
    };
    findings.add(Finding::of(&RULE, url.text.range()).words(words), path);
}

static REMOVAL: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words { en: "remove the link and keep its text", zh: "删除链接，保留文字" },
};

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    if leads_to_preview(element) {
        sightings.add(&RULE, element);
    }
}

fn leads_to_preview(element: &Element<'_>) -> bool {
    element.link().is_some_and(|address| address.decode().contains(MARK))
}

fn mend(content: &ContentToMend<'_>) -> Option<Mending> {
    Some((&REMOVAL, unlinked(content, leads_to_preview)?))
}
