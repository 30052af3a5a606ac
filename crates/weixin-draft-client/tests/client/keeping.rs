//! What edits hand over and leave, and what the server dropped.

use std::sync::{Arc, Mutex};

use serde_json::json;
use weixin_draft::{Checker, Level};
use weixin_draft_client::{AccessToken, Client, Error, Guard, Overlay, PictureFile, Revision};
use weixin_draft_sandbox::{Fault, NEWS, NEWSPIC, TOKEN};

use crate::support::{calls, conflict, item, patient, retitle};

#[test]
fn what_the_server_dropped_is_named_and_nothing_else() {
    let (sandbox, client) = patient();
    for (media_id, index) in [(NEWS, 0), (NEWS, 1), (NEWSPIC, 0)] {
        let edited = client.edit(media_id, index, |_unchanged| ()).expect("a good edit");
        assert!(edited.stored.violations().is_empty(), "{media_id}: {}", edited.stored);
    }
    let checker = Checker::new().level("external_image", Level::Warning).expect("a movable rule");
    let client = Client::builder(AccessToken::new(TOKEN))
        .base_url(sandbox.base_url())
        .checker(checker)
        .build()
        .expect("a good base URL");
    let content = concat!(
        "<p onclick=\"f()\" style=\"position: fixed; top: 0\">春</p>",
        "<img src=\"https://example.com/a.png\"><a href=\"https://example.com\">x</a>",
        "<style>p{}</style>",
    );
    let overlay = Overlay::default().set("content", content);
    let edited = client.edit_fields(NEWS, 0, &overlay).expect("a good edit");
    let named: Vec<_> = edited.stored.violations().iter().map(|it| (it.code, it.count)).collect();
    let expected = [
        ("stored_image_lost", 1),
        ("stored_link_lost", 1),
        ("stored_element_lost", 1),
        ("stored_attribute_lost", 2),
    ];
    assert_eq!(named, expected, "{}", edited.stored);
    assert!(edited.report.warnings().any(|warning| warning.code == "external_image"));
}

#[test]
fn a_script_is_named_though_its_rule_is_off() {
    let (sandbox, _) = patient();
    let checker = Checker::new().level("javascript_removed", Level::Off).expect("a movable rule");
    let builder = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url());
    let client = builder.checker(checker).build().expect("a good base URL");
    let overlay = Overlay::default().set("content", "<p>春</p>\n<script>f()</script>");
    let edited = client.edit_fields(NEWS, 0, &overlay).expect("a good edit");
    assert!(edited.report.violations().is_empty(), "{}", edited.report);
    let [lost] = edited.stored.violations() else { panic!("{}", edited.stored) };
    assert_eq!(lost.code, "stored_element_lost");
    assert_eq!(lost.places[0].to_string(), "2:1 <script>");
}

#[test]
fn what_is_replaced_is_handed_over_before_anything_is_sent() {
    let (sandbox, client) = patient();
    let before = client.get(NEWS).expect("a draft").article(0).expect("an article").article;
    let kept = Arc::new(Mutex::new(Vec::new()));
    let keeping = {
        let kept = Arc::clone(&kept);
        client.before_update(move |replaced, _sent| {
            kept.lock().expect("no panic").push(replaced.clone());
            true
        })
    };
    // It is there when no answer comes, and only once for several tries.
    sandbox.fail_times(Fault::errcode(-1), 3);
    keeping.edit_fields(NEWS, 0, &retitle("Ours")).expect_err("it is refused");
    assert_eq!(*kept.lock().expect("no panic"), [Revision::new(NEWS, 0, before)]);

    let refusing = client.before_update(|_, _| false);
    let sent = sandbox.requests().len();
    let given_up = refusing.edit_fields(NEWS, 0, &retitle("Ours"));
    assert_eq!(given_up, Err(Error::Cancelled));
    assert!(!calls(&sandbox)[sent..].contains(&"update".to_owned()));
    // Where nothing is to be sent, nothing is handed over.
    keeping.edit_fields(NEWS, 0, &Overlay::default().set("titel", "x")).expect_err("invalid");
    assert_eq!(kept.lock().expect("no panic").len(), 1);
}

#[test]
fn the_guard_knows_an_update_that_may_have_arrived() {
    let (sandbox, client) = patient();
    let kept = Arc::new(Mutex::new(Vec::new()));
    let keeping = {
        let kept = Arc::clone(&kept);
        client.before_update(move |replaced, sent| {
            *kept.lock().expect("no panic") = vec![replaced.clone(), sent.clone()];
            true
        })
    };
    keeping.edit_fields(NEWS, 0, &retitle("Ours")).expect("a good edit");
    let kept = kept.lock().expect("no panic").clone();
    let [replaced, sent] = &kept[..] else { panic!("{kept:?}") };
    let guard = Guard::MayHaveArrived { replaced, sent };
    // It has arrived; and then it is as if it never had.
    client.push(&replaced.to_json(), guard).expect("it is as sent");
    client.push(&replaced.to_json(), guard).expect("it is as before");
    let theirs = json!({"title": "Theirs"});
    sandbox.edit(NEWS, 0, theirs.as_object().expect("an object"));
    conflict(client.push(&replaced.to_json(), guard));
    assert_eq!(item(&sandbox, NEWS, 0)["title"], "Theirs");
}

#[test]
fn why_nothing_is_known_of_what_was_stored() {
    let (sandbox, client) = patient();
    sandbox.fail_later("draft/get", Fault::errcode(45009), 2, 9);
    let edited = client.edit_fields(NEWS, 0, &retitle("Ours")).expect("a good edit");
    assert_eq!(edited.after, None);
    let unread = edited.unread.expect("a reason");
    assert!(matches!(&unread, Error::Api(refusal) if refusal.errcode == 45009), "{unread}");
}

#[test]
fn pushed_fields_leave_the_others_under_the_guard() {
    let (sandbox, client) = patient();
    let before = item(&sandbox, NEWS, 0);
    let read = client.get(NEWS).expect("a draft").article(0).expect("an article").article;
    let read = Revision::new(NEWS, 0, read);
    let overlay = Overlay::default().set("content", "<p>New</p>");
    client.push_fields(NEWS, 0, &overlay, Guard::Revision(&read)).expect("as it was read");
    assert_eq!(item(&sandbox, NEWS, 0)["author"], before["author"]);
    let late = client.push_fields(NEWS, 0, &retitle("Ours"), Guard::Revision(&read));
    conflict(late);
    client.push_fields(NEWS, 0, &retitle("Ours"), Guard::None).expect("it is asked for");
    assert_eq!(item(&sandbox, NEWS, 0)["content"], "<p>New</p>");
}

#[test]
fn pictures_of_the_sandbox_are_its_own() {
    let (sandbox, client) = patient();
    let picture = PictureFile::new(b"\xFF\xD8\xFF\xE0".to_vec(), "a.jpg", "image/jpeg");
    let address = client.upload_image(picture).expect("an address");
    let overlay = Overlay::default().set("content", format!("<img src=\"{address}\">"));
    client.edit_fields(NEWS, 0, &overlay).expect("a good edit");
    assert!(item(&sandbox, NEWS, 0)["content"].as_str().expect("a text").contains(&address));
    // At the vendor's, or behind a gateway, nothing on this machine is.
    for base_url in [Client::BASE_URL, "http://127.0.0.1:8080/weixin", "https://127.0.0.1"] {
        let client = Client::builder(AccessToken::new(TOKEN)).base_url(base_url).build();
        let client = client.expect("a good base URL");
        assert!(client.checker().settings().image_hosts.is_empty(), "{base_url}");
    }
}
