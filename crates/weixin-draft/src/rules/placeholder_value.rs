//! `placeholder_value`.

use std::ops::Range;

use super::source_url::SourceUrl;
use super::source_url_flaw::flaw;
use super::suspects::Suspect;
use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, Sightings, Source};
use crate::html::ContentText;
use crate::json::Pointer;
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "placeholder_value",
    level: Level::Warning,
    movable: true,
    source: Source::Sense,
    summary: Words {
        en: "No value is a placeholder: undefined, null, None, a template that nobody filled in.",
        zh: "各字段的值不是占位内容，例如 undefined、null、None 或没有填写的模板。",
    },
    reason: Words {
        en: "A program wrote a value that it did not have; readers would see it.",
        zh: "这是程序把不存在的值写了进去，读者会直接看到。",
    },
    message: Words {
        en: "this is a placeholder, not a value. Look where your program loses it, or leave an optional field out.",
        zh: "这是占位内容，不是真正的值。请检查程序在哪里丢失了它；可选字段没有值时请省略。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks {
        article: Some(check_content),
        suspect: Some(check_suspect),
        source_url: Some(check_source_url),
        text: Some(check_text),
        ..Checks::NONE
    },
};

static TEMPLATE: Words = Words {
    en: "the content holds a template that nobody filled in, such as a name in double braces. Fill it in before sending.",
    zh: "正文中有没有填写的模板占位符（例如双花括号中的名称）。请在发送前填入真正的内容。",
};

static IN_ADDRESS: Words = Words {
    en: "the address holds a template that nobody filled in, such as a name in double braces. Fill it in before sending.",
    zh: "地址中有没有填写的模板占位符（例如双花括号中的名称）。请在发送前填入真正的内容。",
};

fn check_suspect(suspect: &Suspect<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    if is_placeholder(&suspect.decoded) {
        findings.add(Finding::of(&RULE, suspect.text.range()), path);
    }
}

/// An address that is a placeholder as a whole is no address, which another rule tells.
fn check_source_url(url: &SourceUrl<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    let address = url.text.decode();
    if find_template(&address, 0).is_some() && flaw(&address).is_none() {
        findings.add(Finding::of(&RULE, url.text.range()).words(&IN_ADDRESS), path);
    }
}

fn check_content(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    if let Some(word) = &context.facts.one_word
        && let Some(content) = context.article.content.given()
        && is_word(word)
    {
        context.add(Finding::of(&RULE, content.range()), "content", findings);
    }
}

fn check_text(text: &ContentText<'_>, sightings: &mut Sightings<'_>) {
    let mut from = 0;
    while let Some(part) = find_template(&text.text, from) {
        from = part.end;
        sightings.add_text(&RULE, text.raw_range(part), Some(&TEMPLATE));
    }
}

/// Whether a whole value is a placeholder.
pub(super) fn is_placeholder(value: &str) -> bool {
    // n8n writes `=` before an expression.
    let value = value.trim().trim_start_matches('=');
    is_word(value) || find_template(value, 0) == Some(0..value.len())
}

pub(super) fn is_word(value: &str) -> bool {
    const WORDS: [&str; 7] = [
        "undefined",
        "null",
        "None",
        "nil",
        "NaN",
        "[object Object]",
        "System.Collections.Hashtable",
    ];
    WORDS.contains(&value)
}

/// The first template from a place on: `{{name}}`, `${name}`, `<%= name %>`.
fn find_template(text: &str, from: usize) -> Option<Range<usize>> {
    const FORMS: [(&str, &str); 3] = [("{{", "}}"), ("${", "}"), ("<%=", "%>")];
    let rest = text.get(from..)?;
    for (at, _) in rest.match_indices(['{', '$', '<']).map(|(at, found)| (from + at, found)) {
        for (open, close) in FORMS {
            let Some(inside) = text[at..].strip_prefix(open) else {
                continue;
            };
            let name = inside.find(close).map(|end| &inside[..end]);
            if let Some(name) = name.filter(|name| is_name(name.trim()))
                && !text[..at].ends_with(joins)
                // `${x}$` is a formula.
                && !(open == "${" && inside[name.len() + close.len()..].starts_with('$'))
            {
                return Some(at..at + open.len() + name.len() + close.len());
            }
        }
    }
    None
}

/// Whether a text is a name, or names with dots between; in n8n the first begins with `$`.
fn is_name(text: &str) -> bool {
    let text = text.strip_prefix('$').unwrap_or(text);
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    text.len() <= 100 && text.split('.').all(|name| !name.is_empty() && name.chars().all(is_part))
}

/// Whether what follows a character belongs to it, as in formulas and in code.
fn joins(character: char) -> bool {
    let is_letter = character.is_alphanumeric() && !is_ideograph(character);
    is_letter || matches!(character, '\\' | '^' | '_' | '}' | '$')
}

/// Whether a character is of a script that has no blanks between words.
pub(super) fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::{find_template, is_placeholder};

    #[test]
    fn knows_placeholders() {
        for value in [
            "undefined",
            " null ",
            "NaN",
            "{{title}}",
            "${a.b}",
            "<%= 标题 %>",
            "{{ x_1 }}",
            "={{ $json.a }}",
        ] {
            assert!(is_placeholder(value), "{value}");
        }
        for value in ["", "Null", "nullable", "{{}}", "{{a b}}", "${}", "价格 $5", "{title}"] {
            assert!(!is_placeholder(value), "{value}");
        }
    }

    #[test]
    fn leaves_formulas_and_code_alone() {
        assert_eq!(find_template("亲爱的{{name}}：", 0), Some(9..17));
        for text in
            ["x^{{a}}", "\\frac{{a}}", "}{{a}}", "a${b}", "$${x}", "${x}$", "{{ a | b }}", "{{a}"]
        {
            assert_eq!(find_template(text, 0), None, "{text}");
        }
    }
}
