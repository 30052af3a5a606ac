//! The crops of a cover whose picture is known.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::Checker;
use crate::crop::{CropBox, Ratio};
use crate::json::Pointer;
use crate::report::Report;
use crate::rules::{CROP_SHAPE, Finding, Findings};

/// The crops of a request, each as it is written.
#[derive(Deserialize)]
struct Request<'a> {
    #[serde(borrow)]
    articles: Article<'a>,
}

#[derive(Deserialize)]
struct Article<'a> {
    #[serde(borrow)]
    pic_crop_235_1: Option<&'a RawValue>,
    #[serde(borrow)]
    pic_crop_1_1: Option<&'a RawValue>,
    #[serde(borrow)]
    cover_info: Option<Cover<'a>>,
}

#[derive(Deserialize)]
struct Cover<'a> {
    #[serde(borrow)]
    crop_percent_list: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Entry {
    ratio: String,
    x1: String,
    y1: String,
    x2: String,
    y2: String,
}

impl Checker {
    /// Checks that the crops of a request have the shapes of their ratios when they are
    /// cut out of a picture of this size, in pixels: rule `crop_shape`. Crops that are
    /// wrong in other ways are left to [`Checker::check_json`].
    ///
    /// ```
    /// use weixin_draft::Checker;
    ///
    /// let body = br#"{"articles": {"pic_crop_1_1": "0_0_1_1", "pic_crop_235_1": "0_0_1_0.6383"}}"#;
    /// let report = Checker::new().check_cover(body, 900, 600);
    /// let paths: Vec<_> = report.warnings().map(|it| it.path.as_str()).collect();
    /// assert_eq!(paths, ["/articles/pic_crop_1_1"]);
    /// ```
    pub fn check_cover(&self, body: &[u8], width: u32, height: u32) -> Report {
        let mut findings = Findings::new(&self.levels, body);
        let Ok(Request { articles }) = serde_json::from_slice(body) else {
            return Report::default();
        };
        let at_articles = Pointer::ROOT.name("articles");
        let mut look_at = |ratio: Ratio, crop: CropBox, raw: &RawValue, path: &Pointer<'_>| {
            let Some(size) = wrong_size(&crop, ratio, width, height) else { return };
            let start = raw.get().as_ptr().addr() - body.as_ptr().addr();
            let finding = Finding::of(CROP_SHAPE, start..start + raw.get().len());
            findings.add(finding.found(size).limit(ratio.as_str()), path);
        };
        for (name, ratio, raw) in [
            ("pic_crop_235_1", Ratio::Cinema, articles.pic_crop_235_1),
            ("pic_crop_1_1", Ratio::Square, articles.pic_crop_1_1),
        ] {
            let Some(raw) = raw else { continue };
            let text = serde_json::from_str::<String>(raw.get()).ok();
            if let Some(crop) = text.and_then(|text| text.parse().ok()) {
                look_at(ratio, crop, raw, &at_articles.name(name));
            }
        }
        let at_cover = at_articles.name("cover_info");
        let at_list = at_cover.name("crop_percent_list");
        let list = articles.cover_info.map(|cover| cover.crop_percent_list).unwrap_or_default();
        for (position, raw) in list.into_iter().enumerate() {
            if let Some((ratio, crop)) = entry(raw) {
                look_at(ratio, crop, raw, &at_list.position(position));
            }
        }
        findings.into_report(body)
    }
}

fn entry(raw: &RawValue) -> Option<(Ratio, CropBox)> {
    let Entry { ratio, x1, y1, x2, y2 } = serde_json::from_str(raw.get()).ok()?;
    Some((ratio.parse().ok()?, format!("{x1}_{y1}_{x2}_{y2}").parse().ok()?))
}

/// Width and height of what a crop cuts out, when that has not the shape of its ratio.
fn wrong_size(crop: &CropBox, ratio: Ratio, width: u32, height: u32) -> Option<String> {
    const MILLION: u64 = 1_000_000;
    /// Coordinates are often rounded; the server's own tolerance is not published.
    const TOLERATED_PERCENT: u64 = 2;
    let part = |from: u32, to: u32, length: u32| u64::from(to - from) * u64::from(length);
    let wide = part(crop.x1().millionths(), crop.x2().millionths(), width);
    let high = part(crop.y1().millionths(), crop.y2().millionths(), height);
    let (to_width, to_height) = ratio.width_to_height();
    let (wanted, found) = (high * u64::from(to_width), wide * u64::from(to_height));
    let difference = wanted.abs_diff(found);
    // As wide as a pixel, where the picture is small.
    let is_a_pixel = difference <= MILLION * u64::from(to_width.max(to_height));
    let is_right = is_a_pixel || difference * 100 <= wanted.max(found) * TOLERATED_PERCENT;
    let pixels = |millionths: u64| (millionths + MILLION / 2) / MILLION;
    (!is_right).then(|| format!("{}x{}", pixels(wide), pixels(high)))
}
