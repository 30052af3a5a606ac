//! `broken_article_link`.

use super::{Check, InSchema, Rule, Source};
use crate::content::{Element, Sightings};
use crate::report::{Level, Words};

/// Characters after `/s/` in the address of a published article.
const ARTICLE_KEY_LENGTH: usize = 22;

pub(crate) static RULE: Rule = Rule {
    code: "broken_article_link",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "A link to mp.weixin.qq.com/s/ has at most 22 characters after it.",
        zh: "mp.weixin.qq.com/s/ 链接后面的标识不超过 22 个字符。",
    },
    reason: Words {
        en: "A real address has 22. A media id pasted in its place has been refused with 45166.",
        zh: "真实文章地址的标识是 22 个字符。误贴素材 ID 有被 45166 拒绝的先例。",
    },
    message: Words {
        en: "a link to mp.weixin.qq.com/s/ is too long for an article's address; was a media id pasted? Use the published article's address.",
        zh: "mp.weixin.qq.com/s/ 链接过长，不像文章地址，是否误贴了素材 ID？请使用已发表文章的地址。",
    },
    in_schema: InSchema::No,
    check: Check::Element(check),
};

const ARTICLE: &str = "mp.weixin.qq.com/s/";

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    if element.link().is_some_and(|address| is_broken(&address.decode())) {
        sightings.add(&RULE, element);
    }
}

fn is_broken(address: &str) -> bool {
    if address.len() <= ARTICLE_KEY_LENGTH {
        return false;
    }
    let lower = address.to_ascii_lowercase();
    let trimmed = lower.trim_start_matches(|character: char| character.is_whitespace());
    let after_scheme =
        ["https:", "http:", ""].iter().find_map(|scheme| trimmed.strip_prefix(scheme));
    let rest = after_scheme.unwrap_or(trimmed).trim_start_matches(['/', '\\']);
    let is_key = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    rest.strip_prefix(ARTICLE)
        .is_some_and(|key| key.bytes().take_while(is_key).count() > ARTICLE_KEY_LENGTH)
}
