//! The settings file `weixin-draft.toml`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde::Deserialize;
use toml::Spanned;
use weixin_draft::{Checker, Language, Level, UnknownLanguage, UnknownLevel};

use crate::escape::Visible;
use crate::options::GlobalOptions;
use crate::outcome::Failure;

/// What stands in a settings file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default)]
    levels: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    image_hosts: Vec<Spanned<String>>,
    #[serde(default)]
    strict: bool,
    lang: Option<Spanned<String>>,
}

/// The settings, and where they are from.
#[derive(Debug, Default)]
pub(crate) struct Config {
    path: PathBuf,
    text: String,
    settings: Settings,
    /// The language they ask for.
    pub(crate) language: Option<Language>,
}

const FILE_NAME: &str = "weixin-draft.toml";

impl Config {
    /// Reads the file that the options name, or the first one beside or above
    /// the working directory. Without one, there are no settings.
    pub(crate) fn find(options: &GlobalOptions, language: Language) -> Result<Self, Failure> {
        if options.no_config {
            return Ok(Config::default());
        }
        if let Some(path) = &options.config {
            return Config::read(path.clone(), language);
        }
        let Ok(directory) = env::current_dir() else { return Ok(Config::default()) };
        let candidates = directory.ancestors().map(|ancestor| ancestor.join(FILE_NAME));
        match candidates.into_iter().find(|path| path.is_file()) {
            Some(path) => Config::read(path, language),
            None => Ok(Config::default()),
        }
    }

    fn read(path: PathBuf, language: Language) -> Result<Self, Failure> {
        let text =
            fs::read_to_string(&path).map_err(|error| unreadable(&path, &error, language))?;
        let mut config = Config { path, text, ..Config::default() };
        config.settings = toml::from_str(&config.text).map_err(|error: toml::de::Error| {
            let message = error.message().replace('\n', ", ");
            let message = say!(language, "{message}", "配置文件有误：{message}");
            config.failure(error.span().map_or(0, |span| span.start), &message)
        })?;
        if let Some(name) = &config.settings.lang {
            let parsed = name.get_ref().parse();
            let unknown = |error: UnknownLanguage| config.failure(name.span().start, &error);
            config.language = Some(parsed.map_err(unknown)?);
        }
        Ok(config)
    }

    /// A checker with these settings.
    pub(crate) fn checker(&self, language: Language) -> Result<Checker, Failure> {
        let mut checker = Checker::new().strict(self.settings.strict);
        for (code, name) in &self.settings.levels {
            let level: Level = name.get_ref().parse().map_err(|error: UnknownLevel| {
                self.failure(name.span().start, &error.message(language))
            })?;
            checker = checker.level(code.get_ref(), level).map_err(|error| {
                let message = format!("{}: {}", code.get_ref(), error.message(language));
                self.failure(code.span().start, &message)
            })?;
        }
        for host in &self.settings.image_hosts {
            checker = checker
                .image_host(host.get_ref())
                .map_err(|error| self.failure(host.span().start, &error.message(language)))?;
        }
        Ok(checker)
    }

    /// What is wrong at a place of the file.
    fn failure(&self, offset: usize, message: &dyn std::fmt::Display) -> Failure {
        let before = self.text.get(..offset).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let place = format!("{}:{line}:{column}: {message}", self.path.display());
        Failure(Visible(&place).to_string())
    }
}

fn unreadable(path: &Path, error: &io::Error, language: Language) -> Failure {
    let name = path.to_string_lossy();
    let name = Visible(&name);
    Failure(say!(language, "cannot read {name}: {error}", "无法读取 {name}：{error}"))
}
