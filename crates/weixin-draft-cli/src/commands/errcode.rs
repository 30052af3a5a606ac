//! `weixin-draft errcode`.

use std::io::{self, Write};

use clap::Args;
use serde_json::{Value, json};
use weixin_draft::{ERROR_CODES, ErrorCode, Language, UNKNOWN_ERROR_CODE, error_code};

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
    let source = entry.source.words().get(language);
    let label = say!(language, "Source: ", "来源：");
    writeln!(output, "{}", paint.faint(format!("{label}{source}")))?;
    if let Some(address) = entry.source.address() {
        writeln!(output, "{}", paint.faint(address.get(language)))?;
    }
    Ok(())
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
