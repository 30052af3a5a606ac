//! Help and usage errors, in the caller's language.

mod chinese;
mod usage_error;
mod wrapped;

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command, CommandFactory};
use weixin_draft::Language;

use crate::cli::Cli;
use crate::language;

pub(crate) use usage_error::usage_error;

/// The command line, its help in this language.
pub(crate) fn command(language: Language) -> Command {
    let command = Cli::command();
    match language {
        Language::English => command,
        Language::Chinese => {
            let version = Arg::new("version").short('V').long("version");
            let version = version.action(ArgAction::Version).help("显示版本").display_order(105);
            let mut command = in_chinese(command)
                .disable_version_flag(true)
                .disable_help_subcommand(false)
                .arg(version);
            // Its command `help` is made while it is built.
            command.build();
            let command =
                command.mut_subcommand("help", |help| help.about("显示帮助，或某个命令的帮助"));
            usage_in_chinese(command).mut_subcommands(usage_in_chinese)
        }
    }
}

/// The same, its help in lines that fit the terminal.
pub(crate) fn command_for_terminal(language: Language) -> Command {
    match language {
        Language::English => command(language),
        Language::Chinese => wrapped::for_terminal(command(language)),
    }
}

/// The language of help and usage errors, before the arguments are understood: what
/// `--lang` asks for, else the locale's.
pub(crate) fn language_of(arguments: &[OsString]) -> Language {
    let arguments: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let next = arguments.iter().skip_while(|argument| **argument != "--lang").nth(1);
    let joined = arguments.iter().find_map(|argument| argument.strip_prefix("--lang="));
    let asked = joined.or(next.map(|name| &**name));
    asked.and_then(|name| name.parse().ok()).unwrap_or_else(language::of_system)
}

/// The parts of a command's help, each with a heading of its own: clap writes a half-width
/// colon after those that it makes.
fn template(command: &Command) -> String {
    let mut template = "{about-with-newline}\n用法：{usage}\n".to_owned();
    if command.has_subcommands() {
        template += "\n命令：\n{subcommands}\n";
    }
    if command.get_positionals().next().is_some() {
        template += "\n参数：\n{positionals}\n";
    }
    template + "\n选项：\n{options}{after-help}\n"
}

fn in_chinese(command: Command) -> Command {
    let about = command.get_about().map(translated);
    let after = command.get_after_help().map(translated);
    let help = Arg::new("help").short('h').long("help");
    let help = help.action(ArgAction::Help).help("显示帮助").display_order(104);
    let template = template(&command);
    let mut command = command
        .mut_args(argument_in_chinese)
        .mut_subcommands(in_chinese)
        .help_template(template)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help);
    if let Some(about) = about {
        command = command.long_about(about.clone()).about(about);
    }
    match after {
        Some(after) => command.after_help(after),
        None => command,
    }
}

/// The parser's usage line, whose words cannot be set. The command has been built.
fn usage_in_chinese(mut command: Command) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ");
    command.override_usage(usage.replace("[OPTIONS]", "[选项]").replace("COMMAND", "命令"))
}

fn argument_in_chinese(argument: Arg) -> Arg {
    let mut help = argument.get_help().map(translated).unwrap_or_default();
    let values: Vec<String> = argument
        .get_possible_values()
        .iter()
        .filter(|value| !value.is_hide_set())
        .filter_map(|value| {
            Some(format!("{}：{}", value.get_name(), translated(value.get_help()?)))
        })
        .collect();
    if !values.is_empty() {
        help = format!("{help}（{}）", values.join("；"));
    }
    let defaults: Vec<_> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if argument.get_action().takes_values() && !defaults.is_empty() {
        help = format!("{help} [默认：{}]", defaults.join(" "));
    }
    let argument = argument.long_help(help.clone()).help(help);
    if argument.get_action().takes_values() {
        argument.hide_possible_values(true).hide_default_value(true)
    } else {
        argument
    }
}

fn translated(english: &StyledStr) -> String {
    let english = english.to_string();
    chinese::TEXTS
        .iter()
        .find(|(known, _)| *known == english)
        .map_or(english, |(_, chinese)| (*chinese).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every text of the help that is English also when Chinese is asked for.
    fn english_texts(command: &Command, found: &mut Vec<String>) {
        let arguments = command.get_arguments();
        let of_arguments = arguments.flat_map(|argument| {
            let values = argument.get_possible_values();
            let of_values = values.iter().filter_map(|value| value.get_help().cloned());
            of_values.chain(argument.get_help().cloned()).collect::<Vec<_>>()
        });
        let of_command = [command.get_about(), command.get_after_help()];
        let texts = of_command.into_iter().flatten().cloned().chain(of_arguments);
        let is_english = |text: &StyledStr| translated(text) == text.to_string();
        found.extend(texts.filter(is_english).map(|text| text.to_string()));
        command.get_subcommands().for_each(|command| english_texts(command, found));
    }

    #[test]
    fn every_text_has_a_translation() {
        let mut missing = Vec::new();
        english_texts(&Cli::command(), &mut missing);
        missing.sort();
        missing.dedup();
        assert!(missing.is_empty(), "add these to help/chinese.rs:\n{}", missing.join("\n"));
    }

    #[test]
    fn help_is_a_command_in_chinese_too() {
        let command = command(Language::Chinese);
        let about = command.find_subcommand("help").and_then(Command::get_about);
        assert!(about.is_some_and(|about| !about.to_string().is_ascii()), "{about:?}");
        assert!(
            command
                .try_get_matches_from(["weixin-draft", "help", "check"])
                .is_err_and(|shown| shown.kind() == clap::error::ErrorKind::DisplayHelp)
        );
    }

    #[test]
    fn the_chinese_command_is_sound() {
        command(Language::Chinese).debug_assert();
    }
}
