//! `weixin-draft rules`.

mod page;

use std::io::{self, Write};

use clap::Args;
use serde_json::{Value, json};
use weixin_draft::{Applicability, Language, Rule, all_rules, near_rule, rule};

use self::page::{example, write_page};
use crate::escape::Visible;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::report::{level_name, wrap};
use crate::session::{Session, complain};

/// List the rules, or explain some
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The rules to explain: codes, or words to look for
    #[arg(value_name = "CODE|WORD")]
    words: Vec<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let language = session.language;
    let mut found: Vec<&Rule> = Vec::new();
    let mut outcome = Outcome::Fine;
    let mut are_codes = true;
    for word in &options.words {
        match find(word, language) {
            Ok(rules) => {
                are_codes &= rule(word).is_some();
                let new = rules.into_iter().filter(|rule| !found.contains(rule));
                found.extend(new.collect::<Vec<_>>());
            }
            Err(Failure(why)) => {
                complain(language, &why);
                outcome = Outcome::Usage;
            }
        }
    }
    if found.is_empty() && !options.words.is_empty() {
        return Ok(outcome);
    }
    // Pages of rules that are named, or of the only one that is found.
    let are_pages = found.len() == 1 || are_codes;
    match options.format {
        Format::Text if options.words.is_empty() => {
            write_table(&all_rules().collect::<Vec<_>>(), session)?;
        }
        Format::Text if are_pages => {
            for (number, rule) in found.into_iter().enumerate() {
                if number > 0 {
                    writeln!(session.output)?;
                }
                write_page(rule, session)?;
            }
        }
        Format::Text => write_table(&found, session)?,
        Format::Json if options.words.len() == 1 && are_pages => {
            writeln!(session.output, "{:#}", to_json(found[0], language))?;
        }
        Format::Json => {
            let rules = if options.words.is_empty() { all_rules().collect() } else { found };
            let rules: Vec<Value> = rules.iter().map(|rule| to_json(rule, language)).collect();
            writeln!(session.output, "{:#}", Value::from(rules))?;
        }
    }
    Ok(outcome)
}

/// The rule of this code, else those that speak of this word, in either language.
fn find(word: &str, language: Language) -> Result<Vec<&'static Rule>, Failure> {
    if let Some(rule) = rule(word) {
        return Ok(vec![rule]);
    }
    let lower = word.to_lowercase();
    let speaks_of_it = |rule: &&'static Rule| {
        let Rule { code, summary, reason, .. } = rule;
        let texts = [code, summary.en, summary.zh, reason.en, reason.zh];
        !lower.is_empty() && texts.iter().any(|text| text.to_lowercase().contains(&lower))
    };
    let found: Vec<&Rule> = all_rules().filter(speaks_of_it).collect();
    if found.is_empty() { Err(unknown(word, language)) } else { Ok(found) }
}

fn unknown(word: &str, language: Language) -> Failure {
    let near = near_rule(word).map(|rule| rule.code);
    let word = Visible(word);
    if let Some(near) = near {
        return Failure(say!(
            language,
            "no rule is called {word} or speaks of it; did you mean {near}? `weixin-draft rules` lists them",
            "没有名为 {word} 或提到它的规则，是不是想写 {near}？`weixin-draft rules` 可列出全部规则"
        ));
    }
    Failure(say!(
        language,
        "no rule is called {word} or speaks of it: `weixin-draft rules` lists them",
        "没有名为 {word} 或提到它的规则，`weixin-draft rules` 可列出全部规则"
    ))
}

/// On narrower terminals, summaries are below the codes.
const MIN_TABLE_WIDTH: usize = 80;

fn write_table(rules: &[&Rule], session: &mut Session) -> io::Result<()> {
    let (language, paint, width) = (session.language, session.paint(), session.text().width);
    let output = &mut session.output;
    let longest = rules.iter().map(|rule| rule.code.len()).max().unwrap_or_default();
    for rule in rules {
        let code = format!("{:longest$}", rule.code);
        let level = format!("{:7}", level_name(rule.level, language));
        let moved = if rule.movable { ' ' } else { '!' };
        let mended = match best_fix(rule) {
            Some(Applicability::Safe) => '+',
            Some(_) => '~',
            None => ' ',
        };
        // A Chinese character takes two columns.
        let level_width = if language == Language::Chinese { 9 } else { 7 };
        let indent = longest + 2 + level_width + 2 + 1;
        let (code, level) = (paint.bold(code), paint.level(rule.level, level));
        let summary = rule.summary.get(language);
        write!(output, "{code}  {level}{moved}{mended}")?;
        match width {
            Some(width) if width < MIN_TABLE_WIDTH => {
                writeln!(output, "\n{}", wrap(summary, Some(width), "    ", "    "))?;
            }
            Some(width) => {
                let summary = wrap(summary, Some(width), &" ".repeat(indent), &" ".repeat(indent));
                writeln!(output, " {}", summary.trim_start())?;
            }
            None => writeln!(output, " {summary}")?,
        }
    }
    let legend = say!(
        language,
        "! cannot be moved to another level; + is mended by --fix, ~ only with --unsafe-fixes. `weixin-draft rules CODE` explains a rule.",
        "带 ! 的规则不能调整级别；带 + 的可用 --fix 修复，带 ~ 的还需 --unsafe-fixes。`weixin-draft rules CODE` 可查看某条规则的说明。"
    );
    writeln!(output, "\n{}", paint.faint(wrap(&legend, width, "", "")))
}

/// How sure the surest fix of a rule is.
fn best_fix(rule: &Rule) -> Option<Applicability> {
    rule.fixes.iter().map(|fix| fix.applicability).max_by_key(|it| *it == Applicability::Safe)
}

fn to_json(rule: &Rule, language: Language) -> Value {
    let fix = |fix: &&weixin_draft::RuleFix| {
        let (applicability, message) = (fix.applicability.as_str(), fix.words.get(language));
        json!({"applicability": applicability, "message": message})
    };
    let example = example(rule);
    json!({
        "code": rule.code,
        "level": rule.level.as_str(),
        "movable": rule.movable,
        "summary": rule.summary.get(language),
        "reason": rule.reason.get(language),
        "source": rule.source.as_str(),
        "in_schema": rule.in_schema.as_str(),
        "fixes": rule.fixes.iter().map(fix).collect::<Vec<_>>(),
        "bad": example.map(|example| &example.bad.text),
        "good": example.map(|example| &example.good.text),
        "url": rule.url(language),
    })
}
