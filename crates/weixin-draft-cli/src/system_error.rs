//! The operating system's errors, in the caller's language.

use std::io::{self, ErrorKind};

use weixin_draft::Language;

use crate::encoding::NotUtf8;

/// What is wrong with a file. The rare errors keep the system's own words.
pub(crate) fn in_words(error: &io::Error, language: Language) -> String {
    match error.kind() {
        ErrorKind::NotFound => say!(language, "there is no such file", "文件不存在"),
        ErrorKind::PermissionDenied => say!(language, "permission denied", "没有权限"),
        ErrorKind::IsADirectory => {
            say!(language, "this is a directory: name a file", "这是一个目录：请指定文件")
        }
        ErrorKind::NotADirectory => {
            say!(
                language,
                "a part of the path is a file: look at its spelling",
                "路径中有一部分是文件：请检查路径"
            )
        }
        ErrorKind::Unsupported => say!(
            language,
            "pictures are not read: the command was built without the feature pictures",
            "无法读取图片：该命令编译时未启用 pictures 特性"
        ),
        ErrorKind::StorageFull => say!(language, "the disk is full", "磁盘已满"),
        ErrorKind::FileTooLarge => say!(
            language,
            "it is larger than 64 MiB, and no request is; if each line is one, use check --ndjson",
            "文件超过 64 MiB，没有这么大的请求；如果每行是一个请求，请使用 check --ndjson"
        ),
        ErrorKind::InvalidData => match error.get_ref().and_then(|it| it.downcast_ref::<NotUtf8>())
        {
            Some(not_utf8) => not_utf8.in_words(language),
            None => error.to_string(),
        },
        ErrorKind::UnexpectedEof => say!(
            language,
            "it ends early: check whether the file was cut off",
            "内容不完整：请检查文件是否被截断"
        ),
        // What unpacks gzip says so; errors of the system have a number.
        ErrorKind::InvalidInput if error.raw_os_error().is_none() => say!(
            language,
            "the packed data is damaged: pack the file again",
            "压缩数据已损坏：请重新压缩文件"
        ),
        _ => error.to_string(),
    }
}
