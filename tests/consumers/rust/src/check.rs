use jsonschema::{ValidationError, Validator, error::ValidationErrorKind};
use serde_json::{Value, json};

/// The compiled schema: the whole request, and each branch of `articles`.
pub struct Check {
    request: Validator,
    news: Validator,
    newspic: Validator,
}

impl Check {
    pub fn new(schema: &Value) -> Result<Self, ValidationError<'static>> {
        let branch = |name| json!({"$defs": schema["$defs"], "$ref": format!("#/$defs/{name}")});
        Ok(Self {
            request: jsonschema::validator_for(schema)?,
            news: jsonschema::validator_for(&branch("NewsArticle"))?,
            newspic: jsonschema::validator_for(&branch("NewsPicArticle"))?,
        })
    }

    /// What is wrong with a request, one line each: the place, then the sentence.
    pub fn problems(&self, request: &Value) -> Vec<String> {
        let mut lines = Vec::new();
        for error in self.request.iter_errors(request) {
            if !matches!(error.kind(), ValidationErrorKind::AnyOf { .. }) {
                lines.push(format!("{}: {error}", error.instance_path()));
                continue;
            }
            // The errors of `anyOf` speak of both branches at once: take those of the branch that was meant.
            let article = &request["articles"];
            let newspic = article["article_type"] == "newspic";
            let branch = if newspic { &self.newspic } else { &self.news };
            let inside = branch.iter_errors(article);
            lines.extend(inside.map(|e| format!("/articles{}: {e}", e.instance_path())));
        }
        lines
    }
}
