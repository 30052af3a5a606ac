//! `external_image`.

use super::image_scheme::begins_wrong;
use super::placeholder_value::is_word;
use super::typographic_quotes::is_typographic;
use super::{Checks, ContentToMend, InSchema, Mending, Rule, RuleFix, Sightings, Source};
use crate::address::{Address, shown_host};
use crate::html::{Attribute, AttributeName, Element, ElementName, PieceKind, each_image_address};
use crate::report::{Applicability, Datum, Edit, Level, Words};

/// Hosts of the vendor's shops, where pictures of products may be.
const SHOP_HOSTS: [&str; 2] = ["mmecimage.cn", "store.mp.video.tencent-cloud.com"];

/// Hosts of the vendor; what is below one of them is the vendor's too.
const VENDOR_HOSTS: &[&str] = &["qpic.cn", "qlogo.cn", "weixin.qq.com", "res.wx.qq.com"];

pub(crate) static RULE: Rule = Rule {
    code: "external_image",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "Images in the content come from the vendor's hosts: qpic.cn, qlogo.cn, weixin.qq.com, res.wx.qq.com and below.",
        zh: "正文中的图片须来自微信的域名：qpic.cn、qlogo.cn、weixin.qq.com、res.wx.qq.com 及其子域名。",
    },
    reason: Words {
        en: "The server drops other images silently. The check looks at src, data-src, srcset, href of svg, poster, data-product-imageurl, and url(...) in style attributes.",
        zh: "服务器会静默过滤外部图片。检查 src、data-src、srcset、svg 的 href、poster、data-product-imageurl，以及 style 属性中的 url(...)。",
    },
    message: Words {
        en: "the content holds an image from a host that is not the vendor's: it will be dropped. Upload it with media/uploadimg and use the address you get.",
        zh: "正文中有外部图片，会被服务器过滤。请用「上传图文消息内的图片获取URL」接口（media/uploadimg）上传，并使用返回的地址。",
    },
    in_schema: InSchema::No,
    fixes: &[&OWN_ADDRESS],
    typed: false,
    checks: Checks { element: Some(check), mend: Some(mend), ..Checks::NONE },
};

static EMBEDDED: Words = Words {
    en: "the content holds an image as a data: address: it will be dropped. Upload the picture with media/uploadimg and use the address you get.",
    zh: "正文中有 data: 形式的内嵌图片或占位图，会被服务器过滤。请用 media/uploadimg 上传图片，并使用返回的地址。",
};
static RELATIVE: Words = Words {
    en: "the content holds an image whose address is a path without a host, such as a file on your machine: it will be dropped. Upload the picture with media/uploadimg and use the address you get.",
    zh: "正文中有图片的地址只是路径，没有主机名（例如本机的文件），会被服务器过滤。请用 media/uploadimg 上传图片，并使用返回的地址。",
};
static OTHER: Words = Words {
    en: "the content holds an image whose address works in one program only, as blob: and cid: do: it will be dropped. Upload the picture with media/uploadimg and use the address you get.",
    zh: "正文中有图片的地址（例如 blob: 或 cid:）只在某个程序内有效，会被服务器过滤。请用 media/uploadimg 上传图片，并使用返回的地址。",
};
static FILE: Words = Words {
    en: "the content holds an image whose address is that of a file on your machine: it will be dropped. Upload the file with media/uploadimg and use the address you get.",
    zh: "正文中有图片的地址是本机文件，会被服务器过滤。请用 media/uploadimg 上传该文件，并使用返回的地址。",
};
static TEMPLATE: Words = Words {
    en: "the content holds an image whose address is a placeholder, such as undefined or an unfilled template: it will be dropped. Put an address from media/uploadimg in its place.",
    zh: "正文中有图片的地址是占位内容（例如 undefined 或模板占位符），会被服务器过滤。请填入 media/uploadimg 返回的地址。",
};
static MARKDOWN: Words = Words {
    en: "the content holds an image whose address is written in Markdown: it will be dropped. Put the bare address into the attribute, one from media/uploadimg.",
    zh: "正文中有图片的地址写成了 Markdown，会被服务器过滤。请在属性中只写地址本身，并使用 media/uploadimg 返回的地址。",
};
static QUOTES: Words = Words {
    en: "the content holds an image whose address is in typographic quotes: it will be dropped. Replace them with straight quotes.",
    zh: "正文中有图片的地址用了弯引号，会被服务器过滤。请改为英文直引号。",
};
static BEGINNING: Words = Words {
    en: "the content holds an image whose address begins with a misspelt or missing https:// or host: it will be dropped. Correct its beginning.",
    zh: "正文中有图片的地址开头的 https:// 或主机名写错或缺少，会被服务器过滤。请改正地址的开头。",
};

static OWN_ADDRESS: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words {
        en: "take the vendor's address that is in data-src or the like for src",
        zh: "src 改用 data-src 等属性中的微信图片地址",
    },
};

/// What is wrong with an address: what it is, and words of its own.
type Fault = (Option<Datum>, Option<&'static Words>);

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let image_hosts = sightings.context.image_hosts;
    each_image_address(element, |address, text, attribute| {
        if let Some((found, words)) = fault(address, text, attribute, image_hosts) {
            sightings.add_found(&RULE, element, attribute.range(), found, words);
        }
    });
}

fn fault(
    address: Address<'_>,
    text: &str,
    attribute: &Attribute<'_>,
    image_hosts: &[String],
) -> Option<Fault> {
    let is_shop = |host: &str| {
        attribute.name == AttributeName::DataProductImage && is_below_any(host, SHOP_HOSTS)
    };
    match &address {
        Address::Nothing => return None,
        Address::Relative if is_typographic(attribute) => return Some((None, Some(&QUOTES))),
        Address::Host(host) if is_inside(host, image_hosts) || is_shop(host) => return None,
        Address::Data => return Some((Some(Datum::from("data:")), Some(&EMBEDDED))),
        Address::File => return Some((Some(Datum::from("file:")), Some(&FILE))),
        Address::Host(_) | Address::Relative | Address::Other => {}
    }
    Some(if is_markdown(text) {
        (Some(Datum::from("Markdown")), Some(&MARKDOWN))
    } else if is_template(text) || is_word(text.trim()) {
        (Some(Datum::from("placeholder")), Some(&TEMPLATE))
    } else if begins_wrong(text, |host| is_inside(host, image_hosts)) {
        (None, Some(&BEGINNING))
    } else {
        match address {
            Address::Host(host) => (Some(Datum::from(shown_host(&host).to_owned())), None),
            Address::Relative => (Some(Datum::from("path")), Some(&RELATIVE)),
            _ if is_of_program(text) => (None, Some(&OTHER)),
            _ => (None, Some(&BEGINNING)),
        }
    })
}

/// Whether an address, which no server has, has another scheme than those of the web.
fn is_of_program(address: &str) -> bool {
    let scheme = address.trim_start().split_once(':').map_or("", |(scheme, _)| scheme);
    !scheme.is_empty()
        && !["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web))
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Attributes in which pages that load their images late keep the real address.
const LATE_ATTRIBUTES: [&str; 6] =
    ["data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-original-src", "_src"];

/// Gives every image the address of the vendor's that it has beside the other one, or
/// none where one of them has no such address.
fn mend(content: &ContentToMend<'_>) -> Option<Mending> {
    let image_hosts = content.context.image_hosts;
    let mut edits = Some(Vec::new());
    content.pieces.each(|piece| {
        if !matches!(piece.kind, PieceKind::Start { .. }) {
            return;
        }
        let element = piece.element;
        each_image_address(element, |address, text, attribute| {
            if fault(address, text, attribute, image_hosts).is_none() {
                return;
            }
            let edit = own_address(content, element).filter(|_| {
                element.name == ElementName::Image && attribute.name == AttributeName::Src
            });
            match (&mut edits, edit) {
                (Some(edits), Some(value)) => edits.push(Edit::new(attribute.range(), value)),
                (edits, _) => *edits = None,
            }
        });
    });
    Some((&OWN_ADDRESS, edits?))
}

/// The attribute `src` with the address that is kept for later, as it is in the JSON
/// string.
fn own_address(content: &ContentToMend<'_>, element: &Element<'_>) -> Option<String> {
    let is_late = |name: &str| LATE_ATTRIBUTES.iter().any(|late| name.eq_ignore_ascii_case(late));
    let late = element.attributes.iter().filter(|one| is_late(&one.spelling(content.raw)));
    let mut own = late.filter(|attribute| {
        let address = attribute.value.decode();
        let is_own = |host: &str| is_inside(host, content.context.image_hosts);
        matches!(Address::resolve(&address), Address::Host(host) if is_own(&host))
    });
    let quoted = own.next()?.quoted_value(content.raw)?;
    Some(format!("src={quoted}"))
}

/// Whether an address holds a template that nobody filled in, or is a name such as
/// `__IMAGE_0__` or `IMAGE_URL`.
pub(crate) fn is_template(address: &str) -> bool {
    let is_between = |open: &str, close: &str| {
        address.split_once(open).is_some_and(|(_, rest)| rest.contains(close))
    };
    let name = address.strip_prefix("__").and_then(|rest| rest.strip_suffix("__"));
    let is_name =
        |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_between("{{", "}}")
        || is_between("${", "}")
        || is_between("<%", "%>")
        || name.is_some_and(is_name)
        || is_constant(address)
}

/// Whether an address is written as a constant is: capitals with low lines between them.
fn is_constant(address: &str) -> bool {
    let is_capital = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    address.contains('_') && address.bytes().all(is_capital)
}

/// Whether an address is a link or an image in Markdown: `[..](..)`.
pub(crate) fn is_markdown(address: &str) -> bool {
    address.split_once("](").is_some_and(|(_, rest)| rest.contains(')'))
}

/// Whether an image of this host is kept. Pictures of products may be on the vendor's
/// shop hosts, too.
pub(crate) fn is_vendor_image_host(host: &str, attribute: &str) -> bool {
    let is_shop = || attribute == "data-product-imageurl" && is_below_any(host, SHOP_HOSTS);
    is_inside(host, &[]) || is_shop()
}

/// Whether a host is the vendor's or the caller's own, or below one of them.
fn is_inside(host: &str, image_hosts: &[String]) -> bool {
    (host.is_ascii() && is_below_any(host, VENDOR_HOSTS.iter().copied()))
        || is_below_any(host, image_hosts.iter().map(String::as_str))
}

/// Whether a host is one of these, or below one of them.
fn is_below_any<'h>(host: &str, hosts: impl IntoIterator<Item = &'h str>) -> bool {
    hosts.into_iter().any(|inside| {
        host.strip_suffix(inside).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}
