//! The form of reports, as the command prints them.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// What was found in one request: what `check` answers in every language. The command
/// `weixin-draft check --format json` prints an array of such objects, one a file, and
/// with --ndjson one object a line. Reports may get more members in later versions.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
pub(super) struct Report {
    /// The file's name as it was given; - is standard input. Only from the command.
    #[schemars(default)]
    file: String,
    /// The request's line in the file, from 1. Only with --ndjson.
    #[schemars(default)]
    line: u64,
    /// Whether the request may be sent: it was checked, and no error was found.
    ok: bool,
    /// Everything that was found, in document order, at most 1,000 entries.
    violations: Vec<Violation>,
    /// How many violations there are beyond those.
    #[schemars(default)]
    omitted: u64,
    /// Whether the file could not be read.
    #[schemars(default)]
    unreadable: bool,
    /// Whether the file was skipped: it was found in a directory, is not JSON, and may or may
    /// not have been meant for a request.
    #[schemars(default)]
    skipped: bool,
    /// Why the file could not be read, or was skipped.
    #[schemars(default)]
    message: String,
}

/// A rule is broken at one place.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct Violation {
    /// The rule's code, as in rules.json. Codes never change, but more may come.
    code: String,
    /// An error keeps the request from being sent, a warning and an info do not.
    #[schemars(extend("enum" = ["error", "warning", "info"]))]
    level: String,
    /// Where the value is, as a JSON Pointer (RFC 6901); a missing field has
    /// the place it belongs to. Empty for the whole document.
    path: String,
    /// What is wrong and what to do, in the language that was asked for. Its
    /// words may change between versions.
    message: String,
    /// The limit that was passed, or null where there is none.
    #[schemars(with = "Nullable<Datum>")]
    limit: (),
    /// What was found, where that is a number, a type or a host; else null.
    #[schemars(with = "Nullable<Datum>")]
    found: (),
    #[schemars(with = "Nullable<u64>")]
    /// Line of the value in the text that was checked, from 1; null where there never
    /// was a text, as for an object that was built in a program.
    line: (),
    #[schemars(with = "Nullable<u64>")]
    /// Column of the value, in code points from 1.
    column: (),
    #[schemars(with = "Nullable<Range>")]
    /// The bytes of the value.
    range: (),
    #[schemars(with = "Nullable<Range>")]
    /// The same in UTF-16 code units, as editors and JavaScript count.
    utf16_range: (),
    /// How often the rule is broken there; above 1 only for rules on the content.
    count: u64,
    /// The first places inside the content, at most ten, for rules on the content.
    places: Vec<Place>,
    #[schemars(with = "Nullable<Fix>")]
    /// What would mend it, or null where there is no one obvious way.
    fix: (),
    #[schemars(with = "Nullable<String>")]
    /// The address of the rule's description.
    url: (),
}

/// A place inside the content.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct Place {
    /// Code points from the beginning of the content to the place.
    offset: u64,
    /// The element's name in lower case; empty for a place in the text.
    element: String,
    #[schemars(with = "Nullable<Datum>")]
    /// What was found there, or null.
    found: (),
    #[schemars(with = "Nullable<u64>")]
    /// Line of the place in the text that was checked, from 1.
    line: (),
    #[schemars(with = "Nullable<u64>")]
    /// Column of the place, in code points from 1.
    column: (),
    #[schemars(with = "Nullable<Range>")]
    /// The bytes of the place.
    range: (),
    #[schemars(with = "Nullable<Range>")]
    /// The same in UTF-16 code units.
    utf16_range: (),
}

/// The part of a text from `start` up to, and not with, `end`.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct Range {
    /// Where it begins.
    start: u64,
    /// Where it ends.
    end: u64,
}

/// What would mend a violation.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct Fix {
    /// A safe fix has only one reading; with an unsafe one something may be lost.
    #[schemars(extend("enum" = ["safe", "unsafe"]))]
    applicability: String,
    /// What the fix does, in the language that was asked for.
    message: String,
    /// How many edits there are.
    count: u64,
    #[schemars(with = "Nullable<Vec<Edit>>")]
    /// The edits, in the order of their ranges; null where there are more than 100,
    /// or where a report of 4 MiB has no room for them.
    edits: (),
}

/// Replaces a part of the text that was checked.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct Edit {
    /// The bytes that go.
    range: Range,
    #[schemars(with = "Nullable<Range>")]
    /// The same in UTF-16 code units.
    utf16_range: (),
    /// What takes their place.
    replacement: String,
}

/// A number or a text.
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

/// Something or null.
struct Nullable<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Nullable<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Nullable{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let inner = generator.subschema_for::<T>();
        json_schema!({"anyOf": [inner, {"type": "null"}]})
    }
}
