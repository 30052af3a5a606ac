//! Which colour a ratio has.

use image::Rgb;
use weixin_draft::{Language, Ratio};

/// What the crop of a ratio is drawn in: colours of the palette by Okabe and Ito,
/// which differ in lightness too, so that the colour-blind can tell them apart.
pub(super) fn colour(ratio: Ratio) -> Rgb<u8> {
    Rgb(match ratio {
        Ratio::Square => [240, 228, 66],
        Ratio::Wide => [213, 94, 0],
        _ => [86, 180, 233],
    })
}

/// What that colour is called.
pub(crate) fn colour_name(ratio: Ratio, language: Language) -> &'static str {
    match (ratio, language) {
        (Ratio::Square, Language::English) => "yellow",
        (Ratio::Wide, Language::English) => "orange",
        (_, Language::English) => "light blue",
        (Ratio::Square, Language::Chinese) => "黄色",
        (Ratio::Wide, Language::Chinese) => "橙色",
        (_, Language::Chinese) => "浅蓝色",
    }
}
