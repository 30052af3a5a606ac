//! JSON bytes to the values of a request. Every violation of shape is reported as a
//! fact, [`ShapeIssue`]; what it means is for the rules to say.
//!
//! Reading never fails on a wrong value: it is reported, its slot is marked
//! unusable, and reading goes on. Only text that is not JSON ends the reading.
//! Entries of arrays are shown as they are read and then forgotten, so that
//! memory does not grow with their number.

mod article;
mod cover;
mod fields;
mod image;
mod issue;
mod misspelt;
mod object;
mod other_document;
mod other_names;
mod path_at;
mod product;
mod read;
mod rewrite;
mod root;
mod skip;
mod slot;
mod walk;

pub(crate) use article::{Article, ArticleType};
pub(crate) use cover::{CoverInfo, Crop};
pub(crate) use fields::{ObjectFields, home_of, is_always_required};
pub(crate) use image::{Image, ImageList};
pub(crate) use issue::{Issue, NoItem, ShapeIssue};
pub(crate) use other_document::{OtherDocument, other_document};
pub(crate) use path_at::path_at;
pub(crate) use product::{FooterProductInfo, ProductInfo};
pub(crate) use read::{
    Event, Form, ReadSettings, read_add_request, read_article, read_item, read_nested, read_request,
};
pub(crate) use rewrite::{Expected, Rewrite, rewrite};
pub(crate) use root::{REQUEST, Request};
pub(crate) use slot::Slot;
