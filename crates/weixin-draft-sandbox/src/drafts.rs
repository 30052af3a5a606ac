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
    pub(crate) fn new(media_id: &str, articles: Vec<Map<String, Value>>) -> Draft {
        let items = articles.into_iter().enumerate();
        let items = items.map(|(index, fields)| published(fields, media_id, index)).collect();
        Draft { items, create_time: now(), update_time: now() }
    }

    /// When it was last changed.
    pub(crate) fn update_time(&self) -> u64 {
        self.update_time
    }

    /// Changes fields of an article; false if there is none at this place.
    pub(crate) fn change(&mut self, index: usize, fields: &Map<String, Value>) -> bool {
        let Some(item) = self.items.get_mut(index) else {
            return false;
        };
        item.extend(fields.clone());
        self.update_time = now();
        true
    }

    /// The draft as `draft/batchget` lists it.
    pub(crate) fn to_list_entry(&self, media_id: &str, with_content: bool) -> Value {
        let mut content = self.to_json();
        if !with_content && let Some(items) = content["news_item"].as_array_mut() {
            for item in items {
                item["content"] = "".into();
            }
        }
        json!({"media_id": media_id, "content": content, "update_time": self.update_time})
    }

    /// Refuses an index this draft does not have.
    pub(crate) fn check_index(&self, index: usize) -> Result<(), Refusal> {
        if index < self.items.len() {
            Ok(())
        } else {
            refuse(40114, "index is past the last article")
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
        (NEWS.to_owned(), Draft::new(NEWS, objects(news))),
        (NEWSPIC.to_owned(), Draft::new(NEWSPIC, objects(newspic))),
    ])
}

fn objects(values: Vec<Value>) -> Vec<Map<String, Value>> {
    let fields = |value| if let Value::Object(fields) = value { Some(fields) } else { None };
    values.into_iter().filter_map(fields).collect()
}
