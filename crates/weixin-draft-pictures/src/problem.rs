//! Why a picture cannot be taken.

use std::fmt;
use std::io;

use weixin_draft::{Language, Words};
use weixin_draft_client::Reason;

use crate::Format;

/// Why a picture is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The address is no path and no URL.
    BadAddress,
    /// The address is a placeholder that nobody has filled in.
    Placeholder,
    /// A scheme other than http, https, data and file.
    Scheme,
    /// The address holds a user name or a password.
    Credentials,
    /// The host is, or leads to, an address that is not public.
    NotPublic,
    /// There is no such host, or no server answers there.
    Unreachable,
    /// The server did not answer in time.
    Timeout,
    /// The proxy that the environment names cannot be used.
    Proxy(Reason),
    /// More redirects than are followed.
    TooManyRedirects,
    /// An HTTP status other than 200.
    Status(u16),
    /// More bytes than are read, or than are taken in this format.
    TooLarge {
        /// The limit, in bytes.
        limit: u64,
    },
    /// The file lies outside of the folder.
    OutsideFolder,
    /// The file cannot be read.
    Read(io::ErrorKind),
    /// The path names a directory or a device.
    NotAFile,
    /// A `data:` URL that cannot be decoded.
    BadData,
    /// The bytes are no picture that we know.
    NotAPicture,
    /// A format that the vendor does not take and that cannot be converted.
    Format(Format),
    /// An animation in a format that the vendor does not take.
    Animated(Format),
    /// The picture cannot be decoded.
    Damaged(Format),
    /// More pixels than are decoded.
    TooManyPixels,
    /// One pixel only: no picture, but a counter of a page's readers.
    OnePixel,
    /// The upload failed; the words are the uploader's.
    Upload(String),
}

impl Problem {
    /// What is wrong, and what to do.
    pub fn message(&self, language: Language) -> String {
        let value = match self {
            Problem::Proxy(reason) => return reason.message(language, None),
            Problem::Status(status) => status.to_string(),
            Problem::TooLarge { limit } => (limit / 1_000_000).to_string(),
            Problem::Format(format) | Problem::Animated(format) | Problem::Damaged(format) => {
                format.to_string()
            }
            Problem::Upload(message) => message.clone(),
            _ => String::new(),
        };
        self.words().with_value(language, &value)
    }

    /// With `{value}` for what the variant holds.
    fn words(&self) -> Words {
        match self {
            Problem::BadAddress => Words {
                en: "the address cannot be read: write a path, or an http or https address",
                zh: "无法识别该地址：请填写路径，或 http、https 地址",
            },
            Problem::Placeholder => Words {
                en: "this is a placeholder: fill in the picture's address",
                zh: "这是未替换的占位符：请填入图片地址",
            },
            Problem::Scheme => Words {
                en: "pictures are read from http, https, data and file addresses only: use one of them",
                zh: "只读取 http、https、data 和 file 地址的图片：请改用其中一种",
            },
            Problem::Credentials => Words {
                en: "the address holds a user name or a password: save the picture and use the file",
                zh: "地址中含有用户名或密码：请把图片保存为文件再使用",
            },
            Problem::NotPublic => Words {
                en: "the host is not a public one, so it is not asked: save the picture and use the file",
                zh: "主机不是公网地址，因此不会访问：请把图片保存为文件再使用",
            },
            Problem::Unreachable => Words {
                en: "the server was not reached, or broke off: check the address and the network, then try again",
                zh: "无法连接服务器，或连接中断：请检查地址和网络后重试",
            },
            Problem::Timeout => Words {
                en: "the server took longer than 30 seconds: try again, or save the picture and use the file",
                zh: "服务器超过 30 秒未答复：请重试，或把图片保存为文件再使用",
            },
            Problem::TooManyRedirects => Words {
                en: "the address leads on more than 5 times: use the address it ends at",
                zh: "重定向超过 5 次：请使用最终的地址",
            },
            Problem::OutsideFolder => Words {
                en: "the file is outside of the request's folder: move it there, or allow files outside",
                zh: "文件不在请求所在的文件夹内：请移到该文件夹内，或允许读取文件夹外的文件",
            },
            Problem::Read(io::ErrorKind::NotFound) => Words {
                en: "there is no such file: check the path, which begins at the request's folder",
                zh: "文件不存在：请检查路径，路径从请求所在的文件夹开始",
            },
            Problem::Read(io::ErrorKind::PermissionDenied) => Words {
                en: "there is no permission to read the file: change its permissions",
                zh: "没有读取该文件的权限：请修改文件权限",
            },
            Problem::Read(_) => Words {
                en: "the file cannot be read: check it",
                zh: "无法读取文件：请检查该文件",
            },
            Problem::NotAFile => Words {
                en: "the path names a directory or a device: name a picture file",
                zh: "该路径是目录或设备：请指定图片文件",
            },
            Problem::BadData => Words {
                en: "the data address cannot be decoded: encode the picture as base64 anew",
                zh: "data 地址无法解码：请重新用 base64 编码图片",
            },
            Problem::NotAPicture => Words {
                en: "it is no picture, whatever its name says: open the address, it may be a page",
                zh: "内容不是图片（与名称无关）：请打开该地址检查，可能是网页",
            },
            Problem::TooManyPixels => Words {
                en: "it has too many pixels to be read safely: make it smaller",
                zh: "像素过多，无法安全读取：请缩小图片",
            },
            Problem::OnePixel => Words {
                en: "it is a single pixel, as pages use to count their readers: remove it",
                zh: "只有一个像素，通常是网页的统计图：请删除",
            },
            Problem::Status(_) => Words {
                en: "the server answered with HTTP status {value}: open the address in a browser, or save the picture and use the file",
                zh: "服务器返回 HTTP 状态码 {value}：请用浏览器打开该地址检查，或把图片保存为文件再使用",
            },
            Problem::TooLarge { .. } => Words {
                en: "it is larger than {value} MB: make it smaller",
                zh: "超过 {value} MB：请缩小图片",
            },
            Problem::Format(_) => Words {
                en: "the vendor does not take {value}, and it is not converted here: save it as PNG or JPEG",
                zh: "微信不支持 {value}，这里也无法转换：请另存为 PNG 或 JPEG",
            },
            Problem::Animated(_) => Words {
                en: "the vendor does not take an animated {value}: save it as GIF",
                zh: "微信不支持动态 {value}：请另存为 GIF",
            },
            Problem::Damaged(_) => Words {
                en: "this {value} is damaged: save it anew",
                zh: "该 {value} 文件已损坏：请重新保存",
            },
            // Said by somebody else.
            Problem::Upload(_) | Problem::Proxy(_) => Words { en: "{value}", zh: "{value}" },
        }
    }
}

/// In English.
impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for Problem {}
