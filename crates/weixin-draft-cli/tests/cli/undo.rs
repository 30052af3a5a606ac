//! `push --undo`, and what guards an update after one of which nobody knows whether it
//! arrived.

use std::fs;

use serde_json::json;
use weixin_draft_sandbox::{Fault, NEWS};

use crate::desk::Desk;

/// A desk whose update of `m.json` has arrived, which the command does not know.
fn unknown(name: &str) -> Desk {
    let desk = Desk::new(name);
    desk.run(0, &["pull", NEWS, "--index", "0", "-o", "m.json"]);
    desk.change("m.json", |request| request["articles"]["title"] = "Mine".into());
    desk.sandbox.fail_next(Fault::CutAfter);
    desk.sandbox.fail_later("draft/get", Fault::Cut, 1, 3);
    desk.run(4, &["push", "m.json"]);
    assert_eq!(desk.item(NEWS, 0)["title"], "Mine");
    desk
}

#[test]
fn an_update_without_an_answer_can_be_undone() {
    let desk = unknown("undo-unknown");
    desk.run(0, &["push", "m.json", "--undo"]);
    assert_eq!(desk.item(NEWS, 0)["title"], "Spring menu");
}

#[test]
fn an_update_without_an_answer_can_be_repeated_and_undone() {
    let desk = unknown("undo-repeated");
    desk.run(0, &["push", "m.json"]);
    desk.run(0, &["push", "m.json"]);
    assert_eq!(desk.item(NEWS, 0)["title"], "Mine");
    desk.run(0, &["push", "m.json", "--undo"]);
    assert_eq!(desk.item(NEWS, 0)["title"], "Spring menu");
}

#[test]
fn a_forced_repetition_keeps_what_the_first_replaced() {
    let desk = unknown("undo-forced");
    desk.run(0, &["push", "m.json", "--force"]);
    desk.run(0, &["push", "m.json", "--undo"]);
    assert_eq!(desk.item(NEWS, 0)["title"], "Spring menu");
}

#[test]
fn an_edit_without_an_answer_is_undone_despite_an_older_revision() {
    let desk = Desk::new("undo-edit");
    let edit = ["edit", NEWS, "--index", "0", "--set"];
    desk.run(0, &[&edit[..], &["title=First"]].concat());
    desk.sandbox.fail_next(Fault::CutAfter);
    desk.sandbox.fail_later("draft/get", Fault::Cut, 2, 3);
    desk.run(4, &[&edit[..], &["title=Mine"]].concat());
    desk.run(0, &["push", NEWS, "--undo", "--index", "0"]);
    assert_eq!(desk.item(NEWS, 0)["title"], "First");
}

#[test]
fn an_undo_never_replaces_what_somebody_else_wrote() {
    // Nobody knows whether the edit arrived.
    let desk = unknown("undo-foreign");
    desk.edit(NEWS, &json!({"title": "Theirs"}));
    let shown = desk.run(5, &["push", "m.json", "--undo"]);
    assert!(shown.contains("changed by somebody else: title\n"), "{shown}");
    assert_eq!(desk.item(NEWS, 0)["title"], "Theirs");

    // The revision was deleted.
    let desk = Desk::new("undo-no-revision");
    desk.run(0, &["edit", NEWS, "--index", "0", "--set", "title=Mine"]);
    fs::remove_file(desk.folder.join("SANDBOX_NEWS.0.revision.json")).unwrap();
    desk.edit(NEWS, &json!({"title": "Theirs"}));
    desk.run(5, &["push", "SANDBOX_NEWS.0", "--undo"]);
    fs::remove_file(desk.folder.join("SANDBOX_NEWS.0.sent.json")).unwrap();
    let shown = desk.run(2, &["push", "SANDBOX_NEWS.0", "--undo"]);
    assert!(shown.contains("push SANDBOX_NEWS.0.before.json sends it back"), "{shown}");
    assert_eq!(desk.item(NEWS, 0)["title"], "Theirs");
}

#[test]
fn a_draft_that_cannot_be_read_again_is_told_as_unknown() {
    let desk = Desk::new("unread");
    let content = "content=<p>x<img src=\"https://example.com/a.png\"></p>";
    let edit = ["edit", NEWS, "--index", "0", "--set", content];
    let edit = [&edit[..], &["--level", "external_image=warning"]].concat();
    desk.sandbox.fail_later("draft/get", Fault::errcode(45009), 2, 9);
    let told = desk.json(0, &edit);
    assert_eq!((&told["stored"], &told["unread"]["errcode"]), (&json!(null), &json!(45009)));

    let desk = Desk::new("unread-text");
    desk.sandbox.fail_later("draft/get", Fault::errcode(45009), 2, 9);
    let shown = desk.run(0, &edit);
    assert!(shown.contains("not known what the server dropped"), "{shown}");
    assert!(shown.contains("45009"), "{shown}");
}
