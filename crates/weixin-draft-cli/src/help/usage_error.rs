//! What is wrong with a call, in one line.

use std::error::Error as _;
use std::ffi::OsString;

use clap::CommandFactory;
use clap::error::{ContextKind, ErrorKind};
use weixin_draft::Language;

use crate::cli::Cli;
use crate::escape::Visible;
use crate::say::Said;

/// What is wrong with a call, and where its help is.
pub(crate) fn usage_error(error: &clap::Error, args: &[OsString], language: Language) -> String {
    let subcommand = subcommand(args);
    let message = match unknown_option(error) {
        Some(option) => no_option(&option, subcommand.as_deref(), language),
        None => message(error, language),
    };
    let message = Visible(&message);
    let is_unknown = error.kind() == ErrorKind::InvalidSubcommand;
    let help = match subcommand.filter(|_| !is_unknown) {
        Some(name) => format!("weixin-draft {name} --help"),
        None => "weixin-draft --help".to_owned(),
    };
    say!(language, "{message} ({help} says more)", "{message}（详见 {help}）")
}

/// The option that the error is about, if there is none of its name.
fn unknown_option(error: &clap::Error) -> Option<String> {
    let argument = error.get(ContextKind::InvalidArg)?.to_string();
    (error.kind() == ErrorKind::UnknownArgument && argument.starts_with('-')).then_some(argument)
}

fn no_option(option: &str, subcommand: Option<&str>, language: Language) -> String {
    match near_option(option, subcommand) {
        Some(near) => say!(
            language,
            "there is no option {option}: did you mean --{near}?",
            "没有 {option} 这个选项，是不是想写 --{near}？"
        ),
        None => say!(language, "there is no option {option}", "没有 {option} 这个选项"),
    }
}

/// The option of a command that was probably meant. The parser's own suggestions come from
/// as far as `--image-host` for `--timeout`.
fn near_option(option: &str, subcommand: Option<&str>) -> Option<String> {
    const SIMILAR: f64 = 0.6;
    let name = option.trim_start_matches('-').to_lowercase().replace('_', "-");
    let name = name.split('=').next().filter(|name| name.len() > 1)?;
    let mut command = Cli::command();
    command.build();
    let command = subcommand.and_then(|name| command.find_subcommand(name)).unwrap_or(&command);
    let known = command.get_arguments().filter(|known| !known.is_hide_set());
    let known = known.filter_map(clap::Arg::get_long).map(|known| {
        let is_part = known.starts_with(name) || known.split('-').any(|part| part == name);
        let similarity = strsim::normalized_damerau_levenshtein(name, known);
        (if is_part { similarity.max(SIMILAR) } else { similarity }, known)
    });
    let nearest = known.max_by(|(one, _), (other, _)| one.total_cmp(other));
    nearest.filter(|(similarity, _)| *similarity >= SIMILAR).map(|(_, known)| known.to_owned())
}

fn message(error: &clap::Error, language: Language) -> String {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    // The parser has commas between what it lists.
    let list = |kind| match language {
        Language::Chinese => context(kind).replace(", ", "、"),
        Language::English => context(kind),
    };
    let argument = list(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            say!(language, "unexpected argument: {argument}", "多余的参数：{argument}")
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand);
            let near = context(ContextKind::SuggestedSubcommand);
            // The nearest is the last.
            match near.rsplit(", ").next() {
                Some(near) if !near.is_empty() => say!(
                    language,
                    "there is no command {name}: did you mean {near}?",
                    "没有 {name} 这个命令，是不是想写 {near}？"
                ),
                _ => say!(language, "there is no command {name}", "没有 {name} 这个命令"),
            }
        }
        ErrorKind::InvalidValue => {
            let valid = list(ContextKind::ValidValue);
            let near = context(ContextKind::SuggestedValue);
            if value.is_empty() {
                say!(language, "{argument} needs a value", "{argument} 需要一个值")
            } else if !near.is_empty() {
                say!(
                    language,
                    "{argument} cannot be {value}: use {valid}; did you mean {near}?",
                    "{argument} 不能是 {value}，可用的值：{valid}；是不是想写 {near}？"
                )
            } else {
                say!(
                    language,
                    "{argument} cannot be {value}: use {valid}",
                    "{argument} 不能是 {value}，可用的值：{valid}"
                )
            }
        }
        ErrorKind::ValueValidation => {
            let source = error.source().map(|source| match source.downcast_ref::<Said>() {
                Some(said) => said.get(language).to_owned(),
                None => whole_number(&source.to_string(), language),
            });
            let reason = source.unwrap_or_default();
            say!(
                language,
                "{argument} cannot be {value}: {reason}",
                "{argument} 不能是 {value}：{reason}"
            )
        }
        ErrorKind::MissingRequiredArgument => {
            say!(language, "missing: {argument}", "缺少：{argument}")
        }
        ErrorKind::ArgumentConflict => {
            let other = list(ContextKind::PriorArg);
            if other == argument {
                return say!(
                    language,
                    "{argument} is given twice: give it once",
                    "{argument} 出现了两次，请只写一次"
                );
            }
            say!(
                language,
                "{argument} cannot be used together with {other}",
                "{argument} 不能与 {other} 同时使用"
            )
        }
        ErrorKind::MissingSubcommand => {
            say!(language, "a command is missing, such as check", "缺少命令，如 check")
        }
        // The rare ones keep the parser's words.
        _ => {
            let text = error.render().to_string();
            text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
        }
    }
}

/// What a number should be: all other values have parsers with words of ours. The parser of
/// numbers names its range as `0..=65535`.
fn whole_number(parser: &str, language: Language) -> String {
    let range = parser.split_once(" is not in ").and_then(|(_, range)| range.split_once("..="));
    match range {
        Some((from, to)) => say!(
            language,
            "write a whole number from {from} to {to}",
            "请填写 {from} 到 {to} 的整数"
        ),
        None if parser.contains("zero") => {
            say!(language, "write a whole number above 0", "请填写大于 0 的整数")
        }
        None => say!(language, "write a whole number", "请填写整数"),
    }
}

/// The subcommand that was called.
fn subcommand(args: &[OsString]) -> Option<String> {
    let command = Cli::command();
    let called = |name: &OsString| {
        let found = command.find_subcommand(name)?;
        Some(found.get_name().to_owned())
    };
    args.iter().skip(1).find_map(called)
}
