//! The language to speak.

use std::env;

use clap::ValueEnum;
use weixin_draft::Language;

use crate::options::GlobalOptions;

/// A language, as `--lang` names it.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LanguageName {
    /// English
    En,
    /// Simplified Chinese
    Zh,
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Self {
        match name {
            LanguageName::En => Language::English,
            LanguageName::Zh => Language::Chinese,
        }
    }
}

/// The language that `--lang` asks for, else the locale's.
pub(crate) fn of_options(options: &GlobalOptions) -> Language {
    options.lang.map_or_else(of_locale, Language::from)
}

/// The language of the locale: of the first of these variables that is set.
fn of_locale() -> Language {
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    locale.map_or_else(Language::default, |locale| Language::of_locale(&locale))
}
