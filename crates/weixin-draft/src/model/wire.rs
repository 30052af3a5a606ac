//! How fields are written and read: `null` and empty strings never are.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::article::ArticleType;
use super::article::{Article, SentArticle};
use super::draft_update::DraftUpdate;

/// Whether an optional text says nothing; `""` means the same as leaving it out.
#[allow(clippy::ref_option, reason = "as serde calls it")]
pub(super) fn is_unset(text: &Option<String>) -> bool {
    text.as_deref().is_none_or(str::is_empty)
}

/// A flag is `0` or `1` on the wire.
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
pub(super) fn flag<S: Serializer>(flag: &Option<bool>, serializer: S) -> Result<S::Ok, S::Error> {
    flag.map(u8::from).serialize(serializer)
}

pub(super) fn read_flag<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<bool>, D::Error> {
    match u8::deserialize(deserializer)? {
        0 => Ok(Some(false)),
        1 => Ok(Some(true)),
        _ => Err(serde::de::Error::custom("neither 0 nor 1")),
    }
}

#[derive(Deserialize)]
struct SentUpdate {
    media_id: String,
    index: u32,
    articles: SentArticle,
}

/// Reads a body that was checked and rewritten; `None` when it breaks one of the rules
/// that are marked as `typed`.
pub(crate) fn from_sent(body: &str) -> Option<DraftUpdate> {
    let SentUpdate { media_id, index, articles } = serde_json::from_str(body).ok()?;
    Some(DraftUpdate { media_id, index, articles: articles.into_article(ArticleType::News)? })
}

/// The same for an article; one without `article_type` is of this type.
pub(crate) fn article_from_sent(article: &str, default: ArticleType) -> Option<Article> {
    serde_json::from_str::<SentArticle>(article).ok()?.into_article(default)
}

#[cfg(feature = "schema")]
pub(super) use schema::Flag;

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use crate::crop::CropBox;

    /// A flag: 0 or 1.
    pub(crate) struct Flag;

    impl JsonSchema for Flag {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "Flag".into()
        }

        fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
            json_schema!({"type": "integer", "enum": [0, 1]})
        }
    }

    /// A text; its pattern comes from a rule.
    impl JsonSchema for CropBox {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "CropBox".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            String::json_schema(generator)
        }
    }
}
