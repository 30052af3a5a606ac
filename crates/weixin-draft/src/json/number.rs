//! Numbers, compared exactly: JSON Schema calls `0.0` and `1e0` integers, and
//! floats would call `4294967295.0000001` one too.

use std::ops::Range;

/// A JSON number as it is in the text, known to be well formed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number<'a> {
    raw: &'a [u8],
    pub(crate) offset: usize,
}

/// What a number is when only integers are welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Integral {
    /// It has a fraction.
    No,
    /// An integer of at most 18 digits.
    Small(i64),
    /// An integer with more digits, of either sign.
    Huge,
}

/// Integers of this number of digits fit an `i64`.
const SMALL_DIGITS: usize = 18;

impl<'a> Number<'a> {
    pub(crate) fn new(raw: &'a [u8], offset: usize) -> Self {
        Number { raw, offset }
    }

    /// As it is in the text: signs, digits, a point, an exponent.
    pub(crate) fn as_str(self) -> &'a str {
        str::from_utf8(self.raw).unwrap_or_default()
    }

    /// As it is written, cut if it is long.
    pub(crate) fn shortened(self) -> String {
        const LONG: usize = 24;
        match self.as_str().get(..LONG) {
            Some(begin) => format!("{begin}…"),
            None => self.as_str().to_owned(),
        }
    }

    /// Its bytes in the input.
    pub(crate) fn range(self) -> Range<usize> {
        self.offset..self.offset + self.raw.len()
    }

    /// Whether it has no fraction, whatever the spelling.
    #[inline]
    pub(crate) fn is_integral(self) -> bool {
        self.integral() != Integral::No
    }

    /// Its exact integral value, whatever the spelling.
    #[inline]
    pub(crate) fn integral(self) -> Integral {
        match self.raw {
            // As nearly all are.
            [digit] => Integral::Small(i64::from(digit - b'0')),
            _ => self.any_integral(),
        }
    }

    fn any_integral(self) -> Integral {
        let raw = self.as_str();
        if raw.len() <= SMALL_DIGITS
            && let Ok(value) = raw.parse()
        {
            return Integral::Small(value);
        }
        let (negative, unsigned) = match raw.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, raw),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, saturating_exponent(exponent)),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = || whole.bytes().chain(fraction.bytes());
        let Some(first) = digits().position(|digit| digit != b'0') else {
            return Integral::Small(0);
        };
        let trailing_zeros = digits().rev().take_while(|digit| *digit == b'0').count();
        let significant = whole.len() + fraction.len() - first - trailing_zeros;
        // The value is the significant digits times ten to the power of `scale`.
        let scale = exponent + length(trailing_zeros) - length(fraction.len());
        if scale < 0 {
            return Integral::No;
        }
        if length(significant) + scale > length(SMALL_DIGITS) {
            return Integral::Huge;
        }
        let zeros = std::iter::repeat_n(b'0', usize::try_from(scale).unwrap_or(0));
        let value = digits()
            .skip(first)
            .take(significant)
            .chain(zeros)
            .fold(0_i64, |value, digit| value * 10 + i64::from(digit - b'0'));
        Integral::Small(if negative { -value } else { value })
    }
}

fn length(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX / 4)
}

/// The exponent; one too large to matter becomes some other too large one.
fn saturating_exponent(exponent: &str) -> i64 {
    const TOO_LARGE: i64 = i64::MAX / 4;
    let (sign, digits) = match exponent.as_bytes() {
        [b'-', digits @ ..] => (-1, digits),
        [b'+', digits @ ..] | digits => (1, digits),
    };
    let magnitude = digits.iter().fold(0_i64, |value, digit| {
        value.saturating_mul(10).saturating_add(i64::from(digit - b'0')).min(TOO_LARGE)
    });
    sign * magnitude
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integral_values_are_exact_whatever_the_spelling() {
        let cases = [
            ("0", Integral::Small(0)),
            ("-0", Integral::Small(0)),
            ("-0.0", Integral::Small(0)),
            ("0e999999999999999999999", Integral::Small(0)),
            ("0.0", Integral::Small(0)),
            ("1e0", Integral::Small(1)),
            ("10e-1", Integral::Small(1)),
            ("1.50e1", Integral::Small(15)),
            ("1.5", Integral::No),
            ("1e-1", Integral::No),
            ("-1", Integral::Small(-1)),
            ("4294967295.00", Integral::Small(4_294_967_295)),
            ("4294967295.0000001", Integral::No),
            ("1e400", Integral::Huge),
            ("-1e99999999999999999999999", Integral::Huge),
            ("1e-99999999999999999999999", Integral::No),
            ("999999999999999999", Integral::Small(999_999_999_999_999_999)),
            ("1000000000000000000", Integral::Huge),
        ];
        for (raw, expected) in cases {
            assert_eq!(Number::new(raw.as_bytes(), 0).integral(), expected, "{raw}");
        }
    }
}
