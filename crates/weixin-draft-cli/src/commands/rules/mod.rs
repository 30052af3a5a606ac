//! `weixin-draft rules`.

use std::io::{self, Write};

use clap::Args;
use serde_json::{Value, json};
use weixin_draft::{Language, Rule, all_rules, near_rule, rule};

use crate::escape::Visible;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::output::Output;
use crate::report::level_name;
use crate::session::Session;
use crate::style::Paint;

/// List the rules, or explain one
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The rule to explain
    code: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let (language, paint) = (session.language, session.paint());
    let output = &mut session.output;
    match (&options.code, options.format) {
        (None, Format::Text) => write_table(language, paint, output)?,
        (None, Format::Json) => {
            let rules: Vec<Value> = all_rules().map(|rule| to_json(rule, language)).collect();
            writeln!(output, "{:#}", Value::from(rules))?;
        }
        (Some(code), format) => {
            let rule = rule(code).ok_or_else(|| unknown(code, language))?;
            match format {
                Format::Text => explain(rule, language, paint, output)?,
                Format::Json => writeln!(output, "{:#}", to_json(rule, language))?,
            }
        }
    }
    Ok(Outcome::Fine)
}

fn unknown(code: &str, language: Language) -> Failure {
    let near = near_rule(code).map(|rule| rule.code);
    let code = Visible(code);
    if let Some(near) = near {
        return Failure(say!(
            language,
            "no rule is called {code}; did you mean {near}? `weixin-draft rules` lists them",
            "没有名为 {code} 的规则，是不是想写 {near}？`weixin-draft rules` 可列出全部规则"
        ));
    }
    Failure(say!(
        language,
        "no rule is called {code}: `weixin-draft rules` lists them",
        "没有名为 {code} 的规则，`weixin-draft rules` 可列出全部规则"
    ))
}

fn write_table(language: Language, paint: Paint, output: &mut Output) -> io::Result<()> {
    let longest = all_rules().map(|rule| rule.code.len()).max().unwrap_or_default();
    for rule in all_rules() {
        let code = format!("{:longest$}", rule.code);
        let level = format!("{:7}", level_name(rule.level, language));
        let fixed = if rule.movable { ' ' } else { '!' };
        let (code, level) = (paint.bold(code), paint.level(rule.level, level));
        writeln!(output, "{code}  {level}{fixed} {}", rule.summary.get(language))?;
    }
    let legend = say!(
        language,
        "\n! cannot be moved to another level. `weixin-draft rules CODE` explains a rule.",
        "\n带 ! 的规则不能调整级别。`weixin-draft rules CODE` 可查看某条规则的说明。"
    );
    writeln!(output, "{}", paint.faint(legend))
}

fn explain(rule: &Rule, language: Language, paint: Paint, output: &mut Output) -> io::Result<()> {
    let level = paint.level(rule.level, level_name(rule.level, language));
    let moved = if rule.movable {
        say!(
            language,
            "can be moved with --level {}=LEVEL",
            "可用 --level {}=LEVEL 调整",
            rule.code
        )
    } else {
        say!(language, "cannot be moved", "不能调整")
    };
    let in_schema = match (rule.in_schema.as_str(), language) {
        ("yes", Language::Chinese) => "包含此规则",
        ("partly", Language::Chinese) => "部分包含此规则",
        (_, Language::Chinese) => "不包含此规则",
        ("yes", Language::English) => "says it too",
        ("partly", Language::English) => "says a part of it",
        (_, Language::English) => "does not say it",
    };
    let source = rule.source.words().get(language);
    let address = rule.source.address().map(|address| address.get(language));
    writeln!(output, "{}", paint.bold(rule.code))?;
    writeln!(output, "{}\n", rule.summary.get(language))?;
    writeln!(output, "{}\n", rule.reason.get(language))?;
    match language {
        Language::English => {
            writeln!(output, "Level:  {level}, {moved}")?;
            writeln!(output, "Source: {source}")?;
            if let Some(address) = address {
                writeln!(output, "        {address}")?;
            }
            writeln!(output, "Schema: {in_schema}")
        }
        Language::Chinese => {
            writeln!(output, "级别：{level}，{moved}")?;
            writeln!(output, "来源：{source}")?;
            if let Some(address) = address {
                writeln!(output, "      {address}")?;
            }
            writeln!(output, "JSON Schema：{in_schema}")
        }
    }
}

fn to_json(rule: &Rule, language: Language) -> Value {
    json!({
        "code": rule.code,
        "level": rule.level.as_str(),
        "movable": rule.movable,
        "summary": rule.summary.get(language),
        "reason": rule.reason.get(language),
        "source": rule.source.as_str(),
        "in_schema": rule.in_schema.as_str(),
    })
}
