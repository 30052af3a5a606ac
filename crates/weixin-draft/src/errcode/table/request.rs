//! Codes 41000 to 44999: something is missing from the request, or it was sent in a wrong way.

use super::{ErrorCode, ErrorCodeClass, ErrorCodeSource, NEW_TOKEN, Words};

pub(super) const CODES: &[ErrorCode] = &[
    ErrorCode {
        code: 41001,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words { en: "The access token is missing.", zh: "缺少 access_token 参数。" },
        action: Words {
            en: "Send the token in the query parameter access_token.",
            zh: "请在 URL 的查询参数中带上 access_token。",
        },
    },
    ErrorCode {
        code: 41005,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The upload holds no media data.", zh: "缺少多媒体文件数据。"
        },
        action: Words {
            en: "Send the file as multipart/form-data in the part named media, with a file name.",
            zh: "请用 multipart/form-data 上传，文件放在名为 media 的字段中，并带上文件名。",
        },
    },
    ErrorCode {
        code: 41006,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words { en: "media_id is missing.", zh: "缺少 media_id 参数。" },
        action: Words {
            en: "Send the draft's id as media_id, beside index and articles.",
            zh: "请填写草稿的 media_id，与 index、articles 同级。",
        },
    },
    ErrorCode {
        code: 41039,
        source: ErrorCodeSource::Page,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "content_source_url is invalid.",
            zh: "content_source_url（阅读原文链接）无效。",
        },
        action: Words {
            en: "Give an absolute http or https address on a public host, or leave the field out.",
            zh: "请填写可公开访问的完整 http 或 https 地址，或者省略该字段。",
        },
    },
    ErrorCode {
        code: 42001,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Token,
        meaning: Words { en: "The access token has expired.", zh: "access_token 已过期。" },
        action: NEW_TOKEN,
    },
    ErrorCode {
        code: 42007,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Authorise,
        meaning: Words {
            en: "The access token became void, since the account's password was changed.",
            zh: "账号修改了密码，access_token 随之失效。",
        },
        action: Words {
            en: "Ask the account's owner to authorise again, then use the new token.",
            zh: "请让账号管理员重新授权，再使用新的 access_token。",
        },
    },
    ErrorCode {
        code: 43002,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words { en: "The request has to be a POST.", zh: "需要使用 POST 请求。" },
        action: Words { en: "Send it with the method POST.", zh: "请改用 POST 方法发送。" },
    },
    ErrorCode {
        code: 43003,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words { en: "The request has to use HTTPS.", zh: "需要使用 HTTPS。" },
        action: Words { en: "Call the address with https.", zh: "请改用 https 地址。" },
    },
    ErrorCode {
        code: 44002,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words { en: "The body of the request is empty.", zh: "POST 数据包为空。" },
        action: Words {
            en: "Send the JSON as the body, and check that no proxy or redirect drops it.",
            zh: "请把 JSON 放进请求体，并确认没有被代理或重定向丢掉。",
        },
    },
    ErrorCode {
        code: 44003,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The article is empty. Seen for articles inside articles.",
            zh: "图文消息内容为空。articles 里又套了一层 articles 时也会返回此码。",
        },
        action: Words {
            en: "Put title and content directly into articles, which is one object.",
            zh: "请把 title 和 content 直接写在 articles 对象中。",
        },
    },
];
