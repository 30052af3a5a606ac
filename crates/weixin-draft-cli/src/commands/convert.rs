//! `weixin-draft convert`.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use weixin_draft::{DraftUpdate, Language, Report, convert_news_item, error_code};

use crate::escape::Visible;
use crate::input::Input;
use crate::outcome::{Failure, Outcome};
use crate::report::Subject;
use crate::session::Session;

/// Turn what draft/get answered into an article for draft_update
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// An answer of draft/get, or one item of its news_item; - is standard input
    file: PathBuf,
    /// Which article of the answer, from 0
    #[arg(long, default_value_t = 0, value_name = "N", allow_negative_numbers = true)]
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
        Err(_) => {
            if let Some(other) = something_else(&bytes, language) {
                return Err(other);
            }
            (bytes, String::new())
        }
    };
    let converted = match convert_news_item(&item) {
        Ok(converted) => converted,
        Err(report) => {
            print_report(&report, Subject::of_file(&input.name(), &item), session)?;
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
    let Some(media_id) = options.media_id else {
        serde_json::to_writer_pretty(&mut *output, &converted.article)?;
        writeln!(output)?;
        return Ok(Outcome::Fine);
    };
    let request = DraftUpdate::new(media_id, options.index, converted.article);
    serde_json::to_writer_pretty(&mut *output, &request)?;
    writeln!(output)?;
    // An old draft may break rules, and so may the id.
    let report = request.check();
    if !report.is_ok() {
        print_report(&report, Subject::of_file("draft_update", b""), session)?;
    }
    Ok(Outcome::of_check(report.is_ok()))
}

fn print_report(report: &Report, subject: Subject<'_>, session: &Session) -> std::io::Result<()> {
    session.error_text().write(subject, report, &mut anstream::stderr())
}

/// What to say of files that people take for an answer of draft/get.
fn something_else(bytes: &[u8], language: Language) -> Option<Failure> {
    let value: Value = serde_json::from_slice(bytes).ok()?;
    if let Some(code) = value["errcode"].as_i64() {
        let entry = error_code(code).filter(|entry| entry.code != 0);
        let more = entry.map_or(String::new(), |entry| {
            let (meaning, action) = (entry.meaning.get(language), entry.action.get(language));
            say!(language, ": {meaning} {action}", "：{meaning}{action}")
        });
        return Some(Failure(say!(
            language,
            "this is no draft, but the server's answer with errcode {code}{more}",
            "这不是草稿，而是服务器的应答，errcode {code}{more}"
        )));
    }
    if value["articles"].is_object() {
        return Some(Failure(say!(
            language,
            "this is a request for draft_update already: check it with weixin-draft check",
            "这已经是 draft_update 的请求：请用 weixin-draft check 检查"
        )));
    }
    (value.is_array() || value["item"].is_array()).then(|| {
        Failure(say!(
            language,
            "this is a list: give the answer of draft/get for one draft, or one item of its news_item",
            "这是一个列表：请提供 draft/get 对单个草稿的应答，或其 news_item 中的一项"
        ))
    })
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
        "the draft has {length} articles, counted from 0, so there is no article {index}: choose another --index",
        "草稿共有 {length} 篇文章，序号从 0 开始，没有序号为 {index} 的文章：请用 --index 另选一篇"
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
