//! What `wrong_type` says of documents that people take for a request.

use std::ops::Range;

use super::wrong_type_fix::REQUEST_ALONE;
use super::{Finding, wrong_type};
use crate::errcode::error_code;
use crate::json::ObjectMembers;
use crate::report::{Edit, Words};
use crate::request::OtherDocument;

static DRAFT: Words = Words {
    en: "this is a draft of draft/get, not a request. `weixin-draft convert --media-id ID` makes a request of it.",
    zh: "这是 draft/get 应答中的草稿，不是请求。可用 `weixin-draft convert --media-id ID` 转换为请求。",
};
static DRAFTS: Words = Words {
    en: "this is an answer of draft/batchget, not a request. `weixin-draft convert --media-id ID` makes a request of one of its drafts.",
    zh: "这是 draft/batchget 的应答，不是请求。可用 `weixin-draft convert --media-id ID` 将其中一个草稿转换为请求。",
};
static NO_DRAFTS: Words = Words {
    en: "this is an answer of draft/batchget without drafts. Read it again with another offset.",
    zh: "这是 draft/batchget 的应答，其中没有草稿。请换一个 offset 重新读取。",
};
static PUBLISHED: Words = Words {
    en: "this is an answer of freepublish, not a request. Send an object with media_id, index and articles.",
    zh: "这是发布接口（freepublish）的应答，不是请求。请发送包含 media_id、index、articles 的对象。",
};
static MATERIAL: Words = Words {
    en: "this is a list of permanent material. Use an id from it as thumb_media_id or image_media_id.",
    zh: "这是永久素材列表。其中的 ID 可用作 thumb_media_id 或 image_media_id。",
};
static SUCCESS: Words = Words {
    en: "this is an answer of the server with errcode {code}, not a request: the call succeeded. Give the request that was sent.",
    zh: "这是服务器的应答（errcode {code}），不是请求：调用已成功。请提供发送的请求。",
};
static ANSWER: Words = Words {
    en: "this is an answer of the server with errcode {code}, not a request. Give the request that was sent. The code means: {meaning}",
    zh: "这是服务器的应答（errcode {code}），不是请求。请提供发送的请求。该返回码的含义：{meaning}",
};
static UNKNOWN_ANSWER: Words = Words {
    en: "this is an answer of the server with errcode {code}. Give another file, and look the code up in the vendor's documentation.",
    zh: "这是服务器的应答（errcode {code}）。请换一个文件；该返回码请在官方文档中查询。",
};
static ARTICLE: Words = Words {
    en: "these are the fields of an article. Send an object with media_id, index, and the article as articles.",
    zh: "这些是文章的字段。请发送包含 media_id、index 的对象，并以整篇文章作为 articles 的值。",
};
static ADD_REQUEST: Words = Words {
    en: "this is a body of draft/add. draft_update changes one article: send media_id, index, and that article as articles, without brackets.",
    zh: "这是 draft/add 的请求体。draft_update 每次只修改一篇文章：请发送 media_id、index，并以该文章作为 articles 的值，不加方括号。",
};
static REQUESTS: Words = Words {
    en: "this is an array of requests. Send one request at a time; to check them all, write one a line (jq -c '.[]') and use --ndjson.",
    zh: "这是请求的数组。请每次只发送一个请求；要检查全部，请改为每行一个（jq -c '.[]'），并使用 --ndjson。",
};
static ARTICLES: Words = Words {
    en: "this is an array of articles. draft_update changes one article: send an object with media_id, index, and the article as articles.",
    zh: "这是文章的数组。draft_update 每次只修改一篇文章：请发送包含 media_id、index 的对象，并以该文章作为 articles 的值。",
};
static JSON_IN_STRING: Words = Words {
    en: "this is JSON inside a string: it was encoded twice. Send the object itself.",
    zh: "这是字符串里的 JSON：被编码了两次。请直接发送对象本身。",
};

static WRAPPED: Words = Words {
    en: "the request is inside this member. Send the member's value alone.",
    zh: "请求被放在了这个字段里面。请只发送该字段的值。",
};
static WRAPPED_STRING: Words = Words {
    en: "the request is inside this member, in a string. Send what the string holds.",
    zh: "请求被放在了这个字段的字符串里面。请发送字符串中的内容。",
};
static TOKEN: Words = Words {
    en: "this is an answer with an access token. Give another file, and keep this one secret: whoever has it can use the account.",
    zh: "这是获取 access_token 的应答。请换一个文件，并妥善保管此文件：拿到它的人都能操作该账号。",
};
static MEDIA_ID: Words = Words {
    en: "this is an id or an address alone, as draft/add and uploads answer with it. Send an object with media_id, index and articles.",
    zh: "这里只有 ID 或地址，像是新增草稿或上传素材的应答。请发送包含 media_id、index、articles 的对象。",
};
static NO_FIELD: Words = Words {
    en: "this object has no field of a request. Send an object with media_id, index and articles.",
    zh: "这个对象没有请求的任何字段。请发送包含 media_id、index、articles 的对象。",
};

/// Takes a request out of objects that hold nothing else.
fn request_alone(range: Range<usize>, text: &[u8]) -> Vec<Edit> {
    let mut begin = text.len() - text.trim_ascii_start().len();
    let end = text.trim_ascii_end().len();
    let edits = vec![Edit::removal(begin..range.start), Edit::removal(range.end..end)];
    while begin < range.start {
        match ObjectMembers::of(text, begin).only() {
            Some(member) => begin = member.value.start,
            None => return Vec::new(),
        }
    }
    edits
}

/// Says what a document is, in place of all that a request would need.
pub(super) fn finding(document: OtherDocument, range: Range<usize>, text: &[u8]) -> Finding {
    let finding = Finding::of(&wrong_type::RULE, range.clone());
    let words = match document {
        OtherDocument::Draft { .. } | OtherDocument::Item => &DRAFT,
        OtherDocument::NoDrafts => &NO_DRAFTS,
        OtherDocument::Drafts { .. } => &DRAFTS,
        OtherDocument::Published => &PUBLISHED,
        OtherDocument::Material => &MATERIAL,
        OtherDocument::NoField => &NO_FIELD,
        OtherDocument::Answer { errcode: 0 } => return finding.found(0_i64).words(&SUCCESS),
        OtherDocument::Answer { errcode } => return of_answer(finding, errcode, &ANSWER),
        OtherDocument::Article => &ARTICLE,
        OtherDocument::AddRequest => &ADD_REQUEST,
        OtherDocument::Requests => &REQUESTS,
        OtherDocument::Articles => &ARTICLES,
        OtherDocument::JsonInString => &JSON_IN_STRING,
        OtherDocument::Wrapped { .. } => {
            let is_string = text.get(range.start) == Some(&b'"');
            let words = if is_string { &WRAPPED_STRING } else { &WRAPPED };
            return finding.words(words).fix(&REQUEST_ALONE, request_alone(range, text));
        }
        OtherDocument::Token => &TOKEN,
        OtherDocument::MediaId => &MEDIA_ID,
    };
    finding.words(words)
}

/// Says that a document is an answer of the server; in `words`, where its code is known.
pub(super) fn of_answer(finding: Finding, errcode: i64, words: &'static Words) -> Finding {
    let finding = finding.found(errcode);
    match error_code(errcode) {
        Some(entry) => finding.words(words).meaning(&entry.meaning),
        None => finding.words(&UNKNOWN_ANSWER),
    }
}
