//! The endpoint as an OpenAPI document.

mod answers;
mod components;
mod examples;

use serde_json::{Value, json};

use super::{SCHEMA_VERSION, file_id};

/// The OpenAPI 3.1 document of the endpoint, made of the parts of
/// [`json_schema`](crate::json_schema) and of [`ERROR_CODES`](crate::ERROR_CODES).
///
/// It differs from the request's schema in one place: news articles have to name
/// their `article_type`, since in OpenAPI 3.1 a discriminator says nothing of a
/// request without one. The server takes both.
///
/// OpenAPI allows no `$id` beside its own members; the document's is in
/// `x-id`.
///
/// ```
/// let document = weixin_draft::openapi();
/// let operation = &document["paths"]["/cgi-bin/draft/update"]["post"];
/// assert_eq!(operation["operationId"], "draftUpdate");
/// let answers = &operation["responses"]["200"]["content"]["application/json"]["examples"];
/// assert_eq!(answers["40007"]["value"]["errcode"], 40007);
/// ```
pub fn openapi() -> Value {
    json!({
        "openapi": "3.1.0",
        "x-id": file_id("openapi.json"),
        "info": {
            "title": "WeChat draft_update",
            "summary": "Replaces an article of an unpublished draft.",
            "description": "One endpoint of WeChat's Official Accounts, described by people who call it; \
                            the vendor has no part in this document. 微信公众号「更新草稿」接口，非官方描述。",
            "version": format!("{SCHEMA_VERSION}.0.0"),
        },
        "servers": [{"url": "https://api.weixin.qq.com"}],
        "paths": {"/cgi-bin/draft/update": {"post": operation()}},
        "components": {"schemas": components::schemas()},
    })
}

fn operation() -> Value {
    json!({
        "operationId": "draftUpdate",
        "summary": "Update a draft",
        "description": "Replaces the article at `index` of the draft `media_id` as a whole: \
                        what is not sent is lost. Send characters as UTF-8, not as JSON escapes, \
                        which are stored as they are spelt. 整篇替换草稿中的一篇文章，未填写的字段会丢失；\
                        请直接发送 UTF-8 字符，不要使用 JSON 转义。",
        "security": [],
        "parameters": [{
            "name": "access_token",
            "in": "query",
            "description": "The account's access token, or a platform's authorizer_access_token.",
            "required": true,
            "schema": {"type": "string", "minLength": 1},
            "example": "SANDBOX_TOKEN",
        }],
        "requestBody": {
            "required": true,
            "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/DraftUpdate"},
                "examples": examples::requests(),
            }},
        },
        "responses": {
            "200": {
                "description": "Every answer, good or bad; `errcode` says which. Its label may be \
                                text/plain: read it as JSON in UTF-8 all the same.",
                "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Response"},
                    "examples": answers::examples(),
                }},
            },
            "default": {
                "description": "Not from the endpoint itself, but from a gateway before it: any body, often HTML.",
            },
        },
    })
}
