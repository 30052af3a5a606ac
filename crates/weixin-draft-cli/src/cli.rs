//! The command line as a whole.

use clap::{Parser, Subcommand};

use crate::commands;
use crate::options::GlobalOptions;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Checks and sends requests of WeChat's draft_update.
#[derive(Debug, Parser)]
#[command(name = "weixin-draft", version, max_term_width = MAX_HELP_WIDTH, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: GlobalOptions,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// In columns: help is read as prose.
pub(crate) const MAX_HELP_WIDTH: usize = 100;

pub(crate) const EXIT_CODES: &str = "\
Exit codes: 0 all is well; 1 a request has errors, or a picture cannot be taken; 2 wrong
call, or a file that cannot be read or written; 3 refused by the server; 4 no proper
answer came; 5 somebody else changed the draft, and nothing was sent unless the message
says so.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(commands::check::Options),
    Update(commands::update::Options),
    List(commands::list::Options),
    Pull(commands::pull::Options),
    Push(commands::push::Options),
    Edit(commands::edit::Options),
    Add(commands::add::Options),
    Token(commands::token::Options),
    #[cfg(feature = "sandbox")]
    Sandbox(commands::sandbox::Options),
    #[cfg(feature = "preview")]
    Preview(commands::preview::Options),
    Convert(commands::convert::Options),
    Crop(commands::crop::Options),
    #[cfg(feature = "pictures")]
    Pictures(commands::pictures::Options),
    #[cfg(feature = "pictures")]
    Cover(commands::cover::Options),
    Rules(commands::rules::Options),
    Errcode(commands::errcode::Options),
    Schema(commands::schema::Options),
    Completions(commands::completions::Options),
    Man(commands::man::Options),
}

impl Command {
    pub(crate) fn run(self, session: &mut Session) -> Result<Outcome, Failure> {
        match self {
            Command::Check(options) => commands::check::run(&options, session),
            Command::Update(options) => commands::update::run(options, session),
            Command::List(options) => commands::list::run(&options, session),
            Command::Pull(options) => commands::pull::run(&options, session),
            Command::Push(options) => commands::push::run(&options, session),
            Command::Edit(options) => commands::edit::run(&options, session),
            Command::Add(options) => commands::add::run(&options, session),
            Command::Token(options) => commands::token::run(&options, session),
            #[cfg(feature = "sandbox")]
            Command::Sandbox(options) => commands::sandbox::run(&options, session),
            #[cfg(feature = "preview")]
            Command::Preview(options) => commands::preview::run(&options, session),
            Command::Convert(options) => commands::convert::run(options, session),
            Command::Crop(options) => commands::crop::run(options, session),
            #[cfg(feature = "pictures")]
            Command::Pictures(options) => commands::pictures::run(&options, session),
            #[cfg(feature = "pictures")]
            Command::Cover(options) => commands::cover::run(&options, session),
            Command::Rules(options) => commands::rules::run(&options, session),
            Command::Errcode(options) => commands::errcode::run(&options, session),
            Command::Schema(options) => commands::schema::run(&options, session),
            Command::Completions(options) => commands::completions::run(&options, session),
            Command::Man(options) => commands::man::run(&options, session),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }
}
