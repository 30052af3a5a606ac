//! The language to speak.

use std::env;

use weixin_draft::{Language, UnknownLanguage};

use crate::say::Said;

/// A language, as `--lang` names it: `zh`, `zh-CN`, `zh_CN`, `ZH`.
pub(crate) fn parse(name: &str) -> Result<Language, Said> {
    name.parse().map_err(|error: UnknownLanguage| Said {
        english: error.message(Language::English).to_owned(),
        chinese: error.message(Language::Chinese).to_owned(),
    })
}

/// The language of the environment's locale, else the one that Windows or macOS is
/// set to.
pub(crate) fn of_system() -> Language {
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    let is_plain = |locale: &String| {
        let name = locale.split('.').next().unwrap_or_default();
        name == "C" || name == "POSIX"
    };
    // As gettext has it: the first of the list that is spoken here, unless the locale
    // asks for no language at all.
    if !locale.as_ref().is_some_and(is_plain) {
        let list = set("LANGUAGE").unwrap_or_default();
        if let Some(language) = list.split(':').find_map(|name| name.parse().ok()) {
            return language;
        }
    }
    let locale = locale.or_else(sys_locale::get_locale);
    locale.map_or_else(Language::default, |locale| Language::of_locale(&locale))
}
