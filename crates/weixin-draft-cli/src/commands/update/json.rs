//! The outcome of an update, for programs: one object.

use std::io::{self, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::json;
use weixin_draft::{Language, Report, error_code};

use super::Result;
use crate::report::{Json, Subject};
use crate::session::Session;

pub(super) fn write(
    file: &str,
    report: &Report,
    result: &Result,
    session: &mut Session,
) -> io::Result<()> {
    let language = session.language;
    let subject = Subject { file, line: None };
    let object = Outcome { check: Json::of(subject, report, language), result, language };
    serde_json::to_writer(&mut session.output, &object)?;
    writeln!(session.output)
}

/// The members of a check's object, and what became of the request.
struct Outcome<'a> {
    check: Json<'a>,
    result: &'a Result,
    language: Language,
}

impl Serialize for Outcome<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.check.write_members(&mut map)?;
        match self.result {
            Result::Invalid => map.serialize_entry("outcome", "invalid")?,
            Result::Updated { now_holds } => {
                map.serialize_entry("outcome", "updated")?;
                if let Some(holding) = now_holds {
                    let holding = json!({
                        "media_id": holding.media_id,
                        "index": holding.index,
                        "title": holding.title,
                        "content_length": holding.content_length,
                    });
                    map.serialize_entry("sandbox_holds", &holding)?;
                }
            }
            Result::Refused(refusal) => {
                let entry = error_code(refusal.errcode);
                map.serialize_entry("outcome", "refused")?;
                map.serialize_entry("errcode", &refusal.errcode)?;
                map.serialize_entry("errmsg", &refusal.errmsg)?;
                map.serialize_entry("rid", &refusal.rid)?;
                map.serialize_entry("class", &entry.map(|entry| entry.class.as_str()))?;
                map.serialize_entry("meaning", &entry.map(|it| it.meaning.get(self.language)))?;
                map.serialize_entry("action", &entry.map(|it| it.action.get(self.language)))?;
            }
            Result::Unanswered(failure) => {
                map.serialize_entry("outcome", "unanswered")?;
                map.serialize_entry("kind", failure.kind.as_str())?;
                map.serialize_entry("status", &failure.status)?;
                map.serialize_entry("message", &failure.message(self.language))?;
            }
            Result::Stopped(error) => {
                map.serialize_entry("outcome", "not_sent")?;
                map.serialize_entry("message", &error.message(self.language))?;
            }
        }
        map.end()
    }
}
