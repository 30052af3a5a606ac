//! The outcome of an update, for programs: one object.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};
use weixin_draft::{Report, ReportInLanguage, error_code};

use super::Result;
use crate::commands::network::unanswered;
use crate::session::Session;

/// The members of a check's object, and what became of the request.
#[derive(Serialize)]
struct Object<'a> {
    file: &'a str,
    #[serde(flatten)]
    report: ReportInLanguage<'a>,
    #[serde(flatten)]
    outcome: Value,
}

pub(super) fn write(
    file: &str,
    report: &Report,
    result: &Result,
    session: &mut Session,
) -> io::Result<()> {
    let language = session.language;
    let outcome = outcome(result, session);
    let mut object =
        serde_json::to_value(Object { file, report: report.in_language(language), outcome })?;
    // The request may be sound and the update not.
    object["ok"] = matches!(result, Result::Updated { .. }).into();
    serde_json::to_writer(&mut session.output, &object)?;
    writeln!(session.output)
}

fn outcome(result: &Result, session: &Session) -> Value {
    let language = session.language;
    match result {
        Result::Invalid => json!({ "outcome": "invalid" }),
        Result::Updated { now_holds: None } => json!({ "outcome": "updated" }),
        Result::Updated { now_holds: Some(holding) } => json!({
            "outcome": "updated",
            "sandbox_holds": {
                "media_id": holding.media_id,
                "index": holding.index,
                "title": holding.title,
                "content_length": holding.content_length,
            },
        }),
        Result::Refused(refusal) => {
            let entry = error_code(refusal.errcode);
            json!({
                "outcome": "refused",
                "errcode": refusal.errcode,
                "errmsg": refusal.errmsg,
                "rid": refusal.rid,
                "class": entry.map(|entry| entry.class.as_str()),
                "meaning": entry.map(|entry| entry.meaning.get(language)),
                "action": entry.map(|entry| entry.action.get(language)),
            })
        }
        Result::Unanswered(failure) => json!({
            "outcome": "unanswered",
            "kind": failure.kind.as_str(),
            "status": failure.status,
            "message": unanswered(failure, session),
        }),
        Result::Stopped(error) => json!({
            "outcome": "not_sent",
            "message": error.message(language),
        }),
    }
}
