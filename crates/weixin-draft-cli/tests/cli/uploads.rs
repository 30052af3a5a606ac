//! What is found out before anything is uploaded.
#![cfg(feature = "pictures")]

use std::fs;

use serde_json::json;
use weixin_draft_sandbox::{Fault, NEWS, NEWSPIC};

use crate::desk::Desk;

/// A desk with a picture, a content that shows it, and a request without a title.
fn desk(name: &str) -> Desk {
    let desk = Desk::new(name);
    let grey = image::RgbImage::from_pixel(400, 300, image::Rgb([128; 3]));
    grey.save(desk.folder.join("photo.png")).unwrap();
    fs::write(desk.folder.join("text.html"), "<p>x</p>").unwrap();
    fs::write(desk.folder.join("text.txt"), "In bloom.").unwrap();
    fs::write(desk.folder.join("shown.html"), "<p>x<img src=photo.png></p>").unwrap();
    let article = json!({"title": "", "content": "<img src=photo.png>", "thumb_media_id": "C"});
    let request = json!({"media_id": NEWS, "index": 0, "articles": article});
    fs::write(desk.folder.join("untitled.json"), request.to_string()).unwrap();
    desk
}

#[test]
fn a_picture_message_in_the_draft_takes_no_cover() {
    let desk = desk("cover-of-newspic");
    let arguments = ["push", "text.html", "--media-id", NEWSPIC, "--cover", "photo.png"];
    let shown = desk.run(2, &arguments);
    assert!(shown.contains("the first picture of a newspic is its cover"), "{shown}");
    assert!(desk.sandbox.pictures().is_empty());
}

#[test]
fn nothing_is_uploaded_for_what_cannot_be_sent() {
    let desk = desk("no-uploads");
    let shown = desk.run(1, &["add", "text.txt", "--newspic", "--images", "photo.png"]);
    assert!(shown.contains("title") && shown.contains("nothing was sent"), "{shown}");
    desk.run(1, &["push", "untitled.json", "--pictures"]);
    let push = |media_id| ["push", "shown.html", "--media-id", media_id, "--index", "0"];
    desk.run(3, &[&push("NOPE")[..], &["--pictures"]].concat());
    let shown = desk.run(1, &[&push(NEWS)[..], &["--pictures", "--cover", "no.png"]].concat());
    assert!(shown.contains("nothing was sent"), "{shown}");
    desk.run(1, &[&push(NEWS)[..], &["--pictures", "--title", ""]].concat());
    assert!(desk.sandbox.pictures().is_empty(), "{:?}", desk.sandbox.requests());
    desk.run(0, &[&push(NEWS)[..], &["--pictures", "--cover", "photo.png"]].concat());
    assert_eq!(desk.sandbox.pictures().len(), 2);
}

#[test]
fn uploads_are_owned_up_to() {
    let desk = desk("uploads-told");
    desk.sandbox.fail_next_of("material/add_material", Fault::errcode(45009));
    let push = ["push", "shown.html", "--media-id", NEWS, "--index", "0", "--pictures"];
    let shown = desk.run(3, &[&push[..], &["--cover", "photo.png"]].concat());
    assert_eq!(desk.sandbox.pictures().len(), 1);
    assert!(
        shown.contains(
            "the request was not sent; uploaded already (they stay with the vendor): photo.png"
        ),
        "{shown}"
    );
    assert!(!shown.contains("nothing was sent"), "{shown}");
}

#[test]
fn json_is_printed_when_a_picture_fails() {
    let desk = desk("uploads-json");
    let push = ["push", "text.html", "--media-id", NEWS, "--index", "0", "--cover", "no.png"];
    let add = ["add", "text.txt", "--newspic", "--title", "T", "--images", "no.png"];
    for arguments in [&push[..], &add, &["cover", "no.png"]] {
        let told = desk.json(1, arguments);
        assert_eq!((&told["ok"], &told["outcome"]), (&json!(false), &json!("not_sent")));
    }
    desk.sandbox.fail_next_of("material/add_material", Fault::errcode(45009));
    let told = desk.json(3, &[&push[..7], &["photo.png"]].concat());
    assert_eq!(told["outcome"], "not_sent");
}

#[test]
fn a_conflict_after_uploads_says_what_was_uploaded() {
    let desk = desk("uploads-conflict");
    desk.run(0, &["pull", NEWS, "--index", "0", "-o", "a.json"]);
    desk.change("a.json", |it| it["articles"]["content"] = "<p>x<img src=photo.png></p>".into());
    desk.edit(NEWS, &json!({"author": "Them"}));
    let push = ["push", "a.json", "--pictures", "--cache", "cache.json", "--account", "test"];
    let shown = desk.run(5, &push);
    assert!(shown.contains("the draft was not changed: somebody else changed"), "{shown}");
    assert!(
        shown.contains("uploaded already, and not uploaded again next time: photo.png"),
        "{shown}"
    );
    assert!(!shown.contains("nothing was sent"), "{shown}");
    let told = desk.json(5, &["push", "a.json", "--pictures", "--no-cache"]);
    assert_eq!(told["uploaded"], json!(["photo.png"]));
    // From the cache: nothing is sent now.
    let shown = desk.run(5, &push);
    assert!(shown.contains("nothing was sent") && !shown.contains("uploaded already"), "{shown}");
    assert_eq!(desk.sandbox.pictures().len(), 2);
}
