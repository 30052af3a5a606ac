//! What is wrong with an address in `content_source_url`, or looks wrong.

use super::external_image::is_markdown;
use super::outer_blank::outer_blank;
use super::placeholder_value::is_placeholder;
use crate::address::Address;
use crate::report::{Level, Words};

/// What to say of an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) words: &'static Words,
    /// The character that is wrong, and the one that belongs in its place.
    pub(super) character: Option<char>,
    /// Which character of the address that is, from 1.
    pub(super) position: Option<usize>,
    pub(super) meant: Option<&'static str>,
    pub(super) level: Level,
}

impl Flaw {
    fn of(words: &'static Words) -> Self {
        Flaw { words, character: None, position: None, meant: None, level: Level::Error }
    }

    fn warning(words: &'static Words) -> Self {
        Flaw { level: Level::Warning, ..Flaw::of(words) }
    }

    fn at(self, character: char) -> Self {
        Flaw { character: Some(character), ..self }
    }
}

pub(super) const NOT_ABSOLUTE: Words = Words {
    en: "this is not an absolute http or https address. Write it whole, such as https://example.com/page, or leave the field out.",
    zh: "不是 http 或 https 绝对地址。请填写完整地址，例如 https://example.com/page，或省略该字段。",
};
static OTHER_SCHEME: Words = Words {
    en: "this address begins with {name}, and only http and https are taken. Write such an address, or leave the field out.",
    zh: "地址以 {name} 开头，而这里只能使用 http 或 https。请改为这样的地址，或省略该字段。",
};
static MARKUP: Words = Words {
    en: "this is a link in {name}, not an address. Write the address alone.",
    zh: "这是 {name} 写法的链接，不是地址。请只写地址本身。",
};
static BLANK: Words = Words {
    en: "this address holds a blank or a line break ({found}) at character {position}. Remove it, or write a blank as %20 inside a path.",
    zh: "地址的第 {position} 个字符是空格或换行（{found}）。请删除；如果是路径中的空格，请写作 %20。",
};
static CONTROL: Words = Words {
    en: "this address holds a control character, {found}. Remove it.",
    zh: "地址中有控制字符 {found}。请删除。",
};
static PLACEHOLDER: Words = Words {
    en: "this is a placeholder, not an address. Put the address in its place, or leave the field out.",
    zh: "这是占位内容，不是链接。请换成真正的链接，或省略该字段。",
};
static ENDING: Words = Words {
    en: "this address ends with {found}, which was probably copied along. Remove it.",
    zh: "地址以 {found} 结尾，可能是复制时带上的。请删除。",
};
static BACKSLASH: Words = Words {
    en: "this address holds a backslash. Write / in its place.",
    zh: "地址中有反斜杠。请改为 /。",
};
static LOOK_ALIKE: Words = Words {
    en: "this address holds {found}. Write {name} in its place.",
    zh: "地址中有 {found}。请改为 {name}。",
};
static TWICE: Words = Words {
    en: "this address begins with its scheme twice, as in https://https://. Remove one.",
    zh: "地址开头的 https:// 重复了。请删除一个。",
};
static PORT: Words = Words {
    en: "the port of this address is not one. Write a number from 1 to 65535, or leave the port out.",
    zh: "地址的端口无效。请填写 1 到 65535 的数，或省略端口。",
};
static HOST: Words = Words {
    en: "the host of this address has an empty part, such as between two dots. Correct it.",
    zh: "地址的主机名中有空的部分，例如连续的两个点。请改正。",
};
static AMPERSAND: Words = Words {
    en: "this address holds &amp;, as HTML writes the sign &. Write & alone.",
    zh: "地址中有 &amp;，这是 & 在 HTML 中的写法。请直接写 &。",
};
static PASSWORD: Words = Words {
    en: "this address holds a user's name and password, which every reader would see. Remove them.",
    zh: "地址中带有用户名和密码，所有读者都能看到。请删除。",
};

/// Other schemes than those of the web, which people try.
const SCHEMES: [&str; 7] = ["ftp:", "mailto:", "tel:", "javascript:", "file:", "weixin:", "data:"];

/// What to say of an address that is not sound.
#[cold]
pub(super) fn flaw(address: &str) -> Option<Flaw> {
    let authority = after_scheme(address).split(['/', '\\', '?', '#']).next().unwrap_or_default();
    if is_placeholder(address) || authority.contains(['{', '}']) {
        return Some(Flaw::of(&PLACEHOLDER));
    }
    let markup = match address.trim_start() {
        html if html.starts_with('<') => Some("HTML"),
        _ => is_markdown(address).then_some("Markdown"),
    };
    if markup.is_some() {
        return Some(Flaw { meant: markup, ..Flaw::of(&MARKUP) });
    }
    let blank = address.chars().enumerate().find(|(_, character)| character.is_whitespace());
    if let Some((at, blank)) = blank.filter(|_| !address.trim().is_empty()) {
        let words = outer_blank(address, at).unwrap_or(&BLANK);
        return Some(Flaw { position: Some(at + 1), ..Flaw::of(words).at(blank) });
    }
    if let Some(control) = address.chars().find(|character| character.is_control()) {
        return Some(Flaw::of(&CONTROL).at(control));
    }
    if let Some(last) =
        address.chars().last().filter(|last| "。，、；：！？）】》」』”’".contains(*last))
    {
        return Some(Flaw::warning(&ENDING).at(last));
    }
    if is_sound(address, authority) {
        return doubt(address, authority);
    }
    let look_alike = |character| match character {
        '：' => Some(":"),
        '／' => Some("/"),
        '．' | '。' => Some("."),
        _ => None,
    };
    let alike = address.chars().find(|character| look_alike(*character).is_some());
    Some(if address.contains('\\') {
        Flaw::of(&BACKSLASH)
    } else if let Some(character) = alike {
        Flaw { meant: look_alike(character), ..Flaw::of(&LOOK_ALIKE).at(character) }
    } else if is_http(after_scheme(address)) {
        Flaw::of(&TWICE)
    } else if !is_http(address) {
        let begins = |scheme: &&str| {
            address.get(..scheme.len()).is_some_and(|first| first.eq_ignore_ascii_case(scheme))
        };
        let scheme = SCHEMES.into_iter().find(begins);
        Flaw {
            meant: scheme,
            ..Flaw::of(if scheme.is_some() { &OTHER_SCHEME } else { &NOT_ABSOLUTE })
        }
    } else if !port(authority).is_empty() && port(authority).parse::<u16>().is_err() {
        Flaw::of(&PORT)
    } else if authority.contains(['.', '-'])
        && matches!(Address::resolve(address), Address::Host(_))
    {
        Flaw::of(&HOST)
    } else {
        Flaw::of(&NOT_ABSOLUTE)
    })
}

/// What looks wrong in an address that has all it needs.
fn doubt(address: &str, authority: &str) -> Option<Flaw> {
    let user = authority.rsplit_once('@').map_or("", |(user, _)| user);
    if user.contains(':') {
        Some(Flaw::warning(&PASSWORD))
    } else if port(authority).parse() == Ok(0_u16) {
        Some(Flaw::warning(&PORT))
    } else if address.contains("&amp;") {
        Some(Flaw::warning(&AMPERSAND))
    } else {
        None
    }
}

/// Browsers forgive more than a server should be trusted to:
/// a missing `//`, or one slash too many.
fn is_sound(address: &str, authority: &str) -> bool {
    is_http(address)
        && !is_http(after_scheme(address))
        && !authority.is_empty()
        && matches!(Address::resolve(address), Address::Host(host) if is_sound_host(&host))
}

/// Whether no part of a host is empty, and its dots are dots.
fn is_sound_host(host: &str) -> bool {
    host.split('.').all(|label| !matches!(label, "" | "xn--")) && !host.contains(['。', '．'])
}

fn is_http(address: &str) -> bool {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https"))
}

fn after_scheme(address: &str) -> &str {
    address.split_once("://").map_or("", |(_, rest)| rest)
}

/// What follows the host's colon.
fn port(authority: &str) -> &str {
    let host_and_port = authority.rsplit(['@', ']']).next().unwrap_or_default();
    host_and_port.split_once(':').map_or("", |(_, port)| port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_wrong() {
        for (words, addresses) in [
            (&BLANK, &["https://exa mple.com", "https://a.cn/\nb"][..]),
            (&CONTROL, &["https://a.cn/\u{1}"]),
            (&PLACEHOLDER, &["{{url}}", "${URL}", "null", "undefined", "https://{host}/"]),
            (&ENDING, &["https://a.cn/x。", "https://a.cn，"]),
            (&BACKSLASH, &["https:\\\\a.cn\\x"]),
            (&LOOK_ALIKE, &["https：//a.cn", "https://a。cn/", "https:／／a.cn"]),
            (&TWICE, &["https://https://a.cn", "http://HTTPS://a.cn/x"]),
            (&PORT, &["https://a.cn:65536/", "https://a.cn:x", "https://a.cn:0/"]),
            (&HOST, &["https://.com/", "https://example..com", "https://xn--/", "http://.."]),
            (&AMPERSAND, &["https://a.cn/?a=1&amp;b=2", "https://a.cn/x&amp;y"]),
            (&OTHER_SCHEME, &["FTP://example.com", "mailto:a@b.cn", "javascript://x"]),
            (&MARKUP, &["[a](https://a.cn)", "<a href=\"https://a.cn\">a</a>", "<https://a.cn>"]),
            (&PASSWORD, &["https://user:password@a.cn/"]),
            (
                &NOT_ABSOLUTE,
                &[
                    " ",
                    "example.com",
                    "//example.com",
                    "https://",
                    "https:///x",
                    "http://?q",
                    "https:example.com",
                ],
            ),
        ] {
            for address in addresses {
                assert_eq!(flaw(address).map(|flaw| flaw.words), Some(words), "{address}");
            }
        }
    }

    #[test]
    fn takes_addresses_with_a_scheme_and_a_host() {
        for good in [
            "https://example.com",
            "HTTP://例子.测试/路径?q=值#x",
            "http://[::1]:80/",
            "https://user@host/",
            "https://a.cn:/?u=https://b.cn",
            "https://a.cn./x",
            "https://a.cn/a\\b",
        ] {
            assert_eq!(flaw(good), None, "{good}");
        }
    }
}
