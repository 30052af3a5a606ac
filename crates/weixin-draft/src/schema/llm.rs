//! The request's schema for tool calls of language models.

use serde_json::{Map, Value, json};

use super::{SchemaDraft, SchemaKind, file_id, json_schema};

/// What strict modes of tool calls do not promise to understand.
const LEFT_OUT: [&str; 3] = ["title", "minLength", "maxLength"];

/// The JSON Schema of a request, in the subset that OpenAI's strict mode takes.
///
/// Every field is required, and one that may be left out may be null instead:
/// clean what the model writes with [`without_nulls`](crate::without_nulls), then
/// check it as any other request. Limits on lengths are left out, since strict
/// modes do not promise to keep them.
///
/// ```
/// use weixin_draft::{check_json, llm_schema, without_nulls};
///
/// let article = &llm_schema()["$defs"]["NewsArticle"];
/// assert_eq!(article["properties"]["author"]["type"], serde_json::json!(["string", "null"]));
///
/// let arguments = br#"{"media_id": "M", "index": 0, "articles":
///     {"title": "Menu", "content": "<p>x</p>", "thumb_media_id": "C", "author": null}}"#;
/// assert!(check_json(&without_nulls(arguments)?).is_ok());
/// # Ok::<(), weixin_draft::Report>(())
/// ```
pub fn llm_schema() -> Value {
    let mut schema = json_schema(SchemaKind::Request, SchemaDraft::Draft2020_12);
    adapt(&mut schema);
    schema["$id"] = json!(file_id("request.llm.json"));
    if let Value::String(description) = &mut schema["description"] {
        description.push_str(" A field that is not wanted is null.");
    }
    schema
}

/// Adapts one schema and all within it.
fn adapt(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("type").is_some_and(|kind| kind == "object") {
                require_all(members);
            }
            if members.contains_key("minLength")
                && let Some(Value::String(description)) = members.get_mut("description")
            {
                description.push_str(" Not empty.");
            }
            // A field may be called like a keyword, and then holds a schema.
            members.retain(|name, value| !LEFT_OUT.contains(&name.as_str()) || value.is_object());
            members.values_mut().for_each(adapt);
        }
        Value::Array(items) => items.iter_mut().for_each(adapt),
        _ => {}
    }
}

/// Requires every field; one that was optional may be null.
fn require_all(object: &mut Map<String, Value>) {
    let required = object.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let Some(Value::Object(fields)) = object.get_mut("properties") else {
        return;
    };
    let names: Vec<Value> = fields.keys().map(|name| json!(name)).collect();
    for (name, field) in fields.iter_mut() {
        if !required.contains(&json!(name)) {
            let old = field.take();
            *field = nullable(old);
        }
    }
    object.insert("required".to_owned(), Value::Array(names));
}

fn nullable(mut schema: Value) -> Value {
    if schema.get("$ref").is_some() {
        return json!({"anyOf": [schema, {"type": "null"}]});
    }
    if let Some(kind) = schema.get_mut("type") {
        *kind = json!([kind.take(), "null"]);
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.push(Value::Null);
    }
    schema
}
