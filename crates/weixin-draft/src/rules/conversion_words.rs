//! What `wrong_type` says of what cannot be converted into an article.

use super::document_words::of_answer;
use super::{Finding, document_words, wrong_type};
use crate::report::{Datum, Words};
use crate::request::NoItem;

static NOTHING: Words = Words {
    en: "there is nothing here. Give an answer of draft/get or draft/batchget.",
    zh: "内容为空。请提供 draft/get 或 draft/batchget 的应答。",
};
static ANSWER: Words = Words {
    en: "this is an answer of the server with errcode {code}, not a draft: {meaning} `weixin-draft errcode {code}` says what to do.",
    zh: "这是服务器的应答（errcode {code}），不是草稿：{meaning}处理办法见 `weixin-draft errcode {code}`。",
};
static REQUEST: Words = Words {
    en: "this is a request already. Check it with `weixin-draft check`.",
    zh: "这已经是请求。请用 `weixin-draft check` 检查。",
};
static NO_DRAFT: Words = Words {
    en: "this holds no draft. Give an answer of draft/get or draft/batchget, or one item of a news_item.",
    zh: "这里没有草稿。请提供 draft/get 或 draft/batchget 的应答，或 news_item 中的一项。",
};
static NO_LIST: Words = Words {
    en: "news_item must be an array, with one object for each article. Give the answer of draft/get as it came.",
    zh: "news_item 必须是数组，每篇文章一个对象。请提供 draft/get 的原始应答。",
};
static EMPTY_DRAFT: Words = Words {
    en: "the draft has no articles here. Read it with draft/get, or choose another.",
    zh: "此处的草稿没有文章。请用 draft/get 读取，或另选一个草稿。",
};
static ONE_ARTICLE: Words = Words {
    en: "the draft has one article, which is number 0. Choose that index.",
    zh: "草稿只有一篇文章，序号为 0。请选择序号 0。",
};
static INDEX: Words = Words {
    en: "the draft has {found} article{s}, counted from 0. Choose another index.",
    zh: "草稿共有 {found} 篇文章，序号从 0 开始。请另选序号。",
};
static MANY_DRAFTS: Words = Words {
    en: "this is an answer of draft/batchget with several drafts. Choose one by its media_id: {found}.",
    zh: "这是 draft/batchget 的应答，其中有多个草稿。请用 media_id 指定其中一个：{found}。",
};
static OTHER_DRAFTS: Words = Words {
    en: "this is an answer of draft/batchget, and none of its drafts has the media_id that was given. Choose one of these: {found}.",
    zh: "这是 draft/batchget 的应答，其中没有所给 media_id 的草稿。请从以下 media_id 中选择：{found}。",
};

/// Says why there is nothing to convert.
pub(super) fn finding(no_item: NoItem) -> Finding {
    let finding = Finding::of(&wrong_type::RULE, 0..0);
    let words = match no_item {
        NoItem::Answer { errcode: 0 } | NoItem::NoDraft => &NO_DRAFT,
        NoItem::Answer { errcode } => return of_answer(finding, errcode, &ANSWER),
        NoItem::Document(document) => return document_words::finding(document, 0..0, b""),
        NoItem::Nothing => &NOTHING,
        NoItem::Request => &REQUEST,
        NoItem::NoList => &NO_LIST,
        NoItem::EmptyDraft => &EMPTY_DRAFT,
        NoItem::Index { length: 1 } => &ONE_ARTICLE,
        NoItem::Index { length } => return finding.words(&INDEX).found(length),
        NoItem::ManyDrafts { media_ids, is_chosen } => {
            let words = if is_chosen { &OTHER_DRAFTS } else { &MANY_DRAFTS };
            return finding.words(words).found(listed(&media_ids));
        }
    };
    finding.words(words)
}

/// As many of the ids as fit.
fn listed(media_ids: &[String]) -> String {
    const MORE: &str = ", …";
    let mut listed = String::new();
    for id in media_ids {
        let separator = if listed.is_empty() { "" } else { ", " };
        if listed.len() + separator.len() + id.len() + MORE.len() > Datum::MAX_TEXT {
            listed.push_str(MORE);
            break;
        }
        listed.push_str(separator);
        listed.push_str(id);
    }
    listed
}
