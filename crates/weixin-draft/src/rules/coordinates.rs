//! The values that the rules on crops look at.

use crate::crop::{Decimal, crop_corners};
use crate::json::Pointer;
use crate::read::Request;

/// A text that should hold coordinates.
pub(super) enum CropValue<'a> {
    /// A crop string: its four corners, if it is one.
    Box(Option<[Decimal<'a>; 4]>),
    /// A coordinate of an entry, if it is one.
    Coordinate(Option<Decimal<'a>>),
}

impl<'a> CropValue<'a> {
    /// The coordinates, as far as there are any.
    pub(super) fn coordinates(&self) -> &[Decimal<'a>] {
        match self {
            CropValue::Box(Some(corners)) => corners,
            CropValue::Coordinate(Some(coordinate)) => std::slice::from_ref(coordinate),
            CropValue::Box(None) | CropValue::Coordinate(None) => &[],
        }
    }
}

/// Shows every crop string and every coordinate of the request, with its place.
pub(super) fn each_crop_value(
    request: &Request<'_>,
    mut look: impl FnMut(&CropValue<'_>, usize, &Pointer<'_>),
) {
    let Some(article) = request.articles.given() else {
        return;
    };
    for (field, crop) in article.crop_strings() {
        if let Some(text) = crop.filled() {
            let decoded = text.decode();
            let value = CropValue::Box(crop_corners(&decoded));
            look(&value, text.offset, &Pointer::ARTICLES.name(field));
        }
    }
    article.each_crop(|crop, path| {
        for (field, coordinate) in crop.corners() {
            if let Some(text) = coordinate.given() {
                let decoded = text.decode();
                let value = CropValue::Coordinate(Decimal::parse(&decoded));
                look(&value, text.offset, &path.name(field));
            }
        }
    });
}
