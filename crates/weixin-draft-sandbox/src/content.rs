//! What the endpoint accepts as the content of an article.

use crate::answer::{Refusal, refuse};
use crate::markup::{Tag, scan};
use crate::pictures::is_own_address;
use crate::removed;

/// Hosts whose pictures stay, and everything below them.
const PICTURE_HOSTS: [&str; 4] = ["qpic.cn", "qlogo.cn", "weixin.qq.com", "res.wx.qq.com"];

/// Elements that stand for a product.
const PRODUCTS: [&str; 3] = ["mp-common-product", "mp-common-cpsad", "mpcps"];

/// The beginning of the text, which serves as a digest where none is sent.
pub(crate) fn beginning(content: &str) -> String {
    let text = scan(content).text;
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(54).collect()
}

/// Checks a content and gives back what is stored of it.
pub(crate) fn store(content: &str, is_news: bool) -> Result<String, Refusal> {
    if content.trim().is_empty() {
        return refuse(45166, "content is missing or empty");
    }
    if content.len() >= 1024 * 1024 {
        return refuse(45002, "content has 1 MiB or more");
    }
    let scanned = scan(content);
    let (tags, characters) = (&scanned.tags, scanned.characters());
    if characters >= 20_000 {
        return refuse(45002, "content has 20000 characters of text or more");
    }
    for tag in tags {
        check_element(tag)?;
        check_link(tag)?;
    }
    if !is_news {
        check_picture_text(tags, characters)?;
        return without_foreign_pictures(content, tags);
    }
    Ok(removed::from(&without_foreign_pictures(content, tags)?))
}

/// Elements that are refused wherever they are.
fn check_element(tag: &Tag) -> Result<(), Refusal> {
    match tag.name.as_str() {
        "mp-miniprogram" | "mpvoice" => refuse(45166, "content holds a mini program card"),
        _ => Ok(()),
    }
}

/// Links that lead nowhere once an article is published.
fn check_link(tag: &Tag) -> Result<(), Refusal> {
    let ("a" | "area", Some(href)) = (tag.name.as_str(), tag.attribute("href")) else {
        return Ok(());
    };
    let href = href.trim();
    if href.starts_with('#') {
        return refuse(45166, "content links to a place within itself (href=\"#...\")");
    }
    if href.contains("tempkey=") {
        return refuse(45166, "content links to a preview (tempkey=)");
    }
    if let Some((_, id)) = href.split_once("mp.weixin.qq.com/s/") {
        let length = id
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
            .count();
        if length > 22 {
            return refuse(45166, "content links to an article by its media id");
        }
    }
    Ok(())
}

/// The text of a picture article: short and plain, products aside.
fn check_picture_text(tags: &[Tag], characters: usize) -> Result<(), Refusal> {
    if characters > 1_000 {
        return refuse(45166, "a newspic has more than 1000 characters of text");
    }
    if products(tags) > 50 {
        return refuse(53405, "a newspic has more than 50 products");
    }
    if tags.iter().any(|tag| tag.name != "a" && !PRODUCTS.contains(&tag.name.as_str())) {
        return refuse(45166, "a newspic holds markup that is no special function");
    }
    Ok(())
}

/// The number of products. The picture link form takes two elements with the
/// same product, and is one.
fn products(tags: &[Tag]) -> usize {
    let is_link = |tag: &&Tag| {
        tag.name == "a"
            && tag
                .attribute("tagname")
                .is_some_and(|name| name.eq_ignore_ascii_case("mp-common-product"))
    };
    let picture_form = |tag: &&Tag| tag.attribute("data-cardtype") == Some("12");
    let product = |tag: &Tag| tag.attribute("data-windowproduct").map(str::to_owned);

    let elements = tags.iter().filter(|tag| PRODUCTS.contains(&tag.name.as_str()));
    let links = tags.iter().filter(is_link);
    let total = elements.clone().count() + links.clone().count();

    let mut unpaired: Vec<_> = elements.filter(picture_form).filter_map(product).collect();
    let halves = unpaired.len();
    for wanted in links.filter(picture_form).filter_map(product) {
        if let Some(at) = unpaired.iter().position(|other| *other == wanted) {
            unpaired.swap_remove(at);
        }
    }
    total - (halves - unpaired.len())
}

/// The content without the pictures of other hosts, dropped without a word.
/// What cannot be an address on any host is refused instead.
fn without_foreign_pictures(content: &str, tags: &[Tag]) -> Result<String, Refusal> {
    let mut stored = String::with_capacity(content.len());
    let mut from = 0;
    for tag in tags.iter().filter(|tag| tag.name == "img") {
        let mut foreign = false;
        for address in ["src", "data-src"].iter().filter_map(|key| tag.attribute(key)) {
            let address = address.trim();
            if address.is_empty() || address.starts_with('#') {
                continue;
            }
            if is_own_address(address) {
                continue;
            }
            match host(address) {
                Some(host) => foreign |= !is_picture_host(&host),
                None => return refuse(45166, "a picture's address is a placeholder or a path"),
            }
        }
        if foreign {
            stored.push_str(&content[from..tag.range.start]);
            from = tag.range.end;
        }
    }
    stored.push_str(&content[from..]);
    Ok(stored)
}

/// The host of an `http`, `https` or `//` address, in lower case.
pub(crate) fn host(address: &str) -> Option<String> {
    let lower = address.to_ascii_lowercase();
    let scheme_less =
        lower.strip_prefix("https:").or_else(|| lower.strip_prefix("http:")).unwrap_or(&lower);
    let authority = scheme_less.strip_prefix("//")?.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty() && !host.contains(char::is_whitespace)).then(|| host.to_owned())
}

/// Whether a link to this host stays: the vendor's own do.
pub(crate) fn is_inside(host: &str) -> bool {
    host.strip_suffix("qq.com").is_some_and(|below| below.is_empty() || below.ends_with('.'))
}

fn is_picture_host(host: &str) -> bool {
    PICTURE_HOSTS.iter().any(|known| {
        host.strip_suffix(known).is_some_and(|below| below.is_empty() || below.ends_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::{host, is_picture_host, store};

    #[test]
    fn foreign_pictures_vanish() {
        let content =
            r#"<p>a<img src="https://mmbiz.qpic.cn/x">b<img src="//evil.example/qpic.cn">c</p>"#;
        let stored = store(content, true).expect("the content is fine");
        assert_eq!(stored, r#"<p>a<img src="https://mmbiz.qpic.cn/x">bc</p>"#);
    }

    #[test]
    fn hosts() {
        assert_eq!(host("HTTPS://u@Mmbiz.QPIC.cn:443/a").as_deref(), Some("mmbiz.qpic.cn"));
        assert_eq!(host("data:image/png;base64,AA"), None);
        assert_eq!(host("images/a.png"), None);
        assert!(is_picture_host("qpic.cn"));
        assert!(!is_picture_host("notqpic.cn"));
    }

    #[test]
    fn a_picture_link_is_one_product() {
        let pair = concat!(
            r#"<mp-common-product data-cardtype="12" data-windowproduct="p"></mp-common-product>"#,
            r#"<a tagname="mp-common-product" data-cardtype="12" data-windowproduct="p">p</a>"#,
        );
        assert!(store(&pair.repeat(50), false).is_ok());
        let refusal = store(&pair.repeat(51), false).expect_err("one too many");
        assert_eq!(refusal.errcode, 53405);
    }
}
