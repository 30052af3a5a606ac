//! How optional fields are written: `null` and empty strings never are.

use serde::{Serialize, Serializer};

/// Whether an optional text says nothing; `""` means the same as leaving it out.
#[allow(clippy::ref_option, reason = "as serde calls it")]
pub(super) fn is_unset(text: &Option<String>) -> bool {
    text.as_deref().is_none_or(str::is_empty)
}

/// A switch is `0` or `1` on the wire.
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
pub(super) fn flag<S: Serializer>(flag: &Option<bool>, serializer: S) -> Result<S::Ok, S::Error> {
    flag.map(u8::from).serialize(serializer)
}
