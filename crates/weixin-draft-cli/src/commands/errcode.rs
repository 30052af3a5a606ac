//! `weixin-draft errcode`.

use std::io::{self, Read, Write};

use clap::Args;
use serde_json::{Value, json};
use weixin_draft::{ERROR_CODES, ErrorCode, Language, UNKNOWN_ERROR_CODE, error_code};
#[cfg(feature = "sandbox")]
use weixin_draft_sandbox::vendor_words;

use crate::escape::Visible;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::report::wrap;
use crate::session::{Session, complain};

/// List the server's answer codes, or say what some mean and what to do
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The numbers that the server answered with, its errmsg or whole answers, or words to
    /// look for; - is an answer on standard input
    #[arg(value_name = "N|ANSWER|WORD", allow_negative_numbers = true)]
    words: Vec<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What an argument asks for.
enum Asked {
    Code(&'static ErrorCode),
    Word(Vec<&'static ErrorCode>),
    /// An answer with what was asked for, and without a code.
    Success,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let language = session.language;
    if options.words.is_empty() {
        let all: Vec<&ErrorCode> = ERROR_CODES.iter().collect();
        match options.format {
            Format::Text => write_table(&all, session)?,
            Format::Json => write_json(&all, session)?,
        }
        return Ok(Outcome::Fine);
    }
    let mut outcome = Outcome::Fine;
    let mut found: Vec<&ErrorCode> = Vec::new();
    let mut has_many = false;
    for word in &options.words {
        match asked(word, session) {
            Ok(Asked::Code(entry)) => found.push(entry),
            Ok(Asked::Word(entries)) => {
                has_many |= entries.len() > 1;
                found.extend(entries);
            }
            Ok(Asked::Success) => {
                let words = say!(
                    language,
                    "this answer has no errcode: its call succeeded, and the answer is what was asked for",
                    "应答中没有 errcode：该调用已成功，应答就是所请求的内容"
                );
                writeln!(session.output, "{words}")?;
            }
            Err(Failure(why)) => {
                complain(language, &why);
                outcome = Outcome::Usage;
            }
        }
    }
    if found.is_empty() {
        return Ok(outcome);
    }
    match options.format {
        Format::Json if options.words.len() == 1 && !has_many => {
            if let Some(entry) = found.first() {
                writeln!(session.output, "{:#}", to_json(entry, language))?;
            }
        }
        Format::Json => write_json(&found, session)?,
        Format::Text if has_many => write_table(&found, session)?,
        Format::Text => {
            for (number, entry) in found.iter().enumerate() {
                if number > 0 {
                    writeln!(session.output)?;
                }
                explain(entry, session)?;
            }
        }
    }
    Ok(outcome)
}

/// A number, an answer with one, or a word of the table, in either language.
fn asked(word: &str, session: &Session) -> Result<Asked, Failure> {
    let language = session.language;
    if word == "-" {
        // An answer is short; what is longer is something else.
        const MAX_ANSWER: u64 = 1 << 20;
        let mut answer = String::new();
        io::stdin()
            .take(MAX_ANSWER)
            .read_to_string(&mut answer)
            .map_err(|error| Failure(session.why_unreadable("-", &error)))?;
        return of_answer(&answer, language);
    }
    if word.trim().is_empty() {
        return Err(Failure(say!(
            language,
            "the answer code is empty: write the number, such as 45166, or the server's whole answer",
            "返回码为空：请填写数字，如 45166，或服务器的整个应答"
        )));
    }
    if let Ok(code) = word.trim().parse() {
        return of_code(code, language);
    }
    if word.trim_start().starts_with('{') {
        return of_answer(word, language);
    }
    if let Some(entry) = code_in(word) {
        return Ok(Asked::Code(entry));
    }
    // The server's words may follow a code that the table does not have.
    let code = word.trim().split([' ', ':', ',', '：', '，']).next().unwrap_or_default();
    if let Ok(code) = code.parse() {
        return of_code(code, language);
    }
    let lower = word.to_lowercase();
    let speaks_of_it = |entry: &&ErrorCode| {
        let class = entry.class.as_str();
        let texts = [entry.meaning.en, entry.meaning.zh, entry.action.en, entry.action.zh, class];
        !lower.is_empty() && texts.iter().any(|text| text.to_lowercase().contains(&lower))
    };
    let mut found: Vec<&ErrorCode> = ERROR_CODES.iter().filter(speaks_of_it).collect();
    if found.is_empty() {
        found = by_errmsg(&lower);
    }
    if found.is_empty() {
        let word = Visible(word);
        return Err(Failure(say!(
            language,
            "no answer code speaks of {word}: write the number, such as 45166, or the server's whole answer",
            "没有提到 {word} 的返回码：请填写数字（如 45166）或服务器的完整应答"
        )));
    }
    Ok(Asked::Word(found))
}

/// The codes whose `errmsg` comes nearest to a text: all of its words are in the text, or the
/// text is the beginning of it.
fn by_errmsg(text: &str) -> Vec<&'static ErrorCode> {
    let words_of = |text: &str| -> Vec<String> {
        let words = text.split(|sign: char| !(sign.is_alphanumeric() || sign == '_'));
        words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let given = words_of(text);
    let common = |entry: &ErrorCode| {
        let words = words_of(vendor_words(entry.code)?);
        let is_begun = given.len() > 1 && words.starts_with(&given);
        let mut rest = given.iter();
        let is_all_there = words.iter().all(|word| rest.any(|other| other == word));
        (is_begun || is_all_there).then(|| words.len().min(given.len()))
    };
    let most = ERROR_CODES.iter().filter_map(common).max();
    ERROR_CODES.iter().filter(|entry| most.is_some() && common(entry) == most).collect()
}

/// Only the sandbox knows the server's own words.
#[cfg(not(feature = "sandbox"))]
fn vendor_words(_code: i64) -> Option<&'static str> {
    None
}

fn of_code(code: i64, language: Language) -> Result<Asked, Failure> {
    error_code(code).map(Asked::Code).ok_or_else(|| Failure(unknown(code, language)))
}

/// The first number of a text that the table has, as in `Error: 45166`, `４０００７` or `40,007`.
fn code_in(text: &str) -> Option<&'static ErrorCode> {
    /// Lower ones may be any number.
    const LEAST: i64 = 10_000;
    let from_full_width = |sign: char| {
        let digit = u32::from(sign).checked_sub(u32::from('０'));
        digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(sign)
    };
    let plain: String = text.chars().map(from_full_width).collect();
    let number = |part: &str| -> Option<i64> {
        let part = part.trim_matches(',');
        match part.split_once(',') {
            Some((thousands, rest)) if rest.len() == 3 => format!("{thousands}{rest}").parse().ok(),
            Some((first, _)) => first.parse().ok(),
            None => part.parse().ok(),
        }
    };
    plain
        .split(|sign: char| !(sign.is_ascii_digit() || sign == ','))
        .filter_map(number)
        .filter(|code| *code >= LEAST)
        .find_map(error_code)
}

/// The code of a whole answer, or of what a program printed in its place.
fn of_answer(answer: &str, language: Language) -> Result<Asked, Failure> {
    let value: Option<Value> = serde_json::from_str(answer).ok();
    let is_request = value.as_ref().is_some_and(|value| value.get("articles").is_some());
    let Some(value) = value.filter(is_answer) else {
        if let Some(entry) = code_in(answer)
            && !is_request
        {
            return Ok(Asked::Code(entry));
        }
        return Err(Failure(say!(
            language,
            "this is not an answer of the server: give all of it, such as {{\"errcode\":40007,\"errmsg\":\"...\"}}",
            "这不是服务器的应答：请提供完整内容，如 {{\"errcode\":40007,\"errmsg\":\"...\"}}"
        )));
    };
    let Some(code) = value.get("errcode") else {
        return Ok(Asked::Success);
    };
    // There are gateways that write the number as a string.
    match code.as_i64().or_else(|| code.as_str()?.parse().ok()) {
        Some(code) => of_code(code, language),
        None => Err(Failure(say!(
            language,
            "errcode is no number in this answer: it did not come from WeChat itself",
            "应答中的 errcode 不是数字：它并非来自微信服务器"
        ))),
    }
}

/// Whether this is an object that a call can answer with: one with a code, or one with what
/// was asked for. A request has articles, an answer has none.
fn is_answer(value: &Value) -> bool {
    const ANSWERED: [&str; 6] =
        ["access_token", "item", "media_id", "news_item", "total_count", "url"];
    let has = |name: &str| value.get(name).is_some();
    has("errcode") || ANSWERED.into_iter().any(has) && !has("articles")
}

fn unknown(code: i64, language: Language) -> String {
    let words = UNKNOWN_ERROR_CODE.get(language);
    say!(language, "{code}: {words}", "{code}：{words}")
}

fn write_table(entries: &[&ErrorCode], session: &mut Session) -> io::Result<()> {
    let (language, paint, width) = (session.language, session.paint(), session.text().width);
    for entry in entries {
        const INDENT: &str = "        ";
        let meaning = wrap(entry.meaning.get(language), width, INDENT, INDENT);
        let code = paint.bold(format!("{:6}", entry.code));
        writeln!(session.output, "{code}  {}", meaning.trim_start())?;
    }
    Ok(())
}

fn write_json(entries: &[&ErrorCode], session: &mut Session) -> io::Result<()> {
    let entries: Vec<Value> = entries.iter().map(|it| to_json(it, session.language)).collect();
    writeln!(session.output, "{:#}", Value::from(entries))
}

fn explain(entry: &ErrorCode, session: &mut Session) -> io::Result<()> {
    let (language, paint, width) = (session.language, session.paint(), session.text().width);
    let output = &mut session.output;
    let meaning = wrap(&format!("{} {}", entry.code, entry.meaning.get(language)), width, "", "");
    let (code, meaning) = meaning.split_once(' ').unwrap_or((&meaning, ""));
    writeln!(output, "{} {meaning}", paint.bold(code))?;
    writeln!(output, "{}\n", wrap(entry.action.get(language), width, "", ""))?;
    let source = entry.source.words().get(language);
    let label = say!(language, "Source: ", "来源：");
    writeln!(output, "{}", paint.faint(wrap(&format!("{label}{source}"), width, "", "")))?;
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
