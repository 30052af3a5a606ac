//! `invalid_source_url`.

use super::edits::replace_text;
use super::source_url::SourceUrl;
use super::{Checks, Finding, Findings, InSchema, Rule, RuleFix, Source};
use crate::address::Address;
use crate::json::{Pointer, Text};
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
    message: Words {
        en: "this is not an absolute http or https address. Write it whole, such as https://example.com/page, or leave the field out.",
        zh: "不是 http 或 https 绝对地址。请填写完整地址，例如 https://example.com/page，或省略该字段。",
    },
    in_schema: InSchema::No,
    fixes: &[&TRIM, &SCHEME],
    typed: false,
    checks: Checks { source_url: Some(check), ..Checks::NONE },
};

static BLANK: Words = Words {
    en: "this address holds a blank or a line end. Remove it, or write it as %20 inside a path.",
    zh: "地址中有空格或换行。请删除；如果是路径的一部分，请写作 %20。",
};

fn check(url: &SourceUrl<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    if let Some(words) = flaw(&url.text.decode()) {
        let finding = Finding::of(&RULE, url.text.range()).words(words);
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
    if trimmed.len() < given.len() && flaw(trimmed).is_none() {
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

/// What to say of an address that is not sound.
fn flaw(address: &str) -> Option<&'static Words> {
    let is_blank = |character: char| character.is_control() || character.is_whitespace();
    if !address.trim().is_empty() && address.contains(is_blank) {
        return Some(&BLANK);
    }
    (!is_absolute_http(address)).then_some(&RULE.message)
}

/// Browsers forgive more than a server should be trusted to:
/// a missing `//`, or one slash too many.
fn is_absolute_http(address: &str) -> bool {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_http = matches!(scheme.as_deref(), Some("http" | "https"));
    let after_slashes = address.split_once("://").map_or("", |(_, rest)| rest);
    is_http
        && !after_slashes.starts_with(['/', '\\', '?', '#'])
        && matches!(Address::resolve(address), Address::Host(host) if !host.trim_matches('.').is_empty())
}

#[cfg(test)]
mod tests {
    use super::{BLANK, flaw, is_absolute_http};

    #[test]
    fn names_blanks_as_what_they_are() {
        for address in [" https://example.com", "https://exa mple.com", "https://a.cn\n"] {
            assert_eq!(flaw(address), Some(&BLANK), "{address}");
        }
        assert_eq!(flaw("https://example.com"), None);
        assert_ne!(flaw(" "), Some(&BLANK));
    }

    #[test]
    fn wants_a_scheme_and_a_host() {
        for good in [
            "https://example.com",
            "HTTP://例子.测试/路径?q=值#x",
            "http://[::1]:80/",
            "https://user@host/",
        ] {
            assert!(is_absolute_http(good), "{good}");
        }
        for bad in [
            "example.com",
            "//example.com",
            "ftp://example.com",
            "https://",
            "https:///x",
            "http://./",
            "http://..",
            "http://?q",
            "https:example.com",
            "javascript://x",
        ] {
            assert!(!is_absolute_http(bad), "{bad}");
        }
    }
}
