//! weixin-draft-sandbox
