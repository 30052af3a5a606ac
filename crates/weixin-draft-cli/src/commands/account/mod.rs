//! What the commands that call an account have in common.

mod article;
mod connection;
mod files;
mod tell;

pub(super) use article::{ArticleOptions, read_articles, to_update};
pub(super) use connection::{Account, AccountOptions};
pub(super) use files::{beside, read_json, write_file};
pub(super) use tell::{Told, fail, tell};
