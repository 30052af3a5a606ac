//! The shapes that covers have.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::report::Language;

/// A shape of a cover, width to height.
///
/// ```
/// use weixin_draft::Ratio;
///
/// assert_eq!("2.35_1".parse(), Ok(Ratio::Cinema));
/// assert_eq!(Ratio::Cinema.width_to_height(), (47, 20));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Ratio {
    /// `1_1`, a square: the small cover.
    Square,
    /// `16_9`; picture messages only.
    Wide,
    /// `2.35_1`: the large cover.
    Cinema,
}

impl Ratio {
    /// All ratios, in the order of the vendor's page.
    pub const ALL: [Ratio; 3] = [Ratio::Square, Ratio::Wide, Ratio::Cinema];

    /// The ratio's name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Ratio::Square => "1_1",
            Ratio::Wide => "16_9",
            Ratio::Cinema => "2.35_1",
        }
    }

    /// The ratio of this name on the wire.
    pub(crate) fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"1_1" => Some(Ratio::Square),
            b"16_9" => Some(Ratio::Wide),
            b"2.35_1" => Some(Ratio::Cinema),
            _ => None,
        }
    }

    /// The ratio that is spelt in another way, such as `16:9`, `2.35/1` or `235_1`.
    pub(crate) fn near(name: &str) -> Option<Self> {
        const MAX_LENGTH: usize = 16;
        const SIGNS: [char; 11] = ['_', ':', '：', '/', ',', '，', ' ', '-', 'x', '×', '*'];
        if name.len() > MAX_LENGTH {
            return None;
        }
        let parts: Vec<&str> = name.split(SIGNS).filter(|part| !part.is_empty()).collect();
        match parts[..] {
            ["1", "1"] => Some(Ratio::Square),
            ["16", "9"] => Some(Ratio::Wide),
            ["2.35" | "235", "1"] => Some(Ratio::Cinema),
            _ => None,
        }
    }

    /// Width and height as whole numbers of this ratio: `2.35_1` is 47 to 20.
    pub fn width_to_height(self) -> (u32, u32) {
        match self {
            Ratio::Square => (1, 1),
            Ratio::Wide => (16, 9),
            Ratio::Cinema => (47, 20),
        }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// A name that is none of `1_1`, `16_9`, `2.35_1`.
///
/// ```
/// use weixin_draft::Ratio;
///
/// let error = "16:9".parse::<Ratio>().unwrap_err();
/// assert_eq!(error.near, Some(Ratio::Wide));
/// assert_eq!("4_3".parse::<Ratio>().unwrap_err().near, None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename = "unknown_ratio")]
#[non_exhaustive]
pub struct UnknownRatio {
    /// The ratio that was probably meant.
    pub near: Option<Ratio>,
}

impl UnknownRatio {
    /// What is wrong, and what to do.
    pub fn message(&self, language: Language) -> String {
        match (self.near, language) {
            (Some(near), Language::English) => format!("unknown ratio: did you mean {near}?"),
            (Some(near), Language::Chinese) => format!("未知的比例，是不是想写 {near}？"),
            (None, Language::English) => "unknown ratio: use 1_1, 16_9 or 2.35_1".to_owned(),
            (None, Language::Chinese) => "未知的比例：请使用 1_1、16_9 或 2.35_1".to_owned(),
        }
    }
}

/// English; see [`UnknownRatio::message`].
impl fmt::Display for UnknownRatio {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for UnknownRatio {}

impl FromStr for Ratio {
    type Err = UnknownRatio;

    fn from_str(name: &str) -> Result<Self, UnknownRatio> {
        Ratio::named(name.as_bytes()).ok_or_else(|| UnknownRatio { near: Ratio::near(name) })
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::parsed(deserializer)
    }
}
