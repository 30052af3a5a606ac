//! The fastest check that one would write by hand: sonic-rs into borrowed structs, then rules
//! on shapes and values, none on HTML; the first thing that is wrong ends it.

use std::borrow::Cow;

use serde::Deserialize;

#[derive(Deserialize)]
struct Request<'a> {
    #[serde(borrow)]
    media_id: Cow<'a, str>,
    #[serde(rename = "index")]
    _index: u32,
    #[serde(borrow)]
    articles: Article<'a>,
}

#[derive(Deserialize)]
struct Article<'a> {
    article_type: Option<Cow<'a, str>>,
    #[serde(borrow)]
    title: Cow<'a, str>,
    author: Option<Cow<'a, str>>,
    digest: Option<Cow<'a, str>>,
    #[serde(borrow)]
    content: Cow<'a, str>,
    content_source_url: Option<Cow<'a, str>>,
    thumb_media_id: Option<Cow<'a, str>>,
    need_open_comment: Option<u8>,
    only_fans_can_comment: Option<u8>,
    pic_crop_235_1: Option<Cow<'a, str>>,
    pic_crop_1_1: Option<Cow<'a, str>>,
    #[serde(borrow)]
    image_info: Option<Images<'a>>,
    #[serde(borrow)]
    cover_info: Option<Cover<'a>>,
}

#[derive(Deserialize)]
struct Images<'a> {
    #[serde(borrow)]
    image_list: Vec<Image<'a>>,
}

#[derive(Deserialize)]
struct Image<'a> {
    #[serde(borrow)]
    image_media_id: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Cover<'a> {
    #[serde(borrow)]
    crop_percent_list: Vec<Crop<'a>>,
}

#[derive(Deserialize)]
struct Crop<'a> {
    #[serde(borrow)]
    ratio: Cow<'a, str>,
    #[serde(borrow)]
    x1: Cow<'a, str>,
    #[serde(borrow)]
    y1: Cow<'a, str>,
    #[serde(borrow)]
    x2: Cow<'a, str>,
    #[serde(borrow)]
    y2: Cow<'a, str>,
}

/// Whether a body looks like a request.
pub(crate) fn peer(body: &[u8]) -> bool {
    sonic_rs::from_slice::<Request<'_>>(body)
        .is_ok_and(|request| is_id(&request.media_id) && is_article(&request.articles))
}

fn is_article(article: &Article<'_>) -> bool {
    let is_at_most = |text: &Option<Cow<'_, str>>, limit| {
        text.as_ref().is_none_or(|text| text.chars().count() <= limit)
    };
    let images = article.image_info.as_ref().map(|info| &info.image_list);
    let images_fit = match article.article_type.as_deref() {
        None | Some("news") => images.is_none(),
        Some("newspic") => images.is_some_and(|images| {
            (1..=20).contains(&images.len())
                && images.iter().all(|image| is_id(&image.image_media_id))
        }),
        Some(_) => false,
    };
    images_fit
        && !article.title.trim().is_empty()
        && article.title.chars().count() <= 64
        && is_at_most(&article.author, 16)
        && is_at_most(&article.digest, 120)
        && !article.content.trim().is_empty()
        && article.content.len() < 1 << 20
        && article.content_source_url.as_ref().is_none_or(|url| url.starts_with("http"))
        && article.thumb_media_id.as_ref().is_none_or(|id| is_id(id))
        && article.need_open_comment.is_none_or(|flag| flag <= 1)
        && article.only_fans_can_comment.is_none_or(|flag| flag <= 1)
        && article.pic_crop_235_1.as_ref().is_none_or(|crop| is_crop_string(crop))
        && article.pic_crop_1_1.as_ref().is_none_or(|crop| is_crop_string(crop))
        && article.cover_info.iter().flat_map(|cover| &cover.crop_percent_list).all(is_crop)
}

fn is_id(id: &str) -> bool {
    (1..=128).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_crop(crop: &Crop<'_>) -> bool {
    matches!(&*crop.ratio, "1_1" | "16_9" | "2.35_1")
        && are_corners([&crop.x1, &crop.y1, &crop.x2, &crop.y2])
}

fn is_crop_string(text: &str) -> bool {
    let mut parts = text.split('_');
    let corners: [&str; 4] = std::array::from_fn(|_| parts.next().unwrap_or_default());
    parts.next().is_none() && are_corners(corners)
}

fn are_corners(corners: [&str; 4]) -> bool {
    let [x1, y1, x2, y2] = corners.map(|corner| corner.parse().unwrap_or(f64::NAN));
    [x1, y1, x2, y2].iter().all(|corner| (0.0..=1.0).contains(corner)) && x1 < x2 && y1 < y2
}
