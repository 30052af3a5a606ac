//! Request and response as Rust values.

mod article;
mod body;
mod convert;
mod cover;
mod draft_update;
mod from_request;
mod image;
mod product;
mod response;
mod tag;
mod write;

pub use article::{Article, NewsArticle, NewsPicArticle};
pub(crate) use body::write_request;
pub use convert::{Converted, convert_news_item};
pub use cover::{CoverInfo, CropPercent};
pub use draft_update::DraftUpdate;
pub(crate) use from_request::RULES_OF_THE_MODEL;
pub use image::{Image, ImageInfo};
pub use product::{FooterProductInfo, ProductInfo};
pub use response::{Response, ResponseError, readable_errmsg};
