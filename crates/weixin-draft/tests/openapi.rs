//! The OpenAPI document says what the schemas say.
#![cfg(feature = "schema")]

mod support;

use jsonschema::Validator;
use serde_json::{Value, json};
use weixin_draft::endpoint::ENDPOINTS;
use weixin_draft::{
    Checker, ERROR_CODES, SchemaDraft, SchemaKind, check_json, json_schema, openapi,
};

const OPERATION: &str = "/paths/~1cgi-bin~1draft~1update/post";

/// A validator of one of the document's schemas.
fn component(document: &Value, name: &str) -> Validator {
    let components = &document["components"];
    let schema = json!({"$ref": format!("#/components/schemas/{name}"), "components": components});
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn judges_every_vector_as_the_request_schema_does() {
    let document = openapi();
    let ours = json_schema(SchemaKind::Request, SchemaDraft::Draft2020_12);
    let (here, there) =
        (component(&document, "DraftUpdate"), jsonschema::validator_for(&ours).unwrap());
    for case in support::cases() {
        let Ok(mut body) = serde_json::from_slice::<Value>(&case.body) else { continue };
        if let Some(article) = body.get_mut("articles").and_then(Value::as_object_mut) {
            article.entry("article_type").or_insert(json!("news"));
        }
        assert_eq!(here.is_valid(&body), there.is_valid(&body), "{}: {body}", case.description);
    }
}

#[test]
fn news_have_to_name_their_type() {
    let validator = component(&openapi(), "DraftUpdate");
    let mut request =
        json!({"media_id": "M", "index": 0, "articles": {"title": "T", "content": "x"}});
    assert!(!validator.is_valid(&request));
    request["articles"]["article_type"] = json!("news");
    assert!(validator.is_valid(&request));
}

#[test]
fn every_answer_code_is_an_example() {
    let document = openapi();
    let answer = document.pointer(OPERATION).unwrap()["responses"]["200"].clone();
    let examples = answer["content"]["application/json"]["examples"].as_object().unwrap();
    let validator = component(&document, "Response");
    let codes: Vec<_> = examples.values().map(|example| &example["value"]["errcode"]).collect();
    assert_eq!(codes, ERROR_CODES.iter().map(|entry| entry.code).collect::<Vec<_>>());
    for (name, example) in examples {
        assert!(validator.is_valid(&example["value"]), "{name}");
        assert_eq!(*name, example["value"]["errcode"].to_string());
    }
    assert_eq!(examples["0"]["value"]["errmsg"], "ok");
}

#[test]
fn every_request_example_is_good() {
    let document = openapi();
    let body = &document.pointer(OPERATION).unwrap()["requestBody"]["content"]["application/json"];
    let validator = component(&document, "DraftUpdate");
    for (name, example) in body["examples"].as_object().unwrap() {
        let request = &example["value"];
        assert!(validator.is_valid(request), "{name}");
        let report = check_json(request.to_string().as_bytes());
        assert!(report.violations().is_empty(), "{name}: {report}");
    }
}

#[test]
fn every_endpoint_is_described() {
    let document = openapi();
    let paths = document["paths"].as_object().unwrap();
    assert_eq!(paths.len(), ENDPOINTS.len());
    for endpoint in ENDPOINTS {
        let operation = &paths[&endpoint.path()]["post"];
        let parameters = operation["parameters"].as_array().unwrap();
        let names: Vec<_> = parameters.iter().map(|it| it["name"].as_str().unwrap()).collect();
        assert_eq!(names.contains(&"access_token"), endpoint.takes_token, "{endpoint:?}");
        assert_eq!(names.contains(&"type"), endpoint.parameter.is_some(), "{endpoint:?}");
        let bodies = operation["requestBody"]["content"].as_object().unwrap();
        for (kind, body) in bodies.iter().filter(|(kind, _)| *kind == "application/json") {
            let name = body["schema"]["$ref"].as_str().unwrap().rsplit('/').next().unwrap();
            let examples = body["examples"].as_object().unwrap();
            assert!(!examples.is_empty(), "{kind}");
            for (key, example) in examples {
                assert!(component(&document, name).is_valid(&example["value"]), "{name}: {key}");
            }
        }
    }
}

#[test]
fn bodies_of_other_endpoints_are_judged() {
    let document = openapi();
    for (name, good, bad) in [
        ("ListRequest", json!({"offset": 0, "count": 20, "no_content": 1}), "count"),
        ("GetRequest", json!({"media_id": "M"}), "media_id"),
        (
            "TokenRequest",
            json!({"grant_type": "client_credential", "appid": "A", "secret": "S", "force_refresh": false}),
            "grant_type",
        ),
    ] {
        let validator = component(&document, name);
        assert!(validator.is_valid(&good), "{name}");
        for value in [json!(21), json!(null), json!([])] {
            let mut body = good.clone();
            body[bad] = value;
            assert!(!validator.is_valid(&body), "{name}: {body}");
        }
    }
    let add = component(&document, "AddRequest");
    let article = |thumb: Value| {
        let mut article = json!({"article_type": "news", "title": "T", "content": "x"});
        if !thumb.is_null() {
            article["thumb_media_id"] = thumb;
        }
        article
    };
    for (articles, is_good) in [
        (vec![article(json!("C"))], true),
        (vec![article(json!("C")); 8], true),
        (vec![article(Value::Null)], false),
        (vec![article(json!(7))], false),
    ] {
        let body = json!({"articles": articles});
        let checked = Checker::new().check_draft_add(body.to_string().as_bytes()).is_ok();
        assert_eq!((add.is_valid(&body), checked), (is_good, is_good), "{body}");
    }
    // How many there are is for the schema alone.
    assert!(!add.is_valid(&json!({"articles": vec![article(json!("C")); 9]})));
    assert!(!add.is_valid(&json!({"articles": []})));
}

#[test]
fn every_reference_leads_somewhere() {
    fn look(value: &Value, document: &Value) {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(place)) = members.get("$ref") {
                    assert!(document.pointer(&place[1..]).is_some(), "{place}");
                }
                members.values().for_each(|inner| look(inner, document));
            }
            Value::Array(items) => items.iter().for_each(|inner| look(inner, document)),
            _ => {}
        }
    }
    let document = openapi();
    look(&document, &document);
    let schemas = &document["components"]["schemas"];
    let update = &schemas["DraftUpdate"]["properties"]["articles"];
    let add = &schemas["AddRequest"]["properties"]["articles"]["items"];
    for (name, place) in [update, add]
        .into_iter()
        .flat_map(|articles| articles["discriminator"]["mapping"].as_object().unwrap())
    {
        let schema = document.pointer(&place.as_str().unwrap()[1..]).unwrap();
        assert_eq!(schema["properties"]["article_type"]["enum"], json!([name]));
        assert!(schema["required"].as_array().unwrap().contains(&json!("article_type")));
    }
}
