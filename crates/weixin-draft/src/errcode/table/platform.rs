//! Codes from 54000: third-party platforms, comments, and goods of other shops.

use super::{ErrorCode, ErrorCodeClass, ErrorCodeSource, Words};

pub(super) const CODES: &[ErrorCode] = &[
    ErrorCode {
        code: 61003,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Authorise,
        meaning: Words {
            en: "The account has not authorised this third-party platform.",
            zh: "公众号未授权给该第三方平台。",
        },
        action: Words {
            en: "Have the account's administrator authorise the platform, then fetch its authorizer_access_token.",
            zh: "请让公众号管理员授权，再获取 authorizer_access_token。",
        },
    },
    ErrorCode {
        code: 61004,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Authorise,
        meaning: Words {
            en: "The IP address that called is not registered with the third-party platform.",
            zh: "调用方的 IP 不在第三方平台的白名单内。",
        },
        action: Words {
            en: "Add the address to the platform's whitelist, then send the request again.",
            zh: "请把该 IP 加入第三方平台的白名单，然后重发请求。",
        },
    },
    ErrorCode {
        code: 61007,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Authorise,
        meaning: Words {
            en: "The account's authorisation lacks a permission set: 11 or 100 is needed.",
            zh: "公众号的授权缺少所需的权限集（11 或 100）。",
        },
        action: Words {
            en: "Have the administrator authorise again with permission set 11 or 100.",
            zh: "请让公众号管理员重新授权，并勾选权限集 11 或 100。",
        },
    },
    ErrorCode {
        code: 61023,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Authorise,
        meaning: Words {
            en: "The refresh token is invalid.",
            zh: "刷新令牌 authorizer_refresh_token 无效。",
        },
        action: Words {
            en: "Have the administrator authorise again and store the new refresh token.",
            zh: "请让公众号管理员重新授权，并保存新的刷新令牌。",
        },
    },
    ErrorCode {
        code: 61024,
        source: ErrorCodeSource::Global,
        class: ErrorCodeClass::Authorise,
        meaning: Words {
            en: "The component access token has to be used here.",
            zh: "此处应使用第三方平台的 component_access_token。",
        },
        action: Words {
            en: "Use the token that belongs to the call: component_access_token to fetch an authorizer_access_token, and that one to update drafts.",
            zh: "请核对所用的 access_token：用 component_access_token 换取 authorizer_access_token，再用后者更新草稿。",
        },
    },
    ErrorCode {
        code: 88000,
        source: ErrorCodeSource::Page,
        class: ErrorCodeClass::Account,
        meaning: Words {
            en: "The account has no privilege for comments. Seen for need_open_comment 1.",
            zh: "账号没有留言权限。need_open_comment 为 1 时会返回此码。",
        },
        action: Words {
            en: "Send need_open_comment 0 or leave it out.",
            zh: "请将 need_open_comment 设为 0 或省略。",
        },
    },
    ErrorCode {
        code: 10170001,
        source: ErrorCodeSource::Seen,
        class: ErrorCodeClass::Caller,
        meaning: Words {
            en: "This product cannot be put below a picture message by its product_key. Seen for commission goods of JD.",
            zh: "该商品不能通过 product_key 挂在图片消息下方，见于京东联盟商品。",
        },
        action: Words {
            en: "Leave product_key out and use the product element in the content.",
            zh: "请去掉 product_key，改在正文中使用商品卡片元素。",
        },
    },
];
