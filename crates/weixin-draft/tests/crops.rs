//! Crops that are computed: inside the picture, ordered, in shape.

use proptest::prelude::*;
use weixin_draft::{Coordinate, CoordinateError, CropBox, CropBoxError, Language, Ratio};

fn pixels(begin: Coordinate, end: Coordinate, side: u32) -> f64 {
    f64::from(end.millionths() - begin.millionths()) * f64::from(side) / 1e6
}

/// The side of a picture, and the first and last edge of a part of it.
fn side_with_part() -> impl Strategy<Value = (u32, u32, u32)> {
    (1_u32..=1_000_000)
        .prop_flat_map(|side| (Just(side), 0..side))
        .prop_flat_map(|(side, first)| (Just(side), Just(first), first + 1..=side))
}

#[test]
fn a_crop_is_around_what_is_to_be_seen() {
    let at = |x: u32, y: u32| {
        let coordinate = |millionths| Coordinate::from_millionths(millionths).unwrap();
        Some((coordinate(x), coordinate(y)))
    };
    for (width, height, focus, expected) in [
        (1000, 500, None, "0.25_0_0.75_1"),
        (1000, 500, at(300_000, 900_000), "0.05_0_0.55_1"),
        (1000, 500, at(0, 0), "0_0_0.5_1"),
        (1000, 500, at(1_000_000, 0), "0.5_0_1_1"),
        (500, 1000, at(0, 400_000), "0_0.15_1_0.65"),
        (1000, 1000, at(0, 0), "0_0_1_1"),
    ] {
        let crop = CropBox::fit(width, height, Ratio::Square, focus).unwrap();
        assert_eq!(crop.to_string(), expected);
    }
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
        prop_assert_eq!(Coordinate::try_from(f64::from(millionths) / 1e6), Ok(coordinate));
        let json = serde_json::to_string(&coordinate).unwrap();
        prop_assert_eq!(serde_json::from_str::<Coordinate>(&json).unwrap(), coordinate);
    }

    #[test]
    fn a_number_is_taken_as_its_decimal_or_not_at_all(number in -0.5_f64..1.5) {
        match Coordinate::try_from(number) {
            Ok(coordinate) => prop_assert_eq!(coordinate.to_string(), number.to_string()),
            Err(CoordinateError::OutOfRange { found }) => {
                prop_assert_eq!(found.to_bits(), number.to_bits());
                prop_assert!(!(0.0..=1.0).contains(&number));
            }
            Err(error) => {
                let digits = number.to_string().len() - "0.".len();
                prop_assert_eq!(error, CoordinateError::TooPrecise { found: digits });
            }
        }
    }

    #[test]
    fn pixels_come_back(
        (width, x1, x2) in side_with_part(),
        (height, y1, y2) in side_with_part(),
    ) {
        let crop = CropBox::from_pixels([x1, y1, x2, y2], width, height).unwrap();
        let pixel = |coordinate: Coordinate, side: u32| {
            (u64::from(coordinate.millionths()) * u64::from(side) + 500_000) / 1_000_000
        };
        let pixels = [(crop.x1(), width), (crop.y1(), height), (crop.x2(), width), (crop.y2(), height)];
        let back = pixels.map(|(coordinate, side)| pixel(coordinate, side));
        prop_assert_eq!(back, [x1, y1, x2, y2].map(u64::from));
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
    // A pixel too wide is not in shape.
    assert_eq!(CropBox::fit(5, 4, Ratio::Square, None).unwrap().to_string(), "0.1_0_0.9_1");
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

#[test]
fn pixels_outside_of_the_picture_are_named() {
    let error = CropBox::from_pixels([0, 0, 901, 383], 900, 383).unwrap_err();
    assert_eq!(error, CropBoxError::OutsidePicture { name: "x2", found: 901, limit: 900 });
    let error = CropBox::from_pixels([0, 5, 900, 5], 900, 383).unwrap_err();
    assert!(matches!(error, CropBoxError::Inverted { names: ["y1", "y2"], .. }));
    assert!(matches!(CropBox::from_pixels([0; 4], 0, 1), Err(CropBoxError::PictureSize(_))));
}

#[test]
fn errors_say_which_coordinate_in_both_languages() {
    let cases = [
        ("0_0_1", "not four coordinates joined by _ but 3", "3 个"),
        ("0_.5_1_1", "y1: not a plain decimal", "y1：不是普通的十进制小数"),
        ("0_0_900_1", "x2: 900 is not from 0 to 1", "x2：900 不在 0 到 1 之间"),
        ("0_0_1_0.1234567", "y2: 7 digits after the point", "y2：小数点后有 7 位"),
        ("0.5_0_0.25_1", "x1 is 0.5 and x2 is 0.25", "x1 为 0.5，x2 为 0.25"),
    ];
    for (text, english, chinese) in cases {
        let error = text.parse::<CropBox>().unwrap_err();
        assert!(error.message(Language::English).starts_with(english), "{error}");
        assert_eq!(error.to_string(), error.message(Language::English));
        assert!(error.message(Language::Chinese).contains(chinese), "{error}");
        assert!(serde_json::from_str::<CropBox>(&format!("{text:?}")).is_err());
    }
    let inverted = CropBox::try_from([0.5, 0.0, 0.25, 1.0]).unwrap_err();
    let data =
        serde_json::json!({"kind": "inverted", "names": ["x1", "x2"], "found": ["0.5", "0.25"]});
    assert_eq!(serde_json::to_value(inverted).unwrap(), data);
    let outside = CropBox::try_from([0.0, 0.0, 900.0, 1.0]).unwrap_err();
    let data = serde_json::json!({"kind": "coordinate", "name": "x2", "error": {"kind": "out_of_range", "found": 900.0}});
    assert_eq!(serde_json::to_value(outside).unwrap(), data);
}
