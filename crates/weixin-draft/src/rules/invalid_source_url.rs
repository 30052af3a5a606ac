//! `invalid_source_url`.

use super::edits::replace_text;
use super::source_url::SourceUrl;
use super::source_url_flaw::{Flaw, NOT_ABSOLUTE, flaw};
use super::{Checks, Finding, Findings, InSchema, Rule, RuleFix, Source};
use crate::json::{Pointer, Text, name_of_character};
use crate::report::{Applicability, Edit, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "invalid_source_url",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "content_source_url is an absolute http or https address with a host.",
        zh: "content_source_url（阅读原文链接）须为带主机名的 http 或 https 绝对地址。",
    },
    reason: Words {
        en: "The server answers 41039 to an address it does not take. Names and paths in Chinese are fine.",
        zh: "地址不合要求时服务器返回 41039。中文域名和中文路径没有问题。",
    },
    message: NOT_ABSOLUTE,
    in_schema: InSchema::No,
    fixes: &[&TRIM, &SCHEME],
    typed: false,
    checks: Checks { source_url: Some(check), ..Checks::NONE },
};

fn check(url: &SourceUrl<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    if let Some(Flaw { words, character, position, meant, level }) = flaw(&url.text.decode()) {
        let mut finding = Finding::of(&RULE, url.text.range()).words(words).at_most(level);
        if let Some(character) = character {
            finding = finding.found(name_of_character(character));
        }
        if let Some(position) = position {
            finding = finding.position(position);
        }
        if let Some(meant) = meant {
            finding = finding.name(meant);
        }
        let (fix, edits) = mended(url.text);
        findings.add(finding.fix(fix, edits), path);
    }
}

static TRIM: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "remove the white space around it", zh: "去掉首尾的空白" },
};
static SCHEME: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words { en: "put https:// before it", zh: "在前面加上 https://" },
};

/// What would mend it: no white space around it, or a scheme before a host and a path.
fn mended(url: &Text<'_>) -> (&'static RuleFix, Vec<Edit>) {
    let given = url.decode();
    let trimmed = given.trim();
    if flaw(trimmed).is_none() {
        return (&TRIM, replace_text(url, trimmed));
    }
    let with_scheme = format!("https://{trimmed}");
    let host = trimmed.split_once('/').map_or("", |(host, _)| host);
    let is_host = host.contains('.') && !host.starts_with('.') && !host.contains(':');
    if is_host && flaw(&with_scheme).is_none() {
        return (&SCHEME, replace_text(url, &with_scheme));
    }
    (&TRIM, Vec::new())
}
