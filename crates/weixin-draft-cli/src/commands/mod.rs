//! The commands, one module each.

mod account;
pub(crate) mod add;
pub(crate) mod check;
pub(crate) mod convert;
pub(crate) mod crop;
pub(crate) mod edit;
pub(crate) mod errcode;
pub(crate) mod list;
pub(crate) mod pull;
pub(crate) mod push;
pub(crate) mod rules;
#[cfg(feature = "sandbox")]
pub(crate) mod sandbox;
pub(crate) mod schema;
pub(crate) mod token;
pub(crate) mod update;
