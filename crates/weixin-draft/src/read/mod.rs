//! JSON bytes to the values of a request, noting every violation of shape.
//!
//! Nothing here fails on a wrong value: it is noted, its slot is marked
//! unusable, and reading goes on. Only text that is not JSON ends the reading.

mod request;
mod values;
mod walk;

pub(crate) use request::{place_of, read_article, read_request};
pub(crate) use values::{
    Article, ArticleType, CoverInfo, Crop, FooterProductInfo, Image, ImageInfo, ImageList,
    ProductInfo, Request, Slot,
};
