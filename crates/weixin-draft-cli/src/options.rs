//! Options that several commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use weixin_draft::{Checker, Language, Level, SettingsError, UnknownLevel};

use crate::language;
use crate::say::Said;

/// Options of every command. Help lists them after the command's own.
#[derive(Args, Debug)]
pub(crate) struct GlobalOptions {
    /// Language of messages, en or zh [default: weixin-draft.toml, else the locale]
    #[arg(long, global = true, display_order = 100, value_name = "LANGUAGE", value_parser = language::parse)]
    pub(crate) lang: Option<Language>,
    /// Settings file [default: the first weixin-draft.toml beside or above the file, in its repository]
    #[arg(
        long,
        global = true,
        display_order = 101,
        value_name = "FILE",
        conflicts_with = "no_config"
    )]
    pub(crate) config: Option<PathBuf>,
    /// Read no settings file
    #[arg(long, global = true, display_order = 102)]
    pub(crate) no_config: bool,
    /// Say which settings file, host and proxy are used
    #[arg(short, long, global = true, display_order = 103)]
    pub(crate) verbose: bool,
}

/// Options of a check. They win over the settings file.
#[derive(Args, Debug)]
pub(crate) struct CheckOptions {
    /// Move rules to another level: error, warning or off; several with commas
    #[arg(long, value_name = "CODE=LEVEL", value_delimiter = ',', value_parser = parse_level)]
    pub(crate) level: Vec<(String, Level)>,
    /// Take images of this host, and of those below it, for the vendor's
    #[arg(long, value_name = "HOST", value_parser = parse_host)]
    pub(crate) image_host: Vec<String>,
    /// Count every warning as an error
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(crate) strict: Option<bool>,
    /// Take a field that is null for absent, as language models write them in tool calls
    #[arg(long)]
    pub(crate) drop_nulls: bool,
}

/// How to print a table or one answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// A level as settings name it: `CODE=LEVEL`, if there is such a rule and it
/// may be moved there.
fn parse_level(text: &str) -> Result<(String, Level), Said> {
    let (code, level) = text.split_once('=').ok_or_else(|| Said {
        english: "write CODE=LEVEL, such as title_long=off".to_owned(),
        chinese: "请写成 规则=级别，如 title_long=off".to_owned(),
    })?;
    let level = level.to_lowercase().parse().map_err(|error: UnknownLevel| Said {
        english: error.message(Language::English).to_owned(),
        chinese: error.message(Language::Chinese).to_owned(),
    })?;
    Checker::new().level(code, level).map_err(|error| said(&error))?;
    Ok((code.to_owned(), level))
}

fn parse_host(text: &str) -> Result<String, Said> {
    Checker::new().image_host(text).map(|_checker| text.to_owned()).map_err(|error| said(&error))
}

fn said(error: &SettingsError) -> Said {
    Said { english: error.to_string(), chinese: error.message(Language::Chinese) }
}
