//! Requests to begin with; the sandbox takes them as they are.

use serde_json::{Value, json};

use crate::model::{Article, DraftUpdate};

pub(super) fn requests() -> Value {
    let mut news = Article::news("春季菜单", "<p>周一起供应。</p>");
    news.author = Some("后厨".into());
    news.thumb_media_id = Some("COVER_ID".into());
    let images = ["IMAGE_ID_1", "IMAGE_ID_2"];
    let newspic = Article::newspic("市集一角", "第一行\n第二行", images);
    json!({
        "news": {
            "summary": "A news article, 图文消息",
            "value": value(&DraftUpdate::new("SANDBOX_NEWS", 0, news)),
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
