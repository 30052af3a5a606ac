//! Addresses of the vendor's pages.

use crate::report::Words;

/// The page of draft_update.
pub(crate) const DRAFT_UPDATE: Words = Words {
    en: "https://developers.weixin.qq.com/doc/subscription/en/api/draftbox/draftmanage/api_draft_update.html",
    zh: "https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_update.html",
};

/// The page of draft_add.
pub(crate) const DRAFT_ADD: Words = Words {
    en: "https://developers.weixin.qq.com/doc/subscription/en/api/draftbox/draftmanage/api_draft_add.html",
    zh: "https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html",
};

/// The specification of an article's structure, in Chinese only.
pub(crate) const STRUCTURE: Words = Words {
    en: "https://developers.weixin.qq.com/doc/service/guide/product/plugin_spec.html",
    zh: "https://developers.weixin.qq.com/doc/service/guide/product/plugin_spec.html",
};

/// The list of codes that are common to every endpoint, in Chinese only.
pub(super) const GLOBAL_CODES: Words = Words {
    en: "https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html",
    zh: "https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html",
};
