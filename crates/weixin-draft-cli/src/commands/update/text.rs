//! The outcome of an update, for people.

use std::io::{self, Write};

use weixin_draft::{Level, Report, UNKNOWN_ERROR_CODE, error_code, readable_errmsg};

use super::{Holding, Result};
use crate::commands::network::unanswered;
use crate::escape::Visible;
use crate::report::{Subject, Tally, Text, wrap};
use crate::session::Session;

pub(super) fn write(
    subject: Subject<'_>,
    report: &Report,
    result: &Result,
    session: &mut Session,
) -> io::Result<()> {
    let (language, paint) = (session.language, session.paint());
    let text = session.text();
    let is_sandbox = session.calls_sandbox();
    let unanswered = match result {
        Result::Unanswered(failure) => unanswered(failure, session),
        _ => String::new(),
    };
    let output = &mut session.output;
    text.write(subject, report, output)?;
    let file = paint.bold(Visible(subject.file));
    let colon = say!(language, ": ", "：");
    match result {
        Result::Invalid => {
            let mut tally = Tally::default();
            tally.count(report);
            text.write_summary(&tally, output)?;
            let line = say!(language, "Nothing was sent.", "未发送。");
            writeln!(output, "{}", paint.level(Level::Error, line))
        }
        Result::Updated { now_holds } => {
            let done = say!(language, "updated", "草稿已更新");
            writeln!(output, "{file}{colon}{}", paint.good(done))?;
            now_holds.as_ref().map_or(Ok(()), |holding| write_holding(holding, text, output))
        }
        Result::Refused(refusal) => {
            let (code, errmsg) = (refusal.errcode, readable_errmsg(&refusal.errmsg));
            let refused = say!(
                language,
                "refused by the server, errcode {code}",
                "被服务器拒绝，errcode {code}"
            );
            writeln!(output, "{file}{colon}{}", paint.level(Level::Error, refused))?;
            if !errmsg.is_empty() {
                text.write_indented(&format!("errmsg: {errmsg}"), output)?;
            }
            let rid = refusal.rid.as_deref().filter(|_| !is_sandbox);
            explain(refusal.errcode, rid, text, output)
        }
        Result::Unanswered(_) => {
            let failed = say!(language, "no proper answer", "未得到正确的应答");
            writeln!(output, "{file}{colon}{}", paint.level(Level::Error, failed))?;
            text.write_indented(&unanswered, output)
        }
        Result::Stopped(error) => {
            let stopped = say!(language, "not sent", "未发送");
            writeln!(output, "{file}{colon}{}", paint.level(Level::Error, stopped))?;
            text.write_indented(&error.message(language), output)
        }
    }
}

fn write_holding(holding: &Holding, text: Text, output: &mut impl Write) -> io::Result<()> {
    let Holding { index, content_length, .. } = holding;
    let s = if *content_length == 1 { "" } else { "s" };
    let (media_id, title) = (Visible(&holding.media_id), Visible(&holding.title));
    let line = say!(
        text.language,
        "The sandbox now holds, as article {index} of the draft {media_id}: \"{title}\", {content_length} character{s} of content.",
        "沙箱中草稿 {media_id} 的第 {index} 篇（从 0 计）现为：《{title}》，正文 {content_length} 个字符。"
    );
    writeln!(output, "{}", wrap(&line, text.width, "", ""))
}

fn explain(code: i64, rid: Option<&str>, text: Text, output: &mut impl Write) -> io::Result<()> {
    let language = text.language;
    match error_code(code) {
        Some(entry) => {
            text.write_indented(entry.meaning.get(language), output)?;
            text.write_indented(entry.action.get(language), output)?;
        }
        None => text.write_indented(UNKNOWN_ERROR_CODE.get(language), output)?,
    }
    let Some(rid) = rid else { return Ok(()) };
    let line = say!(
        language,
        "The vendor's support can look this request up by its rid: {rid}",
        "向微信官方反馈时请提供 rid：{rid}"
    );
    text.write_indented(&line, output)
}
