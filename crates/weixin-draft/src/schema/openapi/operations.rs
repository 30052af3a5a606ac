//! What the document says of each endpoint.

use super::operation::{Answer, Body, Operation};
use crate::endpoint::{
    ADD_MATERIAL, DRAFT_ADD, DRAFT_GET, DRAFT_LIST, DRAFT_UPDATE, GET_MATERIAL, STABLE_TOKEN,
    UPLOAD_IMAGE,
};

pub(super) fn all() -> [Operation; 8] {
    [
        Operation {
            endpoint: &DRAFT_UPDATE,
            id: "draftUpdate",
            summary: "Update a draft",
            description: "Replaces the article at `index` of the draft `media_id` as a whole: \
                          what is not sent is lost. Send characters as UTF-8, not as JSON escapes, \
                          which are stored as they are spelt. 整篇替换草稿中的一篇文章，未填写的字段会丢失；\
                          请直接发送 UTF-8 字符，不要使用 JSON 转义。",
            body: Body::Json("DraftUpdate"),
            answer: Answer::Done,
        },
        Operation {
            endpoint: &DRAFT_GET,
            id: "draftGet",
            summary: "Read a draft",
            description: "Gives all articles of a draft, which draft/update does not take as they are: \
                          they have fields of the server's. 读取草稿；应答中的文章带有服务器字段，不能原样用于更新。",
            body: Body::Json("GetRequest"),
            answer: Answer::Json("Draft"),
        },
        Operation {
            endpoint: &DRAFT_ADD,
            id: "draftAdd",
            summary: "Add a draft",
            description: "Makes a new draft of 1 to 8 articles. Sending it twice makes two drafts. \
                          新建草稿；重复发送会产生两份。",
            body: Body::Json("AddRequest"),
            answer: Answer::Json("AddedDraft"),
        },
        Operation {
            endpoint: &DRAFT_LIST,
            id: "draftBatchget",
            summary: "List drafts",
            description: "Lists drafts, the newest first. 列出草稿，新的在前。",
            body: Body::Json("ListRequest"),
            answer: Answer::Json("DraftList"),
        },
        Operation {
            endpoint: &STABLE_TOKEN,
            id: "stableToken",
            summary: "Fetch an access token",
            description: "Gives the same token to all programs that ask, until five minutes before it ends. \
                          获取 access_token；有效期内多次获取得到同一个。",
            body: Body::Json("TokenRequest"),
            answer: Answer::Json("TokenAnswer"),
        },
        Operation {
            endpoint: &UPLOAD_IMAGE,
            id: "uploadImage",
            summary: "Upload a picture for the content of articles",
            description: "Takes JPEG and PNG below 1 MB, by the file's bytes. Send the header Content-Length: \
                          a body in chunks is turned down with HTTP 412. 上传正文图片：小于 1 MB 的 JPEG 或 PNG，\
                          不要用分块传输。",
            body: Body::Picture,
            answer: Answer::Json("UploadedImage"),
        },
        Operation {
            endpoint: &ADD_MATERIAL,
            id: "addMaterial",
            summary: "Add a picture to the permanent material",
            description: "Takes BMP, GIF, JPEG and PNG up to 10 MB, 100,000 an account. Covers and picture \
                          messages take the `media_id`. 新增永久图片素材：BMP、GIF、JPEG 或 PNG，不超过 10 MB。",
            body: Body::Picture,
            answer: Answer::Json("AddedMaterial"),
        },
        Operation {
            endpoint: &GET_MATERIAL,
            id: "getMaterial",
            summary: "Read a picture of the permanent material",
            description: "Answers with the picture itself, or with JSON when there is none. \
                          读取永久图片素材；没有时返回 JSON。",
            body: Body::Json("GetRequest"),
            answer: Answer::Picture,
        },
    ]
}
