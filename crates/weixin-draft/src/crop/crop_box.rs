//! A rectangle on a picture.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::coordinate::{Coordinate, CoordinateError};

/// The part of a picture that a cover shows: a rectangle from its upper left
/// corner (x1, y1) to its lower right corner (x2, y2).
///
/// As text it is `X1_Y1_X2_Y2`, the form of the fields `pic_crop_*`.
///
/// ```
/// use weixin_draft::CropBox;
///
/// let crop: CropBox = "0.1945_0_1_0.5236".parse()?;
/// assert_eq!(crop.x2().to_string(), "1");
/// assert_eq!(crop.to_string(), "0.1945_0_1_0.5236");
/// assert!("1_0_0.5_1".parse::<CropBox>().is_err());
/// # Ok::<(), weixin_draft::CropBoxError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CropBox {
    x1: Coordinate,
    y1: Coordinate,
    x2: Coordinate,
    y2: Coordinate,
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
        if x1 < x2 && y1 < y2 {
            Ok(CropBox { x1, y1, x2, y2 })
        } else {
            Err(CropBoxError::Inverted)
        }
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

/// Why a text or four coordinates are no crop box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CropBoxError {
    /// Not four parts joined by `_`.
    NotFourParts,
    /// A part is no coordinate.
    Coordinate(CoordinateError),
    /// Not x1 < x2, or not y1 < y2.
    Inverted,
}

impl fmt::Display for CropBoxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CropBoxError::NotFourParts => {
                formatter.write_str("not four coordinates joined by _: write X1_Y1_X2_Y2")
            }
            CropBoxError::Coordinate(error) => write!(formatter, "a coordinate is wrong: {error}"),
            CropBoxError::Inverted => formatter.write_str(
                "the corners are exchanged or equal: x1 must be less than x2, y1 less than y2",
            ),
        }
    }
}

impl std::error::Error for CropBoxError {}

impl FromStr for CropBox {
    type Err = CropBoxError;

    fn from_str(text: &str) -> Result<Self, CropBoxError> {
        let parts: Vec<&str> = text.split('_').collect();
        let [x1, y1, x2, y2] = parts[..] else {
            return Err(CropBoxError::NotFourParts);
        };
        let coordinate = |part: &str| part.parse().map_err(CropBoxError::Coordinate);
        CropBox::new(coordinate(x1)?, coordinate(y1)?, coordinate(x2)?, coordinate(y2)?)
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
