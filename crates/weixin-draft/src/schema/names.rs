//! Which schema is wanted, by name.

use std::fmt;
use std::str::FromStr;

/// What a schema describes.
///
/// ```
/// use weixin_draft::SchemaKind;
///
/// assert_eq!("response".parse(), Ok(SchemaKind::Response));
/// assert_eq!(SchemaKind::Request.as_str(), "request");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SchemaKind {
    /// The body that is sent.
    #[default]
    Request,
    /// The answer.
    Response,
    /// What `weixin-draft check --format json` prints.
    Report,
}

impl SchemaKind {
    /// All kinds.
    pub const ALL: [SchemaKind; 3] =
        [SchemaKind::Request, SchemaKind::Response, SchemaKind::Report];

    /// The kind's name: `request`, `response` or `report`.
    pub fn as_str(self) -> &'static str {
        match self {
            SchemaKind::Request => "request",
            SchemaKind::Response => "response",
            SchemaKind::Report => "report",
        }
    }
}

/// A name that is none of `request`, `response` and `report`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSchemaKind;

impl fmt::Display for UnknownSchemaKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("unknown schema: use request, response or report")
    }
}

impl std::error::Error for UnknownSchemaKind {}

impl FromStr for SchemaKind {
    type Err = UnknownSchemaKind;

    fn from_str(name: &str) -> Result<Self, UnknownSchemaKind> {
        SchemaKind::ALL.into_iter().find(|kind| kind.as_str() == name).ok_or(UnknownSchemaKind)
    }
}

/// A draft of the JSON Schema language.
///
/// ```
/// use weixin_draft::SchemaDraft;
///
/// assert_eq!("7".parse(), Ok(SchemaDraft::Draft7));
/// assert_eq!(SchemaDraft::default().as_str(), "2020-12");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SchemaDraft {
    /// Draft 2020-12.
    #[default]
    Draft2020_12,
    /// Draft 7, for tools that know no later one.
    Draft7,
}

impl SchemaDraft {
    /// All drafts.
    pub const ALL: [SchemaDraft; 2] = [SchemaDraft::Draft2020_12, SchemaDraft::Draft7];

    /// The draft's name: `2020-12` or `7`.
    pub fn as_str(self) -> &'static str {
        match self {
            SchemaDraft::Draft2020_12 => "2020-12",
            SchemaDraft::Draft7 => "7",
        }
    }
}

/// A name that is neither `2020-12` nor `7`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSchemaDraft;

impl fmt::Display for UnknownSchemaDraft {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("unknown draft of JSON Schema: use 2020-12 or 7")
    }
}

impl std::error::Error for UnknownSchemaDraft {}

impl FromStr for SchemaDraft {
    type Err = UnknownSchemaDraft;

    fn from_str(name: &str) -> Result<Self, UnknownSchemaDraft> {
        SchemaDraft::ALL.into_iter().find(|draft| draft.as_str() == name).ok_or(UnknownSchemaDraft)
    }
}
