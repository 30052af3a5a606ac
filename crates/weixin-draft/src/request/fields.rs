//! What the vendor's page lists of each object: the one place that reading, known
//! names, rewriting and the words of rules follow.

use super::article::Article;
use super::cover::{CoverInfo, Crop};
use super::image::{Image, ImageInfo};
use super::object::Object;
use super::product::{FooterProductInfo, ProductInfo};
use super::root::Request;
use crate::json::MAX_NAME;
use crate::near_name::near_name;

/// An object of the request.
#[derive(Debug)]
pub(crate) struct ObjectFields {
    /// The name of the member or array that holds it; empty for the request itself.
    pub(crate) home: &'static str,
    pub(crate) fields: &'static [Field],
    /// Names that draft/get answers with and draft_update does not take.
    pub(crate) read_only: &'static [&'static str],
}

/// A field of an object.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) presence: Presence,
}

/// What a field holds.
#[derive(Debug)]
pub(crate) enum Kind {
    Text,
    Integer,
    Object(&'static ObjectFields),
    /// An array of such objects.
    Array(&'static ObjectFields),
}

impl Kind {
    pub(crate) const fn has_inside(&self) -> bool {
        matches!(self, Kind::Object(_) | Kind::Array(_))
    }
}

/// Whether a field may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    /// Required in a picture message; no other article may have it.
    NewsPicOnly,
    /// It may be left out, and an empty text means the same.
    Optional,
    /// It may be left out, but an empty text is a value like any other.
    Plain,
}

impl ObjectFields {
    pub(crate) fn field(&self, name: &[u8]) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name.as_bytes() == name)
    }

    /// The field that a misspelt name was probably meant to be.
    pub(crate) fn near(&self, name: &[u8]) -> Option<&'static Field> {
        let name = str::from_utf8(name).ok().filter(|name| name.len() <= MAX_NAME)?;
        self.field(near_name(name, self.names())?.as_bytes())
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().map(|field| field.name)
    }
}

/// Every object of a request, from the outside to the inside.
const OBJECTS: [&ObjectFields; 8] = [
    Request::FIELDS,
    Article::FIELDS,
    ImageInfo::FIELDS,
    Image::FIELDS,
    CoverInfo::FIELDS,
    Crop::FIELDS,
    ProductInfo::FIELDS,
    FooterProductInfo::FIELDS,
];

/// The home of the object that has a field of this name.
pub(crate) fn home_of(name: &str) -> Option<&'static str> {
    let is_its = |object: &&&ObjectFields| object.field(name.as_bytes()).is_some();
    OBJECTS.iter().find(is_its).map(|object| object.home)
}

/// Whether a field of this name can never be left out where it belongs.
pub(crate) fn is_always_required(name: &[u8]) -> bool {
    let field = OBJECTS.iter().find_map(|object| object.field(name));
    field.is_some_and(|field| matches!(field.presence, Presence::Required | Presence::NewsPicOnly))
}
