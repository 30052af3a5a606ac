//! One article: what is refused, and what is kept of the rest.

use std::net::Ipv4Addr;

use serde_json::{Map, Value, json};

use crate::answer::{Refusal, refuse};
use crate::fields::Fields;
use crate::page::looks_like_media_id;
use crate::text::width;
use crate::{content, crop};

/// Reads an article and gives back what the draft holds afterwards. Fields the
/// endpoint does not know are skipped.
pub(crate) fn read(article: Fields<'_>) -> Result<Map<String, Value>, Refusal> {
    let is_news = match article.text("article_type")? {
        "" | "news" => true,
        "newspic" => false,
        _ => return refuse(40097, "article_type is neither news nor newspic"),
    };
    let mut kept = Map::new();
    kept.insert("article_type".into(), if is_news { "news" } else { "newspic" }.into());
    keep_words(article, is_news, &mut kept)?;
    for name in ["need_open_comment", "only_fans_can_comment"] {
        kept.insert(name.into(), article.flag(name)?.into());
    }
    if is_news {
        keep_news(article, &mut kept)?;
    } else {
        kept.insert("image_info".into(), images(article)?);
    }
    if let Some(cover) = crop::cover_info(article, is_news)? {
        kept.insert("cover_info".into(), cover);
    }
    if let Some(product) = product(article)? {
        kept.insert("product_info".into(), product);
    }
    Ok(kept)
}

/// Title, author and content, which both types have.
fn keep_words(
    article: Fields<'_>,
    is_news: bool,
    kept: &mut Map<String, Value>,
) -> Result<(), Refusal> {
    let title = article.text("title")?;
    if title.trim().is_empty() {
        return refuse(45166, "title is missing or empty");
    }
    // No published title is known to be longer. Escaped text gets here quickly, since each
    // of its characters counts six times.
    if width(title) > if is_news { 64 } else { 20 } {
        return refuse(45003, "title is wider than 64, or 20 for a newspic");
    }
    let author = article.text("author")?;
    if width(author) > 8 {
        return refuse(45110, "author is wider than 8");
    }
    let content = content::store(article.text("content")?, is_news)?;
    kept.insert("title".into(), title.into());
    kept.insert("author".into(), author.into());
    kept.insert("content".into(), content.into());
    Ok(())
}

/// What only a news article has. On a picture article it is without effect.
fn keep_news(article: Fields<'_>, kept: &mut Map<String, Value>) -> Result<(), Refusal> {
    let digest = article.text("digest")?;
    if width(digest) > 120 {
        return refuse(45004, "digest is wider than 120");
    }
    let source = article.text("content_source_url")?;
    if source.len() > 1024 {
        return refuse(45005, "content_source_url has more than 1024 bytes");
    }
    if !source.is_empty() && (source.starts_with('/') || content::host(source).is_none()) {
        return refuse(41039, "content_source_url is no http or https address");
    }
    if content::host(source).is_some_and(|host| is_local(&host)) {
        return refuse(41039, "content_source_url leads to a machine of one's own");
    }
    let thumb = article.text("thumb_media_id")?;
    if !looks_like_media_id(thumb) {
        return refuse(40007, "thumb_media_id is missing or no media id");
    }
    let digest = match digest {
        "" => content::beginning(kept.get("content").and_then(Value::as_str).unwrap_or_default()),
        digest => digest.to_owned(),
    };
    kept.insert("digest".into(), digest.into());
    kept.insert("content_source_url".into(), source.into());
    kept.insert("thumb_media_id".into(), thumb.into());
    Ok(())
}

/// Whether nobody else can reach a host.
fn is_local(host: &str) -> bool {
    match host.parse::<Ipv4Addr>() {
        Ok(address) => address.is_loopback() || address.is_private() || address.is_link_local(),
        Err(_) => !host.contains('.'),
    }
}

/// The pictures of a picture article.
fn images(article: Fields<'_>) -> Result<Value, Refusal> {
    let list = match article.object("image_info")? {
        Some(info) => info.objects("image_list")?,
        None => Vec::new(),
    };
    if list.is_empty() {
        return refuse(40007, "a newspic has no pictures");
    }
    if list.len() > 20 {
        return refuse(45008, "a newspic has more than 20 pictures");
    }
    let mut images = Vec::with_capacity(list.len());
    for image in list {
        let id = image.text("image_media_id")?;
        if !looks_like_media_id(id) {
            return refuse(40007, "image_media_id is missing or no media id");
        }
        images.push(json!({"image_media_id": id}));
    }
    Ok(json!({"image_list": images}))
}

/// The product at the foot of the text, if there is one.
fn product(article: Fields<'_>) -> Result<Option<Value>, Refusal> {
    let Some(info) = article.object("product_info")? else {
        return Ok(None);
    };
    let Some(footer) = info.object("footer_product_info")? else {
        return Ok(None);
    };
    Ok(match footer.text("product_key")? {
        "" => None,
        key => Some(json!({"footer_product_info": {"product_key": key}})),
    })
}
