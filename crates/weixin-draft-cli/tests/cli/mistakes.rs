//! Mistakes of the user that are told at once.

use std::fs;

use weixin_draft_sandbox::{Fault, NEWS};

use crate::desk::Desk;

#[test]
fn arguments_that_cannot_be_meant() {
    let desk = Desk::new("mistakes");
    let shown = desk.run(2, &["edit", "", "--index", "0", "--set", "title=a"]);
    assert!(shown.contains("MEDIA_ID"), "{shown}");
    let twice = ["edit", NEWS, "--index", "0", "--set", "title=a", "--set", "title=b"];
    assert!(desk.run(2, &twice).contains("--set names title twice"));
    for command in ["pull", "edit"] {
        let set = ["--set", "title=a"];
        let set = if command == "edit" { &set[..] } else { &[] };
        let shown = desk.run(2, &[&[command, NEWS, "--index", "-1"], set].concat());
        assert!(shown.contains("--index") && !shown.contains("no option -1"), "{shown}");
    }
    assert!(desk.sandbox.requests().is_empty());
}

#[test]
fn an_answer_that_refuses_an_update_is_no_doubt_about_it() {
    let desk = Desk::new("no-doubt");
    for fault in [Fault::Status { status: 412 }, Fault::NotJson, Fault::InvalidUtf8] {
        desk.sandbox.fail_next(fault);
        let shown = desk.run(4, &["edit", NEWS, "--index", "0", "--set", "title=a"]);
        assert!(shown.contains("Nothing was changed."), "{shown}");
        assert!(!shown.contains("may have been updated"), "{shown}");
        assert_eq!(desk.item(NEWS, 0)["title"], "Spring menu");
    }
}

#[cfg(feature = "pictures")]
#[test]
fn pictures_are_named_where_they_are_looked_for() {
    let desk = Desk::new("named-pictures");
    let shown = desk.run(1, &["cover", "none.png"]);
    assert!(shown.contains("begins at the current folder"), "{shown}");
    image::RgbImage::new(40, 30).save(desk.folder.join("photo.png")).unwrap();
    desk.sandbox.fail_next_of("material/add_material", Fault::Firewall);
    let shown = desk.run(4, &["cover", "photo.png"]);
    assert!(shown.contains("refused the picture") && !shown.contains("scripts"), "{shown}");
    let cache = ["--cache", "new/uploads.json", "--account", "A"];
    let shown = desk.run(0, &[&["cover", "photo.png"], &cache[..]].concat());
    assert!(shown.contains("the folder new is new"), "{shown}");
    assert!(fs::exists(desk.folder.join("new/uploads.json")).unwrap());
}
