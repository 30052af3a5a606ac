//! A rectangle on a picture.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::coordinate::Coordinate;
use super::coordinate_error::CoordinateError;
use super::crop_box_error::CropBoxError;
use super::decimal::plain_corners;

/// The names of the four coordinates, in the order of the wire.
pub(super) const NAMES: [&str; 4] = ["x1", "y1", "x2", "y2"];

/// The part of a picture that a cover shows: a rectangle from its upper left
/// corner (x1, y1) to its lower right corner (x2, y2).
///
/// As text, and in JSON, it is `X1_Y1_X2_Y2`, the form of the fields `pic_crop_*`.
///
/// ```
/// use weixin_draft::CropBox;
///
/// let crop: CropBox = "0.1945_0_1_0.5236".parse()?;
/// assert_eq!(crop.x2().to_string(), "1");
/// assert_eq!(crop.to_string(), "0.1945_0_1_0.5236");
/// assert_eq!(CropBox::try_from([0.1945, 0.0, 1.0, 0.5236]), Ok(crop));
///
/// let error = "0_0_900_1".parse::<CropBox>().unwrap_err();
/// assert!(error.to_string().starts_with("x2: 900 is not from 0 to 1"));
/// # Ok::<(), weixin_draft::CropBoxError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CropBox {
    pub(super) x1: Coordinate,
    pub(super) y1: Coordinate,
    pub(super) x2: Coordinate,
    pub(super) y2: Coordinate,
}

impl CropBox {
    /// The whole picture.
    pub const WHOLE: CropBox = CropBox {
        x1: Coordinate::ZERO,
        y1: Coordinate::ZERO,
        x2: Coordinate::ONE,
        y2: Coordinate::ONE,
    };

    /// A box from its upper left to its lower right corner.
    ///
    /// # Errors
    /// [`CropBoxError::Inverted`] unless x1 < x2 and y1 < y2.
    pub fn new(
        x1: Coordinate,
        y1: Coordinate,
        x2: Coordinate,
        y2: Coordinate,
    ) -> Result<Self, CropBoxError> {
        if x1 >= x2 {
            return Err(CropBoxError::Inverted { names: ["x1", "x2"], found: [x1, x2] });
        }
        if y1 >= y2 {
            return Err(CropBoxError::Inverted { names: ["y1", "y2"], found: [y1, y2] });
        }
        Ok(CropBox { x1, y1, x2, y2 })
    }

    /// A box of x1, y1, x2 and y2, each read from what it is given as.
    fn read<T>(
        parts: [T; 4],
        read: impl Fn(T) -> Result<Coordinate, CoordinateError>,
    ) -> Result<Self, CropBoxError> {
        let [x1, y1, x2, y2] = parts.map(read);
        let named =
            |place: usize| move |error| CropBoxError::Coordinate { name: NAMES[place], error };
        CropBox::new(
            x1.map_err(named(0))?,
            y1.map_err(named(1))?,
            x2.map_err(named(2))?,
            y2.map_err(named(3))?,
        )
    }

    /// The left edge.
    pub fn x1(&self) -> Coordinate {
        self.x1
    }

    /// The upper edge.
    pub fn y1(&self) -> Coordinate {
        self.y1
    }

    /// The right edge.
    pub fn x2(&self) -> Coordinate {
        self.x2
    }

    /// The lower edge.
    pub fn y2(&self) -> Coordinate {
        self.y2
    }
}

/// From x1, y1, x2 and y2 as decimals.
impl TryFrom<[&str; 4]> for CropBox {
    type Error = CropBoxError;

    fn try_from(corners: [&str; 4]) -> Result<Self, CropBoxError> {
        CropBox::read(corners, str::parse)
    }
}

/// From x1, y1, x2 and y2; no number is rounded.
impl TryFrom<[f64; 4]> for CropBox {
    type Error = CropBoxError;

    fn try_from(corners: [f64; 4]) -> Result<Self, CropBoxError> {
        CropBox::read(corners, Coordinate::try_from)
    }
}

impl FromStr for CropBox {
    type Err = CropBoxError;

    fn from_str(text: &str) -> Result<Self, CropBoxError> {
        // Nearly all are written so; the way below says what is wrong with any other.
        if let Some(corners) = plain_corners(text.as_bytes()) {
            let [x1, y1, x2, y2] = corners.map(u64::from).map(Coordinate::saturating);
            return CropBox::new(x1, y1, x2, y2);
        }
        let parts: Vec<&str> = text.split('_').collect();
        let not_four = |parts: Vec<_>| CropBoxError::NotFourParts { found: parts.len() };
        CropBox::try_from(<[&str; 4]>::try_from(parts).map_err(not_four)?)
    }
}

impl fmt::Display for CropBox {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}_{}_{}_{}", self.x1, self.y1, self.x2, self.y2)
    }
}

impl Serialize for CropBox {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CropBox {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::parsed(deserializer)
    }
}
