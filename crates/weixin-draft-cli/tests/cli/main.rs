//! The command, as people call it.

mod check;
mod config;
mod convert;
mod crop;
mod ndjson;
mod pipes;
mod sandbox;
mod support;
mod tables;
mod update;
