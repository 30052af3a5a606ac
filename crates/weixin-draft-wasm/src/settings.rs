//! Settings as JSON.

use std::collections::BTreeMap;

use serde::Deserialize;
use weixin_draft::{Checker, Language};

use crate::answer::{LanguageName, Wrong};

/// Levels by code, hosts of images, and the language of messages.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Settings {
    levels: BTreeMap<String, String>,
    image_hosts: Vec<String>,
    strict: bool,
    language: LanguageName,
}

impl Settings {
    pub(crate) fn language(&self) -> Language {
        self.language.into()
    }

    pub(crate) fn checker(&self) -> Result<Checker, Wrong> {
        let language = self.language();
        let mut checker = Checker::new().strict(self.strict);
        for (code, level) in &self.levels {
            let level = level.parse().map_err(|error| Wrong::from(format!("{code}: {error}")))?;
            let wrong = |error: weixin_draft::SettingsError| error.message(language);
            checker =
                checker.level(code, level).map_err(|error| format!("{code}: {}", wrong(error)))?;
        }
        for host in &self.image_hosts {
            checker = checker.image_host(host).map_err(|error| error.message(language))?;
        }
        Ok(checker)
    }
}
