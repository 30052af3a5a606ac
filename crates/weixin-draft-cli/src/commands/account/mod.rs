//! What the commands that call an account have in common.

mod article;
mod conflict;
mod connection;
mod fields;
mod files;
mod known;
mod source;
mod tell;
mod undo;

pub(super) use article::{ArticleOptions, read_articles};
pub(super) use connection::{Account, AccountOptions};
pub(super) use fields::{kept_fields, lost_fields, tell_of_old_errors};
pub(super) use files::{beside, read_text, without_mark, write_file};
pub(super) use known::Known;
pub(super) use source::{Source, Target, with_media_id};
#[cfg(feature = "pictures")]
pub(super) use tell::not_sent;
pub(super) use tell::{Told, fail, fail_in, stored, tell};
pub(super) use undo::Undo;
