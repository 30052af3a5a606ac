//! The schema for tool calls keeps to the strict subset, and takes every request
//! that the full schema takes once its absent fields are null.
#![cfg(feature = "schema")]

mod support;

use serde_json::{Value, json};
use weixin_draft::{SchemaDraft, SchemaKind, json_schema, llm_schema, without_nulls};

/// What the documentation of strict mode says is understood. `$schema` and `$id`
/// are no constraints.
const UNDERSTOOD: [&str; 15] = [
    "$schema",
    "$id",
    "$ref",
    "$defs",
    "description",
    "type",
    "enum",
    "anyOf",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "pattern",
    "minimum",
    "maximum",
];
const UNDERSTOOD_OF_LISTS: [&str; 2] = ["minItems", "maxItems"];

fn each_schema(schema: &Value, look: &mut impl FnMut(&Value)) {
    look(schema);
    for holder in ["properties", "$defs"] {
        schema[holder].as_object().into_iter().flatten().for_each(|(_, it)| each_schema(it, look));
    }
    schema["anyOf"].as_array().into_iter().flatten().for_each(|inner| each_schema(inner, look));
    schema.get("items").into_iter().for_each(|inner| each_schema(inner, look));
}

/// How many objects are inside each other.
fn nesting(schema: &Value, root: &Value) -> usize {
    if let Some(place) = schema["$ref"].as_str() {
        return nesting(root.pointer(&place[1..]).unwrap(), root);
    }
    let fields = schema["properties"].as_object().into_iter().flatten().map(|(_, field)| field);
    let inner =
        fields.chain(schema["anyOf"].as_array().into_iter().flatten()).chain(schema.get("items"));
    let deepest = inner.map(|inner| nesting(inner, root)).max().unwrap_or(0);
    deepest + usize::from(schema["type"] == "object")
}

#[test]
fn keeps_to_the_strict_subset() {
    let (root, mut fields) = (llm_schema(), 0);
    assert!(jsonschema::draft202012::meta::is_valid(&root));
    assert_eq!(root["type"], "object");
    each_schema(&root, &mut |schema| {
        for name in schema.as_object().unwrap().keys() {
            let understood = [&UNDERSTOOD[..], &UNDERSTOOD_OF_LISTS].concat();
            assert!(understood.contains(&name.as_str()), "{name}");
        }
        if schema["type"] == "object" {
            assert_eq!(schema["additionalProperties"], false);
            let properties: Vec<_> = schema["properties"].as_object().unwrap().keys().collect();
            assert_eq!(json!(properties), schema["required"]);
            fields += properties.len();
        }
    });
    assert!(fields <= 100 && nesting(&root, &root) <= 5, "limits of the first strict mode");
}

/// Every field that is absent gets null, as strict mode has it.
fn fill(value: &mut Value, schema: &Value, root: &Value) {
    if let Some(place) = schema["$ref"].as_str() {
        return fill(value, root.pointer(&place[1..]).unwrap(), root);
    }
    if let Some(branches) = schema["anyOf"].as_array() {
        let is_newspic = usize::from(value["article_type"] == "newspic");
        let is_union = branches[1].get("$ref").is_some();
        return fill(value, &branches[if is_union { is_newspic } else { 0 }], root);
    }
    if let (Some(members), Some(fields)) = (value.as_object_mut(), schema["properties"].as_object())
    {
        for (name, field) in fields {
            match members.get_mut(name) {
                Some(member) => fill(member, field, root),
                None => drop(members.insert(name.clone(), Value::Null)),
            }
        }
    }
    if let Some(items) = value.as_array_mut() {
        for item in items {
            fill(item, &schema["items"], root);
        }
    }
}

#[test]
fn takes_every_good_request_with_nulls_which_cleaning_takes_out_again() {
    let (root, mut taken) = (llm_schema(), 0);
    let strict = jsonschema::validator_for(&root).unwrap();
    let full = json_schema(SchemaKind::Request, SchemaDraft::Draft2020_12);
    let full = jsonschema::validator_for(&full).unwrap();
    for case in support::cases() {
        let Ok(request) = serde_json::from_slice::<Value>(&case.body) else { continue };
        if !full.is_valid(&request) {
            continue;
        }
        let mut filled = request.clone();
        fill(&mut filled, &root, &root);
        assert!(strict.is_valid(&filled), "{}: {filled}", case.description);
        let cleaned = without_nulls(filled.to_string().as_bytes()).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&cleaned).unwrap(), request);
        taken += 1;
    }
    assert!(taken > 50, "{taken}");
}

#[test]
fn refuses_what_the_subset_can_say() {
    let validator = jsonschema::validator_for(&llm_schema()).unwrap();
    let root = llm_schema();
    for (place, wrong) in [
        ("/index", json!(-1)),
        ("/articles/title", Value::Null),
        ("/articles/need_open_comment", json!(2)),
        ("/articles/pic_crop_1_1", json!("0_0_1")),
        ("/articles/article_type", json!("newspic")),
    ] {
        let article = json!({"title": "T", "content": "<p>x</p>"});
        let mut request = json!({"media_id": "M", "index": 0, "articles": article});
        fill(&mut request, &root, &root);
        assert!(validator.is_valid(&request));
        *request.pointer_mut(place).unwrap() = wrong;
        assert!(!validator.is_valid(&request), "{request}");
    }
}
