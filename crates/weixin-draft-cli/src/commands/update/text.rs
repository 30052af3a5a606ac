//! The outcome of an update, for people.

use std::io::{self, Write};

use weixin_draft::{Language, Level, Report, UNKNOWN_ERROR_CODE, error_code, readable_errmsg};
use weixin_draft_client::ApiError;

use super::{Holding, Result};
use crate::escape::Visible;
use crate::report::{Subject, Tally};
use crate::session::Session;

pub(super) fn write(
    subject: Subject<'_>,
    report: &Report,
    result: &Result,
    session: &mut Session,
) -> io::Result<()> {
    let (language, paint) = (session.language, session.paint());
    let text = session.text();
    let output = &mut session.output;
    text.write(subject, report, output)?;
    let file = paint.bold(Visible(subject.file));
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
            writeln!(output, "{file}: {}", paint.good(done))?;
            now_holds.as_ref().map_or(Ok(()), |holding| write_holding(holding, language, output))
        }
        Result::Refused(refusal) => {
            let (code, errmsg) = (refusal.errcode, readable_errmsg(&refusal.errmsg));
            let errmsg = Visible(&errmsg);
            let refused = say!(
                language,
                "refused by the server, errcode {code}",
                "被服务器拒绝，errcode {code}"
            );
            writeln!(output, "{file}: {}", paint.level(Level::Error, refused))?;
            writeln!(output, "    {}", paint.faint(format!("errmsg: {errmsg}")))?;
            explain(refusal, language, output)
        }
        Result::Unanswered(failure) => {
            let failed = say!(language, "no proper answer", "未得到正确的应答");
            writeln!(output, "{file}: {}", paint.level(Level::Error, failed))?;
            writeln!(output, "    {}", failure.message(language))
        }
        Result::Stopped(error) => {
            let stopped = say!(language, "not sent", "未发送");
            writeln!(output, "{file}: {}", paint.level(Level::Error, stopped))?;
            writeln!(output, "    {}", error.message(language))
        }
    }
}

fn write_holding(holding: &Holding, language: Language, output: &mut impl Write) -> io::Result<()> {
    let Holding { index, content_length, .. } = holding;
    let (media_id, title) = (Visible(&holding.media_id), Visible(&holding.title));
    let line = say!(
        language,
        "The sandbox now holds, as article {index} of the draft {media_id}: \"{title}\", {content_length} characters of content.",
        "沙箱中草稿 {media_id} 的第 {index} 篇（从 0 计）现为：《{title}》，正文 {content_length} 个字符。"
    );
    writeln!(output, "{line}")
}

fn explain(refusal: &ApiError, language: Language, output: &mut impl Write) -> io::Result<()> {
    match error_code(refusal.errcode) {
        Some(entry) => {
            writeln!(output, "    {}", entry.meaning.get(language))?;
            writeln!(output, "    {}", entry.action.get(language))?;
        }
        None => writeln!(output, "    {}", UNKNOWN_ERROR_CODE.get(language))?,
    }
    if let Some(rid) = &refusal.rid {
        let rid = Visible(rid);
        let line = say!(
            language,
            "The vendor's support can look this request up by its rid: {rid}",
            "向微信官方反馈时请提供 rid：{rid}"
        );
        writeln!(output, "    {line}")?;
    }
    Ok(())
}
