//! Looking things up in a JSON object as the endpoint does: a field that is
//! missing reads as empty, a field of another type spoils the request.

use serde_json::{Map, Value};

use crate::answer::{Refusal, refuse};

/// The fields of one JSON object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields<'a>(pub(crate) &'a Map<String, Value>);

impl<'a> Fields<'a> {
    /// A string; missing reads as `""`.
    pub(crate) fn text(self, name: &str) -> Result<&'a str, Refusal> {
        match self.0.get(name) {
            None => Ok(""),
            Some(Value::String(text)) => Ok(text),
            Some(_) => refuse(47001, "a string is of another type"),
        }
    }

    /// An integral number; `0.0` is 0.
    pub(crate) fn integer(self, name: &str) -> Result<Option<i64>, Refusal> {
        let Some(value) = self.0.get(name) else {
            return Ok(None);
        };
        let Value::Number(number) = value else {
            return refuse(47001, "a number is of another type");
        };
        if let Some(whole) = number.as_i64() {
            return Ok(Some(whole));
        }
        match number.as_f64() {
            // Far beyond any index or flag, and exact in a double.
            Some(float) if float.fract() == 0.0 && float.abs() < 9e15 => {
                #[allow(clippy::cast_possible_truncation)]
                let whole = float as i64;
                Ok(Some(whole))
            }
            // A whole number too large to hold is still a number, only no good one.
            Some(float) if float.fract() == 0.0 => Ok(Some(i64::MAX)),
            _ => refuse(47001, "a number is not integral"),
        }
    }

    /// A switch: 0, 1, or missing for 0.
    pub(crate) fn flag(self, name: &str) -> Result<i64, Refusal> {
        match self.integer(name)? {
            None => Ok(0),
            Some(flag @ (0 | 1)) => Ok(flag),
            Some(_) => refuse(40097, "a switch is neither 0 nor 1"),
        }
    }

    /// A switch of JSON's own kind; missing reads as `false`.
    pub(crate) fn boolean(self, name: &str) -> Result<bool, Refusal> {
        match self.0.get(name) {
            None => Ok(false),
            Some(Value::Bool(value)) => Ok(*value),
            Some(_) => refuse(47001, "a boolean is of another type"),
        }
    }

    /// An object within this one.
    pub(crate) fn object(self, name: &str) -> Result<Option<Fields<'a>>, Refusal> {
        self.0.get(name).map(as_object).transpose()
    }

    /// An array of objects; missing reads as an empty one.
    pub(crate) fn objects(self, name: &str) -> Result<Vec<Fields<'a>>, Refusal> {
        match self.0.get(name) {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) => items.iter().map(as_object).collect(),
            Some(_) => refuse(47001, "a list is of another type"),
        }
    }
}

/// A value as an object.
pub(crate) fn as_object(value: &Value) -> Result<Fields<'_>, Refusal> {
    match value {
        Value::Object(map) => Ok(Fields(map)),
        _ => refuse(47001, "an object is of another type"),
    }
}
