//! A product at the end of an article.

use serde::Serialize;

use super::read::{Entries, FromRead, Held, optional};
use super::wire::is_unset;
use crate::request;

/// Products of an article.
///
/// ```
/// use weixin_draft::{Article, ProductInfo};
///
/// let article = Article::news("T", "<p>x</p>").product_info(ProductInfo::footer("KEY"));
/// assert!(serde_json::to_string(&article).unwrap().contains("\"product_key\":\"KEY\""));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ProductInfo {
    /// The product that is shown at the end of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer_product_info: Option<FooterProductInfo>,
}

/// The product at the end of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FooterProductInfo {
    /// The product's key, as the vendor's shop gives it.
    #[serde(skip_serializing_if = "is_unset")]
    pub product_key: Option<String>,
}

impl ProductInfo {
    /// A product at the end of the text, by its key.
    pub fn footer(product_key: impl Into<String>) -> Self {
        let footer = FooterProductInfo { product_key: Some(product_key.into()) };
        ProductInfo { footer_product_info: Some(footer) }
    }
}

impl FromRead<request::ProductInfo<'_>> for ProductInfo {
    fn from_read(read: &request::ProductInfo<'_>, entries: &mut Entries<'_>) -> Held<Option<Self>> {
        Ok(Some(ProductInfo { footer_product_info: optional(&read.footer_product_info, entries)? }))
    }
}

impl FromRead<request::FooterProductInfo<'_>> for FooterProductInfo {
    fn from_read(
        read: &request::FooterProductInfo<'_>,
        entries: &mut Entries<'_>,
    ) -> Held<Option<Self>> {
        Ok(Some(FooterProductInfo { product_key: optional(&read.product_key, entries)? }))
    }
}
