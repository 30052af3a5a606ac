//! Plain decimals, compared exactly whatever their length.

use std::cmp::Ordering;

/// A coordinate has at most so many digits after the point.
pub(crate) const MOST_DECIMALS: usize = 6;

/// A plain decimal: ASCII digits, with one point between digits or none; no
/// sign, blank, exponent or leading zero.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decimal<'a> {
    whole: &'a str,
    fraction: &'a str,
}

impl<'a> Decimal<'a> {
    /// `None` when the text is no plain decimal.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let (whole, fraction) = match text.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (text, None),
        };
        let is_digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let has_leading_zero = whole.len() > 1 && whole.starts_with('0');
        if !is_digits(whole) || has_leading_zero || !fraction.is_none_or(is_digits) {
            return None;
        }
        Some(Decimal { whole, fraction: fraction.unwrap_or("") })
    }

    /// Digits after the point, trailing zeros counted.
    pub(crate) fn decimals(self) -> usize {
        self.fraction.len()
    }

    pub(crate) fn is_above_one(&self) -> bool {
        self.compare(Decimal { whole: "1", fraction: "" }) == Ordering::Greater
    }

    /// Compares the values: `0.5` and `0.50` are equal.
    pub(crate) fn compare(self, other: Decimal<'_>) -> Ordering {
        let by_whole = self.whole.len().cmp(&other.whole.len()).then(self.whole.cmp(other.whole));
        let significant = |fraction: &'a str| fraction.trim_end_matches('0');
        let other_fraction = other.fraction.trim_end_matches('0');
        by_whole.then_with(|| significant(self.fraction).cmp(other_fraction))
    }

    /// The value in millionths, when it is from 0 to 1 and exact in them.
    pub(crate) fn millionths(self) -> Option<u32> {
        let fraction = self.fraction.trim_end_matches('0');
        if self.is_above_one() || fraction.len() > MOST_DECIMALS {
            return None;
        }
        let scaled = format!("{}{fraction:0<MOST_DECIMALS$}", self.whole);
        scaled.parse().ok()
    }
}

/// The four corners of a crop string: `X1_Y1_X2_Y2`, each a plain decimal.
pub(crate) fn crop_corners(text: &str) -> Option<[Decimal<'_>; 4]> {
    let mut parts = text.split('_');
    let mut corner = || parts.next().and_then(Decimal::parse);
    let corners = [corner()?, corner()?, corner()?, corner()?];
    parts.next().is_none().then_some(corners)
}

/// What the schema says of a coordinate, as a regular expression.
pub(crate) fn coordinate_pattern() -> String {
    format!("^{}$", coordinate_group())
}

/// What the schema says of a crop string, which may be empty.
pub(crate) fn crop_pattern() -> String {
    let group = coordinate_group();
    format!("^({group}_{group}_{group}_{group})?$")
}

fn coordinate_group() -> String {
    format!("(0(\\.[0-9]{{1,{MOST_DECIMALS}}})?|1(\\.0{{1,{MOST_DECIMALS}}})?)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_plain_decimals_only() {
        for good in ["0", "1", "0.5", "1.000001", "12.50", "0.0000000"] {
            assert!(Decimal::parse(good).is_some(), "{good}");
        }
        for bad in
            ["", ".5", "1.", "00.5", "-0", "+1", "1e-3", "0,5", " 0", "0\n", "0.5.1", "０.5", "0x1"]
        {
            assert!(Decimal::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn compares_values_not_spellings() {
        let compare = |one, other| {
            Decimal::parse(one).zip(Decimal::parse(other)).map(|(one, other)| one.compare(other))
        };
        assert_eq!(compare("0.5", "0.50"), Some(Ordering::Equal));
        assert_eq!(compare("0.5", "0.45"), Some(Ordering::Greater));
        assert_eq!(compare("10", "9"), Some(Ordering::Greater));
        assert_eq!(compare("0.05", "0.5"), Some(Ordering::Less));
    }

    #[test]
    fn splits_a_crop_string() {
        assert!(crop_corners("0.1945_0_1_0.5236").is_some());
        for bad in ["", "0_0_1", "0_0_1_1_1", "0_0_1_1_", "0,0,1,1", "0__1_1"] {
            assert!(crop_corners(bad).is_none(), "{bad}");
        }
    }
}
