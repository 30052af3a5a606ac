//! The command, as people call it.

mod account;
mod check;
mod config;
mod convert;
mod crop;
mod desk;
mod fix;
mod formats;
mod inputs;
mod interrupts;
mod keeping;
mod language;
mod mistakes;
mod ndjson;
mod nulls;
mod pictures;
mod pipes;
mod preview;
mod sandbox;
mod schema;
mod shells;
mod support;
mod tables;
mod undo;
mod update;
mod uploads;
