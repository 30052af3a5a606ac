//! The schemas of the document.

use serde_json::{Map, Value, json};

use super::super::{SchemaDraft, SchemaKind, json_schema};

/// Where the document keeps its schemas.
const PATH: &str = "#/components/schemas/";

/// Request and response, with all that they are made of.
pub(super) fn schemas() -> Value {
    let mut schemas = Map::new();
    for (kind, name) in [(SchemaKind::Request, "DraftUpdate"), (SchemaKind::Response, "Response")] {
        let mut schema = json_schema(kind, SchemaDraft::Draft2020_12);
        let definitions = schema["$defs"].take();
        if let Some(members) = schema.as_object_mut() {
            members.retain(|name, _| !["$schema", "$id", "$defs", "title"].contains(&&**name));
        }
        schemas.insert(name.to_owned(), schema);
        schemas.extend(definitions.as_object().cloned().unwrap_or_default());
    }
    let mut schemas = Value::Object(schemas);
    move_references(&mut schemas);
    tell_apart(&mut schemas["DraftUpdate"]["properties"]["articles"]);
    require_type(&mut schemas["NewsArticle"]);
    schemas
}

/// The definitions are elsewhere in this document.
fn move_references(value: &mut Value) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(place)) = members.get_mut("$ref") {
                *place = place.replace("#/$defs/", PATH);
            }
            members.values_mut().for_each(move_references);
        }
        Value::Array(items) => items.iter_mut().for_each(move_references),
        _ => {}
    }
}

/// Generators for OpenAPI expect `oneOf` with a discriminator, by which each
/// article can be of one type only.
fn tell_apart(articles: &mut Value) {
    if let Some(articles) = articles.as_object_mut()
        && let Some(branches) = articles.remove("anyOf")
    {
        articles.insert("oneOf".to_owned(), branches);
        let mapping = json!({
            "news": format!("{PATH}NewsArticle"),
            "newspic": format!("{PATH}NewsPicArticle"),
        });
        let discriminator = json!({"propertyName": "article_type", "mapping": mapping});
        articles.insert("discriminator".to_owned(), discriminator);
    }
}

/// What a discriminator says of a request without its field is open in OpenAPI
/// 3.1, so here the field has to be there.
fn require_type(news: &mut Value) {
    news["properties"]["article_type"]["description"] = json!(
        "The type: a news article. The server takes news without it too, but a discriminator needs it."
    );
    if let Some(required) = news["required"].as_array_mut() {
        required.insert(0, json!("article_type"));
    }
}
