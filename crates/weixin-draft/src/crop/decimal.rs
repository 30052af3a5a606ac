//! Plain decimals, compared exactly whatever their length.

use std::cmp::Ordering;

/// A coordinate has at most this many digits after the point.
pub(crate) const MAX_DECIMALS: usize = 6;

/// Millionths in the whole width or height.
pub(super) const WHOLE: u32 = 1_000_000;

/// A plain decimal: ASCII digits, with one point between digits or none; no
/// sign, blank, exponent or leading zero.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decimal<'a> {
    whole: &'a [u8],
    fraction: &'a [u8],
    /// The value, unless it has more digits than any sound coordinate; then only
    /// the digits tell.
    millionths: Option<u32>,
}

impl<'a> Decimal<'a> {
    /// `None` when the text is no plain decimal.
    pub(crate) fn parse(text: &'a [u8]) -> Option<Self> {
        let (decimal, rest) = Self::split_from(text)?;
        rest.is_empty().then_some(decimal)
    }

    /// The decimal that a text begins with, and what follows it.
    #[inline]
    fn split_from(text: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (whole, whole_value, rest) = split_digits(text);
        if whole.is_empty() || (whole.len() > 1 && whole[0] == b'0') {
            return None;
        }
        let [b'.', after_point @ ..] = rest else {
            let millionths = millionths(whole, whole_value, b"", 0);
            return Some((Decimal { whole, fraction: b"", millionths }, rest));
        };
        let (fraction, fraction_value, rest) = split_digits(after_point);
        let millionths = millionths(whole, whole_value, fraction, fraction_value);
        (!fraction.is_empty()).then_some((Decimal { whole, fraction, millionths }, rest))
    }

    /// As it is written, cut if it is long.
    pub(crate) fn shortened(self) -> String {
        const LONG: usize = 24;
        let point = if self.fraction.is_empty() { "" } else { "." };
        let digits = [self.whole, point.as_bytes(), self.fraction].concat();
        let mut text: String = digits.iter().take(LONG).map(|byte| char::from(*byte)).collect();
        if digits.len() > LONG {
            text.push('…');
        }
        text
    }

    /// Digits after the point, trailing zeros counted.
    pub(crate) fn decimals(self) -> usize {
        self.fraction.len()
    }

    pub(crate) fn is_above_one(&self) -> bool {
        if let Some(millionths) = self.millionths {
            return millionths > WHOLE;
        }
        match self.whole {
            b"0" => false,
            b"1" => self.fraction.iter().any(|digit| *digit != b'0'),
            _ => true,
        }
    }

    /// The value, exact to the last bit for up to 15 digits. The standard library's way
    /// from text to float brings 12 KB of tables into the module for other languages.
    pub(crate) fn value(self) -> f64 {
        let read = |value, digit: &u8| value * 10.0 + f64::from(digit - b'0');
        let digits = self.whole.iter().chain(self.fraction).fold(0.0, read);
        digits / self.fraction.iter().fold(1.0, |unit, _| unit * 10.0)
    }

    /// The fraction without the zeros at its end, which do not change the value.
    fn significant_fraction(self) -> &'a [u8] {
        let zeros = self.fraction.iter().rev().take_while(|digit| **digit == b'0').count();
        &self.fraction[..self.fraction.len() - zeros]
    }

    /// Compares the values: `0.5` and `0.50` are equal.
    pub(crate) fn compare(self, other: Decimal<'_>) -> Ordering {
        if let (Some(one), Some(other)) = (self.millionths, other.millionths) {
            return one.cmp(&other);
        }
        let by_whole = self.whole.len().cmp(&other.whole.len()).then(self.whole.cmp(other.whole));
        by_whole.then_with(|| self.significant_fraction().cmp(other.significant_fraction()))
    }

    /// The value in millionths, when it is from 0 to 1 and written with at most six
    /// digits after the point.
    pub(crate) fn millionths(self) -> Option<u32> {
        self.millionths.filter(|millionths| *millionths <= WHOLE)
    }
}

/// The digits that a text begins with, their value as long as they are few, and
/// what follows them.
#[inline]
fn split_digits(text: &[u8]) -> (&[u8], u32, &[u8]) {
    let (mut length, mut value) = (0, 0_u32);
    while let Some(digit @ b'0'..=b'9') = text.get(length) {
        value = value.wrapping_mul(10).wrapping_add(u32::from(digit - b'0'));
        length += 1;
    }
    let (digits, rest) = text.split_at(length);
    (digits, value, rest)
}

/// What the last of this many digits after the point is worth, in millionths.
const TENS: [u32; MAX_DECIMALS + 1] = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

/// The value of some digits before and after the point, if they are few.
#[inline]
fn millionths(whole: &[u8], whole_value: u32, fraction: &[u8], fraction_value: u32) -> Option<u32> {
    const FEW: usize = 3;
    let unit = TENS.get(fraction.len())?;
    (whole.len() <= FEW).then(|| whole_value * WHOLE + fraction_value * unit)
}

/// The four corners of a crop string: `X1_Y1_X2_Y2`, each a plain decimal.
pub(crate) fn crop_corners(text: &[u8]) -> Option<[Decimal<'_>; 4]> {
    let (x1, rest) = Decimal::split_from(text)?;
    let (y1, rest) = Decimal::split_from(rest.strip_prefix(b"_")?)?;
    let (x2, rest) = Decimal::split_from(rest.strip_prefix(b"_")?)?;
    let (y2, rest) = Decimal::split_from(rest.strip_prefix(b"_")?)?;
    rest.is_empty().then_some([x1, y1, x2, y2])
}

/// A coordinate in millionths as nearly all are written: from 0 to 1, with at most
/// six digits after the point. [`Decimal`] is for any other.
pub(crate) fn plain_coordinate(text: &[u8]) -> Option<u32> {
    let (millionths, length) = split_plain(text)?;
    (length == text.len()).then_some(millionths)
}

/// The corners of a crop string that holds nothing but such coordinates.
pub(crate) fn plain_corners(text: &[u8]) -> Option<[u32; 4]> {
    let mut corners = [0; 4];
    let (mut position, mut rest) = (0, text);
    loop {
        let (millionths, length) = split_plain(rest)?;
        *corners.get_mut(position)? = millionths;
        position += 1;
        match rest.get(length..)? {
            [] => return (position == corners.len()).then_some(corners),
            [b'_', others @ ..] => rest = others,
            _ => return None,
        }
    }
}

/// The plain coordinate that a text begins with, and its length.
#[inline]
fn split_plain(text: &[u8]) -> Option<(u32, usize)> {
    let whole = match text.first() {
        Some(b'0') => 0,
        Some(b'1') => WHOLE,
        _ => return None,
    };
    let Some(b'.') = text.get(1) else {
        return Some((whole, 1));
    };
    let (digits, value, _) = split_digits(&text[2..]);
    let fraction = value * TENS.get(digits.len()).filter(|_| !digits.is_empty())?;
    (whole + fraction <= WHOLE).then_some((whole + fraction, 2 + digits.len()))
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
    format!("(0(\\.[0-9]{{1,{MAX_DECIMALS}}})?|1(\\.0{{1,{MAX_DECIMALS}}})?)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_that_of_the_standard_library() {
        for text in ["0", "1.000001", "900", "0.1945", "123456.789012", "999999999.999999"] {
            let value = Decimal::parse(text.as_bytes()).unwrap().value();
            assert_eq!(Ok(value), text.parse(), "{text}");
        }
    }

    #[test]
    fn takes_plain_decimals_only() {
        for good in ["0", "1", "0.5", "1.000001", "12.50", "0.0000000"] {
            assert!(Decimal::parse(good.as_bytes()).is_some(), "{good}");
        }
        for bad in
            ["", ".5", "1.", "00.5", "-0", "+1", "1e-3", "0,5", " 0", "0\n", "0.5.1", "０.5", "0x1"]
        {
            assert!(Decimal::parse(bad.as_bytes()).is_none(), "{bad}");
        }
    }

    #[test]
    fn compares_values_not_spellings() {
        let compare = |one: &'static str, other: &'static str| {
            let (one, other) = (Decimal::parse(one.as_bytes()), Decimal::parse(other.as_bytes()));
            one.zip(other).map(|(one, other)| one.compare(other))
        };
        assert_eq!(compare("0.5", "0.50"), Some(Ordering::Equal));
        assert_eq!(compare("0.5", "0.45"), Some(Ordering::Greater));
        assert_eq!(compare("10", "9"), Some(Ordering::Greater));
        assert_eq!(compare("0.05", "0.5"), Some(Ordering::Less));
        assert_eq!(compare("0.5", "0.50000000"), Some(Ordering::Equal));
        assert_eq!(compare("0.5", "0.50000001"), Some(Ordering::Less));
        assert_eq!(compare("1000.5", "999.5"), Some(Ordering::Greater));
        assert_eq!(compare("10000000000000000", "1"), Some(Ordering::Greater));
    }

    #[test]
    fn plain_coordinates_are_decimals_without_a_flaw() {
        for text in [
            "0",
            "1",
            "0.5",
            "1.0",
            "1.000000",
            "0.123456",
            "1.000001",
            "0.1234567",
            "2",
            "00",
            "01",
            "",
            "0.",
            ".5",
            "0.5 ",
            "-0",
            "0.99999999999999999999999999999",
            "1.1",
        ] {
            let decimal = Decimal::parse(text.as_bytes());
            let sound = decimal.and_then(Decimal::millionths);
            assert_eq!(plain_coordinate(text.as_bytes()), sound, "{text}");
        }
        assert_eq!(plain_corners(b"0_0.5_1_0.75"), Some([0, 500_000, 1_000_000, 750_000]));
        for other in ["0_0_1", "0_0_1_1_", "0_0_1_1_1", "_0_0_1_1", "0_0_1.5_1", "0_0_1_2"] {
            assert_eq!(plain_corners(other.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn splits_a_crop_string() {
        assert!(crop_corners(b"0.1945_0_1_0.5236").is_some());
        for bad in ["", "0_0_1", "0_0_1_1_1", "0_0_1_1_", "0,0,1,1", "0__1_1"] {
            assert!(crop_corners(bad.as_bytes()).is_none(), "{bad}");
        }
    }
}
