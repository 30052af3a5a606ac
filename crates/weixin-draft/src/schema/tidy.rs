//! From what schemars writes to what tools in every language understand.

use schemars::Schema;
use serde_json::{Value, json};

/// What is left out: formats, since strict validators refuse those they do not
/// know; defaults, since generators of types then require the field.
const LEFT_OUT: [&str; 2] = ["format", "default"];

/// Makes one schema plain: nothing beside a `$ref`, no keyword that is left
/// out, and a description of one paragraph.
pub(super) fn tidy(schema: &mut Schema) {
    let Some(members) = schema.as_object_mut() else {
        return;
    };
    if members.contains_key("$ref") {
        members.retain(|name, _| name == "$ref");
    }
    members.retain(|name, _| !LEFT_OUT.contains(&name.as_str()));
    if let Some(Value::String(description)) = members.get_mut("description") {
        *description = first_paragraph(description);
    }
}

/// Takes away what schemars says of unsigned numbers: the limits of such schemas come
/// from the rules.
pub(super) fn remove_unsigned(schema: &mut Schema) {
    if schema.get("minimum") == Some(&json!(0)) {
        schema.remove("minimum");
    }
}

/// Lets an object have no members but those that are named.
pub(super) fn close(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), json!(false));
    }
}

/// An optional field may be left out, but is never null.
pub(super) fn remove_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [name] = types.as_mut_slice() {
            let name = name.take();
            schema.insert("type".to_owned(), name);
        }
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    if let Some(Value::Array(branches)) = schema.get_mut("anyOf") {
        branches.retain(|branch| *branch != json!({"type": "null"}));
        if let [Value::Object(branch)] = branches.as_mut_slice() {
            let branch = std::mem::take(branch);
            if let Some(members) = schema.as_object_mut() {
                members.retain(|name, _| name != "anyOf");
                members.extend(branch);
            }
        }
    }
}

/// What follows the first paragraph speaks to readers of the Rust library.
fn first_paragraph(text: &str) -> String {
    text.lines().take_while(|line| !line.trim().is_empty()).collect::<Vec<_>>().join(" ")
}
