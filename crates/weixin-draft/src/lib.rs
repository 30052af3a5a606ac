//! weixin-draft
