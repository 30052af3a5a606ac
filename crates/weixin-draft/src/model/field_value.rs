//! The value of an article's field, whatever its type.

use super::cover::CoverInfo;
use super::image::ImageInfo;
use super::product::ProductInfo;
use crate::crop::CropBox;

/// The value of a field of an article; see [`Article::fields`](crate::Article::fields).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldValue<'a> {
    /// A text, such as `title`.
    Text(&'a str),
    /// A switch: 0 or 1 on the wire.
    Flag(bool),
    /// A part of the cover.
    Crop(&'a CropBox),
    /// The crops of the cover.
    Cover(&'a CoverInfo),
    /// A product.
    Product(&'a ProductInfo),
    /// The images of a picture message.
    Images(&'a ImageInfo),
}

impl<'a> From<&'a String> for FieldValue<'a> {
    fn from(text: &'a String) -> Self {
        FieldValue::Text(text)
    }
}

impl<'a> From<&'a bool> for FieldValue<'a> {
    fn from(flag: &'a bool) -> Self {
        FieldValue::Flag(*flag)
    }
}

impl<'a> From<&'a CropBox> for FieldValue<'a> {
    fn from(crop: &'a CropBox) -> Self {
        FieldValue::Crop(crop)
    }
}

impl<'a> From<&'a CoverInfo> for FieldValue<'a> {
    fn from(cover: &'a CoverInfo) -> Self {
        FieldValue::Cover(cover)
    }
}

impl<'a> From<&'a ProductInfo> for FieldValue<'a> {
    fn from(product: &'a ProductInfo) -> Self {
        FieldValue::Product(product)
    }
}
