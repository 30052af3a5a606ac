//! One endpoint as the document has it.

use serde_json::{Map, Value, json};

use super::components::reference;
use super::{answers, examples};
use crate::endpoint::Endpoint;

/// What the document says of an endpoint.
pub(super) struct Operation {
    pub(super) endpoint: &'static Endpoint,
    pub(super) id: &'static str,
    pub(super) summary: &'static str,
    pub(super) description: &'static str,
    pub(super) body: Body,
    pub(super) answer: Answer,
}

/// What is sent.
pub(super) enum Body {
    /// JSON of this schema.
    Json(&'static str),
    /// A form with a file.
    Picture,
}

/// What is answered when nothing is wrong.
pub(super) enum Answer {
    /// `errcode` 0.
    Done,
    /// JSON of this schema.
    Json(&'static str),
    /// A picture.
    Picture,
}

impl Operation {
    pub(super) fn to_json(&self) -> Value {
        json!({
            "operationId": self.id,
            "summary": self.summary,
            "description": self.description,
            "security": [],
            "parameters": self.parameters(),
            "requestBody": {"required": true, "content": self.body()},
            "responses": {
                "200": {
                    "description": "Every answer, good or bad; `errcode` other than 0 is a refusal. Its label \
                                    may be text/plain: read it as JSON in UTF-8 all the same.",
                    "content": self.answers(),
                },
                "default": {
                    "description": "Not from the endpoint itself, but from a gateway before it: any body, often HTML.",
                },
            },
        })
    }

    fn parameters(&self) -> Vec<Value> {
        let mut parameters = Vec::new();
        if self.endpoint.takes_token {
            parameters.push(json!({
                "name": "access_token",
                "in": "query",
                "description": "The account's access token, or a platform's authorizer_access_token.",
                "required": true,
                "schema": {"type": "string", "minLength": 1},
                "example": "SANDBOX_TOKEN",
            }));
        }
        if let Some((name, value)) = self.endpoint.parameter.and_then(|it| it.split_once('=')) {
            parameters.push(json!({
                "name": name,
                "in": "query",
                "required": true,
                "schema": {"type": "string", "enum": [value]},
            }));
        }
        parameters
    }

    fn body(&self) -> Value {
        match self.body {
            Body::Json(schema) => json!({"application/json": {
                "schema": reference(schema),
                "examples": examples::of(schema),
            }}),
            Body::Picture => json!({"multipart/form-data": {"schema": reference("Picture")}}),
        }
    }

    fn answers(&self) -> Value {
        let refused = reference("Response");
        let (schema, examples) = match self.answer {
            Answer::Done => (refused, answers::every_code()),
            Answer::Json(schema) => {
                (json!({"anyOf": [reference(schema), refused]}), answers::own_codes(self.endpoint))
            }
            Answer::Picture => (refused, answers::own_codes(self.endpoint)),
        };
        let mut content = Map::new();
        let mut json = json!({"schema": schema});
        if !examples.is_empty() {
            json["examples"] = examples.into();
        }
        content.insert("application/json".to_owned(), json);
        if matches!(self.answer, Answer::Picture) {
            content.insert("image/*".to_owned(), json!({}));
        }
        content.into()
    }
}
