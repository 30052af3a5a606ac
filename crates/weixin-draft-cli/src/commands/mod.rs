//! The commands, one module each.

pub(crate) mod check;
pub(crate) mod convert;
pub(crate) mod crop;
pub(crate) mod errcode;
pub(crate) mod rules;
#[cfg(feature = "sandbox")]
pub(crate) mod sandbox;
pub(crate) mod schema;
pub(crate) mod update;
