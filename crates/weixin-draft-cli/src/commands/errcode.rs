//! `weixin-draft errcode`.

use std::io::{self, Write};

use clap::Args;
use serde_json::{Value, json};
use weixin_draft::{
    ERROR_CODES, ErrorCode, ErrorCodeSource, Language, UNKNOWN_ERROR_CODE, error_code,
};

use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::output::Output;
use crate::session::Session;
use crate::style::Paint;

/// List the server's answer codes, or say what one means and what to do
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The number that the server answered with
    #[arg(value_name = "N", allow_negative_numbers = true)]
    code: Option<i64>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let (language, paint) = (session.language, session.paint());
    let output = &mut session.output;
    match (options.code, options.format) {
        (None, Format::Text) => {
            for entry in ERROR_CODES {
                let code = paint.bold(format!("{:6}", entry.code));
                writeln!(output, "{code}  {}", entry.meaning.get(language))?;
            }
        }
        (None, Format::Json) => {
            let codes: Vec<Value> = ERROR_CODES.iter().map(|it| to_json(it, language)).collect();
            writeln!(output, "{:#}", Value::from(codes))?;
        }
        (Some(code), format) => {
            let entry = error_code(code).ok_or_else(|| unknown(code, language))?;
            match format {
                Format::Text => explain(entry, language, paint, output)?,
                Format::Json => writeln!(output, "{:#}", to_json(entry, language))?,
            }
        }
    }
    Ok(Outcome::Fine)
}

fn unknown(code: i64, language: Language) -> Failure {
    let words = UNKNOWN_ERROR_CODE.get(language);
    Failure(say!(language, "{code}: {words}", "{code}：{words}"))
}

fn explain(
    entry: &ErrorCode,
    language: Language,
    paint: Paint,
    output: &mut Output,
) -> io::Result<()> {
    writeln!(output, "{} {}", paint.bold(entry.code), entry.meaning.get(language))?;
    writeln!(output, "{}\n", entry.action.get(language))?;
    let source = match (entry.source, language) {
        (ErrorCodeSource::Page, Language::English) => "the vendor's page of draft_update",
        (ErrorCodeSource::Page, Language::Chinese) => "微信官方文档「更新草稿」（draft_update）",
        (ErrorCodeSource::Global, Language::English) => "the vendor's list of global answer codes",
        (ErrorCodeSource::Global, Language::Chinese) => "微信官方文档「全局返回码」",
        (_, Language::English) => "seen by callers; not in these lists of the vendor",
        (_, Language::Chinese) => "来自开发者的实际遭遇，不在上述官方列表中",
    };
    let label = say!(language, "Source: ", "来源：");
    writeln!(output, "{}", paint.faint(format!("{label}{source}")))
}

fn to_json(entry: &ErrorCode, language: Language) -> Value {
    json!({
        "errcode": entry.code,
        "meaning": entry.meaning.get(language),
        "action": entry.action.get(language),
        "class": entry.class.as_str(),
        "source": entry.source.as_str(),
    })
}
