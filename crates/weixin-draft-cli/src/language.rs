//! The language to speak.

use std::env;

use weixin_draft::{Language, UnknownLanguage};

use crate::options::GlobalOptions;
use crate::say::Said;

/// A language, as `--lang` names it: `zh`, `zh-CN`, `zh_CN`, `ZH`.
pub(crate) fn parse(name: &str) -> Result<Language, Said> {
    name.parse().map_err(|error: UnknownLanguage| Said {
        english: error.message(Language::English).to_owned(),
        chinese: error.message(Language::Chinese).to_owned(),
    })
}

/// The language that `--lang` asks for, else the locale's.
pub(crate) fn of_options(options: &GlobalOptions) -> Language {
    options.lang.unwrap_or_else(of_locale)
}

/// The language of the locale: of the first of these variables that is set.
pub(crate) fn of_locale() -> Language {
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    locale.map_or_else(Language::default, |locale| Language::of_locale(&locale))
}
