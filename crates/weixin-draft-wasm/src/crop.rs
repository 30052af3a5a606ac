//! Crops of a cover.

use serde::Deserialize;
use weixin_draft::{Coordinate, CropBox, Ratio};

use crate::answer::{Wrong, answer};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    width: u32,
    height: u32,
    ratio: String,
    focus: Option<(String, String)>,
}

/// The largest part of a picture with a ratio: `{"width": 1200, "height": 800,
/// "ratio": "1_1", "focus": ["0.5", "0.3"]}`, the focus optional. The value is
/// a string for `pic_crop_*`.
pub fn crop_fit(_input: &[u8], options: &[u8]) -> String {
    answer(options, |options: Options| {
        let ratio: Ratio = options.ratio.parse()?;
        let coordinate = |text: String| text.parse::<Coordinate>().map_err(Wrong::from);
        let focus = match options.focus {
            Some((x, y)) => Some((coordinate(x)?, coordinate(y)?)),
            None => None,
        };
        Ok(CropBox::fit(options.width, options.height, ratio, focus)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_focus_moves_the_crop() {
        let fit = |options: &str| crop_fit(b"", options.as_bytes());
        let middle = r#"{"width": 1200, "height": 800, "ratio": "1_1"}"#;
        assert_eq!(fit(middle), r#"{"value":"0.166667_0_0.833333_1"}"#);
        let left = r#"{"width": 1200, "height": 800, "ratio": "1_1", "focus": ["0", "0"]}"#;
        assert_eq!(fit(left), r#"{"value":"0_0_0.666666_1"}"#);
        assert!(fit(r#"{"width": 0, "height": 1, "ratio": "1_1"}"#).starts_with(r#"{"error""#));
    }
}
