//! Cover crops: two notations in, one notation out.

use serde_json::{Value, json};

use crate::answer::{Refusal, refuse};
use crate::fields::Fields;

/// The crops of an article as `cover_info` lists them, the only notation in
/// which the vendor hands them back. `None` when there are none.
///
/// A news article may have them in `pic_crop_*` as well; should both name the
/// same ratio, `pic_crop_*` holds.
pub(crate) fn cover_info(article: Fields<'_>, is_news: bool) -> Result<Option<Value>, Refusal> {
    let mut crops: Vec<Value> = Vec::new();
    if let Some(info) = article.object("cover_info")? {
        for entry in info.objects("crop_percent_list")? {
            let ratio = entry.text("ratio")?;
            if !["1_1", "16_9", "2.35_1"].contains(&ratio) {
                return refuse(53402, "a crop ratio is unknown");
            }
            let corners =
                [entry.text("x1")?, entry.text("y1")?, entry.text("x2")?, entry.text("y2")?];
            if crops.iter().any(|crop| crop["ratio"] == ratio) {
                return refuse(53402, "a crop ratio is named twice");
            }
            crops.push(checked(ratio, corners)?);
        }
    }
    if is_news {
        for (name, ratio) in [("pic_crop_235_1", "2.35_1"), ("pic_crop_1_1", "1_1")] {
            let text = article.text(name)?;
            if text.is_empty() {
                continue;
            }
            let parts: Vec<&str> = text.split('_').collect();
            let &[x1, y1, x2, y2] = parts.as_slice() else {
                return refuse(53402, "a crop is not four numbers joined by _");
            };
            crops.retain(|crop| crop["ratio"] != ratio);
            crops.push(checked(ratio, [x1, y1, x2, y2])?);
        }
    }
    Ok((!crops.is_empty()).then(|| json!({"crop_percent_list": crops})))
}

/// One crop, if its corners lie in the picture and in the right order.
fn checked(ratio: &str, corners: [&str; 4]) -> Result<Value, Refusal> {
    let mut millionths = [0_u32; 4];
    for (slot, text) in millionths.iter_mut().zip(corners) {
        let Some(value) = to_millionths(text) else {
            return refuse(53402, "a crop corner is no decimal from 0 to 1");
        };
        *slot = value;
    }
    let [x1, y1, x2, y2] = millionths;
    if x1 >= x2 || y1 >= y2 {
        return refuse(53402, "a crop's corners are in the wrong order");
    }
    let [x1, y1, x2, y2] = corners;
    Ok(json!({"ratio": ratio, "x1": x1, "y1": y1, "x2": x2, "y2": y2}))
}

/// `0`, `1`, or a decimal between them with up to six places.
fn to_millionths(text: &str) -> Option<u32> {
    let (whole, places) = match text.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (text, ""),
    };
    if places.len() > 6 || !places.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = match whole {
        "0" => 0,
        "1" => 1_000_000,
        _ => return None,
    };
    let value = whole + format!("{places:0<6}").parse::<u32>().ok()?;
    (value <= 1_000_000).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::to_millionths;

    #[test]
    fn decimals() {
        for (text, value) in [
            ("0", Some(0)),
            ("1", Some(1_000_000)),
            ("1.0", Some(1_000_000)),
            ("0.1945", Some(194_500)),
            ("0.833545", Some(833_545)),
        ] {
            assert_eq!(to_millionths(text), value, "{text}");
        }
        for text in ["", ".5", "1.", "00.5", "+0", "-0", "1.1", "0.1234567", "1e0", " 0", "0.5.5"] {
            assert_eq!(to_millionths(text), None, "{text}");
        }
    }
}
