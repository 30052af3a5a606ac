//! What the server refuses.

use weixin_draft::Language;
use weixin_draft_client::{ApiError, Client, Error, Gone};
use weixin_draft_sandbox::{Fault, NEWS, TOKEN};

use crate::support::{Raw, answer, client_for, draft, sandbox};

fn refusal(client: &Client) -> ApiError {
    match client.update(&draft("Menu")) {
        Err(Error::Api(refusal)) => refusal,
        other => panic!("a refusal was to come, not {other:?}"),
    }
}

#[test]
fn every_class_of_codes_arrives() {
    let (sandbox, client) = sandbox();
    // Retry, token, authorise, caller, quota, account; and numbers out of no list.
    let codes = [-1, 45011, 40001, 42001, 42007, 61003, 40007, 45166, 45009, 48001, 53404, 88000];
    for errcode in codes.into_iter().chain([9_999_999, -7, i64::MAX, i64::MIN]) {
        sandbox.fail_next(Fault::errcode(errcode));
        let refusal = refusal(&client);
        assert_eq!(refusal.errcode, errcode);
        let rid = refusal.rid.as_deref().expect("the sandbox gives one");
        assert!(refusal.errmsg.ends_with(&format!("rid: {rid}")), "{}", refusal.errmsg);
        let text = Error::Api(refusal.clone()).to_string();
        assert!(text.contains(&format!("errcode {errcode}")), "{text}");
        assert!(text.ends_with(&format!("rid {rid}.")), "{text}");
        let advice = weixin_draft::error_code(errcode).map(|known| known.action.en);
        assert!(text.contains(advice.unwrap_or("not in this table")), "{text}");
    }
}

#[test]
fn words_without_a_rid_have_none() {
    let (sandbox, client) = sandbox();
    sandbox.fail_next(Fault::Errcode { errcode: 45009, errmsg: Some("明天再来".into()) });
    let refusal = refusal(&client);
    assert_eq!((refusal.errcode, refusal.errmsg.as_str(), refusal.rid), (45009, "明天再来", None));
}

#[test]
fn a_code_in_quotes_is_a_code() {
    let raw = Raw::start(answer("200 OK", r#"{"errcode":"40001","errmsg":"invalid credential"}"#));
    assert_eq!(refusal(&client_for(raw.base_url(), "t")).errcode, 40001);
}

#[test]
fn an_answer_without_words_is_understood() {
    let raw = Raw::start(answer("200 OK", r#"{"errcode":45009}"#));
    assert_eq!(refusal(&client_for(raw.base_url(), "t")).errmsg, "");
    let raw = Raw::start(answer("200 OK", r#"{"errcode":0}"#));
    assert!(client_for(raw.base_url(), "t").update(&draft("Menu")).is_ok());
}

#[test]
fn the_sandbox_judges_tokens_and_drafts() {
    let (sandbox, client) = sandbox();
    assert_eq!(refusal(&client_for(sandbox.base_url(), "wrong")).errcode, 40001);

    let mut missing = draft("Menu");
    missing.media_id = "NO_SUCH_DRAFT".into();
    assert!(matches!(client.update(&missing), Err(Error::Api(ApiError { errcode: 40007, .. }))));
    let mut behind = draft("Menu");
    behind.index = 5;
    assert!(matches!(client.update(&behind), Err(Error::Api(ApiError { errcode: 40114, .. }))));
    assert_eq!(sandbox.draft(NEWS).expect("the draft")["news_item"][0]["title"], "Spring menu");
}

#[test]
fn a_server_that_quotes_the_token_is_masked() {
    let token = format!("{TOKEN}+{TOKEN}");
    let words = format!("no {token} in /x?access_token={}", token.replace('+', "%2B"));
    for errcode in [0, 40001] {
        let body = format!(r#"{{"errcode":{errcode},"errmsg":"{words}"}}"#);
        let raw = Raw::start(answer("200 OK", &body));
        let result = client_for(raw.base_url(), &token).update(&draft("Menu"));
        let text = format!("{result:?}");
        assert!(text.contains("no *** in /x?access_token=***"), "{text}");
        assert!(!text.contains(TOKEN), "{text}");
    }
}

/// 40007 of an update is about the draft or about a media id in it; by reading the draft
/// the client finds out which.
#[test]
fn an_invalid_media_id_is_told_from_a_draft_that_is_gone() {
    let (sandbox, client) = sandbox();
    let edit = || client.edit_fields(NEWS, 0, &crate::support::retitle("Ours"));
    sandbox.fail_next(Fault::errcode(40007));
    match edit() {
        Err(Error::Api(refusal)) => {
            let words = refusal.message(Language::English);
            assert!(words.contains("The draft is there, so a media id in the article"), "{words}");
            assert!(refusal.message(Language::Chinese).contains("草稿还在"));
            assert_eq!(refusal.endpoint.name, "draft/update");
        }
        other => panic!("{other:?}"),
    }
    // It is deleted after the second reading.
    sandbox.fail_next(Fault::Gone { media_id: NEWS.into() });
    assert!(matches!(edit(), Err(Error::Gone(Gone::Draft { media_id })) if media_id == NEWS));
    // Without a guard nothing is read, so both are named.
    let words = refusal(&client).message(Language::English);
    assert!(words.contains("of the draft, which loses its id when it is deleted"), "{words}");
    assert!(words.contains("of the cover or of a picture"), "{words}");
}

/// Some statuses say that a request was not carried out, others leave it open.
#[test]
fn statuses_that_refuse_change_nothing() {
    for (status, may_have_arrived) in [
        (400, false),
        (401, false),
        (404, false),
        (408, true),
        (409, true),
        (411, false),
        (412, false),
        (413, false),
        (429, false),
        (499, true),
        (500, true),
        (502, true),
        (504, true),
    ] {
        let (sandbox, client) = sandbox();
        sandbox.fail_next(Fault::Status { status });
        let error = client.update(&draft("Menu")).expect_err("a status");
        let Error::Transport(failure) = error else { panic!("{error}") };
        assert_eq!(failure.may_have_arrived(), may_have_arrived, "{status}");
        let words = if may_have_arrived { "may have been updated" } else { "Nothing was changed." };
        assert!(failure.to_string().contains(words), "{failure}");
        let words = if may_have_arrived { "也可能已经更新" } else { "没有任何更改" };
        assert!(failure.message(Language::Chinese).contains(words), "{failure}");
    }
}
