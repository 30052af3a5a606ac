//! The endpoints as an OpenAPI document.

mod answers;
mod components;
mod examples;
mod operation;
mod operations;

use serde_json::{Map, Value, json};

use super::{SCHEMA_VERSION, file_id};

/// The OpenAPI 3.1 document of the endpoints in
/// [`ENDPOINTS`](crate::endpoint::ENDPOINTS), made of the parts of
/// [`json_schema`](crate::json_schema) and of [`ERROR_CODES`](crate::ERROR_CODES).
///
/// It differs from the request's schema in one place: news articles have to name
/// their `article_type`, since in OpenAPI 3.1 a discriminator says nothing of a
/// request without one. The server takes both.
///
/// OpenAPI allows no `$id` beside its own members; the document's is in `x-id`.
///
/// ```
/// let document = weixin_draft::openapi();
/// let operation = &document["paths"]["/cgi-bin/draft/update"]["post"];
/// assert_eq!(operation["operationId"], "draftUpdate");
/// let answers = &operation["responses"]["200"]["content"]["application/json"]["examples"];
/// assert_eq!(answers["40007"]["value"]["errcode"], 40007);
/// ```
pub fn openapi() -> Value {
    let paths: Map<String, Value> = operations::all()
        .iter()
        .map(|operation| (operation.endpoint.path(), json!({"post": operation.to_json()})))
        .collect();
    json!({
        "openapi": "3.1.0",
        "x-id": file_id("openapi.json"),
        "info": {
            "title": "WeChat drafts",
            "summary": "Replaces an article of an unpublished draft, and what is called around that.",
            "description": "Endpoints of WeChat's Official Accounts, described by people who call them; \
                            the vendor has no part in this document. 微信公众号草稿相关接口，非官方描述。",
            "version": format!("{SCHEMA_VERSION}.0.0"),
        },
        "servers": [{"url": "https://api.weixin.qq.com"}],
        "paths": paths,
        "components": {"schemas": components::schemas()},
    })
}
