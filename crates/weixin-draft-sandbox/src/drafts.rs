//! The drafts the sandbox keeps, in the form in which they are read back.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::answer::{Refusal, now, refuse};

/// The draft of two news articles the sandbox starts with.
pub const NEWS: &str = "SANDBOX_NEWS";

/// The draft of one picture article the sandbox starts with.
pub const NEWSPIC: &str = "SANDBOX_NEWSPIC";

/// A picture on the vendor's own hosts, for articles that show one.
const PICTURE: &str = "https://mmbiz.qpic.cn/sandbox/picture/0?wx_fmt=png";

/// One draft.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    items: Vec<Map<String, Value>>,
    create_time: u64,
    update_time: u64,
}

impl Draft {
    fn new(media_id: &str, articles: Vec<Value>) -> Draft {
        let mut draft = Draft { items: Vec::new(), create_time: now(), update_time: now() };
        for (index, article) in articles.into_iter().enumerate() {
            if let Value::Object(fields) = article {
                draft.items.push(published(fields, media_id, index));
            }
        }
        draft
    }

    /// Refuses an index this draft does not have.
    pub(crate) fn check_index(&self, index: usize) -> Result<(), Refusal> {
        if index < self.items.len() {
            Ok(())
        } else {
            refuse(40114, "index lies behind the last article")
        }
    }

    /// Puts an article in the place of the one at `index`, wholly.
    pub(crate) fn replace(&mut self, media_id: &str, index: usize, article: Map<String, Value>) {
        if let Some(item) = self.items.get_mut(index) {
            *item = published(article, media_id, index);
            self.update_time = now();
        }
    }

    /// The draft as `draft/get` answers with it.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "news_item": self.items,
            "create_time": self.create_time,
            "update_time": self.update_time,
        })
    }
}

/// Adds what the vendor knows of an article and nobody may send.
fn published(mut article: Map<String, Value>, media_id: &str, index: usize) -> Map<String, Value> {
    let thumb = article.get("thumb_media_id").and_then(Value::as_str);
    let thumb_url = match thumb {
        Some(thumb) if !thumb.is_empty() => format!("https://mmbiz.qpic.cn/sandbox/{thumb}/0"),
        _ => String::new(),
    };
    article.insert("thumb_url".into(), thumb_url.into());
    // Drafts have preview addresses: linking to one is what `tempkey=` is about.
    let url = format!("http://mp.weixin.qq.com/s?__biz=SANDBOX&tempkey={media_id}_{index}");
    article.insert("url".into(), url.into());
    article.insert("show_cover_pic".into(), 0.into());
    article.insert("is_deleted".into(), false.into());
    article
}

/// The drafts of a fresh sandbox.
pub(crate) fn initial() -> BTreeMap<String, Draft> {
    // The second article has no type, as drafts made before there were two.
    let news = vec![
        json!({
            "article_type": "news",
            "title": "Spring menu",
            "author": "Kitchen",
            "digest": "What is new from Monday on",
            "content": format!("<p>From Monday: 春卷.</p><p><img src=\"{PICTURE}\"></p>"),
            "content_source_url": "https://example.com/menu",
            "thumb_media_id": "SANDBOX_THUMB_1",
            "need_open_comment": 1,
            "only_fans_can_comment": 0,
            "cover_info": {"crop_percent_list": [
                {"ratio": "2.35_1", "x1": "0.1945", "y1": "0", "x2": "1", "y2": "0.5236"},
            ]},
        }),
        json!({
            "title": "Opening hours",
            "author": "Kitchen",
            "digest": "",
            "content": "<p>Closed on Tuesdays.</p>",
            "content_source_url": "",
            "thumb_media_id": "SANDBOX_THUMB_2",
            "need_open_comment": 0,
            "only_fans_can_comment": 0,
        }),
    ];
    let newspic = vec![json!({
        "article_type": "newspic",
        "title": "Our garden",
        "author": "",
        "content": "In bloom since yesterday",
        "need_open_comment": 0,
        "only_fans_can_comment": 0,
        "image_info": {"image_list": [
            {"image_media_id": "SANDBOX_IMAGE_1"},
            {"image_media_id": "SANDBOX_IMAGE_2"},
        ]},
        "cover_info": {"crop_percent_list": [
            {"ratio": "1_1", "x1": "0.166454", "y1": "0", "x2": "0.833545", "y2": "1"},
        ]},
    })];
    BTreeMap::from([
        (NEWS.to_owned(), Draft::new(NEWS, news)),
        (NEWSPIC.to_owned(), Draft::new(NEWSPIC, newspic)),
    ])
}
