//! `weixin-draft convert`.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Deserialize;
use serde_json::value::RawValue;
use weixin_draft::{DraftUpdate, Language, convert_news_item};

use crate::escape::Visible;
use crate::input::Input;
use crate::outcome::{Failure, Outcome};
use crate::report::{Printer, ReportFormat, Subject};
use crate::session::Session;

/// Turn what draft/get answered into an article for draft_update
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// An answer of draft/get, or one item of its news_item; - is standard input
    file: PathBuf,
    /// Which article of the answer, from 0
    #[arg(long, default_value_t = 0, value_name = "N")]
    index: u32,
    /// The draft's media id: prints a whole request instead of an article
    #[arg(long, value_name = "ID")]
    media_id: Option<String>,
}

pub(crate) fn run(options: Options, session: &mut Session) -> Result<Outcome, Failure> {
    let input = Input::of_argument(options.file);
    let bytes = match session.read(&input) {
        Ok(bytes) => bytes,
        Err(unreadable) => return Ok(unreadable),
    };
    let language = session.language;
    let (item, prefix) = match serde_json::from_slice::<Answer<'_>>(&bytes) {
        Ok(answer) => {
            let index = options.index as usize;
            let items = answer.news_item;
            let item =
                items.get(index).ok_or_else(|| no_such_item(index, items.len(), language))?;
            (in_place(item.get(), &bytes), format!("/news_item/{index}"))
        }
        Err(_) => (bytes, String::new()),
    };
    let converted = match convert_news_item(&item) {
        Ok(converted) => converted,
        Err(report) => {
            let printer =
                Printer { format: ReportFormat::Text, language, paint: session.error_paint() };
            let subject = Subject { file: &input.name(), line: None };
            printer.print(subject, &report, &mut anstream::stderr())?;
            return Ok(Outcome::Invalid);
        }
    };
    for path in &converted.dropped {
        let path = format!("{prefix}{path}");
        let path = Visible(&path);
        session.note(&say!(
            language,
            "dropped: {path}, which draft_update does not take",
            "已去掉 {path}：更新草稿接口不接受此字段"
        ));
    }
    let output = &mut session.output;
    match options.media_id {
        Some(media_id) => {
            let request = DraftUpdate::new(media_id, options.index, converted.article);
            serde_json::to_writer_pretty(&mut *output, &request)?;
        }
        None => serde_json::to_writer_pretty(&mut *output, &converted.article)?,
    }
    writeln!(output)?;
    Ok(Outcome::Fine)
}

/// What draft/get answers.
#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    news_item: Vec<&'a RawValue>,
}

fn no_such_item(index: usize, length: usize, language: Language) -> Failure {
    Failure(say!(
        language,
        "the draft has no article {index}: it has {length}, counted from 0",
        "草稿中没有序号为 {index} 的文章：共 {length} 篇，序号从 0 开始"
    ))
}

/// The item behind as many blanks and line ends as there are characters before
/// it in the answer, so that places within it are places within the answer.
fn in_place(item: &str, answer: &[u8]) -> Vec<u8> {
    let offset = item.as_ptr().addr() - answer.as_ptr().addr();
    let before = String::from_utf8_lossy(&answer[..offset]);
    let blank = |character| if character == '\n' { '\n' } else { ' ' };
    let mut padded: String = before.chars().map(blank).collect();
    padded.push_str(item);
    padded.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_keeps_its_place() {
        let text = "{\"中\":1,\n \"news_item\": [{\"a\": 2}]}";
        let answer: Answer<'_> = serde_json::from_str(text).unwrap();
        let item = in_place(answer.news_item[0].get(), text.as_bytes());
        assert_eq!(String::from_utf8(item).unwrap(), "       \n               {\"a\": 2}");
    }
}
