//! weixin-draft-client
