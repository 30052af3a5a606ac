//! What became of a call, for people and for programs.

use std::io::Write;

use serde_json::{Map, Value, json};
use weixin_draft::{Language, Report};
use weixin_draft_client::{Edited, Error};

use super::conflict;
use crate::commands::network::error_in_words;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::report::Subject;
use crate::session::{Session, complain};

/// What is said of a call that went well.
pub(crate) struct Told<'a> {
    /// A sentence.
    pub(crate) text: String,
    /// The members of the object.
    pub(crate) data: Value,
    /// What the check found, where there was one.
    pub(crate) found: Option<&'a Report>,
    /// What the server made of the article, where that was looked at, or why it could not be.
    pub(crate) stored: Option<Result<&'a Report, &'a Error>>,
}

/// What the server made of the article.
pub(crate) fn stored(edited: &Edited) -> Result<&Report, &Error> {
    edited.unread.as_ref().map_or(Ok(&edited.stored), Err)
}

/// Says what was done.
pub(crate) fn tell(
    told: &Told<'_>,
    format: Format,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let language = session.language;
    match format {
        Format::Text => {
            let text = session.text();
            for violation in told.found.into_iter().flat_map(Report::violations) {
                text.write_plainly(violation, &mut session.output)?;
            }
            let stored = told.stored.and_then(Result::ok);
            for violation in stored.into_iter().flat_map(Report::violations) {
                text.write_stored(violation, &mut session.output)?;
            }
            writeln!(session.output, "{}", told.text)?;
            if let Some(Err(error)) = told.stored {
                session.note(&unread(error, session));
            }
        }
        Format::Json => {
            let mut object = Map::new();
            object.insert("ok".into(), true.into());
            if let Value::Object(data) = &told.data {
                object.extend(data.clone());
            }
            if let Some(report) = told.found {
                object.insert("violations".to_owned(), findings(report, language));
            }
            match told.stored {
                Some(Ok(report)) => {
                    object.insert("stored".to_owned(), findings(report, language));
                }
                Some(Err(error)) => {
                    object.insert("stored".to_owned(), Value::Null);
                    object.insert("unread".to_owned(), data_of(error, session));
                }
                None => {}
            }
            writeln!(session.output, "{}", Value::Object(object))?;
        }
    }
    Ok(Outcome::Fine)
}

/// Says why a call did not do what it was to do.
pub(crate) fn fail(
    error: &Error,
    format: Format,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    fail_in(None, error, format, session)
}

/// The same with the places of errors, where what was to be sent is the user's file.
pub(crate) fn fail_in(
    subject: Option<Subject<'_>>,
    error: &Error,
    format: Format,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let language = session.language;
    let (outcome, name) = match error {
        Error::Invalid(_) => (Outcome::Invalid, "invalid"),
        Error::Api(_) => (Outcome::Refused, "refused"),
        Error::Gone(_) => (Outcome::Refused, "gone"),
        Error::Transport(_) => (Outcome::Unreachable, "unanswered"),
        Error::Conflict(_) => (Outcome::Conflict, "conflict"),
        Error::Token(_) | Error::Cancelled => (Outcome::Usage, "not_sent"),
    };
    match format {
        Format::Text => {
            if let Error::Invalid(report) = error {
                let text = session.error_text();
                match subject {
                    Some(subject) => text.write(subject, report, &mut anstream::stderr())?,
                    None => {
                        for violation in report.violations() {
                            text.write_plainly(violation, &mut anstream::stderr())?;
                        }
                    }
                }
                complain(language, &session.not_sent());
            } else {
                complain(language, &error_in_words(error, session));
                if let Error::Conflict(conflict) = error {
                    session.note(&conflict::in_words(conflict, language));
                }
                if let Some(told) = session.uploads.told(language) {
                    session.note(&told);
                }
            }
        }
        Format::Json => {
            let mut object = json!({"ok": false, "outcome": name});
            if let (Value::Object(object), Value::Object(data)) =
                (&mut object, data_of(error, session))
            {
                object.extend(data);
            }
            add_uploads(&mut object, session);
            writeln!(session.output, "{object}")?;
        }
    }
    Ok(outcome)
}

/// Says that a request was not sent, since a picture of it cannot be taken; why was said
/// before, on standard error.
#[cfg(feature = "pictures")]
pub(crate) fn not_sent(
    outcome: Outcome,
    format: Format,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let message = session.not_sent();
    match format {
        Format::Text => complain(session.language, &message),
        Format::Json => {
            let mut object = json!({"ok": false, "outcome": "not_sent", "message": message});
            add_uploads(&mut object, session);
            writeln!(session.output, "{object}")?;
        }
    }
    Ok(outcome)
}

/// Names the pictures that were uploaded before the call failed.
fn add_uploads(object: &mut Value, session: &Session) {
    let names = session.uploads.names();
    if !names.is_empty() {
        object["uploaded"] = names.into();
    }
}

/// Why an update that took place could not be compared with what is stored.
fn unread(error: &Error, session: &Session) -> String {
    let why = match error {
        // Its own words are of a request that was not sent.
        Error::Invalid(report) => {
            let errors = report.errors().map(|error| error.message(session.language));
            errors.collect::<Vec<_>>().join(" ")
        }
        _ => error_in_words(error, session),
    };
    say!(
        session.language,
        "the draft could not be read again after the update, so it is not known what the server dropped; look with weixin-draft pull. Why: {why}",
        "更新之后无法重新读取草稿，因此不知道服务器去掉了什么；请用 weixin-draft pull 查看。原因：{why}"
    )
}

/// What is known of an error, as members of an object.
fn data_of(error: &Error, session: &Session) -> Value {
    let mut object = json!({});
    match error {
        Error::Invalid(report) => object["violations"] = findings(report, session.language),
        Error::Api(refusal) => {
            object["errcode"] = refusal.errcode.into();
            object["errmsg"] = weixin_draft::readable_errmsg(&refusal.errmsg).into();
            object["rid"] = refusal.rid.clone().into();
        }
        Error::Transport(failure) => {
            object["kind"] = failure.kind.as_str().into();
            object["reason"] = failure.reason.as_str().into();
            object["status"] = failure.status.into();
            object["may_have_arrived"] = failure.may_have_arrived().into();
        }
        Error::Conflict(conflict) => {
            object["may_have_arrived"] = conflict.may_have_arrived.into();
            object["changed"] = conflict.changed().into();
            object["changes"] = conflict::as_json(conflict);
        }
        _ => {}
    }
    if !matches!(error, Error::Invalid(_)) {
        object["message"] = error_in_words(error, session).into();
    }
    object
}

fn findings(report: &Report, language: Language) -> Value {
    let violations = report.violations().iter();
    let data = violations.map(|it| serde_json::to_value(it.in_language(language)));
    data.map(Result::unwrap_or_default).collect()
}
