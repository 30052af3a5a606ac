//! Crops of a cover whose size is known have the shapes of their ratios.

use weixin_draft::{Checker, Datum};

/// What each crop with the wrong shape cuts out of a picture of this size, and where it is.
fn wrong(crops: &str, width: u32, height: u32) -> Vec<(String, Option<Datum>)> {
    let body = format!(r#"{{"articles": {{{crops}}}}}"#);
    let report = Checker::new().check_cover(body.as_bytes(), width, height);
    for violation in report.violations() {
        assert_eq!(violation.code, "crop_shape");
        let range = violation.location.as_ref().map(|it| it.range.clone()).unwrap_or_default();
        assert!(crops.contains(&body[range]), "{crops}");
    }
    let violations = report.violations().iter();
    violations.map(|one| (one.path.clone(), one.found.clone())).collect()
}

fn square(crop: &str, width: u32, height: u32) -> Option<String> {
    let found = wrong(&format!(r#""pic_crop_1_1": "{crop}""#), width, height);
    found.into_iter().next().map(|(path, size)| {
        assert_eq!(path, "/articles/pic_crop_1_1");
        size.map(|size| size.to_string()).unwrap_or_default()
    })
}

#[test]
fn a_shape_may_differ_by_two_percent_or_a_pixel() {
    assert_eq!(square("0_0_1_1", 900, 600).as_deref(), Some("900x600"));
    assert_eq!(square("0_0_1_1", 600, 900).as_deref(), Some("600x900"));
    assert_eq!(square("0.25_0_0.75_1", 1000, 500), None);
    assert_eq!(square("0.25_0.5_0.75_1", 1000, 1000), None);
    assert_eq!(square("0_0_0.333333_0.5", 900, 600), None);
    // 2 % of 1000 pixels.
    assert_eq!(square("0_0_1_0.98", 1000, 1000), None);
    assert_eq!(square("0_0_1_0.979", 1000, 1000).as_deref(), Some("1000x979"));
    assert_eq!(square("0_0_0.98_1", 1000, 1000), None);
    assert_eq!(square("0_0_0.979_1", 1000, 1000).as_deref(), Some("979x1000"));
    // One of 10 pixels, and more than one.
    assert_eq!(square("0_0_1_0.9", 10, 10), None);
    assert_eq!(square("0_0_1_0.89", 10, 10).as_deref(), Some("10x9"));
    // Where that is 2.35 pixels of height or less than half a pixel of width.
    let cinema = |crop: &str, width, height| {
        !wrong(&format!(r#""pic_crop_235_1": "{crop}""#), width, height).is_empty()
    };
    assert!(!cinema("0_0_1_1", 47, 21));
    assert!(cinema("0_0_1_1", 47, 22));
    assert_eq!(square("0_0_1_0.84", 10, 10).as_deref(), Some("10x8"));
}

#[test]
fn every_crop_of_a_request_is_looked_at() {
    let good = r#""pic_crop_235_1": "0_0_1_0.6383", "pic_crop_1_1": "0_0_0.6667_1""#;
    assert_eq!(wrong(good, 900, 600), []);
    let entry = |ratio: &str, y2: &str| {
        format!(r#"{{"ratio": "{ratio}", "x1": "0", "y1": "0", "x2": "1", "y2": "{y2}"}}"#)
    };
    let list = |entries: &[String]| {
        format!(r#""cover_info": {{"crop_percent_list": [{}]}}"#, entries.join(", "))
    };
    // 900 x 600: 16:9 takes 0.84375 of the height, 2.35:1 0.638298.
    let entries = [entry("16_9", "0.84375"), entry("2.35_1", "0.638298"), entry("1_1", "1")];
    let size = Some(Datum::from("900x600".to_owned()));
    let at = |path: &str| (format!("/articles/{path}"), size.clone());
    assert_eq!(wrong(&list(&entries), 900, 600), [at("cover_info/crop_percent_list/2")]);
    let all = format!(r#""pic_crop_235_1": "0_0_1_1", {}"#, list(&[entry("16_9", "1")]));
    assert_eq!(wrong(&all, 900, 600), [at("pic_crop_235_1"), at("cover_info/crop_percent_list/0")]);
    // What is wrong in another way is left to other rules.
    for other in [r#""pic_crop_1_1": "0_0_1""#, r#""pic_crop_1_1": 1"#, &list(&[entry("3_1", "1")])]
    {
        assert_eq!(wrong(other, 900, 600), []);
    }
    assert!(Checker::new().check_cover(b"[]", 900, 600).violations().is_empty());
}
