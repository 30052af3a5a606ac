//! The fields of an article that crops go into.

use serde_json::{Map, Value};
use weixin_draft::{CoverInfo, CropBox, CropPercent, Ratio};

/// The fields of a news article; none where it takes no such ratio.
pub(crate) fn of_news(crops: &[(Ratio, CropBox)]) -> Map<String, Value> {
    let field = |(ratio, crop): &(Ratio, CropBox)| {
        let name = match ratio {
            Ratio::Square => "pic_crop_1_1",
            Ratio::Cinema => "pic_crop_235_1",
            _ => return None,
        };
        Some((name.to_owned(), crop.to_string().into()))
    };
    crops.iter().filter_map(field).collect()
}

/// The fields of a newspic.
pub(crate) fn of_newspic(
    crops: &[(Ratio, CropBox)],
) -> Result<Map<String, Value>, serde_json::Error> {
    let cover = CoverInfo::new(crops.iter().map(|(ratio, crop)| CropPercent::new(*ratio, *crop)));
    Ok(Map::from_iter([("cover_info".to_owned(), serde_json::to_value(cover)?)]))
}
