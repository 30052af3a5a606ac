//! The images of a content.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use weixin_draft::ContentImage;

use crate::answer::{Nothing, answer};

#[derive(Serialize)]
struct Image {
    #[serde(flatten)]
    image: ContentImage,
    utf16_range: Range<usize>,
}

/// The addresses of the images in an article's HTML, in the order of the
/// document. The value is an array of `{"element", "attribute", "range",
/// "address", "kind", "utf16_range"}`: ranges are those of the address in the
/// HTML, in bytes and in UTF-16 units.
pub fn images(html: &[u8], options: &[u8]) -> String {
    answer(options, |Nothing {}| {
        let html = std::str::from_utf8(html)?;
        let (mut byte, mut unit) = (0, 0);
        let mut units_at = |place: usize| {
            unit += html[byte..place].encode_utf16().count();
            byte = place;
            unit
        };
        let with_units = |image: ContentImage| {
            let utf16_range = units_at(image.range.start)..units_at(image.range.end);
            Image { image, utf16_range }
        };
        Ok(weixin_draft::images(html).into_iter().map(with_units).collect::<Vec<_>>())
    })
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    addresses: BTreeMap<String, String>,
}

/// The HTML with other addresses in the place of those that the options name:
/// `{"addresses": {"a.png": "http://mmbiz.qpic.cn/.."}}`. Addresses are given as
/// `images` gives them, and are escaped as their places demand.
pub fn replace_images(html: &[u8], options: &[u8]) -> String {
    answer(options, |Options { addresses }| {
        let html = std::str::from_utf8(html)?;
        Ok(weixin_draft::replace_images(html, |address| addresses.get(address).cloned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_in_bytes_and_in_units() {
        let answer = images("😀<img src='春.png'>".as_bytes(), b"");
        let places = r#""range":{"start":14,"end":21}"#;
        assert!(
            answer.contains(places) && answer.contains(r#""utf16_range":{"start":12,"end":17}"#)
        );
        assert!(answer.contains(r#""address":"春.png","kind":"local""#), "{answer}");
    }

    #[test]
    fn addresses_are_escaped() {
        let answer = replace_images(
            b"<img src=a.png><img src=b.png>",
            br#"{"addresses": {"a.png": "c?x&y"}}"#,
        );
        assert_eq!(answer, r#"{"value":"<img src=c?x&amp;y><img src=b.png>"}"#);
    }
}
