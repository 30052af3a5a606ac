//! The endpoints, one entry each.

use super::refusals;
use super::value::{Effect, Endpoint};
use crate::report::Words;

/// Eight articles of the largest size, however they were escaped.
const ARTICLES: usize = 64 * 1024 * 1024;

/// A picture of the largest size, 10 MB, and more.
const PICTURE: usize = 16 * 1024 * 1024;

/// Fetches an access token.
pub static STABLE_TOKEN: Endpoint = Endpoint {
    name: "stable_token",
    takes_token: false,
    subject: Words { en: "the call for an access token", zh: "获取 access_token 的请求" },
    refusals: refusals::STABLE_TOKEN,
    ..Endpoint::USUAL
};

/// Reads a draft.
pub static DRAFT_GET: Endpoint = Endpoint {
    name: "draft/get",
    largest_answer: ARTICLES,
    subject: Words { en: "reading the draft", zh: "读取草稿的请求" },
    refusals: refusals::DRAFT_GET,
    ..Endpoint::USUAL
};

/// Lists the account's drafts; the vendor's name is `draft/batchget`.
pub static DRAFT_LIST: Endpoint = Endpoint {
    name: "draft/batchget",
    subject: Words { en: "listing the drafts", zh: "列出草稿的请求" },
    refusals: refusals::DRAFT_LIST,
    ..Endpoint::USUAL
};

/// Makes a new draft.
pub static DRAFT_ADD: Endpoint = Endpoint {
    name: "draft/add",
    effect: Effect::Adds,
    subject: Words { en: "adding the draft", zh: "新建草稿的请求" },
    refusals: refusals::DRAFT_ADD,
    ..Endpoint::USUAL
};

/// Replaces an article of a draft.
pub static DRAFT_UPDATE: Endpoint = Endpoint {
    name: "draft/update",
    effect: Effect::Replaces,
    subject: Words { en: "the update", zh: "更新草稿的请求" },
    ..Endpoint::USUAL
};

/// The same of a draft that is known to be there, so that less can be wrong.
pub static UPDATE_OF_FOUND: Endpoint =
    Endpoint { refusals: refusals::UPDATE_OF_FOUND, ..DRAFT_UPDATE };

/// Takes a picture for the content of articles: JPEG or PNG below 1 MB.
pub static UPLOAD_IMAGE: Endpoint = Endpoint {
    name: "media/uploadimg",
    effect: Effect::Uploads,
    subject: Words { en: "uploading the picture", zh: "上传图片的请求" },
    refusals: refusals::UPLOADS,
    ..Endpoint::USUAL
};

/// Takes a picture as permanent material: BMP, GIF, JPEG or PNG up to 10 MB.
pub static ADD_MATERIAL: Endpoint = Endpoint {
    name: "material/add_material",
    parameter: Some("type=image"),
    effect: Effect::Uploads,
    subject: Words {
        en: "adding the picture to the material", zh: "新增永久图片素材的请求"
    },
    refusals: refusals::UPLOADS,
    ..Endpoint::USUAL
};

/// Gives a picture of the permanent material back, such as a cover.
pub static GET_MATERIAL: Endpoint = Endpoint {
    name: "material/get_material",
    largest_answer: PICTURE,
    subject: Words {
        en: "reading the picture from the material", zh: "读取永久图片素材的请求"
    },
    refusals: refusals::GET_MATERIAL,
    ..Endpoint::USUAL
};

/// All of them.
pub static ENDPOINTS: [&Endpoint; 8] = [
    &STABLE_TOKEN,
    &DRAFT_GET,
    &DRAFT_LIST,
    &DRAFT_ADD,
    &DRAFT_UPDATE,
    &UPLOAD_IMAGE,
    &ADD_MATERIAL,
    &GET_MATERIAL,
];
