//! A product at the end of an article.

use serde::{Deserialize, Deserializer, Serialize};

use super::wire::is_unset;

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

#[derive(Deserialize)]
struct SentProductInfo {
    footer_product_info: Option<SentFooter>,
}

#[derive(Deserialize)]
struct SentFooter {
    product_key: Option<String>,
}

/// Reads what was checked and rewritten.
pub(super) fn read_product_info<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<ProductInfo>, D::Error> {
    let sent = SentProductInfo::deserialize(deserializer)?;
    let read = |footer: SentFooter| FooterProductInfo { product_key: footer.product_key };
    Ok(Some(ProductInfo { footer_product_info: sent.footer_product_info.map(read) }))
}
