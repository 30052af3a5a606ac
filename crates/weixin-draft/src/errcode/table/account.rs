//! Codes 48000 to 53999: what the account may not do, its covers and its products.

use super::{ErrorCode, ErrorCodeClass, ErrorCodeSource, Words};

pub(super) const CODES: &[ErrorCode] = &[
    ErrorCode {
        code: 48001,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Account,
        meaning: Words {
            en: "The account has no permission for this endpoint. Since July 2025 accounts of persons and unverified accounts get it on calls that publish.",
            zh: "账号没有该接口的权限。2025 年 7 月起，个人账号和未认证账号调用发布类接口时会返回此码。",
        },
        action: Words {
            en: "Check in the account's console that the endpoint is granted; some account types never get it.",
            zh: "请在公众号后台查看接口权限；部分账号类型无法获得该权限。",
        },
    },
    ErrorCode {
        code: 48004,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Account,
        meaning: Words {
            en: "The account was banned from this endpoint.",
            zh: "该账号调用此接口的权限已被封禁。",
        },
        action: Words {
            en: "Look for the reason in the messages of the account's console and appeal there.",
            zh: "请登录公众号后台，在通知中查看原因并申诉。",
        },
    },
    ErrorCode {
        code: 50001,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Account,
        meaning: Words {
            en: "The user has not authorised this endpoint.",
            zh: "用户未授权该接口。",
        },
        action: Words {
            en: "Have the account's administrator grant it, then send the request again.",
            zh: "请让账号管理员授权后重发请求。",
        },
    },
    ErrorCode {
        code: 50002,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Account,
        meaning: Words {
            en: "The account is restricted, perhaps after a violation of the vendor's rules.",
            zh: "账号受限，可能因违规被处罚。",
        },
        action: Words {
            en: "Log in to the account's console, lift the restriction there, then send the request again.",
            zh: "请登录公众号后台处理，解除限制后重发请求。",
        },
    },
    ErrorCode {
        code: 53402,
        source: ErrorCodeSource::Seen,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The cover could not be cropped: the crop's shape does not match its ratio, or the picture is tiny.",
            zh: "封面裁剪失败：裁剪区域与 ratio 的比例不符，或图片太小。",
        },
        action: Words {
            en: "Compute the crop from the picture's size in pixels so that its shape matches the ratio, or use a larger picture.",
            zh: "请按图片的像素尺寸重新计算裁剪坐标，使其符合比例，或换用更大的图片。",
        },
    },
    ErrorCode {
        code: 53404,
        source: ErrorCodeSource::Page,
        class: ErrorCodeClass::Account,
        meaning: Words {
            en: "The account is barred from selling goods.",
            zh: "账号的带货能力被限制。",
        },
        action: Words {
            en: "Remove the product card and send the request again; the account's console says how to lift the bar.",
            zh: "请删除商品卡片后重发请求；解除限制的办法见公众号后台。",
        },
    },
    ErrorCode {
        code: 53405,
        source: ErrorCodeSource::Page,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "The information on a product is wrong.", zh: "插入的商品信息有误。"
        },
        action: Words {
            en: "Check product_key and the product cards in the content, and that the product is still on sale.",
            zh: "请检查 product_key 和正文中的商品卡片，并确认商品仍在售。",
        },
    },
    ErrorCode {
        code: 53406,
        source: ErrorCodeSource::Page,
        class: ErrorCodeClass::Account,
        meaning: Words {
            en: "The account has not switched on selling goods.",
            zh: "账号尚未开通带货能力。",
        },
        action: Words {
            en: "Switch it on in the account's console, or remove the product card.",
            zh: "请先在公众号后台开通，或删除商品卡片。",
        },
    },
];
