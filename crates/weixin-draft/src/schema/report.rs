//! The form of reports, as the command prints them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// What `weixin-draft check --format json` prints: a list with one report a
/// file. With --ndjson it prints no list, but one report a line. Reports may
/// get more members in later versions.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
pub(super) struct Reports(Vec<Report>);

/// What was found in one request.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct Report {
    /// The file's name as it was given; - is standard input.
    file: String,
    /// The request's line in the file, from 1. Only with --ndjson.
    #[schemars(default)]
    line: u64,
    /// Whether the request may be sent: it was checked, and no error was found.
    ok: bool,
    /// Everything that was found, in document order, at most 1,000 entries.
    violations: Vec<Violation>,
    /// How many violations there are beyond those. Only where there are more.
    #[schemars(default)]
    omitted: u64,
    #[schemars(default)]
    too_long: TooLong,
    /// Whether the file could not be read; standard error says why.
    #[schemars(default)]
    unreadable: bool,
}

/// The line was too long to be checked. Only with --ndjson.
#[derive(Default, serde::Serialize, JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct TooLong {
    /// The longest line that is checked, in bytes.
    limit: u64,
}

/// A rule is broken at one place.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct Violation {
    /// The rule's code, as in rules.json. Codes never change, but more may come.
    code: String,
    /// An error keeps the request from being sent, a warning does not.
    #[schemars(extend("enum" = ["error", "warning"]))]
    level: String,
    /// Where the value stands, as a JSON Pointer (RFC 6901); a missing field has
    /// the place it belongs to. Empty for the whole document.
    path: String,
    /// What is wrong and what to do, in the language that was asked for. Its
    /// words may change between versions.
    message: String,
    /// The limit that was passed, or null where there is none.
    limit: Nullable,
    /// What was found, where that is a number, a type or a host; else null.
    found: Nullable,
    /// Line of the value in the text that was checked, from 1.
    line: u64,
    /// Column of the value, in code points from 1.
    column: u64,
    /// How often the rule is broken there. Only for rules on the content's HTML.
    #[schemars(default)]
    count: u64,
    /// The first places inside the content, at most ten. Only for rules on the
    /// content's HTML.
    #[schemars(default)]
    places: Vec<Place>,
}

/// A place inside the content.
#[derive(serde::Serialize, JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct Place {
    /// Code points from the beginning of the content to the element.
    offset: u64,
    /// The element's name in lower case.
    element: String,
    /// What was found there. Only where there is something to say.
    #[schemars(default)]
    found: Datum,
}

/// A number or a text.
#[derive(Default, serde::Serialize)]
struct Datum;

impl JsonSchema for Datum {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Datum".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [{"type": "integer"}, {"type": "string"}]})
    }
}

/// A number, a text or null.
struct Nullable;

impl JsonSchema for Nullable {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "NullableDatum".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}]})
    }
}
