//! `list`, `pull`, `push`, `edit`, `add` and `token`.

use std::fs;

use serde_json::json;
use weixin_draft_sandbox::{APPID, Fault, NEWS, NEWSPIC, SECRET};

use crate::desk::Desk;
use crate::support::{show, weixin_draft};

#[test]
fn drafts_are_listed() {
    let desk = Desk::new("list");
    let shown = desk.run(0, &["list"]);
    assert!(
        shown.contains("SANDBOX_NEWS  20") && shown.contains("Spring menu; Opening hours"),
        "{shown}"
    );
    desk.run(2, &["list", "--count", "0"]);
    let listed = desk.json(0, &["list", "--count", "1"]);
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
    assert!(listed[0]["media_id"].is_string() && listed[0]["titles"].is_array());
}

#[test]
fn an_article_is_pulled_changed_and_pushed() {
    let desk = Desk::new("push");
    let shown = desk.run(0, &["pull", NEWS, "--index", "0", "-o", "a.json"]);
    assert!(
        shown.contains("left out, as no request takes") && shown.contains(": thumb_url, url,"),
        "{shown}"
    );
    assert_eq!(desk.read("a.json")["articles"]["title"], "Spring menu");
    let before = desk.item(NEWS, 0);
    desk.change("a.json", |request| request["articles"]["title"] = "Summer menu".into());
    let pushed = desk.json(0, &["push", "a.json"]);
    assert_eq!((&pushed["ok"], &pushed["outcome"]), (&json!(true), &json!("updated")));
    assert_eq!(desk.item(NEWS, 0)["title"], "Summer menu");
    assert_eq!(desk.item(NEWS, 0)["cover_info"], before["cover_info"]);

    // The revision has moved on, so the next push is guarded by it.
    desk.change("a.json", |request| request["articles"]["title"] = "Autumn menu".into());
    desk.run(0, &["push", "a.json"]);
    desk.edit(NEWS, &json!({"author": "Them"}));
    let shown = desk.run(5, &["push", "a.json"]);
    assert!(shown.contains("somebody else changed the article"), "{shown}");
    assert!(shown.contains("changed by somebody else: author"), "{shown}");
    let conflict = desk.json(5, &["push", "a.json"]);
    assert_eq!(conflict["changed"], json!(["author"]));
    let changes = json!([{"field": "author", "expected": "Kitchen", "found": "Them"}]);
    assert_eq!(conflict["changes"], changes);
    assert_eq!(desk.item(NEWS, 0)["author"], "Them");
    desk.run(0, &["push", "a.json", "--force"]);
    assert_eq!(desk.item(NEWS, 0)["author"], "Kitchen");

    // What was replaced comes back, and goes again.
    desk.run(0, &["push", "a.json", "--undo"]);
    assert_eq!(desk.item(NEWS, 0)["author"], "Them");
    desk.run(0, &["push", "a.json", "--undo"]);
    assert_eq!(desk.item(NEWS, 0)["author"], "Kitchen");
    desk.edit(NEWS, &json!({"author": "Them again"}));
    desk.run(5, &["push", "a.json", "--undo"]);
}

#[test]
fn pulling_writes_over_no_work() {
    let desk = Desk::new("pull");
    desk.run(0, &["pull", NEWSPIC, "-o", "a.json"]);
    desk.run(0, &["pull", NEWSPIC, "-o", "a.json"]);
    desk.change("a.json", |request| request["articles"]["title"] = "Mine".into());
    let shown = desk.run(2, &["pull", NEWSPIC, "-o", "a.json"]);
    assert!(shown.contains("holds changes"), "{shown}");
    desk.run(0, &["pull", NEWSPIC, "-o", "a.json", "--force"]);
    assert_eq!(desk.read("a.json")["articles"]["title"], "Our garden");

    let shown = desk.run(2, &["pull", NEWS]);
    assert!(shown.contains("--index 0  Spring menu\n  --index 1  Opening hours"), "{shown}");
    let shown = desk.run(3, &["pull", "NO_SUCH_DRAFT"]);
    assert!(shown.contains("there is no draft NO_SUCH_DRAFT"), "{shown}");
    let shown = desk.run(0, &["pull", NEWS, "--index", "1"]);
    assert!(shown.contains("\"title\": \"Opening hours\""), "{shown}");
}

#[test]
fn fields_are_edited_and_taken_back() {
    let desk = Desk::new("edit");
    let before = desk.item(NEWS, 0);
    fs::write(desk.folder.join("c.html"), "<p>New <a href=\"https://example.com\">text</a></p>")
        .unwrap();
    let arguments = [
        "edit",
        NEWS,
        "--index",
        "0",
        "--set",
        "title=12",
        "--set",
        "content=@c.html",
        "--set",
        "need_open_comment=0",
    ];
    let edited = desk.json(0, &arguments);
    assert_eq!(edited["stored"][0]["code"], "stored_link_lost");
    assert_eq!(desk.item(NEWS, 0)["title"], "12");
    assert_eq!(desk.item(NEWS, 0)["need_open_comment"], 0);
    assert_eq!(desk.item(NEWS, 0)["thumb_media_id"], before["thumb_media_id"]);
    assert!(desk.folder.join("SANDBOX_NEWS.0.before.json").exists());
    desk.run(0, &["push", "SANDBOX_NEWS.0", "--undo"]);
    assert_eq!(desk.item(NEWS, 0), before);

    fs::write(desk.folder.join("p.json"), r#"{"author": null, "digest": "D"}"#).unwrap();
    desk.run(0, &["edit", NEWS, "--index", "0", "--patch", "p.json"]);
    assert_eq!(
        (&desk.item(NEWS, 0)["author"], &desk.item(NEWS, 0)["digest"]),
        (&json!(""), &json!("D"))
    );
    let shown = desk.run(1, &["edit", NEWSPIC, "--set", "titel=x"]);
    assert!(shown.contains("[unknown_field]") && shown.contains("nothing was sent"), "{shown}");
    desk.run(2, &["edit", NEWS, "--set", "title=x"]);
    desk.run(2, &["edit", NEWSPIC, "--set", "title"]);
    desk.run(2, &["edit", NEWSPIC]);
}

#[test]
fn drafts_are_added() {
    let desk = Desk::new("add");
    fs::write(desk.folder.join("a.html"), "<p>春</p>").unwrap();
    let shown = desk.run(1, &["add", "a.html", "--title", "T"]);
    assert!(shown.contains("[missing_field] /articles/0/thumb_media_id"), "{shown}");
    let added = desk.json(0, &["add", "a.html", "--title", "T", "--thumb-media-id", "C"]);
    let media_id = added["media_id"].as_str().expect("an id");
    assert_eq!(desk.item(media_id, 0)["title"], "T");

    desk.run(
        0,
        &["push", "a.html", "--media-id", media_id, "--title", "U", "--thumb-media-id", "C"],
    );
    assert_eq!(desk.item(media_id, 0)["title"], "U");
    desk.run(0, &["pull", media_id, "-o", "a.json"]);
    desk.sandbox.delete(media_id);
    desk.run(3, &["push", "a.json"]);
    let again = desk.json(0, &["push", "a.json", "--or-add"]);
    assert_eq!(again["outcome"], "added");
    assert_eq!(desk.item(again["media_id"].as_str().expect("an id"), 0)["title"], "U");

    let before = desk.sandbox.drafts().len();
    desk.sandbox.fail_next_of("draft/add", Fault::CutAfter);
    let shown = desk.run(4, &["add", "a.html", "--title", "T", "--thumb-media-id", "C"]);
    assert!(shown.contains("may have been added"), "{shown}");
    assert_eq!(desk.sandbox.drafts().len(), before + 1, "once, and no more");
}

#[test]
fn a_token_is_fetched_and_never_shown() {
    let desk = Desk::new("token");
    let fetch = |secret: &str, format: &str| {
        let base_url = desk.sandbox.base_url();
        let mut command = weixin_draft(&["token", "--base-url", &base_url, "--format", format]);
        command.env("WEIXIN_APPID", APPID).env("WEIXIN_SECRET", secret).output().unwrap()
    };
    let shown = show(&fetch(SECRET, "text"));
    assert!(shown.contains("good for 7200 s") && !shown.contains("SANDBOX_TOKEN"), "{shown}");
    let output = fetch("QQQQQQQQQQQQQQQQ", "json");
    let shown = show(&output);
    assert_eq!(output.status.code(), Some(3), "{shown}");
    assert!(shown.contains("\"errcode\":40125") && !shown.contains("QQQ"), "{shown}");
    desk.sandbox.fail_next_of(
        "stable_token",
        Fault::Errcode {
            errcode: 40164,
            errmsg: Some("invalid ip 192.0.2.7, not in whitelist".into()),
        },
    );
    assert!(show(&fetch(SECRET, "text")).contains("192.0.2.7"));
    desk.run(0, &["token"]);
    let output = weixin_draft(&["list"]).output().unwrap();
    assert!(show(&output).contains("WEIXIN_APPID"), "{}", show(&output));
    assert_eq!(output.status.code(), Some(2));
    assert!(
        show(&weixin_draft(&["list", "--sandbox"]).output().unwrap()).contains("SANDBOX_NEWSPIC")
    );
}

#[test]
fn a_conflict_shows_both_versions() {
    let desk = Desk::new("versions");
    desk.run(0, &["pull", NEWS, "--index", "0", "-o", "a.json"]);
    let long = "\u{1b}[31m长".repeat(20);
    desk.edit(
        NEWS,
        &json!({
            "title": long, "author": "", "need_open_comment": 0,
            "content": "<p>From Monday: soup.</p>", "content_source_url": "https://example.com/x",
            "cover_info": {"crop_percent_list": []},
        }),
    );
    let shown = desk.run(5, &["push", "a.json"]);
    for words in [
        "changed by somebody else: title, content, author, content_source_url, need_open_comment, cover_info\n",
        "title was \"Spring menu\", is now \"\\u{1b}[31m长",
        "…\"\n",
        "content differs from line 1, column 17 on; its length in characters was ",
        "author was \"Kitchen\", is now not set\n",
        "need_open_comment was 1, is now 0\n",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains("春卷") && !shown.contains('\u{1b}'), "{shown}");
    let conflict = desk.json(5, &["push", "a.json"]);
    assert_eq!(conflict["changes"][1]["characters"]["found"], 25);
    assert_eq!(
        conflict["changes"][4],
        json!({"field": "need_open_comment", "expected": 1, "found": 0})
    );
}

#[test]
fn files_of_windows_editors_are_read() {
    let desk = Desk::new("windows");
    desk.run(0, &["pull", NEWS, "--index", "0", "-o", "a.json"]);
    desk.change("a.json", |request| request["articles"]["title"] = "Marked".into());
    let marked = |text: &str| format!("\u{feff}{text}");
    let request = fs::read_to_string(desk.folder.join("a.json")).unwrap();
    fs::write(desk.folder.join("a.json"), marked(&request)).unwrap();
    desk.run(0, &["push", "a.json"]);
    assert_eq!(desk.item(NEWS, 0)["title"], "Marked");
    fs::write(desk.folder.join("title.txt"), marked("From a file\r\n")).unwrap();
    fs::write(desk.folder.join("patch.json"), marked("{\"author\": \"Cook\"}")).unwrap();
    let edit = ["edit", NEWS, "--index", "0", "--set", "title=@title.txt", "--patch", "patch.json"];
    desk.run(0, &edit);
    let item = desk.item(NEWS, 0);
    assert_eq!((&item["title"], &item["author"]), (&json!("From a file"), &json!("Cook")));
    fs::write(desk.folder.join("a.html"), marked("<p>x</p>")).unwrap();
    desk.run(0, &["push", "a.html", "--media-id", NEWS, "--index", "0"]);
    assert_eq!(desk.item(NEWS, 0)["content"], "<p>x</p>");

    fs::write(desk.folder.join("latin.txt"), b"caf\xe9").unwrap();
    let shown = desk.run(2, &["edit", NEWS, "--index", "0", "--set", "title=@latin.txt"]);
    assert!(shown.contains("cannot read latin.txt: it is not UTF-8"), "{shown}");
    let shown = desk.run(2, &["edit", NEWS, "--index", "0", "--set", "title=@missing.txt"]);
    assert!(shown.contains("cannot read missing.txt"), "{shown}");

    // The file that names a new draft, too.
    desk.sandbox.delete(NEWS);
    fs::write(desk.folder.join("a.json"), marked(&request)).unwrap();
    desk.run(0, &["push", "a.json", "--or-add"]);
    assert_ne!(desk.read("a.json")["media_id"], NEWS);
}

#[test]
fn messages_speak_of_options_and_show_what_hides() {
    let desk = Desk::new("words");
    let shown = desk.run(3, &["pull", "x\u{202e}y"]);
    assert!(shown.contains("there is no draft x\\u{202e}y:"), "{shown}");
    assert!(shown.contains("(weixin-draft list)"), "{shown}");
    let http = ["list", "--base-url", "http://gateway.example", "--lang", "en"];
    let output = weixin_draft(&http).env("WEIXIN_ACCESS_TOKEN", "x").output().unwrap();
    let shown = show(&output);
    assert!(shown.contains("; --allow-http names a host"), "{shown}");

    fs::write(desk.folder.join("a.html"), "<p>x</p>").unwrap();
    let told = desk.json(1, &["add", "a.html", "--title", "T"]);
    let codes: Vec<_> =
        told["violations"].as_array().unwrap().iter().map(|it| &it["code"]).collect();
    assert_eq!(codes, ["missing_field"], "a missing cover is one finding");
    fs::write(desk.folder.join("empty.json"), "").unwrap();
    let edit = ["edit", NEWS, "--index", "0", "--patch", "empty.json"];
    let shown = desk.run(2, &edit);
    assert!(shown.contains("the changes are not a JSON object"), "{shown}");
}

#[test]
fn an_empty_file_to_add_is_told_of_draft_add() {
    let desk = Desk::new("add-empty");
    fs::write(desk.folder.join("empty.json"), " \n").unwrap();
    let shown = desk.run(1, &["add", "empty.json"]);
    assert!(shown.contains("Send an object with articles, an array of 1 to 8"), "{shown}");
    for other in ["<xml/>", "a=1&b=2", "{\\rtf1}"] {
        fs::write(desk.folder.join("other.json"), other).unwrap();
        let shown = desk.run(1, &["add", "other.json", "--format", "json"]);
        assert!(shown.contains("an array of 1 to 8") || other.starts_with('<'), "{shown}");
        assert!(!shown.contains("media_id, index"), "{shown}");
    }
    fs::write(desk.folder.join("answer.json"), "{\"errcode\":40007}").unwrap();
    let shown = desk.run(1, &["add", "answer.json"]);
    assert!(shown.contains("draft/add has no field") && !shown.contains("draft_update"), "{shown}");
}
