//! What to say of a server that gave no proper answer.

use weixin_draft::Language;
use weixin_draft_client::{TransportError, TransportKind};

/// What is wrong, and what to do.
pub(super) fn of_failure(failure: TransportError, language: Language) -> String {
    if language == Language::English {
        return failure.to_string();
    }
    match failure.kind {
        TransportKind::Timeout => {
            "服务器超时未应答。请重试，或用 --timeout 延长等待时间；草稿也可能已经更新。".to_owned()
        }
        TransportKind::Connect => {
            "未能从服务器得到应答：域名不存在、连接被拒绝或被中断。请检查地址、网络和代理后重试。"
                .to_owned()
        }
        TransportKind::Tls => {
            "无法与服务器建立安全连接。请确认地址指向证书可信的 https 服务器，中途没有设备解密连接，且本机时间正确。"
                .to_owned()
        }
        TransportKind::Status => {
            let status = failure.status.unwrap_or_default();
            let advice = match status {
                300..=399 => "这是重定向，为避免泄露 access_token 不会跟随。请改正地址。",
                500..=599 => "中间的网关出现故障，请稍后重试。",
                _ => "接口本身只返回 200，请检查地址。",
            };
            format!("服务器返回 HTTP 状态码 {status}。{advice}")
        }
        _ => "返回的内容不是该接口的应答。请确认地址指向微信或其网关，并先查看草稿是否已更新，再决定是否重试。"
            .to_owned(),
    }
}
