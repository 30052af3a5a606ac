//! The command `weixin-draft`, as a function: [`run`].
//!
//! It is a library so that other packages can offer the same command; the
//! Python distribution does. The checks themselves are in `weixin-draft`.

#[macro_use]
mod say;

mod cli;
mod commands;
mod config;
mod escape;
mod input;
mod language;
#[cfg(feature = "preview")]
mod layout;
mod mend;
mod ndjson;
mod options;
mod outcome;
mod output;
#[cfg(feature = "preview")]
mod page;
mod picture;
mod report;
mod session;
mod style;

use std::ffi::OsString;

use clap::Parser;
use clap::error::ErrorKind;
use weixin_draft::Language;

use crate::cli::Cli;
use crate::escape::Visible;
use crate::outcome::Outcome;
use crate::session::Session;

/// Runs the command with these arguments, the first of which is the program's
/// name, and returns its exit code:
///
/// | code | meaning |
/// |---|---|
/// | 0 | all is well |
/// | 1 | a request has errors |
/// | 2 | wrong call, or a file that cannot be read |
/// | 3 | refused by the server |
/// | 4 | no proper answer came |
///
/// Where several are true of one call, as when one of two files cannot be read
/// and the other has errors, it is the highest.
///
/// Only data is written to standard output; messages go to standard error.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    match Cli::try_parse_from(args) {
        Ok(cli) => run_command(cli).code(),
        Err(error) if is_help(&error) => {
            // Nobody is left to be told when even this cannot be written.
            drop(error.print());
            if error.use_stderr() { Outcome::Usage.code() } else { Outcome::Fine.code() }
        }
        Err(error) => {
            let message = in_one_line(&error);
            session::complain(Language::English, &Visible(&message).to_string());
            Outcome::Usage.code()
        }
    }
}

/// Help and the version were asked for, or nothing at all was.
fn is_help(error: &clap::Error) -> bool {
    !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
}

/// What is wrong with a call, and clap's tip if it has one, without the usage.
fn in_one_line(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let paragraphs =
        text.split("\n\n").map(|lines| lines.lines().map(str::trim).collect::<Vec<_>>().join(" "));
    let (mut line, mut tip) = (String::new(), String::new());
    for (position, paragraph) in paragraphs.enumerate() {
        if position == 0 {
            paragraph.trim_start_matches("error: ").clone_into(&mut line);
        } else if let Some(said) = paragraph.strip_prefix("tip: ") {
            tip = format!("; {said}");
        }
    }
    format!("{line}{tip} (weixin-draft --help says more)")
}

fn run_command(cli: Cli) -> Outcome {
    let mut language = language::of_options(&cli.global);
    let outcome = Session::begin(&cli.global).and_then(|mut session| {
        language = session.language;
        let outcome = cli.command.run(&mut session)?;
        session.finish()?;
        Ok(outcome)
    });
    outcome.unwrap_or_else(|failure| {
        session::complain(language, &failure.0);
        Outcome::Usage
    })
}
