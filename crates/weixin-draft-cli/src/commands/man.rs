//! `weixin-draft man`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_mangen::Man;

use crate::escape::Visible;
use crate::help;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;
use crate::system_error;

/// Print a manual page, or write them all into a directory
#[derive(Args, Debug)]
#[command(after_help = HOW)]
pub(crate) struct Options {
    /// The command to describe [default: weixin-draft itself]
    command: Option<String>,
    /// Write the pages of all commands into this directory
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    all: Option<PathBuf>,
}

pub(crate) const HOW: &str = "\
Read one:    weixin-draft man check | man -l -
Install all: weixin-draft man --all ~/.local/share/man/man1";

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let mut command = help::command(session.language).disable_help_subcommand(true);
    // Now the commands know their full names and the global options.
    command.build();
    if let Some(directory) = &options.all {
        write_all(&command, directory, session)?;
        return Ok(Outcome::Fine);
    }
    let command = match &options.command {
        None => &command,
        Some(name) => command.find_subcommand(name).ok_or_else(|| {
            let name = Visible(name);
            Failure(say!(
                session.language,
                "there is no command {name}: `weixin-draft --help` lists them",
                "没有 {name} 这个命令，`weixin-draft --help` 可列出全部命令"
            ))
        })?,
    };
    let page = page(command)?;
    session.output.write_all(&page)?;
    Ok(Outcome::Fine)
}

/// The page of a command, as `man` reads it.
fn page(command: &Command) -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let source = concat!("weixin-draft ", env!("CARGO_PKG_VERSION"));
    Man::new(command.clone()).source(source).render(&mut page)?;
    Ok(page)
}

/// `weixin-draft-check`.
fn full_name(command: &Command) -> String {
    command.get_display_name().unwrap_or(command.get_name()).to_owned()
}

fn write_all(command: &Command, directory: &Path, session: &Session) -> Result<(), Failure> {
    let written = fs::create_dir_all(directory).and_then(|()| {
        for command in std::iter::once(command).chain(command.get_subcommands()) {
            fs::write(directory.join(full_name(command) + ".1"), page(command)?)?;
        }
        Ok(())
    });
    written.map_err(|error| {
        let name = directory.to_string_lossy();
        let (name, error) = (Visible(&name), system_error::in_words(&error, session.language));
        Failure(say!(session.language, "cannot write {name}: {error}", "无法写入 {name}：{error}"))
    })
}
