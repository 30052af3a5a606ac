//! The schemas of the document.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use serde_json::{Map, Value, json};

use super::super::order::order;
use super::super::{SchemaDraft, SchemaKind, json_schema, tidy};
use crate::endpoint::{
    AddRequest, AddedDraft, AddedMaterial, Draft, DraftList, GetRequest, ListRequest, TokenAnswer,
    TokenRequest, UploadedImage,
};

/// Where the document keeps its schemas.
const PATH: &str = "#/components/schemas/";

/// Where the document has a schema.
pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("{PATH}{name}")})
}

/// Requests and answers, with all that they are made of.
pub(super) fn schemas() -> Value {
    let mut schemas = Map::new();
    for (kind, name) in [(SchemaKind::Request, "DraftUpdate"), (SchemaKind::Response, "Response")] {
        add(name, json_schema(kind, SchemaDraft::Draft2020_12), &mut schemas);
    }
    add_type::<AddRequest<'_>>(true, &mut schemas);
    add_type::<GetRequest<'_>>(true, &mut schemas);
    add_type::<ListRequest>(true, &mut schemas);
    add_type::<TokenRequest<'_>>(true, &mut schemas);
    add_type::<AddedDraft>(false, &mut schemas);
    add_type::<Draft>(false, &mut schemas);
    add_type::<DraftList>(false, &mut schemas);
    add_type::<TokenAnswer>(false, &mut schemas);
    add_type::<UploadedImage>(false, &mut schemas);
    add_type::<AddedMaterial>(false, &mut schemas);
    schemas.insert("Picture".to_owned(), picture());
    let mut schemas = Value::Object(schemas);
    move_references(&mut schemas);
    require_type(&mut schemas["NewsArticle"]);
    schemas["NewArticle"] = with_cover(&schemas["NewsArticle"]);
    tell_apart(&mut schemas["DraftUpdate"]["properties"]["articles"], "NewsArticle");
    tell_apart(&mut schemas["AddRequest"]["properties"]["articles"]["items"], "NewArticle");
    schemas
}

/// Adds a schema and those that it is made of, unless they are there already.
fn add(name: &str, mut schema: Value, schemas: &mut Map<String, Value>) {
    let definitions = schema["$defs"].take();
    if let Some(members) = schema.as_object_mut() {
        members.retain(|name, _| !["$schema", "$id", "$defs", "title"].contains(&&**name));
    }
    schemas.insert(name.to_owned(), schema);
    for (name, definition) in definitions.as_object().into_iter().flatten() {
        schemas.entry(name.clone()).or_insert_with(|| definition.clone());
    }
}

/// Adds the schema of a request, which is closed, or of an answer.
fn add_type<T: JsonSchema>(is_request: bool, schemas: &mut Map<String, Value>) {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.transforms.clear());
    let settings = settings.with_transform(RecursiveTransform(tidy::remove_null));
    let settings = if is_request {
        settings.with_transform(RecursiveTransform(tidy::close))
    } else {
        settings
    };
    let settings = settings.with_transform(RecursiveTransform(tidy::tidy));
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    RecursiveTransform(order).transform(&mut schema);
    add(&T::schema_name(), schema.to_value(), schemas);
}

/// The form of an upload.
fn picture() -> Value {
    json!({
        "description": "A form with the picture's file.",
        "type": "object",
        "properties": {"media": {
            "description": "The file, with a name.",
            "type": "string",
            "contentMediaType": "application/octet-stream",
        }},
        "required": ["media"],
    })
}

/// A news article of a new draft.
fn with_cover(news: &Value) -> Value {
    let mut news = news.clone();
    news["description"] = json!("A news article of a new draft, which has to have a cover.");
    if let Some(required) = news["required"].as_array_mut() {
        required.push(json!("thumb_media_id"));
    }
    news
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
fn tell_apart(articles: &mut Value, news: &str) {
    if let Some(articles) = articles.as_object_mut()
        && articles.remove("anyOf").is_some()
    {
        let branches = json!([reference(news), reference("NewsPicArticle")]);
        articles.insert("oneOf".to_owned(), branches);
        let mapping = json!({
            "news": format!("{PATH}{news}"),
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
