//! The published schemas: the model's shape and what the rules say of it.
//!
//! The shape comes from derives on the model, made plain by `tidy`; limits and
//! patterns come from the table of rules. A schema's descriptions are the first
//! paragraphs of the model's documentation, so these speak to readers who
//! never see Rust.

mod description;
mod keywords;
mod llm;
mod names;
mod openapi;
mod order;
mod report;
mod tidy;

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use serde_json::{Value, json};

pub use llm::llm_schema;
pub use names::{SchemaDraft, SchemaKind, UnknownSchemaDraft, UnknownSchemaKind};
pub use openapi::openapi;

use crate::model::{DraftUpdate, Response};

/// The version in every schema's `$id`. It rises when a document that one
/// version accepts may be refused by the next, or read into other types.
pub const SCHEMA_VERSION: u32 = 1;

const BASE: &str = "https://weixin-draft.github.io/schema";

/// The JSON Schema of a request, a response or a report.
///
/// A request's schema accepts a body exactly if the check finds no error of a
/// rule whose [`in_schema`](crate::Rule::in_schema) is `yes`, but for texts of
/// white space alone, which only the check refuses; its description names the
/// rules that a schema cannot say.
///
/// ```
/// use weixin_draft::{SchemaDraft, SchemaKind, json_schema};
///
/// let schema = json_schema(SchemaKind::Request, SchemaDraft::Draft2020_12);
/// assert_eq!(schema["$defs"]["ImageInfo"]["properties"]["image_list"]["maxItems"], 20);
///
/// let schema = json_schema(SchemaKind::Response, SchemaDraft::Draft7);
/// assert_eq!(schema["required"], serde_json::json!(["errcode", "errmsg"]));
/// ```
pub fn json_schema(kind: SchemaKind, draft: SchemaDraft) -> Value {
    let (settings, suffix) = match draft {
        SchemaDraft::Draft2020_12 => (SchemaSettings::draft2020_12(), ""),
        SchemaDraft::Draft7 => (SchemaSettings::draft07(), ".draft-07"),
    };
    let definitions = settings.definitions_path.trim_matches('/').to_owned();
    let settings = settings.with(|settings| settings.transforms.clear());
    let tidied = |it: SchemaSettings| {
        it.with_transform(RecursiveTransform(tidy::tidy))
            .with_transform(RecursiveTransform(tidy::remove_unsigned))
    };
    let mut schema = match kind {
        SchemaKind::Request => {
            tidied(settings.with_transform(RecursiveTransform(tidy::remove_null)))
                .with_transform(RecursiveTransform(tidy::close))
                .into_generator()
                .into_root_schema_for::<DraftUpdate>()
        }
        SchemaKind::Response => {
            tidied(settings).into_generator().into_root_schema_for::<Response>()
        }
        SchemaKind::Report => {
            tidied(settings).into_generator().into_root_schema_for::<report::Report>()
        }
    };
    let id = file_id(&format!("{}{suffix}.json", kind.as_str()));
    schema.insert("$id".to_owned(), json!(id));
    if kind == SchemaKind::Request {
        keywords::add_keywords(&mut schema, &definitions);
        description::name_unsaid_rules(&mut schema);
    }
    RecursiveTransform(order::order).transform(&mut schema);
    schema.to_value()
}

/// The address of a published file, with the version in it.
fn file_id(file: &str) -> String {
    format!("{BASE}/v{SCHEMA_VERSION}/{file}")
}
