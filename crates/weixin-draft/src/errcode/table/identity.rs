//! Codes up to 40999: success, a busy server, and ids, tokens and addresses that are wrong.

use super::{ErrorCode, ErrorCodeClass, ErrorCodeSource, NEW_TOKEN, Words};

pub(super) const CODES: &[ErrorCode] = &[
    ErrorCode {
        code: -1,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Retry,
        meaning: Words { en: "The server is busy.", zh: "系统繁忙。" },
        action: Words {
            en: "Wait a few seconds and send the same request again.",
            zh: "请稍等几秒后重发同一请求。",
        },
    },
    ErrorCode {
        code: 0,
        source: ErrorCodeSource::Page,
        class: ErrorCodeClass::Ok,
        meaning: Words { en: "The draft was updated.", zh: "草稿更新成功。" },
        action: Words {
            en: "Nothing is left to do; the draft holds the new article.",
            zh: "无需处理，草稿中已是新的文章。",
        },
    },
    ErrorCode {
        code: 40001,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Token,
        meaning: Words {
            en: "The app secret or the access token is wrong, or a newer token replaced this one.",
            zh: "AppSecret 有误，access_token 无效，或已被较新的 access_token 取代。",
        },
        action: NEW_TOKEN,
    },
    ErrorCode {
        code: 40002,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The call for an access token has the wrong grant_type.",
            zh: "获取 access_token 的请求中 grant_type 不正确。",
        },
        action: Words {
            en: "Send client_credential as grant_type.",
            zh: "grant_type 请填 client_credential。",
        },
    },
    ErrorCode {
        code: 40004,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The type of material is not one that is taken here.",
            zh: "素材的 type 不是此处支持的类型。",
        },
        action: Words {
            en: "Upload pictures with type=image.",
            zh: "上传图片时请使用 type=image。",
        },
    },
    ErrorCode {
        code: 40005,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The type of the uploaded file is not allowed, such as WebP under the name of a PNG.",
            zh: "上传文件的类型不符合要求，例如把 WebP 改名为 .png。",
        },
        action: Words {
            en: "Convert the file to JPEG or PNG and upload it again; its bytes decide, not its name.",
            zh: "请把文件转换成 JPG 或 PNG 后重新上传；以文件内容为准，与扩展名无关。",
        },
    },
    ErrorCode {
        code: 40007,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "A media id is invalid: of the draft, which loses its id when it is deleted or published, of the cover or of a picture. Also seen for temporary ids, for a news article without a cover, and when the server did not understand articles.",
            zh: "media_id 无效：可能是草稿（删除或发布后即失效）、封面或某张图片的。使用临时素材、图文消息缺少封面、服务器没能读懂 articles 时也会返回此码。",
        },
        action: Words {
            en: "Ask draft/get whether the draft still exists. Then check that thumb_media_id and every image_media_id are permanent media of this account that still exist, and that articles is one object.",
            zh: "请先用 draft/get 确认草稿仍在，再检查 thumb_media_id 和每个 image_media_id 都是本账号未被删除的永久素材，并确认 articles 是一个对象。",
        },
    },
    ErrorCode {
        code: 40009,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words { en: "The uploaded picture is too large.", zh: "上传的图片过大。" },
        action: Words {
            en: "Shrink it: media/uploadimg takes less than 1 MB, permanent material 10 MB.",
            zh: "请压缩图片：media/uploadimg 须小于 1 MB，永久素材不超过 10 MB。",
        },
    },
    ErrorCode {
        code: 40013,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Account,
        meaning: Words {
            en: "The appid is invalid. Seen when a token is fetched.",
            zh: "AppID 无效，见于获取 access_token 时。",
        },
        action: Words {
            en: "Compare the appid with the one in the account's console.",
            zh: "请与公众号后台显示的 AppID 核对。",
        },
    },
    ErrorCode {
        code: 40014,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Token,
        meaning: Words { en: "The access token is not valid.", zh: "access_token 不合法。" },
        action: NEW_TOKEN,
    },
    ErrorCode {
        code: 40033,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The request holds characters that are not allowed, such as text escaped as \\uXXXX.",
            zh: "请求中含有不合法的字符，例如被转义成 \\uXXXX 的文字。",
        },
        action: Words {
            en: "Send the text itself as UTF-8, without escapes.",
            zh: "请直接以 UTF-8 发送原文，不要转义。",
        },
    },
    ErrorCode {
        code: 40035,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words { en: "A parameter is wrong.", zh: "参数不合法。" },
        action: Words {
            en: "Run `weixin-draft check` on the request and correct what it reports.",
            zh: "请先用 weixin-draft check 检查该请求，按报告改正后再发送。",
        },
    },
    ErrorCode {
        code: 40038,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The format of the request is wrong.", zh: "请求格式不合法。"
        },
        action: Words {
            en: "Run `weixin-draft check` on the request and correct what it reports.",
            zh: "请先用 weixin-draft check 检查该请求，按报告改正后再发送。",
        },
    },
    ErrorCode {
        code: 40066,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The address that was called is wrong.", zh: "请求的 URL 不正确。"
        },
        action: Words {
            en: "Call /cgi-bin/draft/update; check the base URL for a missing or doubled part.",
            zh: "请调用 /cgi-bin/draft/update，并检查基础地址是否缺少或重复了路径。",
        },
    },
    ErrorCode {
        code: 40097,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words { en: "The arguments are invalid.", zh: "参数有误。" },
        action: Words {
            en: "Run `weixin-draft check` on the request and correct what it reports.",
            zh: "请先用 weixin-draft check 检查该请求，按报告改正后再发送。",
        },
    },
    ErrorCode {
        code: 40113,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The type of the uploaded file is not supported.",
            zh: "不支持上传该类型的文件。",
        },
        action: Words {
            en: "Convert the file to JPEG or PNG and upload it again; its bytes decide, not its name.",
            zh: "请把文件转换成 JPG 或 PNG 后重新上传；以文件内容为准，与扩展名无关。",
        },
    },
    ErrorCode {
        code: 40114,
        source: ErrorCodeSource::Page,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The draft has no article at this index.",
            zh: "index 无效，草稿中没有这个位置的文章。",
        },
        action: Words {
            en: "Count the draft's articles from 0 and send an index inside it; draft/get shows them. An update can neither add, remove nor reorder articles.",
            zh: "index 从 0 开始计数，不能超出草稿的文章数；可先用 draft/get 查看草稿。更新不能增删文章，也不能调整顺序。",
        },
    },
    ErrorCode {
        code: 40118,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "A media_id has the wrong length.", zh: "media_id 长度不正确。"
        },
        action: Words {
            en: "Copy the id anew, without blanks, line ends or quotes.",
            zh: "请重新复制 media_id，不要带上空格、换行或引号。",
        },
    },
    ErrorCode {
        code: 40121,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "A media_id is of a type that does not fit here.",
            zh: "media_id 的类型不符。",
        },
        action: Words {
            en: "Use the permanent id of an image for covers and pictures, and a draft's id for media_id.",
            zh: "封面和图片请使用永久图片素材的 media_id，media_id 请填写草稿的 media_id。",
        },
    },
    ErrorCode {
        code: 40125,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Account,
        meaning: Words {
            en: "The app secret is invalid. Seen when a token is fetched.",
            zh: "AppSecret 无效，见于获取 access_token 时。",
        },
        action: Words {
            en: "Copy the secret from the account's console; once it is reset there, the old one no longer works.",
            zh: "请从公众号后台重新复制 AppSecret；重置后旧的立即失效。",
        },
    },
    ErrorCode {
        code: 40164,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Account,
        meaning: Words {
            en: "The calling IP address is missing from the account's whitelist; see errmsg.",
            zh: "调用方的 IP 不在公众号的 IP 白名单内，errmsg 中会写明该 IP。",
        },
        action: Words {
            en: "Add the address to the IP whitelist in the account's console, then send the request again.",
            zh: "请在公众号后台把该 IP 加入 IP 白名单，然后重发请求。",
        },
    },
];
