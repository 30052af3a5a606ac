//! The page of a rule.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::LazyLock;

use serde::Deserialize;
use weixin_draft::{Applicability, Language, Rule};

use crate::report::{level_name, wrap};
use crate::session::Session;

/// A piece of a request that breaks a rule, and one that does not.
#[derive(Deserialize)]
pub(super) struct Example {
    pub(super) bad: Piece,
    pub(super) good: Piece,
}

/// A piece of a request, maybe cut.
#[derive(Deserialize)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Its length in characters, where it is cut.
    length: Option<usize>,
}

/// Generated from the vectors; a test of the core compares them.
static EXAMPLES: LazyLock<BTreeMap<String, Example>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("examples.json")).expect("the examples are generated")
});

/// The example of a rule; none of one on what the server stored.
pub(super) fn example(rule: &Rule) -> Option<&'static Example> {
    EXAMPLES.get(rule.code)
}

/// Writes all that is known of a rule.
pub(super) fn write_page(rule: &Rule, session: &mut Session) -> io::Result<()> {
    let (language, paint, width) = (session.language, session.paint(), session.text().width);
    let output = &mut session.output;
    writeln!(output, "{}", paint.bold(rule.code))?;
    writeln!(output, "{}\n", wrap(rule.summary.get(language), width, "", ""))?;
    writeln!(output, "{}\n", wrap(rule.reason.get(language), width, "", ""))?;
    let mut lines = Vec::new();
    if let Some(example) = example(rule) {
        lines.push((say!(language, "Bad:", "错误示例："), shown(&example.bad, language)));
        lines.push((say!(language, "Good:", "正确示例："), shown(&example.good, language)));
    }
    for fix in rule.fixes {
        let words = fix.words.get(language);
        lines.push(match fix.applicability {
            Applicability::Safe => (say!(language, "Fix:", "修复："), words.to_owned()),
            _ => {
                let words = say!(language, "{words} (unsafe)", "{words}（不安全）");
                (say!(language, "Fix:", "修复："), words)
            }
        });
    }
    lines.push((say!(language, "Level:", "级别："), level(rule, language)));
    let source = rule.source.words().get(language).to_owned();
    lines.push((say!(language, "Source:", "来源："), source));
    if let Some(address) = rule.source.address() {
        lines.push((String::new(), address.get(language).to_owned()));
    }
    lines.push((say!(language, "Schema:", "JSON Schema："), in_schema(rule, language)));
    lines.push((say!(language, "Page:", "网页："), rule.url(language)));
    const INDENT: usize = 8;
    for (label, text) in lines {
        let rest = " ".repeat(INDENT);
        let label = match language {
            Language::Chinese if !label.is_empty() => label,
            _ => format!("{label:INDENT$}"),
        };
        // An address that is broken leads nowhere.
        let width = width.filter(|_| !text.starts_with("https://"));
        writeln!(output, "{}", wrap(&format!("{label}{text}"), width, "", &rest))?;
    }
    Ok(())
}

fn shown(piece: &Piece, language: Language) -> String {
    let text = &piece.text;
    match piece.length {
        Some(length) => {
            say!(language, "{text} ({length} characters in all)", "{text}（共 {length} 个字符）")
        }
        None => text.clone(),
    }
}

fn level(rule: &Rule, language: Language) -> String {
    let (level, code) = (level_name(rule.level, language), rule.code);
    if rule.movable {
        say!(
            language,
            "{level}, can be moved with --level {code}=LEVEL",
            "{level}，可用 --level {code}=LEVEL 调整"
        )
    } else {
        say!(language, "{level}, cannot be moved", "{level}，不能调整")
    }
}

fn in_schema(rule: &Rule, language: Language) -> String {
    match rule.in_schema.as_str() {
        "yes" => say!(language, "says it too", "包含此规则"),
        "partly" => say!(language, "says a part of it", "部分包含此规则"),
        _ => say!(language, "does not say it", "不包含此规则"),
    }
}

#[cfg(test)]
mod tests {
    use weixin_draft::RULES;

    use super::EXAMPLES;

    #[test]
    fn every_rule_has_an_example() {
        let codes: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
        assert!(codes.iter().all(|code| EXAMPLES.contains_key(*code)));
        assert_eq!(EXAMPLES.len(), codes.len());
    }
}
