//! Answer codes that mean something of their own at an endpoint.
#![allow(clippy::unreadable_literal, reason = "codes are searched for as the vendor writes them")]

use super::value::Refusal;
use crate::report::Words;

pub(super) const STABLE_TOKEN: &[Refusal] = &[
    wrong_secret(40001),
    Refusal {
        code: 40013,
        meaning: Words { en: "The appid is wrong.", zh: "AppID 不正确。" },
        action: Words {
            en: "Copy it again from the account's console; it begins with wx.",
            zh: "请从公众号后台重新复制，AppID 以 wx 开头。",
        },
    },
    wrong_secret(40125),
    Refusal {
        code: 45009,
        meaning: Words {
            en: "The account has fetched all tokens of today, or all forced ones.",
            zh: "账号当天获取（或强制刷新）access_token 的次数已用完。",
        },
        action: Words {
            en: "Wait until tomorrow, and let one program fetch tokens for all others.",
            zh: "请等到次日，并改由一个程序统一获取后共用。",
        },
    },
    Refusal {
        code: 45011,
        meaning: Words {
            en: "Tokens were asked for too fast; forced ones are given every 30 seconds at most.",
            zh: "获取 access_token 过于频繁；强制刷新至少间隔 30 秒。",
        },
        action: Words {
            en: "Wait a minute, and let one program fetch tokens for all others.",
            zh: "请等待一分钟，并改由一个程序统一获取后共用。",
        },
    },
];

/// The common words name the limit of draft_update.
const QUOTA: Refusal = Refusal {
    code: 45009,
    meaning: Words {
        en: "The account's calls of this endpoint are used up for today.",
        zh: "该接口当日调用次数已用完。",
    },
    action: Words {
        en: "Wait until tomorrow, and call less often.",
        zh: "请等到次日再调用，并减少调用次数。",
    },
};

pub(super) const DRAFT_GET: &[Refusal] = &[
    Refusal {
        code: 40007,
        meaning: Words {
            en: "There is no draft of this media_id: it was deleted or published, or the id is another account's.",
            zh: "没有这个 media_id 的草稿：已被删除或发布，或属于其他账号。",
        },
        action: Words {
            en: "Look for the draft's id with draft/batchget, or make a new draft with draft/add.",
            zh: "请用 draft/batchget 查找草稿的 media_id，或用 draft/add 新建草稿。",
        },
    },
    QUOTA,
];

pub(super) const DRAFT_LIST: &[Refusal] = &[QUOTA];

pub(super) const DRAFT_ADD: &[Refusal] = &[
    Refusal {
        code: 40007,
        meaning: Words {
            en: "A media id in the articles is invalid: a cover's or a picture's. A news article needs a cover here.",
            zh: "文章中的 media_id 无效：封面或图片的 media_id。新建图文消息必须有封面。",
        },
        action: Words {
            en: "Send thumb_media_id along, and use permanent media ids of this account.",
            zh: "请提供 thumb_media_id，并使用本账号的永久素材 media_id。",
        },
    },
    QUOTA,
];

pub(super) const UPDATE_OF_FOUND: &[Refusal] = &[Refusal {
    code: 40007,
    meaning: Words {
        en: "The draft is there, so a media id in the article is invalid: the cover's or a picture's. Also seen for a news article without a cover.",
        zh: "草稿还在，因此是文章中的 media_id 无效：封面或图片的 media_id。图文消息缺少封面时也会返回此码。",
    },
    action: Words {
        en: "Check that thumb_media_id and every image_media_id are permanent media of this account that still exist.",
        zh: "请检查 thumb_media_id 和每个 image_media_id 是否为本账号仍存在的永久素材。",
    },
}];

pub(super) const UPLOADS: &[Refusal] = &[
    wrong_kind(40005),
    Refusal {
        code: 40009,
        meaning: Words { en: "The picture is too large.", zh: "图片过大。" },
        action: Words {
            en: "Stay below 1 MB for the content of an article, and within 10 MB as material.",
            zh: "正文图片须小于 1 MB，永久素材不超过 10 MB。",
        },
    },
    wrong_kind(40113),
    QUOTA,
];

pub(super) const GET_MATERIAL: &[Refusal] = &[
    Refusal {
        code: 40007,
        meaning: Words {
            en: "There is no permanent material of this media_id: it was deleted, is temporary, or is another account's.",
            zh: "没有这个 media_id 的永久素材：已被删除、属于临时素材，或属于其他账号。",
        },
        action: Words {
            en: "Add the picture with material/add_material, and use the media_id you get.",
            zh: "请用 material/add_material 新增图片，改用得到的 media_id。",
        },
    },
    QUOTA,
];

/// Both codes say the same.
const fn wrong_secret(code: i64) -> Refusal {
    Refusal {
        code,
        meaning: Words { en: "The secret is wrong.", zh: "AppSecret 不正确。" },
        action: Words {
            en: "Copy it again from the account's console; a secret that was reset is void at once.",
            zh: "请从公众号后台重新复制；重置后旧的 AppSecret 立即失效。",
        },
    }
}

/// Both codes say the same.
const fn wrong_kind(code: i64) -> Refusal {
    Refusal {
        code,
        meaning: Words {
            en: "The file is no picture of a kind that is taken here; its bytes count, not its name.",
            zh: "文件不是此处支持的图片格式；以内容为准，与文件名无关。",
        },
        action: Words {
            en: "Send JPEG or PNG for the content of an article; as material BMP and GIF too.",
            zh: "正文图片请用 JPEG 或 PNG；永久素材还可用 BMP 和 GIF。",
        },
    }
}
