//! `outside_link`.

use super::{Checks, ContentToMend, InSchema, Mending, Rule, RuleFix, Sightings, Source};
use crate::address::{Address, shown_host};
use crate::html::{Element, ElementName, PieceKind, decoded_text, written_as_text};
use crate::json::escaped;
use crate::report::{Applicability, Datum, Edit, Level, Words};

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
        en: "a link leads to another host than qq.com: for most accounts the server removes it and keeps its text. Write the address as text, or link to an article.",
        zh: "正文中有指向 qq.com 以外的链接：多数公众号会被去除链接，只保留文字。请把地址写成文字，或者改为文章链接。",
    },
    in_schema: InSchema::No,
    fixes: &[&TEXT],
    typed: false,
    checks: Checks { element: Some(check), mend: Some(mend), ..Checks::NONE },
};

static TEXT: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words {
        en: "keep the link's text, with the address in brackets",
        zh: "链接改为文字，后面用括号注明地址",
    },
};

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    if let Some((_, host)) = outside(element) {
        sightings.add_found(&RULE, element, element.range(), Some(Datum::from(host)), None);
    }
}

/// Where a link leads, and the host, if it leads outside.
fn outside(element: &Element<'_>) -> Option<(String, String)> {
    if element.name != ElementName::Anchor {
        return None;
    }
    let address = element.link()?.decode();
    match Address::resolve(&address) {
        Address::Host(host) if !is_inside(&host) => {
            Some((address.trim().to_owned(), shown_host(&host).to_owned()))
        }
        _ => None,
    }
}

/// A link that leads outside and has not ended yet.
struct OpenLink {
    number: usize,
    address: String,
    text: String,
}

/// Turns all links that lead outside into text, or none where one of them has no end.
fn mend(content: &ContentToMend<'_>) -> Option<Mending> {
    let mut edits = Vec::new();
    let mut open: Vec<OpenLink> = Vec::new();
    content.pieces.each(|piece| match piece.kind {
        PieceKind::Text => {
            if let Some(link) = open.last_mut() {
                link.text.push_str(&decoded_text(&content.raw[piece.range.clone()]));
            }
        }
        PieceKind::Start { number, .. } => {
            if let Some((address, _)) = outside(piece.element) {
                edits.push(Edit::removal(piece.range.clone()));
                open.push(OpenLink { number, address, text: String::new() });
            }
        }
        PieceKind::End { of } => {
            if let Some(link) = open.pop_if(|link| Some(link.number) == of) {
                edits.push(Edit::new(piece.range.clone(), link.after_text()));
            }
        }
        _ => {}
    });
    open.is_empty().then_some((&TEXT, edits))
}

impl OpenLink {
    /// What takes the place of the end tag: the address in brackets, unless it is what the
    /// text says.
    fn after_text(&self) -> String {
        let plain = |text: &str| {
            let text = text.trim().trim_end_matches('/');
            let bare = text.split_once("//").map_or(text, |(_, bare)| bare);
            bare.to_ascii_lowercase()
        };
        if plain(&self.text) == plain(&self.address) {
            return String::new();
        }
        escaped(&format!(" ({})", written_as_text(&self.address)))
    }
}

fn is_inside(host: &str) -> bool {
    host.strip_suffix("qq.com").is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
