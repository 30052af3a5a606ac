//! Requests to begin with; the sandbox takes them as they are.

use serde_json::{Value, json};

use crate::endpoint::{GetRequest, ListRequest, TokenRequest};
use crate::model::{Article, DraftUpdate};

/// Examples of a request of this schema.
pub(super) fn of(schema: &str) -> Value {
    match schema {
        "DraftUpdate" => updates(),
        "AddRequest" => json!({"news": {
            "summary": "A draft of one news article",
            "value": {"articles": [news()]},
        }}),
        "ListRequest" => json!({"first": {
            "summary": "The first page, titles only",
            "value": ListRequest { offset: 0, count: 20, no_content: 1 },
        }}),
        "TokenRequest" => json!({"usual": {
            "summary": "The token that is good now",
            "value": TokenRequest::new("SANDBOX_APPID", "SANDBOX_SECRET", false),
        }}),
        _ => json!({"sandbox": {
            "summary": "A draft of the sandbox",
            "value": GetRequest { media_id: "SANDBOX_NEWS" },
        }}),
    }
}

fn news() -> Article {
    let mut news = Article::news("春季菜单", "<p>周一起供应。</p>");
    news.author = Some("后厨".into());
    news.thumb_media_id = Some("COVER_ID".into());
    news.into()
}

fn updates() -> Value {
    let images = ["IMAGE_ID_1", "IMAGE_ID_2"];
    let newspic = Article::newspic("市集一角", "第一行\n第二行", images);
    json!({
        "news": {
            "summary": "A news article, 图文消息",
            "value": value(&DraftUpdate::new("SANDBOX_NEWS", 0, news())),
        },
        "newspic": {
            "summary": "A picture message, 图片消息",
            "value": value(&DraftUpdate::new("SANDBOX_NEWSPIC", 0, newspic)),
        },
    })
}

fn value(draft: &DraftUpdate) -> Value {
    // Serialising strings, integers and structs into memory cannot fail.
    serde_json::to_value(draft).unwrap_or_default()
}
