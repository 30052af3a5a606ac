//! Why something is no coordinate.

use std::fmt;

use serde::Serialize;

use super::decimal::MAX_DECIMALS;
use crate::report::Language;

/// Why a text or a number is no coordinate.
///
/// ```
/// use weixin_draft::{Coordinate, CoordinateError};
///
/// let error = "0.1234567".parse::<Coordinate>().unwrap_err();
/// assert_eq!(error, CoordinateError::TooPrecise { found: 7 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum CoordinateError {
    /// It is no plain decimal: ASCII digits with at most one point between them.
    NotDecimal,
    /// It has more than six digits after the point.
    TooPrecise {
        /// How many it has.
        found: usize,
    },
    /// It is below 0 or above 1.
    OutOfRange {
        /// The number.
        found: f64,
    },
}

impl CoordinateError {
    /// What is wrong, and what to do.
    pub fn message(&self, language: Language) -> String {
        match (self, language) {
            (CoordinateError::NotDecimal, Language::English) => {
                "not a plain decimal: write digits such as 0.1945, without sign or exponent"
                    .to_owned()
            }
            (CoordinateError::NotDecimal, Language::Chinese) => {
                "不是普通的十进制小数：请写成 0.1945 这样的形式，不带正负号和指数".to_owned()
            }
            (CoordinateError::TooPrecise { found }, Language::English) => format!(
                "{found} digits after the point, at most {MAX_DECIMALS} are allowed: round it"
            ),
            (CoordinateError::TooPrecise { found }, Language::Chinese) => {
                format!("小数点后有 {found} 位，最多 {MAX_DECIMALS} 位：请四舍五入")
            }
            (CoordinateError::OutOfRange { found }, Language::English) => format!(
                "{found} is not from 0 to 1: divide pixels by the picture's width (x) or height (y)"
            ),
            (CoordinateError::OutOfRange { found }, Language::Chinese) => {
                format!("{found} 不在 0 到 1 之间：请用像素值除以图片的宽（x）或高（y）")
            }
        }
    }
}

/// English; see [`CoordinateError::message`].
impl fmt::Display for CoordinateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for CoordinateError {}
