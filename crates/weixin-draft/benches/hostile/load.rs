//! Requests made to hurt, each about as large as it is asked to be.

use std::fmt::Write as _;

/// A request made to hurt.
pub(crate) struct Load {
    pub(crate) name: &'static str,
    /// Makes a body of about this number of bytes.
    pub(crate) body: fn(usize) -> Vec<u8>,
}

/// Each makes the check keep, list or nest as much as it can for its bytes.
pub(crate) const LOADS: [Load; 12] = [
    Load { name: "names that nobody knows", body: unknown_names },
    Load { name: "empty entries of image_list", body: |size| images("{}", size) },
    Load { name: "empty entries of crop_percent_list", body: empty_crops },
    Load { name: "nested arrays", body: |size| b"[".repeat(size) },
    Load { name: "duplicates deep inside", body: deep_duplicates },
    Load { name: "one long host", body: |size| content(&image("中", size), 1) },
    Load { name: "external images", body: |size| content("<img src=//a.b>", size / 15) },
    Load { name: "escaped markup", body: |size| content("&lt;b&gt;", size / 9) },
    Load { name: "curly quotes", body: |size| content("<b id=“x”>", size / 14) },
    Load { name: "open elements", body: |size| content("<p>", size / 3) },
    Load { name: "digits of a coordinate", body: digits },
    Load { name: "long strings in place of integers", body: |size| images("\"\\u0001\"", size) },
];

fn article(fields: &str) -> Vec<u8> {
    format!(r#"{{"media_id":"M","index":0,"articles":{{"thumb_media_id":"T",{fields}}}}}"#)
        .into_bytes()
}

fn content(piece: &str, count: usize) -> Vec<u8> {
    article(&format!(r#""title":"T","content":"{}""#, piece.repeat(count)))
}

fn image(character: &str, size: usize) -> String {
    format!("<img src=https://{}.example>", character.repeat(size / character.len()))
}

/// Names as short as they can be without one twice.
fn unknown_names(size: usize) -> Vec<u8> {
    let digits = || (b'!'..=b'~').filter(|byte| !b"\"\\".contains(byte)).map(char::from);
    let mut names = String::new();
    'all: for first in digits() {
        for second in digits() {
            for third in digits() {
                if names.len() > size {
                    break 'all;
                }
                let _ = write!(names, r#""{first}{second}{third}":0,"#);
            }
        }
    }
    article(&format!(r#"{names}"title":"T","content":"c""#))
}

fn images(entry: &str, size: usize) -> Vec<u8> {
    let entries = vec![entry; size / (entry.len() + 1)].join(",");
    article(&format!(
        r#""title":"T","content":"c","article_type":"newspic","image_info":{{"image_list":[{entries}]}}"#
    ))
}

fn empty_crops(size: usize) -> Vec<u8> {
    let entries = vec!["{}"; size / 3].join(",");
    article(&format!(
        r#""title":"T","content":"c","cover_info":{{"crop_percent_list":[{entries}]}}"#
    ))
}

/// Paths as long as they can be, of characters that take six bytes each in JSON.
fn deep_duplicates(size: usize) -> Vec<u8> {
    let name = "\\u0001".repeat(120);
    let twice = r#""k":0,"#.repeat(size / 6);
    let inside = format!(r#"{{{twice}"k":0}}"#);
    let deep = (0..4).fold(inside, |inside, _| format!(r#"{{"{name}":{inside}}}"#));
    article(&format!(r#""x":{deep},"title":"T","content":"c""#))
}

fn digits(size: usize) -> Vec<u8> {
    let digits = "9".repeat(size);
    article(&format!(r#""title":"T","content":"c","pic_crop_1_1":"0_0_0.{digits}_1""#))
}
