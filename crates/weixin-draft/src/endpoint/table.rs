//! The endpoints, one entry each.

use super::refusals;
use super::value::{Effect, Endpoint};
use crate::report::Words;

/// Many times an answer of a few fields, or a page of titles.
const SMALL: usize = 1024 * 1024;

/// Eight articles of the largest size, however they were escaped.
const LARGE: usize = 64 * 1024 * 1024;

/// Fetches an access token.
pub static STABLE_TOKEN: Endpoint = Endpoint {
    name: "stable_token",
    path: "/cgi-bin/stable_token",
    takes_token: false,
    effect: Effect::Reads,
    largest_answer: SMALL,
    subject: Words { en: "the call for an access token", zh: "获取 access_token 的请求" },
    refusals: refusals::STABLE_TOKEN,
};

/// Reads a draft.
pub static DRAFT_GET: Endpoint = Endpoint {
    name: "draft/get",
    path: "/cgi-bin/draft/get",
    takes_token: true,
    effect: Effect::Reads,
    largest_answer: LARGE,
    subject: Words { en: "reading the draft", zh: "读取草稿的请求" },
    refusals: refusals::DRAFT_GET,
};

/// Lists the account's drafts; the vendor's name is `draft/batchget`.
pub static DRAFT_LIST: Endpoint = Endpoint {
    name: "draft/batchget",
    path: "/cgi-bin/draft/batchget",
    takes_token: true,
    effect: Effect::Reads,
    largest_answer: SMALL,
    subject: Words { en: "listing the drafts", zh: "列出草稿的请求" },
    refusals: &[],
};

/// Makes a new draft.
pub static DRAFT_ADD: Endpoint = Endpoint {
    name: "draft/add",
    path: "/cgi-bin/draft/add",
    takes_token: true,
    effect: Effect::Adds,
    largest_answer: SMALL,
    subject: Words { en: "adding the draft", zh: "新建草稿的请求" },
    refusals: refusals::DRAFT_ADD,
};

/// Replaces an article of a draft.
pub static DRAFT_UPDATE: Endpoint = Endpoint {
    name: "draft/update",
    path: "/cgi-bin/draft/update",
    takes_token: true,
    effect: Effect::Replaces,
    largest_answer: SMALL,
    subject: Words { en: "the update", zh: "更新草稿的请求" },
    refusals: &[],
};

/// Takes a picture for the content of articles: JPEG or PNG below 1 MB.
pub static UPLOAD_IMAGE: Endpoint = Endpoint {
    name: "media/uploadimg",
    path: "/cgi-bin/media/uploadimg",
    takes_token: true,
    effect: Effect::Uploads,
    largest_answer: SMALL,
    subject: Words { en: "uploading the picture", zh: "上传图片的请求" },
    refusals: refusals::UPLOADS,
};

/// Takes a picture as permanent material: BMP, GIF, JPEG or PNG up to 10 MB.
pub static ADD_MATERIAL: Endpoint = Endpoint {
    name: "material/add_material",
    path: "/cgi-bin/material/add_material?type=image",
    takes_token: true,
    effect: Effect::Uploads,
    largest_answer: SMALL,
    subject: Words {
        en: "adding the picture to the material", zh: "新增永久图片素材的请求"
    },
    refusals: refusals::UPLOADS,
};

/// All of them.
pub static ENDPOINTS: [&Endpoint; 7] = [
    &STABLE_TOKEN,
    &DRAFT_GET,
    &DRAFT_LIST,
    &DRAFT_ADD,
    &DRAFT_UPDATE,
    &UPLOAD_IMAGE,
    &ADD_MATERIAL,
];
