//! Changes of single fields.

use std::fmt;

use serde_json::{Map, Value};
use weixin_draft::{Article, Language, Report, Words, check_syntax};

/// Fields to change, as JSON Merge Patch (RFC 7396) has it: a value takes the
/// place of the old one, `null` removes an optional field, what is not named
/// stays.
///
/// ```
/// use weixin_draft::Article;
/// use weixin_draft_client::Overlay;
///
/// let mut article = Article::news("Menu", "<p>x</p>");
/// article.author = Some("Kitchen".into());
/// let overlay = Overlay::from_json(br#"{"title": "Spring menu", "author": null}"#)?;
/// let changed: serde_json::Value = serde_json::from_slice(&overlay.apply(&article.into()))?;
/// assert_eq!(changed["title"], "Spring menu");
/// assert!(changed.get("author").is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay(Map<String, Value>);

impl Overlay {
    /// Reads an object of fields.
    ///
    /// # Errors
    /// When it is not a JSON object, or has a name twice.
    pub fn from_json(json: &[u8]) -> Result<Self, OverlayError> {
        if json.trim_ascii().is_empty() {
            return Err(OverlayError::NotAnObject);
        }
        let report = check_syntax(json);
        if !report.is_ok() {
            return Err(OverlayError::Broken(report));
        }
        match serde_json::from_slice(json) {
            Ok(Value::Object(fields)) => Ok(Overlay(fields)),
            _ => Err(OverlayError::NotAnObject),
        }
    }

    /// Changes one field more; `null` removes it.
    #[must_use]
    pub fn set(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.0.insert(field.to_owned(), value.into());
        self
    }

    /// The changed article, as JSON. It is not checked: the change may have made
    /// anything of it.
    pub fn apply(&self, article: &Article) -> Vec<u8> {
        // Serialising strings, integers and structs into memory cannot fail.
        let mut value = serde_json::to_value(article).unwrap_or_default();
        merge(&mut value, &Value::Object(self.0.clone()));
        value.to_string().into_bytes()
    }
}

/// RFC 7396, section 2.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(fields) = target else { return };
    for (name, value) in patch {
        if value.is_null() {
            fields.remove(name);
        } else {
            merge(fields.entry(name).or_insert(Value::Null), value);
        }
    }
}

/// Changes that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverlayError {
    /// Not JSON, or a name twice, of which only one could count.
    Broken(Report),
    /// JSON, but not an object.
    NotAnObject,
}

impl OverlayError {
    /// What is wrong, and what to do.
    pub fn message(&self, language: Language) -> String {
        const NOT_AN_OBJECT: Words = Words {
            en: "the changes are not a JSON object: write the fields and their new values, such as {\"title\": \"Menu\"}",
            zh: "修改内容不是 JSON 对象：请写出字段和新值，如 {\"title\": \"菜单\"}",
        };
        match self {
            OverlayError::Broken(report) => report.in_language(language).to_string(),
            OverlayError::NotAnObject => NOT_AN_OBJECT.get(language).to_owned(),
        }
    }
}

/// English; see [`OverlayError::message`].
impl fmt::Display for OverlayError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for OverlayError {}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Overlay, OverlayError, merge};

    #[test]
    fn what_is_broken_is_told_with_its_place() {
        let broken = |json: &str| Overlay::from_json(json.as_bytes()).unwrap_err();
        let cut = broken("{\n\"title\": \"春");
        assert!(cut.to_string().starts_with("2:"), "{cut}");
        let twice = broken("{\"title\": \"a\", \"title\": \"b\"}").to_string();
        assert!(twice.starts_with("1:16: error[duplicate_key] /title"), "{twice}");
        let inside = broken("{\"cover_info\": {\"x\": 1, \"x\": 2}}").to_string();
        assert!(inside.contains("duplicate_key"), "{inside}");
        assert_eq!(broken("[]"), OverlayError::NotAnObject);
        assert_eq!(broken(" \n"), OverlayError::NotAnObject);
        // What is wrong with the fields is for the check of the changed article to say.
        assert!(Overlay::from_json(b"{\"titel\": null}").is_ok());
    }

    /// The examples of RFC 7396, appendix A.
    #[test]
    fn examples_of_the_standard() {
        for (target, patch, result) in [
            (json!({"a": "b"}), json!({"a": "c"}), json!({"a": "c"})),
            (json!({"a": "b"}), json!({"b": "c"}), json!({"a": "b", "b": "c"})),
            (json!({"a": "b"}), json!({"a": null}), json!({})),
            (json!({"a": "b", "b": "c"}), json!({"a": null}), json!({"b": "c"})),
            (json!({"a": ["b"]}), json!({"a": "c"}), json!({"a": "c"})),
            (json!({"a": "c"}), json!({"a": ["b"]}), json!({"a": ["b"]})),
            (
                json!({"a": {"b": "c"}}),
                json!({"a": {"b": "d", "c": null}}),
                json!({"a": {"b": "d"}}),
            ),
            (json!({"a": [{"b": "c"}]}), json!({"a": [1]}), json!({"a": [1]})),
            (json!(["a", "b"]), json!(["c", "d"]), json!(["c", "d"])),
            (json!({"a": "b"}), json!(["c"]), json!(["c"])),
            (json!({"a": "foo"}), json!(null), json!(null)),
            (json!({"e": null}), json!({"a": 1}), json!({"e": null, "a": 1})),
            (json!([1, 2]), json!({"a": "b", "c": null}), json!({"a": "b"})),
            (json!({}), json!({"a": {"bb": {"ccc": null}}}), json!({"a": {"bb": {}}})),
        ] {
            let mut merged: Value = target;
            merge(&mut merged, &patch);
            assert_eq!(merged, result, "{patch}");
        }
    }
}
