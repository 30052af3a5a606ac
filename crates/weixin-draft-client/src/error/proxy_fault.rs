//! Why a proxy makes no connection.

use weixin_draft::Words;

/// Why a proxy makes no connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProxyFault {
    /// The proxy's own host is unknown.
    UnknownHost,
    /// Nothing listens at its address.
    Refused,
    /// No way leads there, or it speaks no TLS where it should.
    Unreachable,
    /// It wants a user and a password, or other ones.
    Login,
    /// It makes no connection to this server.
    NoTunnel,
}

impl ProxyFault {
    /// The name of a [`Reason`](super::Reason) with this fault.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            ProxyFault::UnknownHost => "proxy_unknown_host",
            ProxyFault::Refused => "proxy_refused",
            ProxyFault::Unreachable => "proxy_unreachable",
            ProxyFault::Login => "proxy_login",
            ProxyFault::NoTunnel => "proxy",
        }
    }

    /// What happened and what to do; `{value}` is the proxy.
    pub(super) fn words(self) -> Words {
        match self {
            ProxyFault::UnknownHost => Words {
                en: "The host of the proxy {value} is unknown: check the proxy's address, the name servers and the network.",
                zh: "找不到代理 {value} 的域名。请检查代理地址、DNS 和网络。",
            },
            ProxyFault::Refused => Words {
                en: "The proxy {value} refused the connection, nothing listens there: check its host and port, and whether it runs.",
                zh: "代理 {value} 拒绝连接，该端口无服务。请检查代理的主机和端口，以及代理是否在运行。",
            },
            ProxyFault::Unreachable => Words {
                en: "The proxy {value} cannot be reached: check its address, its scheme (http, https, socks5h) and the network.",
                zh: "无法到达代理 {value}。请检查其地址、协议（http、https、socks5h）和网络。",
            },
            ProxyFault::Login => Words {
                en: "The proxy {value} wants a user and a password, or does not take the ones given: write them into its address, as in http://user:password@host:port.",
                zh: "代理 {value} 需要用户名和密码，或不接受所给的用户名和密码。请写在代理地址中，例如 http://user:password@host:port。",
            },
            ProxyFault::NoTunnel => Words {
                en: "The proxy {value} makes no connection to the server: check whether it lets calls to this host through, and whether it can reach it.",
                zh: "代理 {value} 未能连接服务器。请检查它是否允许访问该主机，以及能否到达该主机。",
            },
        }
    }
}
