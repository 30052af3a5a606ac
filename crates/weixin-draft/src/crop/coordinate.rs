//! A coordinate on a picture.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::decimal::{Decimal, MOST_DECIMALS, WHOLE};

/// A place along a picture's width or height, from 0 (left, top) to 1 (right,
/// bottom), exact to a millionth.
///
/// Written as a decimal with at most six digits after the point, as the
/// vendor's page asks.
///
/// ```
/// use weixin_draft::Coordinate;
///
/// let coordinate: Coordinate = "0.1945".parse()?;
/// assert_eq!(coordinate.millionths(), 194_500);
/// assert_eq!(coordinate.to_string(), "0.1945");
/// assert_eq!("1.000000".parse(), Ok(Coordinate::ONE));
/// # Ok::<(), weixin_draft::CoordinateError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coordinate {
    millionths: u32,
}

impl Coordinate {
    /// The left or upper edge.
    pub const ZERO: Coordinate = Coordinate { millionths: 0 };
    /// The right or lower edge.
    pub const ONE: Coordinate = Coordinate { millionths: WHOLE };

    /// The middle.
    pub(super) const HALF: Coordinate = Coordinate { millionths: WHOLE / 2 };

    /// From millionths, those above the whole taken as the whole.
    pub(super) fn saturating(millionths: u64) -> Self {
        let millionths = u32::try_from(millionths).unwrap_or(WHOLE).min(WHOLE);
        Coordinate { millionths }
    }

    /// From millionths of the picture's width or height; `None` above 1,000,000.
    pub fn from_millionths(millionths: u32) -> Option<Self> {
        (millionths <= WHOLE).then_some(Coordinate { millionths })
    }

    /// In millionths of the picture's width or height, 0 to 1,000,000.
    pub fn millionths(self) -> u32 {
        self.millionths
    }
}

/// Why a text is no coordinate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CoordinateError {
    /// It is no plain decimal.
    NotDecimal,
    /// It has more than six digits after the point.
    TooPrecise,
    /// It is above 1.
    OutOfRange,
}

impl fmt::Display for CoordinateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            CoordinateError::NotDecimal => "not a plain decimal: write digits such as 0.1945",
            CoordinateError::TooPrecise => "more than six digits after the point: round to six",
            CoordinateError::OutOfRange => "above 1: write a fraction of the width or height",
        })
    }
}

impl std::error::Error for CoordinateError {}

impl FromStr for Coordinate {
    type Err = CoordinateError;

    fn from_str(text: &str) -> Result<Self, CoordinateError> {
        let decimal = Decimal::parse(text.as_bytes()).ok_or(CoordinateError::NotDecimal)?;
        if decimal.decimals() > MOST_DECIMALS {
            return Err(CoordinateError::TooPrecise);
        }
        let millionths = decimal.millionths().ok_or(CoordinateError::OutOfRange)?;
        Ok(Coordinate { millionths })
    }
}

/// The shortest decimal of this value.
impl fmt::Display for Coordinate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, fraction) = (self.millionths / WHOLE, self.millionths % WHOLE);
        if fraction == 0 {
            return write!(formatter, "{whole}");
        }
        let digits = format!("{fraction:06}");
        write!(formatter, "{whole}.{}", digits.trim_end_matches('0'))
    }
}

impl Serialize for Coordinate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
