//! Crops: exact coordinates as strings.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use weixin_draft::{Coordinate, CropBox, Ratio};

/// x1, y1, x2 and y2 as they are written.
type Corners = [String; 4];

fn corners(crop: CropBox) -> Corners {
    [crop.x1(), crop.y1(), crop.x2(), crop.y2()].map(|corner| corner.to_string())
}

fn coordinate(text: &str) -> PyResult<Coordinate> {
    text.parse().map_err(|error| PyValueError::new_err(format!("focus: {error}")))
}

/// Checks four coordinates and writes each in its shortest form.
#[pyfunction]
#[pyo3(signature = (x1, y1, x2, y2, /))]
pub(crate) fn crop_box(x1: &str, y1: &str, x2: &str, y2: &str) -> PyResult<Corners> {
    CropBox::try_from([x1, y1, x2, y2])
        .map(corners)
        .map_err(|error| PyValueError::new_err(error.to_string()))
}

/// The largest part of a picture that has the shape, sides in pixels.
#[pyfunction]
#[pyo3(signature = (width, height, ratio, focus = None, /))]
pub(crate) fn fit_crop(
    width: i64,
    height: i64,
    ratio: &str,
    focus: Option<(String, String)>,
) -> PyResult<Corners> {
    let ratio: Ratio = ratio_of(ratio)?;
    let focus = match focus {
        Some((x, y)) => Some((coordinate(&x)?, coordinate(&y)?)),
        None => None,
    };
    // A side that fits no u32 is as wrong as a side of 0.
    let pixels = |side: i64| u32::try_from(side).unwrap_or(0);
    CropBox::fit(pixels(width), pixels(height), ratio, focus)
        .map(corners)
        .map_err(|error| PyValueError::new_err(error.to_string()))
}

/// Checks the name of a ratio and returns it.
#[pyfunction]
#[pyo3(signature = (ratio, /))]
pub(crate) fn ratio_name(ratio: &str) -> PyResult<&'static str> {
    ratio_of(ratio).map(Ratio::as_str)
}

fn ratio_of(name: &str) -> PyResult<Ratio> {
    name.parse()
        .map_err(|error: weixin_draft::UnknownRatio| PyValueError::new_err(error.to_string()))
}
