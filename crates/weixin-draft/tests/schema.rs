//! The form of the published schema.
#![cfg(feature = "schema")]

use serde_json::{Value, json};
use weixin_draft::{InSchema, Level, RULES, SchemaDraft, SchemaKind, json_schema};

/// Every schema: kind, draft and document.
fn schemas() -> Vec<(SchemaKind, SchemaDraft, Value)> {
    let of_kind =
        |kind| SchemaDraft::ALL.map(|draft| (kind, draft, json_schema(kind, draft))).into_iter();
    SchemaKind::ALL.into_iter().flat_map(of_kind).collect()
}

/// Shows every schema within a document, itself included, with its place.
fn each_schema(schema: &Value, place: &str, look: &mut impl FnMut(&Value, &str)) {
    look(schema, place);
    for holder in ["properties", "$defs", "definitions"] {
        for (name, inner) in schema[holder].as_object().into_iter().flatten() {
            each_schema(inner, &format!("{place}/{holder}/{name}"), look);
        }
    }
    for (number, inner) in schema["anyOf"].as_array().into_iter().flatten().enumerate() {
        each_schema(inner, &format!("{place}/anyOf/{number}"), look);
    }
    if let Some(inner) = schema.get("items") {
        each_schema(inner, &format!("{place}/items"), look);
    }
}

#[test]
fn fits_the_meta_schema_of_its_draft() {
    for (kind, draft, schema) in schemas() {
        let fits = match draft {
            SchemaDraft::Draft7 => jsonschema::draft7::meta::is_valid(&schema),
            _ => jsonschema::draft202012::meta::is_valid(&schema),
        };
        assert!(fits, "{kind:?} {draft:?}");
        assert!(schema["$schema"].is_string() && schema["$id"].is_string());
    }
}

#[test]
fn holds_only_keywords_that_every_tool_understands() {
    const UNDERSTOOD: [&str; 21] = [
        "$schema",
        "$id",
        "$ref",
        "$defs",
        "definitions",
        "title",
        "description",
        "type",
        "enum",
        "anyOf",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minimum",
        "maximum",
        "pattern",
    ];
    for (kind, draft, schema) in schemas() {
        each_schema(&schema, "", &mut |schema, place| {
            let members = schema.as_object().unwrap();
            for name in members.keys() {
                assert!(
                    UNDERSTOOD.contains(&name.as_str()),
                    "{name} at {kind:?} {draft:?} {place}"
                );
            }
            assert!(members.len() == 1 || !members.contains_key("$ref"), "beside $ref at {place}");
            assert!(!schema["type"].is_array(), "a list of types at {place}");
            let nullable = schema["enum"].as_array().is_some_and(|all| all.contains(&Value::Null));
            assert!(!nullable, "null at {place}");
        });
    }
}

#[test]
fn patterns_are_portable() {
    for (_, _, schema) in schemas() {
        each_schema(&schema, "", &mut |schema, place| {
            if let Some(pattern) = schema["pattern"].as_str() {
                let escapes = pattern.match_indices('\\').map(|(at, _)| &pattern[at..at + 2]);
                assert!(escapes.into_iter().all(|escape| escape == "\\."), "{pattern} at {place}");
                assert!(!pattern.contains("(?"), "{pattern} at {place}");
            }
        });
    }
}

#[test]
fn every_object_of_a_request_is_closed_and_all_others_are_open() {
    for (kind, _, schema) in schemas() {
        let mut objects = 0;
        each_schema(&schema, "", &mut |schema, place| {
            if schema["type"] == "object" || schema.get("properties").is_some() {
                objects += 1;
                let closed = schema.get("additionalProperties") == Some(&json!(false));
                assert_eq!(closed, kind == SchemaKind::Request, "{place}");
            }
        });
        let expected = match kind {
            SchemaKind::Request => 9,
            SchemaKind::Response => 1,
            _ => 6,
        };
        assert_eq!(objects, expected, "{kind:?}");
    }
}

#[test]
fn words_speak_to_readers_who_never_see_rust() {
    for (_, _, schema) in schemas() {
        each_schema(&schema, "", &mut |schema, place| {
            let is_part = place.ends_with("/items") || place.contains("/anyOf/");
            let described = schema.get("description").or(schema.get("$ref")).is_some() || is_part;
            assert!(described, "no description at {place}");
            let text = schema["description"].as_str().unwrap_or_default();
            for rust in ["::", "[`", "```", "\n", "Option", "Vec<", "Rust"] {
                assert!(!text.contains(rust), "{rust:?} in the description at {place}");
            }
        });
    }
}

#[test]
fn the_description_names_the_errors_that_a_schema_cannot_say() {
    let schema = json_schema(SchemaKind::Request, SchemaDraft::Draft7);
    let description = schema["description"].as_str().unwrap();
    for rule in RULES {
        let unsaid = match rule.in_schema {
            InSchema::No | InSchema::Partly(_) => rule.level == Level::Error,
            _ => false,
        };
        assert_eq!(description.contains(&format!(" {}: ", rule.code)), unsaid, "{}", rule.code);
    }
}

#[test]
fn every_keyword_of_a_rule_stands_in_the_schema() {
    for draft in SchemaDraft::ALL {
        let schema = json_schema(SchemaKind::Request, draft);
        let definitions = if draft == SchemaDraft::Draft7 { "definitions" } else { "$defs" };
        for rule in RULES {
            for keyword in rule.in_schema.keywords() {
                assert_eq!(rule.level, Level::Error, "{}", rule.code);
                for (definition, property) in keyword.fields {
                    let object = match *definition {
                        "DraftUpdate" => &schema,
                        name => &schema[definitions][name],
                    };
                    let found = object["properties"][property].get(keyword.name);
                    assert_eq!(found, Some(&(keyword.value)()), "{} {property}", rule.code);
                }
            }
        }
    }
}

#[test]
fn the_response_may_hold_more_than_is_known() {
    for draft in SchemaDraft::ALL {
        let schema = json_schema(SchemaKind::Response, draft);
        let is_valid = |answer| jsonschema::is_valid(&schema, &answer);
        assert!(is_valid(json!({"errcode": 0, "errmsg": "ok"})));
        assert!(is_valid(json!({"errcode": -1, "errmsg": "system error", "more": []})));
        assert!(!is_valid(json!({"errcode": 0})));
        assert!(!is_valid(json!({"errmsg": "ok"})));
        assert!(!is_valid(json!({"errcode": "0", "errmsg": "ok"})));
        assert!(!is_valid(json!([0, "ok"])));
    }
}
