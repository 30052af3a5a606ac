//! `outside_link`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::address::{Address, shown_host};
use crate::html::{Element, ElementName};
use crate::report::{Datum, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "outside_link",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "Links lead to addresses of qq.com and below.",
        zh: "链接只指向 qq.com 及其子域名。",
    },
    reason: Words {
        en: "For most accounts the server removes other links and keeps their text.",
        zh: "多数公众号的其他链接会被服务器去除，只保留文字。",
    },
    message: Words {
        en: "a link leads to another host than qq.com: for most accounts the server removes it and keeps its text. Write the address as text, in a footnote for example, or link to an article.",
        zh: "正文中有指向 qq.com 以外的链接：多数公众号会被去除链接，只保留文字。请把地址写成文字（例如脚注），或者改为文章链接。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { element: Some(check), ..Checks::NONE },
};

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    if element.name != ElementName::Anchor {
        return;
    }
    if let Some(value) = element.link()
        && let Address::Host(host) = Address::resolve(&value.decode())
        && !is_inside(&host)
    {
        let found = Datum::from(shown_host(&host).to_owned());
        sightings.add_found(&RULE, element, element.range(), Some(found), None);
    }
}

fn is_inside(host: &str) -> bool {
    host.strip_suffix("qq.com").is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
