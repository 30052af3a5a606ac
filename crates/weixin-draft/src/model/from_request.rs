//! From what was read to the model.

use super::article::{Article, NewsArticle, NewsPicArticle};
use super::cover::{CoverInfo, CropPercent};
use super::draft_update::DraftUpdate;
use super::image::{Image, ImageInfo};
use super::product::{FooterProductInfo, ProductInfo};
use crate::crop::{Coordinate, CropBox};
use crate::json::{Integral, Number, Text};
use crate::read::{self, ArticleType, Request, Slot};
use crate::rules::{self, Rule};

/// The rules without which a request may not fit the model.
pub(crate) static RULES_OF_THE_MODEL: [&Rule; 9] = [
    &rules::index_out_of_range::RULE,
    &rules::unknown_article_type::RULE,
    &rules::invalid_flag::RULE,
    &rules::invalid_crop::RULE,
    &rules::crop_too_precise::RULE,
    &rules::crop_out_of_range::RULE,
    &rules::crop_inverted::RULE,
    &rules::crop_incomplete::RULE,
    &rules::unknown_ratio::RULE,
];

impl DraftUpdate {
    /// `None` when something does not fit, which some rule has noted.
    pub(crate) fn from_request(request: &Request<'_>) -> Option<Self> {
        let Integral::Small(index) = request.index.given()?.integral() else {
            return None;
        };
        Some(DraftUpdate {
            media_id: required(&request.media_id)?,
            index: u32::try_from(index).ok()?,
            articles: request.articles.given().and_then(|given| article(given, given.kind))?,
        })
    }
}

fn required(slot: &Slot<Text<'_>>) -> Option<String> {
    Some(slot.given()?.decode().into_owned())
}

fn optional(slot: &Slot<Text<'_>>) -> Option<String> {
    slot.filled().map(|text| text.decode().into_owned())
}

/// A value does not fit the model.
struct Misfit;

/// Converts what is given.
fn convert<T, U>(
    slot: &Slot<T>,
    convert: impl FnOnce(&T) -> Option<U>,
) -> Result<Option<U>, Misfit> {
    match slot {
        Slot::Absent => Ok(None),
        Slot::Unusable => Err(Misfit),
        Slot::Given(value) => convert(value).map(Some).ok_or(Misfit),
    }
}

fn flag(number: &Number<'_>) -> Option<bool> {
    match number.integral() {
        Integral::Small(0) => Some(false),
        Integral::Small(1) => Some(true),
        _ => None,
    }
}

fn crop_string(slot: &Slot<Text<'_>>) -> Result<Option<CropBox>, Misfit> {
    slot.filled().map(|text| text.decode().parse().map_err(|_error| Misfit)).transpose()
}

/// An article of the type that is asked for.
pub(super) fn article(article: &read::Article<'_>, kind: ArticleType) -> Option<Article> {
    let is_newspic = match kind {
        ArticleType::News => false,
        ArticleType::NewsPic => true,
        ArticleType::Unknown => return None,
    };
    let mut news: NewsArticle =
        Article::news(required(&article.title)?, required(&article.content)?);
    news.author = optional(&article.author);
    news.digest = optional(&article.digest);
    news.content_source_url = optional(&article.content_source_url);
    news.thumb_media_id = optional(&article.thumb_media_id);
    news.need_open_comment = convert(&article.need_open_comment, flag).ok()?;
    news.only_fans_can_comment = convert(&article.only_fans_can_comment, flag).ok()?;
    news.pic_crop_235_1 = crop_string(&article.pic_crop_235_1).ok()?;
    news.pic_crop_1_1 = crop_string(&article.pic_crop_1_1).ok()?;
    news.cover_info = convert(&article.cover_info, cover_info).ok()?;
    news.product_info = convert(&article.product_info, |info| Some(product_info(info))).ok()?;
    if !is_newspic {
        return Some(Article::News(news));
    }
    let mut newspic: NewsPicArticle = Article::newspic(news.title, news.content, [""; 0]);
    newspic.author = news.author;
    newspic.digest = news.digest;
    newspic.content_source_url = news.content_source_url;
    newspic.thumb_media_id = news.thumb_media_id;
    newspic.need_open_comment = news.need_open_comment;
    newspic.only_fans_can_comment = news.only_fans_can_comment;
    newspic.pic_crop_235_1 = news.pic_crop_235_1;
    newspic.pic_crop_1_1 = news.pic_crop_1_1;
    newspic.image_info = image_info(article.image_list()?)?;
    newspic.cover_info = news.cover_info;
    newspic.product_info = news.product_info;
    Some(Article::NewsPic(newspic))
}

fn image_info(list: &read::ImageList<'_>) -> Option<ImageInfo> {
    let image = |image: &Slot<read::Image<'_>>| {
        Some(Image { image_media_id: required(&image.given()?.image_media_id)? })
    };
    Some(ImageInfo { image_list: list.images.iter().map(image).collect::<Option<_>>()? })
}

fn cover_info(info: &read::CoverInfo<'_>) -> Option<CoverInfo> {
    let crops = convert(&info.crop_percent_list, |list| {
        list.iter().map(|crop| crop_percent(crop.given()?)).collect::<Option<Vec<_>>>()
    });
    Some(CoverInfo { crop_percent_list: crops.ok()?.unwrap_or_default() })
}

fn crop_percent(crop: &read::Crop<'_>) -> Option<CropPercent> {
    let coordinate = |slot: &Slot<Text<'_>>| slot.given()?.decode().parse::<Coordinate>().ok();
    let corners = CropBox::new(
        coordinate(&crop.x1)?,
        coordinate(&crop.y1)?,
        coordinate(&crop.x2)?,
        coordinate(&crop.y2)?,
    );
    Some(CropPercent { ratio: crop.ratio.given()?.decode().parse().ok()?, crop: corners.ok()? })
}

fn product_info(info: &read::ProductInfo<'_>) -> ProductInfo {
    let footer = info.footer_product_info.given();
    ProductInfo {
        footer_product_info: footer
            .map(|footer| FooterProductInfo { product_key: optional(&footer.product_key) }),
    }
}
