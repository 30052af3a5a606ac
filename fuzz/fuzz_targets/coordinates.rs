//! Crops are judged as exact fractions are, whatever their digits.

#![no_main]

use libfuzzer_sys::fuzz_target;
use num_bigint::BigUint;
use serde_json::json;
use weixin_draft::check_json;

const CODES: [&str; 4] = ["invalid_crop", "crop_too_precise", "crop_out_of_range", "crop_inverted"];
const MAX_DECIMALS: usize = 6;

fuzz_target!(|text: &str| {
    // An empty string is no crop, and is not sent.
    if text.trim().is_empty() {
        return;
    }
    let body = json!({"media_id": "M", "index": 0, "articles": {
        "title": "T", "content": "c", "thumb_media_id": "C", "pic_crop_1_1": text}});
    let report = check_json(body.to_string().as_bytes());
    let found =
        CODES.map(|code| report.violations().iter().any(|violation| violation.code == code));
    assert_eq!(found, expected(text), "{text}");
});

/// Which of the codes a crop string deserves.
fn expected(text: &str) -> [bool; 4] {
    let corners: Option<Vec<Decimal>> = text.split('_').map(Decimal::parse).collect();
    let Some([x1, y1, x2, y2]) = corners.as_deref() else {
        return [true, false, false, false];
    };
    let all = [x1, y1, x2, y2];
    let longest = all.iter().map(|corner| corner.decimals).max().unwrap_or_default();
    let scaled = |corner: &Decimal| &corner.digits * power_of_ten(longest - corner.decimals);
    [
        false,
        all.iter().any(|corner| corner.decimals > MAX_DECIMALS),
        all.iter().any(|corner| scaled(corner) > power_of_ten(longest)),
        scaled(x1) >= scaled(x2) || scaled(y1) >= scaled(y2),
    ]
}

fn power_of_ten(exponent: usize) -> BigUint {
    BigUint::from(10_u8).pow(u32::try_from(exponent).expect("texts are short"))
}

/// Digits, of which `decimals` are after the point.
struct Decimal {
    digits: BigUint,
    decimals: usize,
}

impl Decimal {
    fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let are_digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_plain =
            are_digits(whole) && are_digits(fraction) && (whole == "0" || !whole.starts_with('0'));
        let decimals = if text.contains('.') { fraction.len() } else { 0 };
        let digits = if decimals > 0 { whole.to_owned() + fraction } else { whole.to_owned() };
        is_plain.then(|| Decimal { digits: digits.parse().expect("digits"), decimals })
    }
}
