//! `convert`.

use insta::assert_snapshot;
use serde_json::Value;
use weixin_draft_sandbox::{NEWS, Sandbox};

use crate::support::{code, run_with_stdin, weixin_draft};

fn draft() -> String {
    format!("{:#}", Sandbox::start().unwrap().draft(NEWS).unwrap())
}

#[test]
fn an_answer_of_draft_get() {
    assert_snapshot!(run_with_stdin(&["convert", "-"], draft()));
    assert_snapshot!(run_with_stdin(&["convert", "-", "--index", "1", "--lang", "zh"], draft()));
    assert_snapshot!(run_with_stdin(&["convert", "-", "--index", "2"], draft()));
    assert_snapshot!(run_with_stdin(&["convert", "-", "--index", "2", "--lang", "zh"], draft()));
}

#[test]
fn one_item() {
    let draft: Value = serde_json::from_str(&draft()).unwrap();
    let item = draft["news_item"][1].to_string();
    assert_snapshot!(run_with_stdin(&["convert", "-"], item));
}

#[test]
fn a_whole_request_can_be_sent() {
    let arguments = ["convert", "-", "--index", "1", "--media-id", NEWS];
    let converted = weixin_draft(&arguments).write_stdin(draft()).output().unwrap();
    let shown = run_with_stdin(&["update", "-", "--sandbox"], converted.stdout);
    assert!(shown.contains("as article 1 of the draft SANDBOX_NEWS: \"Opening hours\""), "{shown}");
}

#[test]
fn what_is_no_article() {
    assert_snapshot!(run_with_stdin(&["convert", "-"], "{\"news_item\": [\n  {\"title\": 1}]}"));
    assert_snapshot!(run_with_stdin(&["convert", "-"], "nonsense"));
    weixin_draft(&["convert", "none.json"]).assert().code(2);
}

#[test]
fn articles_that_are_not_in_an_array() {
    let article = r#"{"title": "T", "content": "x", "thumb_media_id": "C"}"#;
    let content = format!(r#"{{"news_item": {article}}}"#);
    for answer in [
        content.clone(),
        format!(r#"{{"item": [{{"media_id": "M", "content": {content}}}]}}"#),
        r#"{"news_item": null}"#.to_owned(),
    ] {
        let shown = run_with_stdin(&["convert", "-"], answer);
        assert!(shown.contains("news_item must be an array"), "{shown}");
        assert!(shown.starts_with("exit code 2") && !shown.contains("missing"), "{shown}");
    }
}

#[test]
fn what_people_take_for_a_draft() {
    let refused = r#"{"errcode":40007,"errmsg":"invalid media_id"}"#;
    assert_snapshot!(run_with_stdin(&["convert", "-"], refused));
    assert_snapshot!(run_with_stdin(&["convert", "-", "--lang", "zh"], refused));
    for other in [crate::support::request("T").as_str(), "[]", r#"{"item":[],"total_count":0}"#] {
        let output = weixin_draft(&["convert", "-"]).write_stdin(other).output().unwrap();
        assert_eq!((code(&output), output.stdout.len()), (2, 0), "{other}");
    }
}

#[test]
fn a_request_that_cannot_be_sent_is_said_to_be_one() {
    let arguments = ["convert", "-", "--media-id", "not an id"];
    let output = weixin_draft(&arguments).write_stdin(draft()).output().unwrap();
    assert_eq!(code(&output), 1);
    assert!(String::from_utf8(output.stderr).unwrap().contains("invalid_media_id"));
    assert!(serde_json::from_slice::<Value>(&output.stdout).is_ok());
}

#[test]
fn what_is_lost_is_told_apart_from_what_is_always_there() {
    let draft = r#"{"news_item":[{"title":"T","content":"x","url":"u","is_deleted":true,
        "new_field":1,"thumb_url":"http://mmbiz.qpic.cn/a"}]}"#;
    let shown = run_with_stdin(&["convert"], draft);
    assert!(shown.starts_with("exit code 0"), "{shown}");
    for (code, words) in [
        ("read_only_field", "this article was deleted"),
        ("unknown_field", "so the field is lost"),
        ("thumb_missing", "the cover has no media id, only a thumb_url"),
    ] {
        assert!(shown.contains(&format!("warning[{code}]")) && shown.contains(words), "{shown}");
    }
    assert!(shown.ends_with("what the server itself sets: url, thumb_url\n"), "{shown}");
    // Of very many, the rest is counted.
    let many: Vec<_> = (0..1200).map(|number| format!("\"f{number}\":1")).collect();
    let draft = format!("{{\"title\":\"T\",\"content\":\"x\",{}}}", many.join(","));
    let shown = run_with_stdin(&["convert"], draft);
    assert!(shown.contains("-: and 201 more"), "{}", &shown[shown.len() - 300..]);
}

#[test]
fn an_answer_of_batchget() {
    let item = |id: &str| {
        format!(
            r#"{{"media_id":"{id}","content":{{"news_item":[{{"title":"{id}","content":"x","thumb_media_id":"c"}}]}},"update_time":1}}"#
        )
    };
    let answer =
        format!(r#"{{"item":[{},{}],"total_count":2,"item_count":2}}"#, item("A"), item("B"));
    let shown = run_with_stdin(&["convert", "--media-id", "B"], answer.clone());
    assert!(shown.starts_with("exit code 0"), "{shown}");
    assert!(shown.contains("\"media_id\": \"B\"") && shown.contains("\"title\": \"B\""), "{shown}");
    let listed = "choose a draft with --media-id ID, and an article of it with --index N:\n  A\n    0  A\n  B\n    0  B\n";
    let shown = run_with_stdin(&["convert"], answer.clone());
    assert!(shown.starts_with("exit code 2") && shown.ends_with(listed), "{shown}");
    assert!(shown.contains("with several drafts. Choose one by its media_id: A, B."), "{shown}");
    let shown = run_with_stdin(&["convert", "--media-id", "C"], answer.clone());
    assert!(shown.starts_with("exit code 2") && shown.ends_with(listed), "{shown}");
    assert!(shown.contains("none of its drafts has the media_id that was given"), "{shown}");
    let shown = run_with_stdin(&["convert", "--lang", "zh"], answer);
    assert!(shown.contains("有多个草稿。请用 media_id 指定其中一个：A、B。"), "{shown}");
    assert!(shown.contains("请用 --media-id ID 选择草稿"), "{shown}");
    // One draft needs no choice.
    assert!(run_with_stdin(&["convert"], item("A")).starts_with("exit code 0"));
    let shown = run_with_stdin(&["convert"], "");
    assert!(shown.contains("Give an answer of draft/get or draft/batchget"), "{shown}");
}

/// As editors on Windows and PowerShell save an answer.
#[test]
fn a_byte_order_mark_is_no_reason_to_stop() {
    let shown = run_with_stdin(&["convert"], format!("\u{FEFF}\r\n{}", draft()));
    assert_eq!(shown, run_with_stdin(&["convert"], draft()));
    let shown = run_with_stdin(&["convert"], "\u{FEFF}{\"news_item\": [{\"title\": 1}]}");
    assert!(shown.contains("-:1:27: error[wrong_type] /news_item/0/title"), "{shown}");
}

/// Places are those of what was given, and a wrong id is in no file.
#[test]
fn a_request_that_breaks_rules() {
    let draft = r#"{"title":"T","content":"x","thumb_media_id":"c"}"#;
    let shown = run_with_stdin(&["convert", "--media-id", ""], draft);
    assert!(shown.contains("\n--media-id: error[empty_value] /media_id\n"), "{shown}");
    let item = r#"{"title":"T","thumb_media_id":"c","content":"<img src=\"a.png\">"}"#;
    let get = format!("{{\"news_item\":[\n{item}]}}");
    let batchget = format!(
        "{{\"item\":[{{\"media_id\":\"A\",\"content\":{{\"news_item\":[\n{item}]}}}}],\"total_count\":1}}"
    );
    for (answer, place) in [
        (item.to_owned(), "-:1:51: error[external_image] /content"),
        (get, "-:2:51: error[external_image] /news_item/0/content"),
        (batchget, "-:2:51: error[external_image] /item/0/content/news_item/0/content"),
    ] {
        let shown = run_with_stdin(&["convert", "--media-id", "A"], answer);
        assert!(shown.starts_with("exit code 1") && shown.contains(place), "{shown}");
        assert!(shown.contains("\"media_id\": \"A\""), "{shown}");
    }
}
