//! What `wrong_type` says of documents that people take for a request.

use super::{Finding, wrong_type};
use crate::errcode::error_code;
use crate::report::Words;
use crate::request::OtherDocument;

static DRAFT: Words = Words {
    en: "this is an answer of draft/get, not a request. `weixin-draft convert --media-id ID` makes a request of it.",
    zh: "这是 draft/get 的应答，不是请求。可用 `weixin-draft convert --media-id ID` 转换为请求。",
};
static DRAFTS: Words = Words {
    en: "this is an answer of draft/batchget, not a request. `weixin-draft convert --media-id ID` makes a request of one of its drafts.",
    zh: "这是 draft/batchget 的应答，不是请求。可用 `weixin-draft convert --media-id ID` 将其中一个草稿转换为请求。",
};
static DRAFT_OF_MANY: Words = Words {
    en: "this is a draft from an answer of draft/batchget, not a request. `weixin-draft convert --media-id ID` makes a request of it.",
    zh: "这是 draft/batchget 应答中的一个草稿，不是请求。可用 `weixin-draft convert --media-id ID` 转换为请求。",
};
static ANSWER: Words = Words {
    en: "this is an answer of the server with errcode {code}, not a request. Give the request that was sent. The code means: {meaning}",
    zh: "这是服务器的应答（errcode {code}），不是请求。请提供发送的请求。该返回码的含义：{meaning}",
};
static UNKNOWN_ANSWER: Words = Words {
    en: "this is an answer of the server with errcode {code}, not a request. Give the request that was sent, and look the code up in the vendor's documentation.",
    zh: "这是服务器的应答（errcode {code}），不是请求。请提供发送的请求；该返回码请在官方文档中查询。",
};
static ARTICLE: Words = Words {
    en: "these are the fields of an article, which belong inside articles. Send an object with media_id, index, and the article as articles.",
    zh: "这些是文章的字段，应放在 articles 里。请发送包含 media_id、index 的对象，并以整篇文章作为 articles 的值。",
};
static ADD_REQUEST: Words = Words {
    en: "this is a body of draft/add. draft_update changes one article: send media_id, index, and that article as articles, without brackets.",
    zh: "这是 draft/add 的请求体。draft_update 每次只修改一篇文章：请发送 media_id、index，并以该文章作为 articles 的值，不加方括号。",
};
static REQUESTS: Words = Words {
    en: "this is an array of requests. Send one request at a time; a file with one request a line is checked with --ndjson.",
    zh: "这是请求的数组。请每次只发送一个请求；每行一个请求的文件请用 --ndjson 检查。",
};
static ARTICLES: Words = Words {
    en: "this is an array of articles. draft_update changes one article: send an object with media_id, index, and the article as articles.",
    zh: "这是文章的数组。draft_update 每次只修改一篇文章：请发送包含 media_id、index 的对象，并以该文章作为 articles 的值。",
};
static JSON_IN_STRING: Words = Words {
    en: "this is JSON inside a string: it was encoded twice. Send the object itself.",
    zh: "这是字符串里的 JSON：被编码了两次。请直接发送对象本身。",
};

/// Says what a document is, in place of all that a request would need.
pub(super) fn finding(document: OtherDocument) -> Finding {
    let finding = Finding::of(&wrong_type::RULE, 0..0);
    match document {
        OtherDocument::Draft => finding.words(&DRAFT),
        OtherDocument::Drafts => finding.words(&DRAFTS),
        OtherDocument::DraftOfMany => finding.words(&DRAFT_OF_MANY),
        OtherDocument::Answer { errcode } => {
            let finding = finding.found(errcode);
            match error_code(errcode) {
                Some(entry) => finding.words(&ANSWER).meaning(&entry.meaning),
                None => finding.words(&UNKNOWN_ANSWER),
            }
        }
        OtherDocument::Article => finding.words(&ARTICLE),
        OtherDocument::AddRequest => finding.words(&ADD_REQUEST),
        OtherDocument::Requests => finding.words(&REQUESTS),
        OtherDocument::Articles => finding.words(&ARTICLES),
        OtherDocument::JsonInString => finding.words(&JSON_IN_STRING),
    }
}
