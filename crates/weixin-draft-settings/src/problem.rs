//! What can be wrong with a settings file.

use std::io;

use weixin_draft::{Language, SettingsError};

/// What is wrong, without its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    Unreadable(Unreadable),
    Syntax(Syntax),
    UnknownKey { key: String, near: Option<&'static str> },
    WrongType { key: String, example: &'static str },
    Language,
    Level,
    Rule { code: String, error: SettingsError },
    Host(SettingsError),
    Pattern,
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    Missing,
    Forbidden,
    Directory,
    NotUtf8,
    Other(String),
}

/// Where the text is not TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    MissingQuotes,
    MissingValue,
    DuplicateKey,
    Other,
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Unreadable::Missing,
            io::ErrorKind::PermissionDenied => Unreadable::Forbidden,
            io::ErrorKind::IsADirectory => Unreadable::Directory,
            io::ErrorKind::InvalidData => Unreadable::NotUtf8,
            _ => Unreadable::Other(error.to_string()),
        }
    }
}

impl Problem {
    /// What is wrong, and what to do.
    pub(crate) fn message(&self, language: Language) -> String {
        match language {
            Language::English => self.in_english(),
            Language::Chinese => self.in_chinese(),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Problem::Unreadable(Unreadable::Missing) => "there is no such file".to_owned(),
            Problem::Unreadable(Unreadable::Forbidden) => {
                "the file may not be read: change its permissions".to_owned()
            }
            Problem::Unreadable(Unreadable::Directory) => {
                "this is a directory: name the file in it".to_owned()
            }
            Problem::Unreadable(Unreadable::NotUtf8) => {
                "the file is not UTF-8: save it as UTF-8".to_owned()
            }
            Problem::Unreadable(Unreadable::Other(reason)) => format!("cannot be read: {reason}"),
            Problem::Syntax(Syntax::MissingQuotes) => {
                "text needs quotes, such as lang = \"zh\"".to_owned()
            }
            Problem::Syntax(Syntax::MissingValue) => {
                "a value is missing after the equals sign".to_owned()
            }
            Problem::Syntax(Syntax::DuplicateKey) => {
                "this key occurs twice: keep one of the two".to_owned()
            }
            Problem::Syntax(Syntax::Other) => {
                "this is not TOML: write key = value, and close brackets and quotes".to_owned()
            }
            Problem::UnknownKey { key, near: Some(near) } => {
                format!("there is no key {key}: did you mean {near}?")
            }
            Problem::UnknownKey { key, near: None } => {
                format!("there is no key {key}: remove it")
            }
            Problem::WrongType { key, example } => {
                format!("{key} has a value of the wrong type: write {key} = {example}")
            }
            Problem::Language => "unknown language: use \"en\" or \"zh\"".to_owned(),
            Problem::Level => "unknown level: use \"error\", \"warning\" or \"off\"".to_owned(),
            Problem::Rule { code, error } => format!("{code}: {error}"),
            Problem::Host(error) => error.to_string(),
            Problem::Pattern => {
                "this is not a pattern: close its brackets, as in \"drafts/[ab]*.json\"".to_owned()
            }
        }
    }

    fn in_chinese(&self) -> String {
        match self {
            Problem::Unreadable(Unreadable::Missing) => "文件不存在".to_owned(),
            Problem::Unreadable(Unreadable::Forbidden) => "没有读取权限，请修改文件权限".to_owned(),
            Problem::Unreadable(Unreadable::Directory) => {
                "这是一个目录，请指定其中的文件".to_owned()
            }
            Problem::Unreadable(Unreadable::NotUtf8) => {
                "文件不是 UTF-8 编码，请另存为 UTF-8".to_owned()
            }
            Problem::Unreadable(Unreadable::Other(reason)) => format!("无法读取：{reason}"),
            Problem::Syntax(Syntax::MissingQuotes) => "文本需要加引号，如 lang = \"zh\"".to_owned(),
            Problem::Syntax(Syntax::MissingValue) => "等号后面缺少值".to_owned(),
            Problem::Syntax(Syntax::DuplicateKey) => "该键出现了两次，请保留一个".to_owned(),
            Problem::Syntax(Syntax::Other) => {
                "不符合 TOML 语法：请写成“键 = 值”，并检查括号和引号是否成对".to_owned()
            }
            Problem::UnknownKey { key, near: Some(near) } => {
                format!("没有名为 {key} 的键，是不是想写 {near}？")
            }
            Problem::UnknownKey { key, near: None } => {
                format!("没有名为 {key} 的键，请删除")
            }
            Problem::WrongType { key, example } => {
                format!("{key} 的值类型不对，请写成 {key} = {example}")
            }
            Problem::Language => "未知的语言，请使用 \"en\" 或 \"zh\"".to_owned(),
            Problem::Level => "未知的级别，请使用 \"error\"、\"warning\" 或 \"off\"".to_owned(),
            Problem::Rule { code, error } => {
                format!("{code}：{}", error.message(Language::Chinese))
            }
            Problem::Host(error) => error.message(Language::Chinese),
            Problem::Pattern => {
                "不是有效的通配符模式，请检查括号是否成对，如 \"drafts/[ab]*.json\"".to_owned()
            }
        }
    }
}
