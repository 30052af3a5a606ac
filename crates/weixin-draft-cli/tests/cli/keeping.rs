//! What `push` and `edit` keep, lose, and say of it.

use std::fs;

use serde_json::json;
use weixin_draft_sandbox::{Fault, NEWS, NEWSPIC};

use crate::desk::Desk;

#[test]
fn what_is_replaced_is_kept_before_anything_is_sent() {
    let desk = Desk::new("keep");
    desk.run(0, &["pull", NEWS, "--index", "0", "-o", "a.json"]);
    desk.change("a.json", |request| request["articles"]["title"] = "Ours".into());

    // Sent, and nobody knows whether it arrived.
    desk.sandbox.fail_next(Fault::Slow { milliseconds: 60_000 });
    desk.sandbox.fail_later("draft/get", Fault::errcode(45009), 1, 1);
    let shown = desk.run(4, &["push", "a.json", "--timeout", "1"]);
    assert!(shown.contains("may have been updated all the same"), "{shown}");
    assert_eq!(desk.read("a.json.before.json")["articles"]["title"], "Spring menu");
    assert_eq!(desk.item(NEWS, 0)["title"], "Ours");
    // The server carries out what nobody waits for, and one look tells.
    desk.change("a.json", |request| request["articles"]["title"] = "Ours again".into());
    desk.sandbox.fail_next(Fault::Slow { milliseconds: 60_000 });
    desk.run(0, &["push", "a.json", "--timeout", "1"]);
    assert_eq!(desk.item(NEWS, 0)["title"], "Ours again");

    // Refused for sure: what --undo would have sent before is still there.
    fs::write(desk.folder.join("a.json.before.json"), "older").unwrap();
    desk.sandbox.fail_next(Fault::errcode(45166));
    desk.run(3, &["push", "a.json", "--force"]);
    assert_eq!(fs::read(desk.folder.join("a.json.before.json")).unwrap(), b"older");

    // What cannot be kept is not replaced.
    fs::remove_file(desk.folder.join("a.json.before.json")).unwrap();
    fs::create_dir(desk.folder.join("a.json.before.json")).unwrap();
    desk.change("a.json", |request| request["articles"]["title"] = "Not kept".into());
    let shown = desk.run(2, &["push", "a.json", "--force"]);
    assert!(shown.contains("cannot write a.json.before.json"), "{shown}");
    assert_eq!(desk.item(NEWS, 0)["title"], "Ours again");
}

#[test]
fn two_articles_of_a_draft_are_undone_apart() {
    let desk = Desk::new("apart");
    let before = [desk.item(NEWS, 0), desk.item(NEWS, 1)];
    for index in ["0", "1"] {
        desk.run(0, &["edit", NEWS, "--index", index, "--set", "title=Ours"]);
    }
    desk.run(0, &["push", NEWS, "--undo", "--index", "1"]);
    assert_eq!(desk.item(NEWS, 1)["title"], before[1]["title"]);
    assert_eq!(desk.item(NEWS, 0)["title"], "Ours");
    let shown = desk.run(2, &["push", "SANDBOX_NEWS.0", "--undo", "--index", "1"]);
    assert!(shown.contains("the file is for article 0"), "{shown}");
    desk.run(0, &["push", "SANDBOX_NEWS.0", "--undo"]);
    assert_eq!(desk.item(NEWS, 0)["title"], before[0]["title"]);
    // A whole request is for one article, too.
    desk.run(0, &["pull", NEWS, "--index", "0", "-o", "a.json"]);
    desk.run(2, &["push", "a.json", "--index", "1"]);
    desk.run(2, &["push", "a.json", "--media-id", NEWSPIC]);
    desk.run(2, &["push", "a.json", "--title", "Ours"]);
}

#[test]
fn fields_that_stay_and_fields_that_go_are_named() {
    let desk = Desk::new("fields");
    let before = desk.item(NEWS, 0);
    fs::write(desk.folder.join("a.html"), "<p>New</p>").unwrap();
    let arguments = ["push", "a.html", "--media-id", NEWS, "--index", "0", "--title", "Ours"];
    let shown = desk.run(0, &arguments);
    assert!(shown.contains("have stayed as they were: author, "), "{shown}");
    let after = desk.item(NEWS, 0);
    for field in ["author", "thumb_media_id", "content_source_url", "cover_info"] {
        assert_eq!(after[field], before[field], "{field}");
    }
    assert_eq!((&after["title"], &after["content"]), (&json!("Ours"), &json!("<p>New</p>")));

    let article = json!({"title": "Bare", "content": "<p>x</p>"});
    fs::write(desk.folder.join("bare.json"), article.to_string()).unwrap();
    let told = desk.json(0, &["push", "bare.json", "--media-id", NEWS, "--index", "0"]);
    let shown = desk.run(2, &["push", "bare.json", "--media-id", NEWS]);
    assert!(shown.contains("the draft has 2 articles: choose one"), "{shown}");
    assert!(told["kept_fields"].as_array().expect("a list").contains(&json!("author")), "{told}");

    let mut article = article;
    article["thumb_media_id"] = before["thumb_media_id"].clone();
    let whole = json!({"media_id": NEWS, "index": 0, "articles": article});
    fs::write(desk.folder.join("whole.json"), whole.to_string()).unwrap();
    let shown = desk.run(0, &["push", "whole.json"]);
    assert!(shown.contains("they are gone: author, "), "{shown}");
    assert!(shown.contains("weixin-draft push whole.json --undo"), "{shown}");
    assert_eq!(desk.item(NEWS, 0)["author"], "");
    desk.run(0, &["push", "whole.json", "--undo"]);
    assert_eq!(desk.item(NEWS, 0)["author"], before["author"]);

    // Of several articles, one is sent.
    let two = json!({"articles": [{"title": "One"}, {"title": "Two"}]});
    fs::write(desk.folder.join("two.json"), two.to_string()).unwrap();
    let shown = desk.run(2, &["push", "two.json", "--media-id", NEWS]);
    assert!(shown.contains("has 2 articles"), "{shown}");
    desk.run(0, &["push", "two.json", "--media-id", NEWS, "--index", "1"]);
    assert_eq!(desk.item(NEWS, 1)["title"], "Two");
}

#[test]
fn what_is_broken_is_told_with_its_place() {
    let desk = Desk::new("broken");
    desk.run(0, &["pull", NEWS, "--index", "0", "-o", "a.json"]);
    let whole = fs::read(desk.folder.join("a.json")).unwrap();
    fs::write(desk.folder.join("cut.json"), &whole[..whole.len() / 2]).unwrap();
    let half = String::from_utf8_lossy(&whole[..whole.len() / 2]);
    let lines = half.split('\n').count();
    for command in [&["push", "cut.json"][..], &["add", "cut.json"]] {
        let shown = desk.run(1, command);
        let place = format!("cut.json:{lines}:");
        assert!(shown.contains(&place) && shown.contains("[invalid_json]"), "{shown}");
        assert!(shown.contains("nothing was sent"), "{shown}");
    }
    fs::write(desk.folder.join("twice.json"), r#"{"title": "a", "title": "b"}"#).unwrap();
    for command in [
        &["push", "twice.json", "--media-id", NEWS][..],
        &["edit", NEWS, "--index", "0", "--patch", "twice.json"],
    ] {
        let shown = desk.run(1, command);
        assert!(shown.contains("twice.json:1:16: error[duplicate_key] /title"), "{shown}");
    }
    fs::write(desk.folder.join("page.md"), "# Menu\n").unwrap();
    let shown = desk.run(1, &["add", "page.md"]);
    assert!(shown.contains("ends in .html"), "{shown}");
    let utf_16: Vec<u8> = "\u{FEFF}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(desk.folder.join("utf-16.json"), utf_16).unwrap();
    let shown = desk.run(1, &["add", "utf-16.json"]);
    assert!(shown.contains("UTF-16") && !shown.contains(".html"), "{shown}");
    fs::write(desk.folder.join("gbk.html"), b"<p>\xB4\xBA</p>").unwrap();
    assert!(desk.run(2, &["add", "gbk.html"]).contains("not UTF-8"));
    assert!(desk.sandbox.requests().iter().all(|request| request.path.contains("draft/get")));
}

#[test]
fn old_errors_are_told_as_such() {
    let desk = Desk::new("old-errors");
    desk.edit(NEWS, &json!({"content": "<p>x<img src=\"https://example.com/a.png\"></p>"}));
    let edit = ["edit", NEWS, "--index", "0", "--set", "title=Ours"];
    let shown = desk.run(1, &edit);
    let words = "these errors were in the draft before your change: external_image";
    assert!(shown.contains(words) && shown.contains("example.com"), "{shown}");
    desk.run(0, &["pull", NEWS, "--index", "0", "-o", "a.json"]);
    let shown = desk.run(1, &["push", "a.json"]);
    assert!(shown.contains(words) && shown.contains("a.json:"), "{shown}");
    #[cfg(feature = "pictures")]
    assert!(shown.contains("push --pictures uploads the pictures first"), "{shown}");
    let shown = desk.run(0, &[&edit[..], &["--level", "external_image=warning"]].concat());
    assert!(shown.contains("line 1, column 5 of the content: <img>: example.com"), "{shown}");
    // An error of the change is not.
    let shown = desk.run(1, &["edit", NEWS, "--index", "0", "--set", "title="]);
    assert!(!shown.contains("before your change"), "{shown}");
}

#[test]
fn a_new_draft_is_named_in_the_file() {
    let desk = Desk::new("new-draft");
    desk.run(0, &["pull", NEWS, "--index", "1", "-o", "a.json"]);
    let text = fs::read_to_string(desk.folder.join("a.json")).unwrap();
    desk.sandbox.delete(NEWS);
    let added = desk.json(0, &["push", "a.json", "--or-add"]);
    let media_id = added["media_id"].as_str().expect("an id");
    let expected = text.replace(NEWS, media_id).replace("\"index\": 1", "\"index\": 0");
    assert_eq!(fs::read_to_string(desk.folder.join("a.json")).unwrap(), expected);
    desk.change("a.json", |request| request["articles"]["title"] = "Ours".into());
    desk.run(0, &["push", "a.json"]);
    assert_eq!(desk.item(media_id, 0)["title"], "Ours");
}

#[test]
fn verbose_names_host_and_token() {
    let desk = Desk::new("verbose");
    for command in [&["token"][..], &["list"], &["edit", NEWSPIC, "--set", "title=x"]] {
        let shown = desk.run(0, &[command, &["-v"]].concat());
        let host = format!("host: {}", desk.sandbox.base_url());
        assert!(shown.contains(&host), "{shown}");
        assert!(shown.contains("environment variable WEIXIN_ACCESS_TOKEN"), "{shown}");
        assert!(!shown.contains("SANDBOX_TOKEN"), "{shown}");
    }
}
