//! Plain decimals, compared exactly whatever their length.

use std::cmp::Ordering;

/// A coordinate has at most so many digits after the point.
pub(crate) const MOST_DECIMALS: usize = 6;

/// A plain decimal: ASCII digits, with one point between digits or none; no
/// sign, blank, exponent or leading zero.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decimal<'a> {
    whole: &'a [u8],
    fraction: &'a [u8],
}

impl<'a> Decimal<'a> {
    /// `None` when the text is no plain decimal.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let (decimal, rest) = Self::split_from(text.as_bytes())?;
        rest.is_empty().then_some(decimal)
    }

    /// The decimal that a text begins with, and what stands behind it.
    fn split_from(text: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (whole, rest) = text.split_at(digits(text));
        if whole.is_empty() || (whole.len() > 1 && whole[0] == b'0') {
            return None;
        }
        let Some(after_point) = rest.strip_prefix(b".") else {
            return Some((Decimal { whole, fraction: b"" }, rest));
        };
        let (fraction, rest) = after_point.split_at(digits(after_point));
        (!fraction.is_empty()).then_some((Decimal { whole, fraction }, rest))
    }

    /// Digits after the point, trailing zeros counted.
    pub(crate) fn decimals(self) -> usize {
        self.fraction.len()
    }

    pub(crate) fn is_above_one(&self) -> bool {
        match self.whole {
            b"0" => false,
            b"1" => self.fraction.iter().any(|digit| *digit != b'0'),
            _ => true,
        }
    }

    /// The fraction without the zeros at its end, which do not change the value.
    fn significant_fraction(self) -> &'a [u8] {
        let zeros = self.fraction.iter().rev().take_while(|digit| **digit == b'0').count();
        &self.fraction[..self.fraction.len() - zeros]
    }

    /// Compares the values: `0.5` and `0.50` are equal.
    pub(crate) fn compare(self, other: Decimal<'_>) -> Ordering {
        let by_whole = self.whole.len().cmp(&other.whole.len()).then(self.whole.cmp(other.whole));
        by_whole.then_with(|| self.significant_fraction().cmp(other.significant_fraction()))
    }

    /// The value in millionths, when it is from 0 to 1 and exact in them.
    pub(crate) fn millionths(self) -> Option<u32> {
        let fraction = self.significant_fraction();
        if self.is_above_one() || fraction.len() > MOST_DECIMALS {
            return None;
        }
        let zeros = std::iter::repeat_n(&b'0', MOST_DECIMALS - fraction.len());
        let digits = self.whole.iter().chain(fraction).chain(zeros);
        Some(digits.fold(0, |value, digit| value * 10 + u32::from(digit - b'0')))
    }
}

/// The four corners of a crop string: `X1_Y1_X2_Y2`, each a plain decimal.
pub(crate) fn crop_corners(text: &str) -> Option<[Decimal<'_>; 4]> {
    let (x1, rest) = Decimal::split_from(text.as_bytes())?;
    let (y1, rest) = Decimal::split_from(rest.strip_prefix(b"_")?)?;
    let (x2, rest) = Decimal::split_from(rest.strip_prefix(b"_")?)?;
    let (y2, rest) = Decimal::split_from(rest.strip_prefix(b"_")?)?;
    rest.is_empty().then_some([x1, y1, x2, y2])
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
