//! A coordinate on a picture.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::coordinate_error::CoordinateError;
use super::decimal::{Decimal, MAX_DECIMALS, WHOLE, plain_coordinate};

/// A place along a picture's width or height, from 0 (left, top) to 1 (right,
/// bottom), exact to a millionth.
///
/// Written as a decimal with at most six digits after the point, as the
/// vendor's page asks. In JSON it is that decimal as a string.
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

    /// From millionths; those above the whole count as the whole.
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

impl FromStr for Coordinate {
    type Err = CoordinateError;

    fn from_str(text: &str) -> Result<Self, CoordinateError> {
        // Nearly all are written so; the way below says what is wrong with any other.
        if let Some(millionths) = plain_coordinate(text.as_bytes()) {
            return Ok(Coordinate { millionths });
        }
        let decimal = Decimal::parse(text.as_bytes()).ok_or(CoordinateError::NotDecimal)?;
        let found = decimal.decimals();
        if found > MAX_DECIMALS {
            return Err(CoordinateError::TooPrecise { found });
        }
        let out_of_range = || CoordinateError::OutOfRange { found: decimal.value() };
        let millionths = decimal.millionths().ok_or_else(out_of_range)?;
        Ok(Coordinate { millionths })
    }
}

/// Takes a number as its shortest decimal, and never rounds it.
///
/// ```
/// use weixin_draft::{Coordinate, CoordinateError};
///
/// assert_eq!(Coordinate::try_from(0.1945), "0.1945".parse());
/// assert_eq!(Coordinate::try_from(1.0 / 3.0), Err(CoordinateError::TooPrecise { found: 16 }));
/// assert_eq!(Coordinate::try_from(900.0), Err(CoordinateError::OutOfRange { found: 900.0 }));
/// ```
impl TryFrom<f64> for Coordinate {
    type Error = CoordinateError;

    fn try_from(number: f64) -> Result<Self, CoordinateError> {
        if !(0.0..=1.0).contains(&number) {
            return Err(CoordinateError::OutOfRange { found: number });
        }
        // The absolute value, since -0 is 0. Rust writes no exponents here.
        number.abs().to_string().parse()
    }
}

/// The shortest decimal of this value.
impl fmt::Display for Coordinate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the machinery of formats, for which short numbers are expensive.
        let mut rest = match *self {
            Coordinate::ZERO => return formatter.write_str("0"),
            Coordinate::ONE => return formatter.write_str("1"),
            Coordinate { millionths } => millionths,
        };
        let mut text = *b"0.000000";
        for digit in text[2..].iter_mut().rev() {
            *digit = b"0123456789"[rest as usize % 10];
            rest /= 10;
        }
        let zeros = text.iter().rev().take_while(|digit| **digit == b'0').count();
        formatter.write_str(str::from_utf8(&text[..text.len() - zeros]).unwrap_or_default())
    }
}

impl Serialize for Coordinate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Coordinate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::parsed(deserializer)
    }
}
