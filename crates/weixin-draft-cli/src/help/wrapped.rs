//! Help in Chinese that fits a terminal: clap breaks lines at blanks alone, of which Chinese
//! has few.

use clap::builder::StyledStr;
use clap::{Arg, Command};

use crate::cli::MAX_HELP_WIDTH;
use crate::report::wrap;
use crate::style;

/// The fewest columns in which a command and what it does are in one line.
const MIN_BESIDE: usize = 80;

/// So far clap indents a text below the name of what it is about.
const INDENT: usize = 10;

/// The command, its help in lines of at most the terminal's width.
pub(super) fn for_terminal(command: Command) -> Command {
    let columns = style::width(std::io::IsTerminal::is_terminal(&std::io::stdout()));
    wrapped(command, columns.unwrap_or(MAX_HELP_WIDTH).min(MAX_HELP_WIDTH))
}

fn wrapped(command: Command, width: usize) -> Command {
    let about = command.get_about().map(|text| lines(text, width));
    // In the list of commands it is beside the name, where that leaves room for it.
    let is_narrow = width < MIN_BESIDE;
    let beside = if is_narrow { width.saturating_sub(INDENT) } else { usize::MAX };
    let short = command.get_about().map(|text| lines(text, beside));
    let after = command.get_after_help().map(|text| lines(text, width));
    let is_list = command.has_subcommands() && !is_narrow;
    let mut command = command
        .mut_args(|argument| argument_wrapped(argument, width))
        .mut_subcommands(|command| wrapped(command, width))
        .next_line_help(!is_list);
    if let (Some(about), Some(short)) = (about, short) {
        command = command.long_about(about).about(short);
    }
    match after {
        Some(after) => command.after_help(after),
        None => command,
    }
}

fn argument_wrapped(argument: Arg, width: usize) -> Arg {
    let Some(help) = argument.get_help().map(|text| lines(text, width.saturating_sub(INDENT)))
    else {
        return argument;
    };
    argument.long_help(help.clone()).help(help)
}

/// Each line of a text wrapped, with its own indent.
fn lines(text: &StyledStr, width: usize) -> String {
    let text = text.to_string();
    let wrapped = text.lines().map(|line| {
        let indent = &line[..line.len() - line.trim_start().len()];
        wrap(line.trim_start(), Some(width), indent, indent)
    });
    wrapped.collect::<Vec<_>>().join("\n")
}
