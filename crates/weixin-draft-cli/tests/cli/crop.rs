//! `crop`.

use std::fs;

use insta::assert_snapshot;
use serde_json::Value;
use weixin_draft::Coordinate;

use crate::support::{examples, request, run, run_with_stdin, scratch, show, weixin_draft};

#[test]
fn a_size() {
    assert_snapshot!(run(&["crop", "1200x800"]));
    assert_snapshot!(run(&["crop", "1200x800", "--lang", "zh", "--ratio", "16_9"]));
    assert_snapshot!(run(&["crop", "800x1200", "--focus", "0.5,0.1", "--format", "json"]));
    assert_snapshot!(run(&["crop", "900x383", "--ratio", "2.35_1", "--ratio", "2.35_1"]));
}

#[test]
fn a_picture_and_its_preview() {
    let directory = scratch("crop");
    grey(400, 300).save(directory.join("picture.png")).unwrap();
    let arguments = ["crop", "picture.png", "--preview", "out.png", "--lang", "zh"];
    let output = weixin_draft(&arguments).current_dir(&directory).output().unwrap();
    assert_snapshot!(show(&output));
    let preview = image::open(directory.join("out.png")).unwrap().into_rgb8();
    assert_eq!(preview.dimensions(), (400, 300));
    assert_eq!(preview.get_pixel(200, 150).0, [128; 3], "no crop cuts the middle off");
    assert!(preview.get_pixel(20, 20).0[0] < 60, "all crops cut the corner off");
}

/// The printed numbers say which pixels are kept; the frame's outer edge is there.
#[test]
fn a_preview_is_exact_to_the_pixel() {
    let directory = scratch("crop-exact");
    for (width, height) in [(1200, 800), (900, 383), (333, 1001), (1501, 1127), (120, 100)] {
        grey(width, height).save(directory.join("picture.png")).unwrap();
        for ratio in ["1_1", "16_9", "2.35_1"] {
            let arguments = [
                "crop",
                "picture.png",
                "--preview",
                "out.png",
                "--ratio",
                ratio,
                "--focus",
                "0.3,0.6",
                "--format",
                "json",
            ];
            let output = weixin_draft(&arguments).current_dir(&directory).output().unwrap();
            let printed: Value = serde_json::from_slice(&output.stdout).unwrap();
            let crop = &printed["newspic"]["cover_info"]["crop_percent_list"][0];
            let edge = |name: &str, length: u32| {
                let part: Coordinate = crop[name].as_str().unwrap().parse().unwrap();
                let millionths = u64::from(part.millionths()) * u64::from(length);
                u32::try_from((millionths + 500_000) / 1_000_000).unwrap()
            };
            let (left, right) = (edge("x1", width), edge("x2", width));
            let (top, bottom) = (edge("y1", height), edge("y2", height));
            let preview = image::open(directory.join("out.png")).unwrap().into_rgb8();
            let line = preview.get_pixel(left, top);
            assert!(line.0 != [128; 3] && line.0 != [51; 3], "{line:?}");
            for (x, y, pixel) in preview.enumerate_pixels() {
                let is_kept = (left..right).contains(&x) && (top..bottom).contains(&y);
                let is_edge = x == left || x + 1 == right || y == top || y + 1 == bottom;
                if !is_kept {
                    assert_eq!(
                        pixel.0, [51; 3],
                        "darkened: {x}, {y} of {width} x {height}, {ratio}"
                    );
                } else if is_edge {
                    assert_eq!(pixel, line, "the frame: {x}, {y} of {width} x {height}, {ratio}");
                } else {
                    assert_ne!(
                        pixel.0, [51; 3],
                        "not darkened: {x}, {y} of {width} x {height}, {ratio}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_is_printed_goes_into_an_article_as_it_is() {
    let text = String::from_utf8(weixin_draft(&["crop", "1200x800"]).output().unwrap().stdout);
    let text = text.unwrap();
    let blocks: Vec<Value> = text
        .split("\n\n")
        .skip(1)
        .map(|block| serde_json::from_str(block.split_once('\n').unwrap().1).unwrap())
        .collect();
    let [news, newspic] = &blocks[..] else { panic!("{text}") };
    for (example, fields) in [("news.json", news), ("newspic.json", newspic)] {
        let bytes = fs::read(examples().join(example)).unwrap();
        let mut request: Value = serde_json::from_slice(&bytes).unwrap();
        let article = request["articles"].as_object_mut().unwrap();
        article.extend(fields.as_object().unwrap().clone());
        let checked = run_with_stdin(&["check", "-"], request.to_string());
        assert_eq!(checked, "exit code 0\n--- stdout\n1 request checked, nothing to report.\n");
    }
}

#[test]
fn a_tiny_cover_is_warned_of() {
    assert_snapshot!(run(&["crop", "150x150", "--format", "json", "--ratio", "2.35_1"]));
    assert!(!run(&["crop", "300x200"]).contains("warning"));
}

fn grey(width: u32, height: u32) -> image::RgbImage {
    image::RgbImage::from_pixel(width, height, image::Rgb([128; 3]))
}

#[test]
fn a_preview_overwrites_no_picture_and_has_a_fitting_name() {
    let directory = scratch("crop-overwrite");
    let picture = directory.join("picture.png");
    image::RgbImage::from_pixel(40, 30, image::Rgb([128; 3])).save(&picture).unwrap();
    let before = fs::read(&picture).unwrap();
    for name in ["picture.png", "./picture.png", "out.jpg", "-"] {
        let arguments = ["crop", "picture.png", "--preview", name];
        weixin_draft(&arguments).current_dir(&directory).assert().code(2);
    }
    assert_eq!(fs::read(&picture).unwrap(), before);
    assert_eq!(fs::read_dir(&directory).unwrap().count(), 1);
}

#[test]
fn a_picture_too_large_to_draw_on_is_still_measured() {
    let directory = scratch("crop-large");
    image::GrayImage::new(10_000, 6_000).save(directory.join("large.png")).unwrap();
    weixin_draft(&["crop", "large.png"]).current_dir(&directory).assert().success();
    let arguments = ["crop", "large.png", "--preview", "out.png"];
    weixin_draft(&arguments).current_dir(&directory).assert().code(2);
}

/// A JPEG's header, as a camera writes it that was held upright: 64 by 32
/// pixels, to be turned by 90 degrees.
#[test]
fn a_turned_picture_has_the_size_it_is_shown_in() {
    let directory = scratch("crop-turned");
    let mut plain = std::io::Cursor::new(Vec::new());
    let grey = image::RgbImage::from_pixel(64, 32, image::Rgb([128; 3]));
    grey.write_to(&mut plain, image::ImageFormat::Jpeg).unwrap();
    let exif: &[u8] = b"\xFF\xE1\x00\x22Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let turned = [&plain.get_ref()[..2], exif, &plain.get_ref()[2..]].concat();
    fs::write(directory.join("turned.jpg"), turned).unwrap();
    let mut command = weixin_draft(&["crop", "turned.jpg", "--format", "json"]);
    let shown = show(&command.current_dir(&directory).output().unwrap());
    assert!(
        shown.contains("\"width\": 32,\n  \"height\": 64,\n  \"turned_by_exif\": true"),
        "{shown}"
    );
    let mut command = weixin_draft(&["crop", "turned.jpg"]);
    let shown = show(&command.current_dir(&directory).output().unwrap());
    assert!(shown.contains("Picture: 32 x 64 pixels (turned as its EXIF says)\n"), "{shown}");
}

#[test]
fn what_is_no_picture() {
    assert_snapshot!(run(&["crop", "none.png"]));
    assert_snapshot!(run(&["crop", "none.png", "--lang", "zh"]));
    assert_snapshot!(run(&["crop", "news.json"]));
    assert_snapshot!(run(&["crop", "900x383", "--preview", "out.png"]));
    assert_snapshot!(run(&["crop", "0x383"]));
    assert_snapshot!(run(&["crop", "0x383", "--lang", "zh"]));
    assert_snapshot!(run(&["crop", "9x9", "--ratio", "4_3"]));
    assert_snapshot!(run(&["crop", "9x9", "--focus", "0.5"]));
}

#[test]
fn crops_of_another_shape_than_their_ratio_are_warned_of() {
    let output = weixin_draft(&["crop", "1237x611", "--format", "json"]).output().unwrap();
    let crops: Value = serde_json::from_slice(&output.stdout).unwrap();
    let body = |fields: &Value| {
        let mut request: Value = serde_json::from_str(&request("T")).unwrap();
        request["articles"].as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        request.to_string()
    };
    // What `crop` works out passes, of the same picture.
    for fields in [&crops["news"], &crops["newspic"]] {
        let shown = run_with_stdin(&["check", "--cover", "1237x611"], body(fields));
        assert!(!shown.contains("crop_shape"), "{shown}");
        let shown = run_with_stdin(&["check", "--cover", "1000x1000"], body(fields));
        assert!(
            shown.starts_with("exit code 0") && shown.contains("warning[crop_shape]"),
            "{shown}"
        );
    }
    let whole = body(&serde_json::json!({"pic_crop_235_1": "0_0_1_1"}));
    let shown = run_with_stdin(&["check", "--cover", "900x900", "--strict"], whole.clone());
    assert!(shown.starts_with("exit code 1"), "{shown}");
    assert!(shown.contains("cuts 900x900 pixels out of the cover, which is not the shape 2.35_1"));
    assert!(run_with_stdin(&["check"], whole.clone()).contains("nothing to report"));
    let shown = run_with_stdin(&["check", "--cover", "none.png"], whole.clone());
    assert!(shown.starts_with("exit code 2") && shown.contains("there is no such file"), "{shown}");
    // What is no request at all is told as ever.
    assert!(run_with_stdin(&["check", "--cover", "9x9"], "[").contains("error[invalid_json]"));
    let output =
        weixin_draft(&["check", "--cover", "900x383"]).write_stdin(whole).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains("nothing to report"));
}

#[test]
fn a_ratio_that_is_spelt_in_another_way_is_suggested() {
    for (given, near) in
        [("1:1", "1_1"), ("16x9", "16_9"), ("235_1", "2.35_1"), ("2.35/1", "2.35_1")]
    {
        let shown = run(&["crop", "900x383", "--ratio", given]);
        assert!(shown.contains(&format!("unknown ratio: did you mean {near}?")), "{shown}");
        let shown = run(&["crop", "900x383", "--ratio", given, "--lang", "zh"]);
        assert!(shown.contains(&format!("未知的比例，是不是想写 {near}？")), "{shown}");
    }
    let shown = run(&["crop", "900x383", "--ratio", "4_3"]);
    assert!(shown.contains("use 1_1, 16_9 or 2.35_1"), "{shown}");
}

#[test]
fn a_cover_has_a_size() {
    for size in ["0x5", "5x0", "1000001x5"] {
        let shown = run(&["check", "news.json", "--cover", size]);
        assert!(shown.starts_with("exit code 2\n"), "{shown}");
        assert!(shown.contains("is 0 or over 1,000,000 pixels"), "{shown}");
    }
}
