//! What a caller can set.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::report::{Language, Level};

/// What a caller can set of a check. Command line, `weixin-draft.toml`, Python and
/// JavaScript are ways to fill it.
///
/// ```
/// use weixin_draft::{Checker, Settings};
///
/// let settings: Settings = serde_json::from_str(
///     r#"{"levels": {"external_image": "warning"}, "image_hosts": ["cdn.example.cn"]}"#,
/// )?;
/// let checker = Checker::from_settings(&settings)?;
/// assert_eq!(checker.settings(), &settings);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// The level of rules, by code.
    pub levels: BTreeMap<String, Level>,
    /// Hosts whose images are taken for internal ones, besides the vendor's. What is
    /// below a host is included.
    pub image_hosts: Vec<String>,
    /// Whether every warning counts as an error.
    pub strict: bool,
    /// The language of messages: `lang`, `en` or `zh`.
    #[serde(rename = "lang")]
    pub language: Language,
    /// Whether members that are null count as left out.
    pub drop_nulls: bool,
}

impl Settings {
    /// Every rule at its default level.
    pub const DEFAULT: Settings = Settings {
        levels: BTreeMap::new(),
        image_hosts: Vec::new(),
        strict: false,
        language: Language::English,
        drop_nulls: false,
    };
}
