//! The least that reading a request into structs can mean.

use serde::Deserialize;

/// What the vendor's page lists, parsed without a look at any rule.
#[derive(Deserialize)]
#[allow(dead_code, reason = "parsed to be measured, not to be read")]
pub(crate) struct Floor {
    media_id: String,
    index: serde_json::Number,
    articles: FloorArticle,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "parsed to be measured, not to be read")]
struct FloorArticle {
    article_type: Option<String>,
    title: Option<String>,
    author: Option<String>,
    digest: Option<String>,
    content: Option<String>,
    content_source_url: Option<String>,
    thumb_media_id: Option<String>,
    need_open_comment: Option<i64>,
    only_fans_can_comment: Option<i64>,
    pic_crop_235_1: Option<String>,
    pic_crop_1_1: Option<String>,
    image_info: Option<FloorImages>,
    cover_info: Option<FloorCover>,
    product_info: Option<FloorProduct>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "parsed to be measured, not to be read")]
struct FloorImages {
    image_list: Vec<FloorImage>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "parsed to be measured, not to be read")]
struct FloorImage {
    image_media_id: String,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "parsed to be measured, not to be read")]
struct FloorCover {
    crop_percent_list: Option<Vec<FloorCrop>>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "parsed to be measured, not to be read")]
struct FloorCrop {
    ratio: Option<String>,
    x1: Option<String>,
    y1: Option<String>,
    x2: Option<String>,
    y2: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "parsed to be measured, not to be read")]
struct FloorProduct {
    footer_product_info: Option<FloorFooter>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "parsed to be measured, not to be read")]
struct FloorFooter {
    product_key: Option<String>,
}

pub(crate) fn floor(body: &[u8]) -> Option<Floor> {
    serde_json::from_slice(body).ok()
}
