//! Fields that a push leaves, and fields that it loses.

use serde_json::{Map, Value};
use weixin_draft::endpoint::is_servers_digest;
use weixin_draft::{Article, Checker, Report};
use weixin_draft_client::{Edited, Error, Revision};

use crate::session::Session;

/// Whether a field says something, and is not as good as absent.
fn is_said(name: &str, value: &Value) -> bool {
    name != "article_type"
        && !matches!(value, Value::Null | Value::Bool(false))
        && *value != ""
        && *value != 0
}

pub(super) fn fields(article: &Article) -> Map<String, Value> {
    match serde_json::to_value(article) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// Whether a field is among those that were sent; crops have two notations.
fn is_sent(name: &str, sent: &Value) -> bool {
    const CROPS: [&str; 3] = ["cover_info", "pic_crop_235_1", "pic_crop_1_1"];
    let is_crop = CROPS.contains(&name);
    sent.get(name).is_some() || is_crop && CROPS.iter().any(|crop| sent.get(crop).is_some())
}

/// The fields of the article before that were not sent, and are not there any more.
pub(crate) fn lost_fields(sent: &Value, edited: &Edited) -> Vec<String> {
    let Some(after) = edited.after.as_ref().map(fields) else { return Vec::new() };
    let is_made = |name: &str, value: &Value| match (&edited.before, value.as_str()) {
        (Article::News(news), Some(digest)) if name == "digest" => {
            is_servers_digest(digest, &news.content)
        }
        _ => false,
    };
    let before = fields(&edited.before).into_iter();
    let lost = before.filter(|(name, value)| {
        is_said(name, value)
            && !is_sent(name, sent)
            && !is_made(name, value)
            && after.get(name) != Some(value)
    });
    lost.map(|(name, _)| name).collect()
}

/// The fields of the article before that were not sent, and have stayed.
pub(crate) fn kept_fields(sent: &Value, edited: &Edited) -> Vec<String> {
    let Some(after) = edited.after.as_ref().map(fields) else { return Vec::new() };
    let before = fields(&edited.before).into_iter();
    let kept = before.filter(|(name, value)| {
        is_said(name, value) && sent.get(name).is_none() && after.get(name) == Some(value)
    });
    kept.map(|(name, _)| name).collect()
}

/// Says which errors of what was not sent are of the article before, and so of nobody's
/// change.
pub(crate) fn tell_of_old_errors(
    error: &Error,
    before: Option<&Revision>,
    checker: &Checker,
    session: &Session,
) {
    let (Error::Invalid(report), Some(before)) = (error, before) else { return };
    let codes = old_errors(report, before, checker).join(", ");
    let Some(first) = codes.split(',').next().filter(|first| !first.is_empty()) else { return };
    session.note(&say!(
        session.language,
        "these errors were in the draft before your change: {codes}. Correct them too, or let them pass with --level {first}=warning",
        "以下错误在本次修改之前就在草稿中：{codes}。请一并改正，或用 --level {first}=warning 放行"
    ));
}

/// The errors of a report that the article before has too, by their codes.
fn old_errors(report: &Report, before: &Revision, checker: &Checker) -> Vec<&'static str> {
    let old = checker.check_json(&before.to_json());
    let is_old = |code: &str, path: &str| old.errors().any(|it| it.code == code && it.path == path);
    let errors = report.errors().filter(|it| is_old(it.code, &it.path));
    let mut codes: Vec<_> = errors.map(|it| it.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}
