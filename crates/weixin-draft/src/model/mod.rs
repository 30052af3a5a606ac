//! Request and response as Rust values.

mod article;
mod cover;
mod draft_update;
mod field_value;
mod image;
mod product;
mod read;
mod response;
mod tag;
mod wire;

pub use article::{Article, ArticleType, NewsArticle, NewsPicArticle};
pub use cover::{CoverInfo, CropPercent};
pub use draft_update::DraftUpdate;
pub use field_value::FieldValue;
pub use image::{Image, ImageInfo};
pub use product::{FooterProductInfo, ProductInfo};
pub(crate) use read::ArticleReader;
pub use response::{Response, ResponseError, readable_errmsg};
