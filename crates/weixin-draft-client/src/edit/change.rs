//! From a changed article to the request that is sent.

use serde_json::Value;
use weixin_draft::Article;
use weixin_draft::endpoint::is_servers_digest;

/// The body of an update of this article, given as JSON.
pub(crate) fn update_body(media_id: &str, index: u32, article: &[u8]) -> Vec<u8> {
    let media_id = Value::from(media_id).to_string();
    let mut body =
        format!("{{\"media_id\":{media_id},\"index\":{index},\"articles\":").into_bytes();
    body.extend_from_slice(article);
    body.push(b'}');
    body
}

/// The changed article without a digest that the server made from the old text,
/// so that it makes one from the new.
pub(super) fn without_outdated_digest(before: &Article, after: Vec<u8>) -> Vec<u8> {
    let Article::News(before) = before else {
        return after;
    };
    let Some(digest) = &before.digest else {
        return after;
    };
    let Ok(Value::Object(mut fields)) = serde_json::from_slice(&after) else {
        return after;
    };
    let content_differs = fields.get("content").is_some_and(|it| *it != *before.content);
    let digest_stays = fields.get("digest").is_some_and(|it| *it == **digest);
    if content_differs && digest_stays && is_servers_digest(digest, &before.content) {
        fields.remove("digest");
        return Value::Object(fields).to_string().into_bytes();
    }
    after
}
