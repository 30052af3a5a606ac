//! What mends crops: the fixes of the rules on them.

use super::RuleFix;
use super::context::FlawedCrop;
use super::edits::{in_order, replace_text};
use crate::crop::{CropBox, Decimal, MAX_DECIMALS, crop_corners};
use crate::json::Text;
use crate::report::{Applicability, Edit, Words};

pub(super) static SPELLING: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words {
        en: "write plain decimals joined by _", zh: "改为用 _ 连接的普通小数"
    },
};
pub(super) static ZEROS: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "cut the zeros off", zh: "去掉末尾的零" },
};
pub(super) static ROUNDING: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "round to six digits", zh: "四舍五入到六位小数" },
};
pub(super) static SWAP: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words { en: "exchange the corners", zh: "交换两个角的坐标" },
};
pub(super) static EDGE: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "write 1, the edge of the picture", zh: "改为 1，即图片边缘" },
};
pub(super) static PERCENT: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words { en: "divide percent by 100", zh: "百分数除以 100" },
};

/// Values this far above the edge come from rounding, in millionths.
const MAX_ROUNDING_ERROR: f64 = 0.000_001;

/// The least percentage of the picture's width and height that a crop has which was meant in
/// percent.
const MIN_PERCENT: f64 = 10.0;

type Mending = (&'static RuleFix, Vec<Edit>);

impl<'a> FlawedCrop<'_, 'a> {
    /// The texts of the four coordinates, where each has one of its own.
    fn entry(&self) -> Option<[&Text<'a>; 4]> {
        let [Some(x1), Some(y1), Some(x2), Some(y2)] = self.corners? else {
            return None;
        };
        Some([x1, y1, x2, y2])
    }

    /// The four coordinates as they are spelled.
    fn spellings(&self) -> Option<[String; 4]> {
        if self.is_crop_string() {
            let parts: Vec<String> = self.text.decode().split('_').map(str::to_owned).collect();
            return parts.try_into().ok();
        }
        Some(self.entry()?.map(|text| text.decode().into_owned()))
    }

    /// Edits that write these coordinates.
    fn write(&self, spellings: &[String; 4]) -> Vec<Edit> {
        if self.is_crop_string() {
            return replace_text(self.text, &spellings.join("_"));
        }
        let Some(texts) = self.entry() else { return Vec::new() };
        let changed = texts
            .iter()
            .zip(spellings)
            .filter(|(text, spelling)| text.decode() != **spelling)
            .flat_map(|(text, spelling)| replace_text(text, spelling))
            .collect();
        in_order(changed)
    }
}

/// Separators, full-width digits, missing and needless zeros put right.
pub(super) fn respelled(crop: &FlawedCrop<'_, '_>) -> Vec<Edit> {
    let given = crop.text.decode();
    let is_separator = |letter: char| {
        matches!(letter, '_' | ',' | ';' | ':' | '，' | '；' | '：') || letter.is_whitespace()
    };
    let parts: Vec<String> = if crop.is_crop_string() {
        given.split(is_separator).filter(|part| !part.is_empty()).map(plain_decimal).collect()
    } else {
        vec![plain_decimal(given.trim())]
    };
    let text = parts.join("_");
    let is_mended = if crop.is_crop_string() {
        crop_corners(text.as_bytes()).is_some()
    } else {
        Decimal::parse(text.as_bytes()).is_some()
    };
    if is_mended { replace_text(crop.text, &text) } else { Vec::new() }
}

/// `.5`, `1.`, `00.5` and `０.５` as plain decimals; anything else as it is.
fn plain_decimal(part: &str) -> String {
    let digit = |letter: char| match letter {
        '０'..='９' => {
            char::from(b'0' + u8::try_from(u32::from(letter) - u32::from('０')).unwrap_or(0))
        }
        '．' => '.',
        other => other,
    };
    let text: String = part.chars().map(digit).collect();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(whole) || !are_digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return text;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

/// Zeros cut off, or else rounded, if the corners then still are in order and in range.
pub(super) fn shortened(crop: &FlawedCrop<'_, '_>) -> Option<Mending> {
    if crop.is_crop_string() || crop.entry().is_some() {
        let given = crop.spellings()?;
        if let Some(cut) = each(&given, without_zeros) {
            return Some((&ZEROS, crop.write(&cut)));
        }
        let rounded = each(&given, |part| Some(rounded(part)))?;
        let [x1, y1, x2, y2] = &rounded;
        CropBox::try_from([x1.as_str(), y1, x2, y2]).ok()?;
        return Some((&ROUNDING, crop.write(&rounded)));
    }
    let cut = without_zeros(&crop.text.decode())?;
    Some((&ZEROS, replace_text(crop.text, &cut)))
}

fn each(given: &[String; 4], change: impl Fn(&str) -> Option<String>) -> Option<[String; 4]> {
    let [x1, y1, x2, y2] = given;
    Some([change(x1)?, change(y1)?, change(x2)?, change(y2)?])
}

/// A decimal that is too precise for its zeros alone, without them.
fn without_zeros(part: &str) -> Option<String> {
    let Some((whole, fraction)) = part.split_once('.') else {
        return Some(part.to_owned());
    };
    if fraction.len() <= MAX_DECIMALS {
        return Some(part.to_owned());
    }
    let cut = fraction.trim_end_matches('0');
    if cut.len() > MAX_DECIMALS {
        return None;
    }
    Some(if cut.is_empty() { whole.to_owned() } else { format!("{whole}.{cut}") })
}

/// A decimal of at most six digits, rounded by its digits and not as a float.
fn rounded(part: &str) -> String {
    let Some((whole, fraction)) = part.split_once('.') else {
        return part.to_owned();
    };
    let Some((kept, rest)) =
        fraction.split_at_checked(MAX_DECIMALS).filter(|(_, rest)| !rest.is_empty())
    else {
        return part.to_owned();
    };
    let rounds_up = rest.as_bytes().first().is_some_and(|digit| *digit >= b'5');
    let number: u128 = format!("{whole}{kept}").parse().unwrap_or_default();
    let number = number + u128::from(rounds_up);
    let scale = 10_u128.pow(6);
    format!("{}.{:06}", number / scale, number % scale)
}

/// Corners that are merely exchanged, put right.
pub(super) fn swapped(crop: &FlawedCrop<'_, '_>) -> Option<Vec<Edit>> {
    let [mut x1, mut y1, mut x2, mut y2] = crop.spellings()?;
    let is_after = |one: &str, other: &str| {
        let (one, other) = (Decimal::parse(one.as_bytes())?, Decimal::parse(other.as_bytes())?);
        Some(one.compare(other).is_gt())
    };
    if is_after(&x1, &x2)? {
        std::mem::swap(&mut x1, &mut x2);
    }
    if is_after(&y1, &y2)? {
        std::mem::swap(&mut y1, &mut y2);
    }
    // Equal ones leave nothing of the picture, whatever their order.
    CropBox::try_from([x1.as_str(), &y1, &x2, &y2]).ok()?;
    Some(crop.write(&[x1, y1, x2, y2]))
}

/// Values a little above the edge put on it; what can only be percent made fractions.
pub(super) fn in_range(crop: &FlawedCrop<'_, '_>) -> Option<Mending> {
    let given = crop.spellings()?;
    let value = |part: &str| Decimal::parse(part.as_bytes()).map_or(f64::NAN, Decimal::value);
    if given.iter().all(|part| value(part) <= 1.0 + MAX_ROUNDING_ERROR) {
        let to_edge =
            |part: &str| Some(if value(part) > 1.0 { "1".to_owned() } else { part.to_owned() });
        return Some((&EDGE, crop.write(&each(&given, to_edge)?)));
    }
    if !are_percent(given.each_ref().map(|part| value(part))) {
        return None;
    }
    let fractions = each(&given, |part| Some(hundredth(part)))?;
    let [x1, y1, x2, y2] = &fractions;
    CropBox::try_from([x1.as_str(), y1, x2, y2]).ok()?;
    Some((&PERCENT, crop.write(&fractions)))
}

/// Whether four coordinates can only be percent: none is a fraction, and the crop has a size
/// that somebody may have meant. 1.01 is a fraction that is too large, not one percent.
fn are_percent([x1, y1, x2, y2]: [f64; 4]) -> bool {
    let is_percent = |value: &f64| *value == 0.0 || (*value > 1.0 && *value <= 100.0);
    [x1, y1, x2, y2].iter().all(is_percent) && (x2 - x1).min(y2 - y1) >= MIN_PERCENT
}

/// A decimal divided by 100, exactly, rounded to six digits.
fn hundredth(part: &str) -> String {
    let (whole, fraction) = part.split_once('.').unwrap_or((part, ""));
    let digits = format!("{whole:0>3}");
    let (whole, moved) = digits.split_at(digits.len() - 2);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let exact = format!("{whole}.{moved}{fraction}");
    let rounded = rounded(&exact);
    let short = rounded.trim_end_matches('0').trim_end_matches('.');
    short.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_spelled_plainly() {
        for (given, plain) in [
            (".5", "0.5"),
            ("1.", "1"),
            ("00.5", "0.5"),
            ("０．５", "0.5"),
            ("-1", "-1"),
            (".", "."),
        ] {
            assert_eq!(plain_decimal(given), plain, "{given}");
        }
    }

    #[test]
    fn percent_are_told_from_fractions_that_are_too_large() {
        for percent in [
            [0.0, 0.0, 50.0, 100.0],
            [0.0, 40.0, 100.0, 60.0],
            [12.5, 0.0, 87.5, 100.0],
            [90.0, 5.0, 100.0, 95.0],
        ] {
            assert!(are_percent(percent), "{percent:?}");
        }
        for other in [
            [0.0, 0.0, 1.01, 1.0],
            [0.0, 0.0, 1.01, 1.01],
            [0.1, 0.2, 90.0, 50.0],
            [1.0, 0.0, 90.0, 50.0],
            [0.0, 0.0, 2.35, 1.5],
            [0.0, 40.0, 100.0, 41.0],
            [0.0, 0.0, 50.0, 101.0],
            [0.0, 0.0, 900.0, 383.0],
            [0.0, 0.0, f64::NAN, 50.0],
        ] {
            assert!(!are_percent(other), "{other:?}");
        }
    }

    #[test]
    fn decimals_are_shortened_exactly() {
        assert_eq!(without_zeros("0.5000000").as_deref(), Some("0.5"));
        assert_eq!(without_zeros("1.0000000").as_deref(), Some("1"));
        assert_eq!(without_zeros("0.1234560").as_deref(), Some("0.123456"));
        assert_eq!(without_zeros("0.1234567"), None);
        assert_eq!(rounded("0.1234565"), "0.123457");
        assert_eq!(rounded("0.9999999"), "1.000000");
        assert_eq!(rounded("0.5"), "0.5");
        assert_eq!(hundredth("50"), "0.5");
        assert_eq!(hundredth("100"), "1");
        assert_eq!(hundredth("19.45"), "0.1945");
        assert_eq!(hundredth("5"), "0.05");
    }
}
