//! The command `weixin-draft`, as a function: [`run`].
//!
//! It is a library so that other packages can offer the same command; the
//! Python distribution does. The checks themselves are in `weixin-draft`.

#[macro_use]
mod say;

mod called;
mod cli;
mod commands;
mod config;
mod encoding;
mod escape;
mod files;
mod help;
mod input;
mod interrupt;
mod language;
#[cfg(feature = "preview")]
mod layout;
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
mod system_error;
mod uploads;
mod whole_file;

use std::ffi::OsString;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::cli::Cli;
use crate::outcome::Outcome;
use crate::session::Session;

/// Runs the command with these arguments, the first of which is the program's
/// name, and returns its exit code:
///
/// | code | meaning |
/// |---|---|
/// | 0 | all is well |
/// | 1 | a request has errors, or a picture could not be taken |
/// | 2 | wrong call, or a file that cannot be read or written |
/// | 3 | refused by the server |
/// | 4 | no proper answer came |
/// | 5 | somebody else changed the draft; nothing was sent unless the message says so |
///
/// Where several are true of one call, as when one of two files cannot be read
/// and the other has errors, it is the highest.
///
/// Only data is written to standard output; messages go to standard error.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let language = help::language_of(&args);
    let matches = help::command_for_terminal(language).try_get_matches_from(&args);
    match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => run_command(cli).code(),
        Err(error) if is_help(&error) => {
            // Nobody is left to be told when even this cannot be written.
            drop(error.print());
            if error.use_stderr() { Outcome::Usage.code() } else { Outcome::Fine.code() }
        }
        Err(error) => {
            session::complain(language, &help::usage_error(&error, &args, language));
            Outcome::Usage.code()
        }
    }
}

/// Help and the version were asked for, or nothing at all was.
fn is_help(error: &clap::Error) -> bool {
    !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
}

fn run_command(cli: Cli) -> Outcome {
    let mut session = Session::begin(&cli.global);
    let outcome = cli.command.run(&mut session);
    let language = session.language;
    let outcome = outcome.and_then(|outcome| {
        session.finish()?;
        Ok(outcome)
    });
    outcome.unwrap_or_else(|failure| {
        session::complain(language, &failure.0);
        Outcome::Usage
    })
}

/// The Rust of the guides, run as it is written: this crate depends on all others.
#[cfg(doctest)]
mod guides {
    #[doc = include_str!("../../../docs/rust.md")]
    mod english {}
    #[doc = include_str!("../../../docs/rust.zh-CN.md")]
    mod chinese {}
}
