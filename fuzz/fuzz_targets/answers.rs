//! Answers of servers and gateways: what is understood is what is there.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use weixin_draft::Response;
use weixin_draft::endpoint::{
    AddedDraft, AddedMaterial, AnswerError, Draft, DraftList, TokenAnswer, UploadedImage,
    read_answer,
};

fuzz_target!(|body: &[u8]| {
    // Half a character, escaped, is JSON, but nothing that a Value holds.
    if let (Ok(response), Ok(value)) =
        (Response::from_json(body), serde_json::from_slice::<Value>(body))
    {
        let errcode = &value["errcode"];
        let written = errcode.as_i64().or_else(|| errcode.as_str()?.parse().ok());
        assert_eq!(Some(response.errcode), written);
        assert_eq!(response.is_ok(), response.errcode == 0);
        if let Some(rid) = response.rid() {
            assert!(response.errmsg.contains(rid));
        }
    }
    look_at(read_answer::<AddedDraft>(body), body);
    look_at(read_answer::<AddedMaterial>(body), body);
    look_at(read_answer::<Draft>(body), body);
    look_at(read_answer::<DraftList>(body), body);
    look_at(read_answer::<TokenAnswer>(body), body);
    look_at(read_answer::<UploadedImage>(body), body);
});

/// A refusal is never an answer.
fn look_at<T>(answer: Result<T, AnswerError>, body: &[u8]) {
    let text = String::from_utf8_lossy(body);
    let text = text.trim_start_matches('\u{feff}').trim_ascii();
    match answer {
        Ok(_) => {
            let value: Value = serde_json::from_str(text).unwrap_or_default();
            let is_zero = |code: &Value| code.as_i64() == Some(0) || code.as_str() == Some("0");
            assert!(value.get("errcode").is_none_or(is_zero), "{text}");
        }
        Err(AnswerError::Refused(response)) => assert!(!response.is_ok()),
        Err(_) => {}
    }
}
