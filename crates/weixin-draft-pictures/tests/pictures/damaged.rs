//! Files that end too early, and what remembers them.

use std::fs;

use image::{ImageFormat, RgbImage};
use weixin_draft_pictures::{Cache, Fitted, Format, Origin, Pictures, Problem, Uploaded, Use};

use crate::support::{animated_gif, encoded, photo, scratch, turned};

fn fit(bytes: &[u8]) -> Result<Format, Problem> {
    Fitted::new(bytes, Use::Content).map(|fitted| fitted.format)
}

/// Cut anywhere after the header, which says how large the picture is.
#[test]
fn a_picture_that_ends_too_early_is_damaged() {
    let jpeg = encoded(photo(300, 200), ImageFormat::Jpeg);
    for jpeg in [jpeg.clone(), turned(&jpeg)] {
        assert_eq!(fit(&jpeg), Ok(Format::Jpeg));
        for part in [60, 90, 99] {
            let cut = &jpeg[..jpeg.len() * part / 100];
            assert_eq!(fit(cut), Err(Problem::Damaged(Format::Jpeg)), "{part}");
        }
    }
    let gif = animated_gif();
    for end in 13..gif.len() {
        assert_eq!(fit(&gif[..end]), Err(Problem::Damaged(Format::Gif)), "{end}");
    }
    // What comes after the end belongs to nobody.
    assert_eq!(fit(&[&gif[..], b"more"].concat()), Ok(Format::Gif));
    let no_picture = [&gif[..19], b";"].concat();
    assert_eq!(fit(&no_picture), Err(Problem::Damaged(Format::Gif)));
}

/// An icon with these files, each with the side and the bits that its entry says.
fn icon(pictures: &[(u8, u16, &[u8])]) -> Vec<u8> {
    let mut icon = vec![0, 0, 1, 0, u8::try_from(pictures.len()).unwrap(), 0];
    let mut offset = 6 + 16 * pictures.len();
    for (side, bits, picture) in pictures {
        icon.extend([*side, *side, 0, 0, 1, 0]);
        icon.extend(bits.to_le_bytes());
        icon.extend(u32::try_from(picture.len()).unwrap().to_le_bytes());
        icon.extend(u32::try_from(offset).unwrap().to_le_bytes());
        offset += picture.len();
    }
    icon.extend(pictures.iter().flat_map(|(_, _, picture)| *picture));
    icon
}

#[test]
fn an_icon_may_hold_png_of_any_kind() {
    let png = encoded(RgbImage::new(256, 256), ImageFormat::Png);
    let small = encoded(photo(16, 16), ImageFormat::Png);
    let fitted = Fitted::new(&icon(&[(16, 32, &small), (0, 24, &png)]), Use::Content).unwrap();
    assert_eq!((fitted.format, fitted.width, fitted.height), (Format::Jpeg, 256, 256));
    for broken in [&icon(&[(0, 24, &png)])[..60], &icon(&[])[..], b"\0\0\x01\0\x01\0"] {
        assert!(matches!(fit(broken), Err(Problem::Damaged(_) | Problem::NotAPicture)));
    }
}

/// How the only picture of a folder comes to an account.
fn take(cache: &Cache, folder: &std::path::Path) -> Origin {
    let pictures = Pictures::new(folder).cache(cache.clone());
    let taken = pictures.upload(&["a.png"], |_| {
        Ok(Uploaded { address: "http://mmbiz.qpic.cn/a".to_owned(), media_id: None })
    });
    taken[0].result.as_ref().unwrap().origin
}

#[test]
fn a_damaged_memory_is_set_aside_and_begins_anew() {
    let folder = scratch("damaged-memory");
    fs::write(folder.join("a.png"), encoded(photo(9, 9), ImageFormat::Png)).unwrap();
    let file = folder.join("cache.json");
    fs::write(&file, "{\"accounts\": {").unwrap();
    let cache = Cache::new(&file, "one");
    assert_eq!(take(&cache, &folder), Origin::Anew);
    assert_eq!(take(&cache, &folder), Origin::Remembered);
    let old = fs::read_to_string(folder.join("cache.json.damaged")).unwrap();
    assert_eq!(old, "{\"accounts\": {");
}

#[test]
fn each_server_remembers_by_itself() {
    let folder = scratch("servers");
    fs::write(folder.join("a.png"), encoded(photo(9, 9), ImageFormat::Png)).unwrap();
    let cache = Cache::new(folder.join("cache.json"), "one");
    let servers = ["https://api.weixin.qq.com", "http://127.0.0.1:8080", "http://127.0.0.1:8081/"];
    for base_url in servers {
        assert_eq!(take(&cache.clone().of_server(base_url), &folder), Origin::Uploaded);
    }
    for base_url in servers {
        let base_url = base_url.trim_end_matches('/');
        assert_eq!(take(&cache.clone().of_server(base_url), &folder), Origin::Remembered);
    }
    assert_eq!(take(&cache, &folder), Origin::Remembered, "the vendor's");
}
