//! Why settings cannot be used.

use std::fmt;

use crate::report::Language;

/// Why settings cannot be used.
///
/// ```
/// use weixin_draft::{Checker, Level, SettingsError};
///
/// let error = Checker::new().level("titel_long", Level::Off).unwrap_err();
/// assert_eq!(error, SettingsError::UnknownRule { near: Some("title_long") });
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SettingsError {
    /// No rule has this code; perhaps the one that comes near was meant.
    UnknownRule {
        /// The code of a rule, if there is one that comes near.
        near: Option<&'static str>,
    },
    /// The level of this rule cannot be changed.
    FixedRule(&'static str),
    /// Not the name of a host.
    NotAHost,
}

impl SettingsError {
    /// What is wrong, and what to do.
    pub fn message(&self, language: Language) -> String {
        match (self, language) {
            (_, Language::English) => self.to_string(),
            (SettingsError::UnknownRule { near: None }, Language::Chinese) => {
                "没有这条规则，`weixin-draft rules` 可列出全部规则代码".to_owned()
            }
            (SettingsError::UnknownRule { near: Some(near) }, Language::Chinese) => {
                format!("没有这条规则，是不是想写 {near}？`weixin-draft rules` 可列出全部规则代码")
            }
            (SettingsError::FixedRule(code), Language::Chinese) => {
                format!("{code} 的级别不能调整：结构有误的请求不会发送")
            }
            (SettingsError::NotAHost, Language::Chinese) => {
                "不是主机名：请填写 cdn.example.cn 这样的域名，不要带协议、端口、路径或 *，其子域名已包含在内"
                    .to_owned()
            }
        }
    }
}

/// English; see [`SettingsError::message`].
impl fmt::Display for SettingsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SettingsError::UnknownRule { near: None } => {
                formatter.write_str("unknown rule: `weixin-draft rules` lists the codes")
            }
            SettingsError::UnknownRule { near: Some(near) } => write!(
                formatter,
                "unknown rule, did you mean {near}? `weixin-draft rules` lists the codes"
            ),
            SettingsError::FixedRule(code) => write!(
                formatter,
                "the level of {code} cannot be changed: a request of the wrong shape is never sent"
            ),
            SettingsError::NotAHost => formatter.write_str(
                "not a host: give a name such as cdn.example.cn, without scheme, port, path or *; what is below it is included",
            ),
        }
    }
}

impl std::error::Error for SettingsError {}
