//! Pictures as articles have them, from their addresses to an upload.

mod article;
mod damaged;
mod fit;
mod proxy;
mod sources;
mod support;
mod uploads;
