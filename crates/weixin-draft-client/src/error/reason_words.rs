//! The sentences of [`Reason`].

use weixin_draft::Words;

use super::Reason;

/// The options that words name, each as `{option}`.
pub(super) const OPTIONS: [&str; 3] = ["timeout", "connect_timeout", "system_roots"];

/// What happened and what to do; `{value}` is a time, a name or a status.
#[expect(clippy::too_many_lines, reason = "one entry a reason, in one table")]
pub(super) fn words(reason: &Reason) -> Words {
    match reason {
        Reason::Timeout(_) => Words {
            en: "No answer came within {value} s: try again, or allow more time with {timeout}.",
            zh: "{value} 秒内没有收到应答。请重试，或用 {timeout} 延长时间。",
        },
        Reason::ConnectTimeout(_) => Words {
            en: "No connection came about within {value} s: check the address, the network and the proxy, or allow more time with {connect_timeout}.",
            zh: "{value} 秒内未能建立连接。请检查地址、网络和代理，或用 {connect_timeout} 延长时间。",
        },
        Reason::UnknownHost => Words {
            en: "The host is unknown: check the base URL, the name servers and the network.",
            zh: "找不到该域名。请检查地址、DNS 和网络。",
        },
        Reason::Refused => Words {
            en: "The connection was refused, nothing listens there: check host and port of the base URL.",
            zh: "连接被拒绝，该端口无服务。请检查地址中的主机和端口。",
        },
        Reason::Unreachable => Words {
            en: "The server cannot be reached: check the network, the firewall and the proxy.",
            zh: "无法到达服务器。请检查网络、防火墙和代理。",
        },
        Reason::Cut => Words {
            en: "The server hung up before it answered: try again; if it happens always, look at the gateway or proxy on the way.",
            zh: "连接在应答之前被中断。请重试；如果总是如此，请检查中间的网关或代理。",
        },
        Reason::NotThisMachine => Words {
            en: "localhost leads to another machine: correct the hosts file, or write 127.0.0.1.",
            zh: "localhost 指向了其他机器。请改正 hosts 文件，或改写为 127.0.0.1。",
        },
        Reason::NoResources => Words {
            en: "The system has no more sockets, threads or memory to give: close some, or raise the limit.",
            zh: "系统资源（套接字、线程或内存）不足。请释放一些，或提高上限。",
        },
        Reason::Proxy { fault, .. } => fault.words(),
        Reason::ProxyMalformed(_) => Words {
            en: "The environment variable {value} holds no proxy's address: write one such as http://proxy.example:3128 or socks5h://127.0.0.1:1080, or unset it.",
            zh: "环境变量 {value} 不是代理地址。请写成 http://proxy.example:3128 或 socks5h://127.0.0.1:1080，或取消该变量。",
        },
        Reason::CertificateExpired => Words {
            en: "The server's certificate is over or not good yet: check this machine's clock, then the server.",
            zh: "服务器证书已过期或尚未生效。请先检查本机时间，再检查服务器。",
        },
        Reason::UnknownAuthority => Words {
            en: "The server's certificate comes from an unknown authority: something on the way may open the connection. If that is your company's proxy and you trust it, turn {system_roots} on.",
            zh: "服务器证书由未知机构签发，中途可能有设备解密连接。如果是可信的公司代理，请打开 {system_roots}。",
        },
        Reason::WrongName => Words {
            en: "The server's certificate is for another host: check the base URL.",
            zh: "服务器证书属于其他域名。请检查地址。",
        },
        Reason::BadCertificate => Words {
            en: "The server's certificate cannot be used: it is broken, revoked, or not for servers.",
            zh: "服务器证书无法使用：已损坏、被吊销，或不是服务器证书。",
        },
        Reason::NoTls => Words {
            en: "No secure connection: the other side does not speak TLS, or declined; check that the base URL leads to an https server.",
            zh: "无法建立安全连接：对方不支持 TLS 或拒绝了连接。请确认地址指向 https 服务器。",
        },
        Reason::Redirect => Words {
            en: "The server answered with HTTP status {value}, a redirect, which is not followed: it would carry the access token elsewhere; correct the base URL.",
            zh: "服务器返回 HTTP 状态码 {value}。这是重定向，为避免泄露 access_token 不会跟随。请改正地址。",
        },
        Reason::LengthRequired => Words {
            en: "The server answered with HTTP status {value}: a proxy on the way takes the header Content-Length away; go around it or correct it.",
            zh: "服务器返回 HTTP 状态码 {value}：中间的代理去掉了 Content-Length 请求头。请绕过或改正该代理。",
        },
        Reason::Gateway => Words {
            en: "The server answered with HTTP status {value}: something between here and the endpoint is in trouble; try again later.",
            zh: "服务器返回 HTTP 状态码 {value}。中间的网关出现故障，请稍后重试。",
        },
        Reason::Status => Words {
            en: "The server answered with HTTP status {value}: the endpoint itself answers with 200 only; check the base URL.",
            zh: "服务器返回 HTTP 状态码 {value}。接口本身只返回 200，请检查地址。",
        },
        Reason::Firewall => Words {
            en: "The vendor's web firewall refused the request (HTTP status {value}), and will refuse the same one again; look for code, scripts or unusual addresses in the content.",
            zh: "微信的防火墙拒绝了该请求（HTTP 状态码 {value}），重发同一请求仍会被拒绝。请检查正文中的代码、脚本和异常地址。",
        },
        Reason::Html => Words {
            en: "The answer is an HTML page, not the endpoint's: check that the base URL leads to WeChat or a gateway to it, and that no login page is in between.",
            zh: "返回的是 HTML 页面，不是该接口的应答。请确认地址指向微信或其网关，中间没有登录页。",
        },
        Reason::AddressTooLong => Words {
            en: "The address of the request is too long to be sent: check the access token, which is a part of it, and the base URL.",
            zh: "请求地址过长，无法发送。access_token 是地址的一部分，请检查 access_token 和接口地址。",
        },
        Reason::TooLarge(_) => Words {
            en: "The answer has more than {value} bytes, and none of the endpoint has: check that the base URL leads to WeChat or a gateway to it.",
            zh: "应答超过 {value} 字节，该接口没有这么大的应答。请确认地址指向微信或其网关。",
        },
        Reason::Truncated => Words {
            en: "The answer ended too early: try again; if it happens always, look at the gateway or proxy on the way.",
            zh: "应答不完整。请重试；如果总是如此，请检查中间的网关或代理。",
        },
        Reason::NotUtf8 => Words {
            en: "The answer is not UTF-8, so not the endpoint's: check that the base URL leads to WeChat or a gateway to it.",
            zh: "应答不是 UTF-8，并非来自该接口。请确认地址指向微信或其网关。",
        },
        Reason::NotHttp => Words {
            en: "The answer is no HTTP: check host and port of the base URL.",
            zh: "应答不是 HTTP。请检查地址中的主机和端口。",
        },
        Reason::NotTheEndpoints => Words {
            en: "The answer is not the endpoint's: check that the base URL leads to WeChat or a gateway to it.",
            zh: "返回的内容不是该接口的应答。请确认地址指向微信或其网关。",
        },
    }
}
