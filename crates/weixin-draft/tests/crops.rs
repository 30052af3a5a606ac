//! Crops that are computed: inside the picture, ordered, in shape.

use proptest::prelude::*;
use weixin_draft::{Coordinate, CropBox, Ratio};

fn pixels(begin: Coordinate, end: Coordinate, side: u32) -> f64 {
    f64::from(end.millionths() - begin.millionths()) * f64::from(side) / 1e6
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_crop_has_its_shape_to_within_a_pixel(
        width in 1_u32..20_000,
        height in 1_u32..20_000,
        ratio in proptest::sample::select(&Ratio::ALL[..]),
        focus in proptest::option::of((0_u32..=1_000_000, 0_u32..=1_000_000)),
    ) {
        let coordinate = |millionths| Coordinate::from_millionths(millionths).unwrap();
        let focus = focus.map(|(x, y)| (coordinate(x), coordinate(y)));
        let crop = CropBox::fit(width, height, ratio, focus).unwrap();
        prop_assert!(crop.x1() < crop.x2() && crop.y1() < crop.y2());
        let (across, down) = (pixels(crop.x1(), crop.x2(), width), pixels(crop.y1(), crop.y2(), height));
        let (ratio_width, ratio_height) = ratio.width_to_height();
        let shape = f64::from(ratio_width) / f64::from(ratio_height);
        prop_assert!((across - down * shape).abs() < 1.0 || (down - across / shape).abs() < 1.0);
        // It is the largest: it reaches from edge to edge in one direction.
        prop_assert!(crop.x2().millionths() - crop.x1().millionths() == 1_000_000
            || crop.y2().millionths() - crop.y1().millionths() == 1_000_000);
        prop_assert_eq!(crop.to_string().parse::<CropBox>().unwrap(), crop);
    }

    #[test]
    fn coordinates_survive_text(millionths in 0_u32..=1_000_000) {
        let coordinate = Coordinate::from_millionths(millionths).unwrap();
        prop_assert_eq!(coordinate.to_string().parse(), Ok(coordinate));
    }
}

#[test]
fn a_picture_in_shape_is_taken_whole() {
    for (width, height, ratio) in [
        (1, 1, Ratio::Square),
        (1600, 900, Ratio::Wide),
        (940, 400, Ratio::Cinema),
        (900, 383, Ratio::Cinema),
    ] {
        assert_eq!(CropBox::fit(width, height, ratio, None).unwrap().to_string(), "0_0_1_1");
    }
}

#[test]
fn the_focus_is_followed_as_far_as_the_edges_allow() {
    let corner = Some((Coordinate::ZERO, Coordinate::ONE));
    assert_eq!(CropBox::fit(200, 100, Ratio::Square, corner).unwrap().to_string(), "0_0_0.5_1");
    assert_eq!(CropBox::fit(100, 200, Ratio::Square, corner).unwrap().to_string(), "0_0.5_1_1");
}

#[test]
fn sizes_that_no_picture_has_are_refused() {
    for (width, height) in [(0, 1), (1, 0), (1_000_001, 5)] {
        assert!(CropBox::fit(width, height, Ratio::Square, None).is_err());
    }
}
