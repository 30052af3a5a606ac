//! The envelope of every answer.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use weixin_draft::Language;

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Answer<T> {
    Value(T),
    Error(Wrong),
}

/// What is wrong with the options.
#[derive(Debug, Serialize)]
pub(crate) struct Wrong {
    message: String,
}

impl<T: std::fmt::Display> From<T> for Wrong {
    fn from(error: T) -> Self {
        Wrong { message: error.to_string() }
    }
}

/// The options of a function that has none.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

/// Options that hold a language and nothing else.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LanguageOption {
    pub(crate) lang: Language,
}

/// Reads the options, of which none at all are the defaults, and writes what
/// the function makes of them.
pub(crate) fn answer<O: DeserializeOwned + Default, T: Serialize>(
    options: &[u8],
    function: impl FnOnce(O) -> Result<T, Wrong>,
) -> String {
    let options = match options {
        [] => Ok(O::default()),
        given => serde_json::from_slice(given).map_err(Wrong::from),
    };
    let answer = match options.and_then(function) {
        Ok(value) => Answer::Value(value),
        Err(wrong) => Answer::Error(wrong),
    };
    serde_json::to_string(&answer)
        .unwrap_or_else(|error| format!(r#"{{"error":{{"message":"{error}"}}}}"#))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn double(options: &str) -> String {
        answer(options.as_bytes(), |number: u32| Ok(number * 2))
    }

    #[test]
    fn values_and_errors_have_one_form() {
        assert_eq!(double("21"), r#"{"value":42}"#);
        assert_eq!(double(""), r#"{"value":0}"#);
        assert!(double("{").starts_with(r#"{"error":{"message":"#));
    }
}
