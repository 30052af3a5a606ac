//! Codes 45000 to 47999: limits, and contents that the server refuses.

use super::{ErrorCode, ErrorCodeClass, ErrorCodeSource, Words};

pub(super) const CODES: &[ErrorCode] = &[
    ErrorCode {
        code: 45001,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words { en: "The uploaded file is too large.", zh: "上传的文件过大。" },
        action: Words {
            en: "Shrink it: media/uploadimg takes less than 1 MB, permanent material 10 MB.",
            zh: "请压缩文件：media/uploadimg 须小于 1 MB，永久素材不超过 10 MB。",
        },
    },
    ErrorCode {
        code: 45002,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words { en: "The content is too large.", zh: "正文内容超过大小限制。" },
        action: Words {
            en: "Shorten the content; upload pictures and refer to them instead of embedding them.",
            zh: "请缩短正文；图片请上传后引用，不要内嵌。",
        },
    },
    ErrorCode {
        code: 45003,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The title is too long. Seen for short titles that were sent as \\uXXXX.",
            zh: "标题过长。短标题被转义成 \\uXXXX 发送时也会返回此码。",
        },
        action: Words {
            en: "Shorten the title, and send it as UTF-8 without escapes.",
            zh: "请缩短标题，并以 UTF-8 原文发送。",
        },
    },
    ErrorCode {
        code: 45004,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The digest is too long. Seen for short digests that were sent as \\uXXXX.",
            zh: "摘要过长。短摘要被转义成 \\uXXXX 发送时也会返回此码。",
        },
        action: Words {
            en: "Shorten the digest or leave it out, and send it as UTF-8 without escapes.",
            zh: "请缩短或省略摘要，并以 UTF-8 原文发送。",
        },
    },
    ErrorCode {
        code: 45005,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "An address is too long. Seen for short ones that were sent as \\uXXXX.",
            zh: "链接过长。短链接被转义成 \\uXXXX 发送时也会返回此码。",
        },
        action: Words {
            en: "Shorten content_source_url and the links in the content, and send them as UTF-8 without escapes.",
            zh: "请缩短 content_source_url 以及正文中的链接，并以 UTF-8 原文发送。",
        },
    },
    ErrorCode {
        code: 45008,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The article is too large, or there are too many articles.",
            zh: "图文消息的大小或篇数超过限制。",
        },
        action: Words {
            en: "Shorten the article. A draft that is full takes no further one: make another draft.",
            zh: "请缩短文章；草稿的篇数已满时，请另建草稿。",
        },
    },
    ErrorCode {
        code: 45009,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Quota,
        meaning: Words {
            en: "The account's daily quota of calls is used up; the limit of draft_update is 1,000 a day.",
            zh: "接口当日的调用额度（次数）已用完；draft_update 每个账号每天 1,000 次。",
        },
        action: Words {
            en: "Wait until tomorrow, and send less often: one request for each change.",
            zh: "请等到次日再调用，并减少调用次数，有改动时才发送。",
        },
    },
    ErrorCode {
        code: 45011,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Retry,
        meaning: Words {
            en: "There were too many calls within a minute.",
            zh: "一分钟内调用过于频繁。",
        },
        action: Words {
            en: "Wait at least 60 seconds and send the same request again.",
            zh: "请至少等待 60 秒后重发同一请求。",
        },
    },
    ErrorCode {
        code: 45106,
        source: ErrorCodeSource::Seen,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The old call that adds articles as permanent material is closed.",
            zh: "新增永久图文素材的旧接口已停用。",
        },
        action: Words {
            en: "Use the draft calls: draft/add and draft/update.",
            zh: "请改用草稿接口：draft/add 和 draft/update。",
        },
    },
    ErrorCode {
        code: 45110,
        source: ErrorCodeSource::Seen,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The author is too long. Seen for more than 8 characters, two narrow letters counted as one, though draft_add's page says 16.",
            zh: "作者名过长。超过 8 个字（半角字符算半个）时即可能返回，尽管 draft_add 文档写的是 16 个字。",
        },
        action: Words {
            en: "Shorten author to 8 characters.",
            zh: "请把 author 缩短到 8 个字以内。",
        },
    },
    ErrorCode {
        code: 45166,
        source: ErrorCodeSource::Page,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The server refuses the content. Seen for links that begin with #, links to previews, mini program cards, picture messages with more than 1,000 characters, and placeholders for images.",
            zh: "正文内容不被接受。常见于以 # 开头的链接、预览链接、小程序卡片、超过 1,000 字的图片消息以及图片占位符。",
        },
        action: Words {
            en: "Run `weixin-draft check` and look at its warnings on content; else halve the content until the part that is refused is found.",
            zh: "请先用 weixin-draft check 检查该请求，留意有关正文的警告；仍找不到时可逐段删减，定位被拒的部分。",
        },
    },
    ErrorCode {
        code: 47001,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The body is no JSON, or has the wrong shape. Seen for articles sent as an array.",
            zh: "请求体不是合法的 JSON，或结构不对。把 articles 写成数组时也会返回此码。",
        },
        action: Words {
            en: "Run `weixin-draft check` on the request: it names the place. articles is one object.",
            zh: "请先用 weixin-draft check 检查该请求，报告会指出位置。articles 应为一个对象。",
        },
    },
];
