//! How fields are written: `null` and empty strings never are.

use serde::{Serialize, Serializer};

/// Whether an optional text says nothing; `""` means the same as leaving it out.
#[allow(clippy::ref_option, reason = "as serde calls it")]
pub(super) fn is_unset(text: &Option<String>) -> bool {
    text.as_deref().is_none_or(str::is_empty)
}

/// A flag is `0` or `1` on the wire.
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
pub(super) fn flag<S: Serializer>(flag: &Option<bool>, serializer: S) -> Result<S::Ok, S::Error> {
    flag.map(u8::from).serialize(serializer)
}

#[cfg(feature = "schema")]
pub(super) use schema::Flag;

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use crate::crop::CropBox;

    /// A flag: 0 or 1.
    pub(crate) struct Flag;

    impl JsonSchema for Flag {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "Flag".into()
        }

        fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
            json_schema!({"type": "integer", "enum": [0, 1]})
        }
    }

    /// A text; its pattern comes from a rule.
    impl JsonSchema for CropBox {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "CropBox".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            String::json_schema(generator)
        }
    }
}
