//! Articles of both types.

use serde::Serialize;

use super::cover::CoverInfo;
use super::image::ImageInfo;
use super::product::ProductInfo;
use super::tag::{NewsPicTag, NewsTag};
use super::write::{flag, is_unset};
use crate::crop::CropBox;

/// An article: a news article (图文消息) or a picture message (图片消息).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[cfg_attr(feature = "schema", schemars(inline))]
pub enum Article {
    /// `article_type` is `news`.
    News(NewsArticle),
    /// `article_type` is `newspic`.
    NewsPic(NewsPicArticle),
}

impl Article {
    /// A news article with what is required: title and content (HTML).
    pub fn news(title: impl Into<String>, content: impl Into<String>) -> NewsArticle {
        NewsArticle {
            article_type: NewsTag,
            title: title.into(),
            author: None,
            digest: None,
            content: content.into(),
            content_source_url: None,
            thumb_media_id: None,
            need_open_comment: None,
            only_fans_can_comment: None,
            pic_crop_235_1: None,
            pic_crop_1_1: None,
            cover_info: None,
            product_info: None,
        }
    }

    /// A picture message with what is required: title, content (plain text) and
    /// the permanent media ids of 1 to 20 images, of which the first is the cover.
    pub fn newspic<I>(
        title: impl Into<String>,
        content: impl Into<String>,
        images: I,
    ) -> NewsPicArticle
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        NewsPicArticle {
            article_type: NewsPicTag,
            title: title.into(),
            author: None,
            digest: None,
            content: content.into(),
            content_source_url: None,
            thumb_media_id: None,
            need_open_comment: None,
            only_fans_can_comment: None,
            pic_crop_235_1: None,
            pic_crop_1_1: None,
            image_info: ImageInfo::new(images),
            cover_info: None,
            product_info: None,
        }
    }
}

impl From<NewsArticle> for Article {
    fn from(article: NewsArticle) -> Self {
        Article::News(article)
    }
}

impl From<NewsPicArticle> for Article {
    fn from(article: NewsPicArticle) -> Self {
        Article::NewsPic(article)
    }
}

/// A news article: HTML with pictures, under a cover.
///
/// Made by [`Article::news`]; every other field may then be set.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NewsArticle {
    /// The type: a news article. It may be left out.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("enum" = [NewsTag::NAME])))]
    article_type: NewsTag,
    /// The title. draft_add allows 32 characters.
    pub title: String,
    /// The author. draft_add allows 16 characters.
    #[serde(skip_serializing_if = "is_unset")]
    pub author: Option<String>,
    /// The summary, shown when the draft holds this article alone. Left out, the
    /// first 54 characters of the text are taken. draft_add allows 120 characters.
    #[serde(skip_serializing_if = "is_unset")]
    pub digest: Option<String>,
    /// The article as HTML: fewer than 20,000 characters of text, fewer than
    /// 1,048,576 bytes of UTF-8 in all. Images come from media/uploadimg.
    pub content: String,
    /// Where "read more" leads: an absolute http or https address.
    #[serde(skip_serializing_if = "is_unset")]
    pub content_source_url: Option<String>,
    /// The cover: a permanent media id.
    #[serde(skip_serializing_if = "is_unset")]
    pub thumb_media_id: Option<String>,
    /// Whether readers may comment. Left out, they may not.
    #[serde(serialize_with = "flag", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Flag>"))]
    pub need_open_comment: Option<bool>,
    /// Whether only followers may comment. Left out, everybody may.
    #[serde(serialize_with = "flag", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Flag>"))]
    pub only_fans_can_comment: Option<bool>,
    /// The part of the cover that is shown in the shape 2.35 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pic_crop_235_1: Option<CropBox>,
    /// The part of the cover that is shown as a square.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pic_crop_1_1: Option<CropBox>,
    /// The cover's crops, one a shape.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover_info: Option<CoverInfo>,
    /// A product at the end of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_info: Option<ProductInfo>,
}

/// A picture message: up to 20 images over plain text.
///
/// Made by [`Article::newspic`]; every other field may then be set.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NewsPicArticle {
    /// The type: a picture message.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("enum" = [NewsPicTag::NAME])))]
    article_type: NewsPicTag,
    /// The title. draft_add allows 32 characters.
    pub title: String,
    /// The author. draft_add allows 16 characters.
    #[serde(skip_serializing_if = "is_unset")]
    pub author: Option<String>,
    /// Accepted, but without effect on a picture message.
    #[serde(skip_serializing_if = "is_unset")]
    pub digest: Option<String>,
    /// Plain text with line breaks; `<a>` and product cards are allowed. Over
    /// 1,000 characters have been refused.
    pub content: String,
    /// Accepted, but without effect on a picture message.
    #[serde(skip_serializing_if = "is_unset")]
    pub content_source_url: Option<String>,
    /// Accepted, but without effect on a picture message: the first image is
    /// the cover.
    #[serde(skip_serializing_if = "is_unset")]
    pub thumb_media_id: Option<String>,
    /// Whether readers may comment. Left out, they may not.
    #[serde(serialize_with = "flag", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Flag>"))]
    pub need_open_comment: Option<bool>,
    /// Whether only followers may comment. Left out, everybody may.
    #[serde(serialize_with = "flag", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Flag>"))]
    pub only_fans_can_comment: Option<bool>,
    /// Accepted, but without effect on a picture message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pic_crop_235_1: Option<CropBox>,
    /// Accepted, but without effect on a picture message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pic_crop_1_1: Option<CropBox>,
    /// The images.
    pub image_info: ImageInfo,
    /// The cover's crops, one a shape.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover_info: Option<CoverInfo>,
    /// A product at the end of the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_info: Option<ProductInfo>,
}
