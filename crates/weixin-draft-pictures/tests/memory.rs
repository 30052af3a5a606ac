//! The largest pictures that are taken, and those that are not, need little memory.
//! A process of its own reads each.
#![cfg(target_os = "linux")]

use std::io::Cursor;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use image::{DynamicImage, GrayImage, ImageFormat, RgbImage, RgbaImage};
use weixin_draft_pictures::{Fitted, Problem, Use};

const PICTURE: &str = "WEIXIN_DRAFT_PICTURE";
const MAX_MEMORY: u64 = 200_000_000;

#[test]
fn every_picture_is_read_within_200_megabytes() {
    if let Some(path) = env::var_os(PICTURE) {
        return read(Path::new(&path));
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let pictures: [(&str, DynamicImage, ImageFormat); 5] = [
        ("taken.png", RgbImage::new(7000, 7000).into(), ImageFormat::Png),
        ("taken.jpg", RgbImage::new(3000, 3000).into(), ImageFormat::Jpeg),
        ("taken.webp", RgbaImage::new(2000, 2000).into(), ImageFormat::WebP),
        ("refused.webp", RgbImage::new(4200, 4200).into(), ImageFormat::WebP),
        ("refused.png", GrayImage::new(15_000, 15_000).into(), ImageFormat::Png),
    ];
    for (name, picture, format) in pictures {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        let path = folder.join(name);
        fs::write(&path, bytes.get_ref()).unwrap();
        let mut child = Command::new(env::current_exe().unwrap());
        let status = child.arg("--nocapture").env(PICTURE, &path).status().unwrap();
        assert!(status.success(), "{name}");
    }
}

fn read(path: &Path) {
    let result = Fitted::new(&fs::read(path).unwrap(), Use::Content);
    let is_taken = path.file_name().unwrap().to_str().unwrap().starts_with("taken");
    match result {
        Ok(_) => assert!(is_taken, "{}", path.display()),
        Err(problem) => {
            assert!(!is_taken && problem == Problem::TooManyPixels, "{}", path.display());
        }
    }
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kilobytes: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    println!("{} {kilobytes} kB", path.display());
    assert!(kilobytes * 1024 < MAX_MEMORY, "{} took {kilobytes} kB", path.display());
}
