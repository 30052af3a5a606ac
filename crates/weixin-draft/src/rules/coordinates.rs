//! The values that the rules on crops look at, each parsed once for all of them.

use super::context::FlawedCrop;
use super::crop_inverted::is_broken as is_inverted;
use super::{Findings, check_flawed_crop, crop_out_of_range, crop_too_precise};
use crate::crop::{Decimal, crop_corners, plain_coordinate, plain_corners};
use crate::json::{Pointer, Text};
use crate::request::{Article, Crop};

/// Which rules a value breaks.
#[derive(Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one for each rule, any of them at a time")]
pub(super) struct Flaws {
    pub(super) invalid: bool,
    pub(super) too_precise: bool,
    pub(super) out_of_range: bool,
    pub(super) inverted: bool,
}

impl Flaws {
    const INVALID: Flaws =
        Flaws { invalid: true, too_precise: false, out_of_range: false, inverted: false };

    /// Of values written as nearly all are, which cannot have another flaw.
    fn of_plain(inverted: bool) -> Self {
        Flaws { inverted, ..Flaws::default() }
    }

    fn of(coordinates: &[Decimal<'_>], inverted: bool) -> Self {
        Flaws {
            invalid: false,
            too_precise: coordinates.iter().any(crop_too_precise::is_broken),
            out_of_range: coordinates.iter().any(crop_out_of_range::is_broken),
            inverted,
        }
    }
}

/// Checks the crop strings of an article by every rule on them.
pub(crate) fn check_crop_strings(
    article: &Article<'_>,
    path: &Pointer<'_>,
    findings: &mut Findings<'_>,
) {
    for (field, crop) in article.crop_strings() {
        if let Some(text) = crop.filled() {
            check(text, crop_string_flaws(text), None, &path.name(field), findings);
        }
    }
}

/// Checks the coordinates of an entry of `crop_percent_list` by every rule on them.
pub(crate) fn check_coordinates(crop: &Crop<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    let corners = crop.corners().map(|(_, corner)| corner.given());
    let first = [None, None, corners[0], corners[1]];
    for ((field, corner), first) in crop.corners().into_iter().zip(first) {
        if let Some(text) = corner.given() {
            check(text, coordinate_flaws(text, first), Some(corners), &path.name(field), findings);
        }
    }
}

#[inline]
fn check<'c>(
    text: &'c Text<'c>,
    flaws: Flaws,
    corners: Option<[Option<&'c Text<'c>>; 4]>,
    path: &'c Pointer<'c>,
    findings: &mut Findings<'_>,
) {
    if flaws != Flaws::default() {
        check_flawed_crop(&FlawedCrop { text, flaws, corners, path }, findings);
    }
}

fn crop_string_flaws(text: &Text<'_>) -> Flaws {
    if let Some([x1, y1, x2, y2]) = plain_corners(text.raw()) {
        return Flaws::of_plain(is_inverted(x1.cmp(&x2)) || is_inverted(y1.cmp(&y2)));
    }
    any_crop_string_flaws(text)
}

#[cold]
fn any_crop_string_flaws(text: &Text<'_>) -> Flaws {
    match crop_corners(&text.bytes()) {
        None => Flaws::INVALID,
        Some([x1, y1, x2, y2]) => {
            let inverted = is_inverted(x1.compare(x2)) || is_inverted(y1.compare(y2));
            Flaws::of(&[x1, y1, x2, y2], inverted)
        }
    }
}

/// Of a coordinate, and of the one that should be less than it, if there is one.
fn coordinate_flaws(text: &Text<'_>, first: Option<&Text<'_>>) -> Flaws {
    if let Some(coordinate) = plain_coordinate(text.raw())
        && let Some(first) =
            first.map_or(Some(None), |first| plain_coordinate(first.raw()).map(Some))
    {
        return Flaws::of_plain(first.is_some_and(|first| is_inverted(first.cmp(&coordinate))));
    }
    any_coordinate_flaws(text, first)
}

#[cold]
fn any_coordinate_flaws(text: &Text<'_>, first: Option<&Text<'_>>) -> Flaws {
    let text = text.bytes();
    let Some(coordinate) = Decimal::parse(&text) else {
        return Flaws::INVALID;
    };
    let first = first.map(Text::bytes);
    let first = first.as_deref().and_then(Decimal::parse);
    Flaws::of(&[coordinate], first.is_some_and(|first| is_inverted(first.compare(coordinate))))
}

pub(super) const CORNERS: [&str; 4] = ["x1", "y1", "x2", "y2"];

/// The coordinates of a value that is sound enough to be read, with their names.
pub(super) fn each_coordinate(
    crop: &FlawedCrop<'_, '_>,
    mut look: impl FnMut(&'static str, Decimal<'_>),
) {
    let text = crop.text.bytes();
    if crop.is_crop_string() {
        for (name, corner) in CORNERS.iter().zip(crop_corners(&text).into_iter().flatten()) {
            look(name, corner);
        }
    } else if let Some(decimal) = Decimal::parse(&text) {
        look(crop.corner(), decimal);
    }
}

impl FlawedCrop<'_, '_> {
    /// The name of a coordinate of a `crop_percent_list`.
    pub(super) fn corner(&self) -> &'static str {
        let own = self.path.last_name().unwrap_or_default();
        CORNERS.into_iter().find(|name| name.as_bytes() == own).unwrap_or_default()
    }
}
