//! A limit, or what was found.

use std::fmt;

use pyo3::prelude::*;

/// A limit, or what was found.
#[derive(Clone, Debug, PartialEq, Eq, Hash, FromPyObject, IntoPyObject, IntoPyObjectRef)]
pub(crate) enum Datum {
    Number(i64),
    Text(String),
}

impl From<&weixin_draft::Datum> for Datum {
    fn from(datum: &weixin_draft::Datum) -> Self {
        match datum {
            weixin_draft::Datum::Number(number) => Datum::Number(*number),
            other => Datum::Text(other.to_string()),
        }
    }
}

impl fmt::Display for Datum {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Datum::Number(number) => number.fmt(formatter),
            Datum::Text(text) => text.fmt(formatter),
        }
    }
}
