//! `content_is_path`.

use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "content_is_path",
    level: Level::Warning,
    movable: true,
    source: Source::Sense,
    summary: Words {
        en: "The content is a text, not an address or the name of a file.",
        zh: "正文是内容本身，不是网址或文件名。",
    },
    reason: Words {
        en: "The path of a file was sent in the place of what is in the file.",
        zh: "这是把文件路径当成文件内容发送了。",
    },
    message: Words {
        en: "the content is nothing but an address or the path of a file. Send what is in the file.",
        zh: "正文只有一个网址或文件路径。请发送文件的内容。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    if let Some(word) = &context.facts.one_word
        && let Some(content) = context.article.content.given()
        && is_path(word)
        && !content.decode().contains("<img")
    {
        context.add(Finding::of(&RULE, content.range()), "content", findings);
    }
}

fn is_path(text: &str) -> bool {
    const BEGINNINGS: [&str; 6] = ["http://", "https://", "/", "./", "../", "~/"];
    const ENDINGS: [&str; 4] = [".html", ".htm", ".md", ".txt"];
    let lower = text.to_ascii_lowercase();
    let is_drive = matches!(lower.as_bytes(), [b'a'..=b'z', b':', b'\\' | b'/', ..]);
    let is_file =
        ENDINGS.iter().any(|ending| lower.ends_with(ending) && lower.len() > ending.len());
    let is_one_word = !text.contains(char::is_whitespace);
    // Words of the next paragraph may follow an address.
    let has_beginning = BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
        && (text.is_ascii() || !lower.starts_with("http"));
    !text.contains(['\n', '\r'])
        && (is_one_word && (is_drive || is_file || has_beginning)
            || is_drive && has_extension(&lower))
}

/// Whether a name of a file, which may hold blanks, ends with its kind.
fn has_extension(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(_, extension)| {
        extension.len() < 6 && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::is_path;

    #[test]
    fn tells_paths_from_texts() {
        let paths = [
            "https://example.com/a",
            "/home/me/a",
            "./a",
            "../a.html",
            "~/a",
            "C:\\My Documents\\a.doc",
            "article.md",
            "文章.HTML",
            "notes.txt",
        ];
        for path in paths {
            assert!(is_path(path), "{path}");
        }
        for text in [
            "",
            "周一开始供应。",
            "see a.html",
            "https://a.cn/b阅读原文",
            "https://a.cn 见原文",
            ".md",
            "a/b",
            "/a\nb",
            "C:\\Windows 文件夹太大，可以清理",
        ] {
            assert!(!is_path(text), "{text}");
        }
    }
}
