//! `markdown_left`.

use std::ops::Range;

use super::placeholder_value::is_ideograph;
use super::suspects::Suspect;
use super::{Checks, Finding, Findings, InSchema, Rule, Sightings, Source};
use crate::html::ContentText;
use crate::json::Pointer;
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "markdown_left",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "The content of a news article holds no Markdown, nor do title, author and digest.",
        zh: "图文消息的正文以及标题、作者、摘要中没有 Markdown 语法。",
    },
    reason: Words {
        en: "The server knows HTML alone; readers would see the signs of Markdown.",
        zh: "服务器只认识 HTML，读者会直接看到 Markdown 的符号。",
    },
    message: Words {
        en: "the content holds Markdown, such as **bold** or [text](address), which readers would see as it is. Convert it to HTML before sending.",
        zh: "正文中有 Markdown 语法，例如 **加粗** 或 [文字](链接)，读者会直接看到这些符号。请在发送前转换为 HTML。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { suspect: Some(check_suspect), text: Some(check), ..Checks::NONE },
};

static IN_FIELD: Words = Words {
    en: "this text holds Markdown, which a title, author or digest shows as it is spelt. Write plain text.",
    zh: "文字中有 Markdown 语法，而标题、作者、摘要会原样显示这些符号。请改为纯文本。",
};
static FENCE: Words = Words {
    en: "the content is in a code fence of Markdown (```), which readers would see. Send what is inside alone.",
    zh: "正文外面有 Markdown 的代码围栏（```），读者会直接看到。请只发送围栏之内的内容。",
};

fn check_suspect(suspect: &Suspect<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    let text = &*suspect.decoded;
    let is_heading = text.trim_start_matches('#').starts_with(' ') && text.starts_with('#');
    let has_link = || text.contains('[') && link(text).is_some();
    let has_bold = || text.contains('*') && bold(text).is_some();
    if is_heading || has_link() || has_bold() {
        findings.add(Finding::of(&RULE, suspect.text.range()).words(&IN_FIELD), path);
    }
}

fn check(text: &ContentText<'_>, sightings: &mut Sightings<'_>) {
    if sightings.context.on_newspic {
        return;
    }
    // In the middle of an article, one that nothing ends is no more than a slip.
    if text.text.starts_with("```") && text.raw_range(0..0).start == 0 {
        let fence = text.text.lines().next().unwrap_or_default();
        sightings.add_text(&RULE, text.raw_range(0..fence.len()), Some(&FENCE));
    }
    let found = [link(&text.text), bold(&text.text), lines(&text.text)];
    if let Some(part) = found.into_iter().flatten().min_by_key(|part| part.start) {
        sightings.add_text(&RULE, text.raw_range(part), None);
    }
}

/// The first `![..](..)`, or `[..](..)` that leads to an address.
fn link(text: &str) -> Option<Range<usize>> {
    text.match_indices("](").find_map(|(middle, _)| {
        let begin = text[..middle].rfind(['[', '\n']).filter(|at| text[*at..].starts_with('['))?;
        let address = &text[middle + 2..];
        let end =
            middle + 3 + address.find([')', '\n']).filter(|at| address[*at..].starts_with(')'))?;
        let is_image = text[..begin].ends_with('!');
        let is_link = address.starts_with("http://") || address.starts_with("https://");
        (is_image || is_link).then(|| begin - usize::from(is_image)..end)
    })
}

/// The first `**bold**`.
fn bold(text: &str) -> Option<Range<usize>> {
    const SIGN: &str = "**";
    let mut from = 0;
    while let Some(begin) = text.get(from..)?.find(SIGN).map(|at| from + at) {
        let inside = &text[begin + SIGN.len()..];
        let length = inside.find('*').filter(|length| inside[*length..].starts_with(SIGN));
        let Some(length) = length else {
            from = begin + SIGN.len();
            continue;
        };
        let end = begin + 2 * SIGN.len() + length;
        let is_phrase = !inside[..length].is_empty()
            && !inside[..length].contains('\n')
            && inside[..length].trim().len() == length
            && !text[..begin].ends_with(|before: char| before == '*' || is_word(before))
            && !text[end..].starts_with(|after: char| after == '*' || is_word(after));
        if is_phrase {
            return Some(begin..end);
        }
        from = begin + SIGN.len() + length;
    }
    None
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || is_ideograph(character)
}

/// The first of two lines that begin as headings, points or quotations do.
fn lines(text: &str) -> Option<Range<usize>> {
    const BEGINNINGS: [&str; 4] = ["# ", "## ", "- ", "> "];
    let mut marked = text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((*at - line.len(), line))
    });
    let mut is_marked =
        |(_, line): &(usize, &str)| BEGINNINGS.iter().any(|beginning| line.starts_with(beginning));
    let (at, line) = marked.find(&mut is_marked)?;
    marked.find(&mut is_marked)?;
    Some(at..at + line.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::{bold, lines, link};

    #[test]
    fn finds_links() {
        assert_eq!(link("a ![x](y.png) b"), Some(2..13));
        assert_eq!(link("a [x](https://a.cn) b"), Some(2..19));
        for text in ["a[0](b)", "[注](见下)", "[x]\n(http://a)", "](http://a)"] {
            assert_eq!(link(text), None, "{text}");
        }
    }

    #[test]
    fn finds_bold_phrases() {
        assert_eq!(bold("这是： **重点** 。"), Some(10..20));
        assert_eq!(bold("**2 * 3 **c**"), Some(8..13));
        assert_eq!(bold("x**2 * 3 **c**"), Some(9..14));
        assert_eq!(bold("*** 2 * 3 **c**"), Some(10..15));
        assert_eq!(bold("***x** "), None);
        for text in ["2**3**4", "f(**args)", "****", "** a **", "重**点**", "**点**重", "a ** b"]
        {
            assert_eq!(bold(text), None, "{text}");
        }
    }

    #[test]
    fn finds_lines() {
        assert_eq!(lines("# a\ntext\n- b"), Some(0..3));
        for text in ["- a", "a\n- b", "-a\n-b", "1. a\n2. b"] {
            assert_eq!(lines(text), None, "{text}");
        }
    }
}
