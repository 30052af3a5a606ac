//! What is lost when a draft becomes a request.

use std::io;

use weixin_draft::{Level, Report};

use crate::escape::Visible;
use crate::report::Subject;
use crate::session::Session;

/// Says on standard error what the conversion of an article lost: a warning for each
/// thing that was worth something, and one line for the fields that every answer has
/// and no request takes. The subject is what was converted, if that is the user's file.
pub(super) fn tell_of_losses(
    report: &Report,
    subject: Option<Subject<'_>>,
    session: &Session,
) -> io::Result<()> {
    let language = session.language;
    let text = session.error_text();
    text.write_warnings(subject, report, &mut anstream::stderr())?;
    let usual = report.violations().iter().filter(|it| it.level == Level::Info);
    let names: Vec<_> = usual.filter_map(|it| it.path.rsplit('/').next()).collect();
    if !names.is_empty() {
        let names = names.join(&say!(language, ", ", "、"));
        let names = Visible(&names);
        session.note(&say!(
            language,
            "left out, as no request takes what the server itself sets: {names}",
            "已去掉由服务器设置、请求不接受的字段：{names}"
        ));
    }
    Ok(())
}
