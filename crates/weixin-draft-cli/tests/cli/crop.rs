//! `crop`.

use std::fs;

use insta::assert_snapshot;

use crate::support::{run, scratch, show, weixin_draft};

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
    let picture = directory.join("picture.png");
    let grey = image::RgbImage::from_pixel(400, 300, image::Rgb([128; 3]));
    grey.save(&picture).unwrap();
    let arguments = ["crop", "picture.png", "--preview", "out.png", "--lang", "zh"];
    let output = weixin_draft(&arguments).current_dir(&directory).output().unwrap();
    assert_snapshot!(show(&output));
    let preview = image::open(directory.join("out.png")).unwrap().into_rgb8();
    assert_eq!(preview.dimensions(), (400, 300));
    assert_eq!(preview.get_pixel(50, 150).0, [230, 60, 60], "the square begins here");
    assert_eq!(preview.get_pixel(20, 20).0, [128; 3]);
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
    assert!(shown.contains("\"width\": 32,\n  \"height\": 64,"), "{shown}");
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
