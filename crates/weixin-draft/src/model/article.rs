//! Articles of both types.

use serde::Serialize;

use super::cover::CoverInfo;
use super::field_value::FieldValue;
use super::image::ImageInfo;
use super::product::ProductInfo;
use super::read::{Entries, Held, optional, required};
use super::tag::{NewsPicTag, NewsTag};
use super::wire::{flag, is_unset};
use crate::crop::CropBox;
use crate::request;

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

/// What an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ArticleType {
    /// A news article (图文消息), `news`: HTML under a cover.
    #[default]
    News,
    /// A picture message (图片消息), `newspic`: images over plain text.
    NewsPic,
}

/// Declares both types of article by the optional fields that they share.
macro_rules! articles {
    (
        $(
            $(#[doc = $doc:literal])*
            $(#[serde($($serde:tt)*)])?
            $field:ident: $type:ty $(, schema $schema:literal)?;
        )*
    ) => {
        /// A news article: HTML with pictures, under a cover.
        ///
        /// Made by [`Article::news`]; every other field may then be set, or given with
        /// the method of its name.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub struct NewsArticle {
            /// The type: a news article. It may be left out.
            #[cfg_attr(
                feature = "schema",
                schemars(with = "Option<String>", extend("enum" = [NewsTag::NAME]))
            )]
            article_type: NewsTag,
            /// The title. Over 64 characters have been refused.
            pub title: String,
            /// The article as HTML: fewer than 20,000 characters of text, fewer than
            /// 1,048,576 bytes of UTF-8 in all. Images come from media/uploadimg.
            pub content: String,
            $(
                $(#[doc = $doc])*
                $(#[serde($($serde)*)])?
                $(#[cfg_attr(feature = "schema", schemars(with = $schema))])?
                pub $field: Option<$type>,
            )*
        }

        /// A picture message: up to 20 images over plain text.
        ///
        /// Made by [`Article::newspic`]; every other field may then be set, or given
        /// with the method of its name. `digest`, `content_source_url`,
        /// `thumb_media_id` and `pic_crop_*` are accepted but have no effect: the first
        /// image is the cover.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub struct NewsPicArticle {
            /// The type: a picture message.
            #[cfg_attr(
                feature = "schema",
                schemars(with = "String", extend("enum" = [NewsPicTag::NAME]))
            )]
            article_type: NewsPicTag,
            /// The title. Over 20 characters have been refused.
            pub title: String,
            /// Plain text with line breaks; `<a>` and product cards are allowed. Over
            /// 1,000 characters have been refused.
            pub content: String,
            /// The images.
            pub image_info: ImageInfo,
            $(
                $(#[doc = $doc])*
                $(#[serde($($serde)*)])?
                $(#[cfg_attr(feature = "schema", schemars(with = $schema))])?
                pub $field: Option<$type>,
            )*
        }

        impl NewsArticle {
            $(
                $(#[doc = $doc])*
                #[must_use]
                pub fn $field(mut self, $field: impl Into<$type>) -> Self {
                    self.$field = Some($field.into());
                    self
                }
            )*
        }

        impl NewsPicArticle {
            $(
                $(#[doc = $doc])*
                #[must_use]
                pub fn $field(mut self, $field: impl Into<$type>) -> Self {
                    self.$field = Some($field.into());
                    self
                }
            )*
        }

        impl Article {
            /// An article of this type, made of what was read.
            pub(super) fn of_read(
                read: &request::Article<'_>,
                article_type: ArticleType,
                entries: &mut Entries<'_>,
            ) -> Held<Self> {
                let title = required(&read.title, entries)?;
                let content = required(&read.content, entries)?;
                Ok(match article_type {
                    ArticleType::News => Article::News(NewsArticle {
                        article_type: NewsTag,
                        title,
                        content,
                        $($field: optional(&read.$field, entries)?,)*
                    }),
                    ArticleType::NewsPic => Article::NewsPic(NewsPicArticle {
                        article_type: NewsPicTag,
                        title,
                        content,
                        image_info: entries.take_images(read)?,
                        $($field: optional(&read.$field, entries)?,)*
                    }),
                })
            }

            /// The value of every field but `article_type`, by its name on the wire and in
            /// the order in which it is written; `None` for what is left out. For
            /// bindings, which then need no table of their own.
            ///
            /// ```
            /// use weixin_draft::{Article, FieldValue};
            ///
            /// let article = Article::from(Article::news("Spring menu", "<p>From Monday.</p>"));
            /// let fields = article.fields();
            /// assert_eq!(fields[0], ("title", Some(FieldValue::Text("Spring menu"))));
            /// assert_eq!(fields[2], ("author", None));
            /// ```
            pub fn fields(&self) -> Vec<(&'static str, Option<FieldValue<'_>>)> {
                match self {
                    Article::News(article) => vec![
                        ("title", Some(FieldValue::Text(&article.title))),
                        ("content", Some(FieldValue::Text(&article.content))),
                        $((stringify!($field), article.$field.as_ref().map(FieldValue::from)),)*
                    ],
                    Article::NewsPic(article) => vec![
                        ("title", Some(FieldValue::Text(&article.title))),
                        ("content", Some(FieldValue::Text(&article.content))),
                        ("image_info", Some(FieldValue::Images(&article.image_info))),
                        $((stringify!($field), article.$field.as_ref().map(FieldValue::from)),)*
                    ],
                }
            }

            /// A news article with what is required: title and content (HTML).
            pub fn news(title: impl Into<String>, content: impl Into<String>) -> NewsArticle {
                NewsArticle {
                    article_type: NewsTag,
                    title: title.into(),
                    content: content.into(),
                    $($field: None,)*
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
                    content: content.into(),
                    image_info: ImageInfo::new(images),
                    $($field: None,)*
                }
            }
        }
    };
}

articles! {
    /// The author. Over 8 characters have been refused.
    #[serde(skip_serializing_if = "is_unset")]
    author: String;

    /// The summary of a news article, shown when the draft holds this article alone.
    /// Left out, the first 54 characters of the text are taken. Over 120 characters
    /// have been refused.
    #[serde(skip_serializing_if = "is_unset")]
    digest: String;

    /// Where "read more" of a news article leads: an absolute http or https address.
    #[serde(skip_serializing_if = "is_unset")]
    content_source_url: String;

    /// The cover of a news article: a permanent media id.
    #[serde(skip_serializing_if = "is_unset")]
    thumb_media_id: String;

    /// Whether readers may comment. Left out, they may not.
    #[serde(serialize_with = "flag", skip_serializing_if = "Option::is_none")]
    need_open_comment: bool, schema "Option<super::wire::Flag>";

    /// Whether only followers may comment. Left out, everybody may.
    #[serde(serialize_with = "flag", skip_serializing_if = "Option::is_none")]
    only_fans_can_comment: bool, schema "Option<super::wire::Flag>";

    /// The part of a news article's cover that is shown in the shape 2.35 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pic_crop_235_1: CropBox;

    /// The part of a news article's cover that is shown as a square.
    #[serde(skip_serializing_if = "Option::is_none")]
    pic_crop_1_1: CropBox;

    /// The cover's crops, one a shape.
    #[serde(skip_serializing_if = "Option::is_none")]
    cover_info: CoverInfo;

    /// A product at the end of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    product_info: ProductInfo;
}

impl Article {
    /// What the article is.
    pub fn article_type(&self) -> ArticleType {
        match self {
            Article::News(_) => ArticleType::News,
            Article::NewsPic(_) => ArticleType::NewsPic,
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

impl From<ArticleType> for request::ArticleType {
    fn from(article_type: ArticleType) -> Self {
        match article_type {
            ArticleType::News => request::ArticleType::News,
            ArticleType::NewsPic => request::ArticleType::NewsPic,
        }
    }
}
