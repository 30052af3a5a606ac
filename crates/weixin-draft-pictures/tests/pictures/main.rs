//! Pictures as articles have them, from their addresses to an upload.

mod fit;
mod sources;
mod support;
mod uploads;
