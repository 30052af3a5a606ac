//! Words that several formats use.

use weixin_draft::{Datum, Language, Level, Place, Violation};

/// The violation's path, or words for the whole document. Not escaped.
pub(super) fn path(violation: &Violation, language: Language) -> String {
    if violation.path.is_empty() { whole_document(language) } else { violation.path.clone() }
}

/// The violation's path and its message. Not escaped.
pub(super) fn path_and_message(violation: &Violation, language: Language) -> String {
    let (path, message) = (path(violation, language), violation.message(language));
    say!(language, "{path}: {message}", "{path}：{message}")
}

pub(super) fn whole_document(language: Language) -> String {
    say!(language, "(whole document)", "（整个文档）")
}

/// What is in a place of the content: the element, and what was found. Not escaped.
pub(super) fn place(place: &Place, language: Language) -> String {
    let element = &place.element;
    let found = place.found.as_ref().map(|found| found_in_words(found, language));
    match (element.is_empty(), found) {
        (false, Some(found)) => say!(language, "<{element}>: {found}", "<{element}>：{found}"),
        (false, None) => format!("<{element}>"),
        (true, Some(found)) => found,
        (true, None) => say!(language, "in the text", "文字中"),
    }
}

/// What was found in a place; the kinds of addresses without a host have names.
fn found_in_words(found: &Datum, language: Language) -> String {
    match (found.to_string().as_str(), language) {
        ("path", Language::English) => "a relative path".to_owned(),
        ("path", Language::Chinese) => "相对路径".to_owned(),
        ("placeholder", Language::English) => "a placeholder".to_owned(),
        ("placeholder", Language::Chinese) => "占位内容".to_owned(),
        ("file:", Language::English) => "a file".to_owned(),
        ("file:", Language::Chinese) => "本机文件".to_owned(),
        ("data:", Language::Chinese) => "data: 内嵌图片".to_owned(),
        (found, _) => found.to_owned(),
    }
}

/// How many places of a violation are not listed, if there are any.
pub(super) fn more_places(violation: &Violation, language: Language) -> Option<String> {
    let listed = violation.places.len();
    let is_cut = listed > 0 && violation.count > listed;
    is_cut.then(|| and_more(violation.count - listed, language))
}

pub(super) fn and_more(count: usize, language: Language) -> String {
    say!(language, "and {count} more", "另有 {count} 处未列出")
}

/// What a level is called.
pub(crate) fn level_name(level: Level, language: Language) -> &'static str {
    match (level, language) {
        (Level::Error, Language::Chinese) => "错误",
        (Level::Warning, Language::Chinese) => "警告",
        (Level::Off, Language::Chinese) => "关闭",
        (_, Language::Chinese) => "提示",
        (level, Language::English) => level.as_str(),
    }
}
