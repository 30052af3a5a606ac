//! The tables of rules and answer codes, as data and as pages.

mod examples;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::{Value, json};
use weixin_draft::{
    Applicability, ERROR_CODES, Edit, ErrorCodeSource, Language, SCHEMA_VERSION, Words, all_rules,
    apply_edits, check_json,
};

use self::examples::rule_examples;
use crate::support;

fn words(words: Words) -> Value {
    json!({"en": words.en, "zh": words.zh})
}

fn document(name: &str, entries: &[Value]) -> String {
    let id = format!("https://weixin-draft.github.io/schema/v{SCHEMA_VERSION}/{name}.json");
    let document = json!({"$id": id, name: entries});
    serde_json::to_string_pretty(&document).unwrap() + "\n"
}

pub(crate) fn rules_json() -> String {
    let entry = |rule: &weixin_draft::Rule| {
        json!({
            "code": rule.code, "level": rule.level.as_str(), "movable": rule.movable,
            "source": rule.source.as_str(), "in_schema": rule.in_schema.as_str(),
            "summary": words(rule.summary), "reason": words(rule.reason),
            "message": words(rule.message),
            "fixes": rule.fixes.iter().map(|fix| json!({
                "applicability": fix.applicability.as_str(),
                "message": words(fix.words),
            })).collect::<Vec<_>>(),
        })
    };
    document("rules", &all_rules().map(entry).collect::<Vec<_>>())
}

pub(crate) fn rule_examples_json() -> String {
    serde_json::to_string_pretty(&rule_examples()).unwrap() + "\n"
}

pub(crate) fn errcodes_json() -> String {
    let entry = |entry| serde_json::to_value(entry).unwrap();
    document("errcodes", &ERROR_CODES.iter().map(entry).collect::<Vec<_>>())
}

/// The page of all rules in one language.
pub(crate) fn rules_page(language: Language) -> String {
    let mut page = String::from(match language {
        Language::English => {
            "# Rules\n\n[中文](rules.zh-CN.md)\n\n\
             <!-- Generated from the rule table; see CONTRIBUTING.md. -->\n\n\
             Every rule with its default level. A code never changes. Levels marked *fixed* cannot be\n\
             moved; all others can, with `--level CODE=LEVEL`, in `weixin-draft.toml` or in code. The rules whose\n\
             codes begin with `stored_` are those of a comparison: they say what the server made of an article\n\
             that was sent.\n"
        }
        Language::Chinese => {
            "# 规则\n\n[English](rules.md)\n\n\
             <!-- 由规则表生成，参见 CONTRIBUTING.md。 -->\n\n\
             下面列出全部规则及默认级别。规则代码永不改变。标有「固定」的级别不能调整，其余可以通过\n\
             `--level CODE=LEVEL`、`weixin-draft.toml` 或在代码中调整。以 `stored_` 开头的规则用于比对：说明\n\
             服务器保存的内容与发送的有何不同。\n"
        }
    });
    let (mut examples, pieces) = (examples(), rule_examples());
    for rule in all_rules() {
        let (summary, reason) = (rule.summary.get(language), rule.reason.get(language));
        let (level, source) = (rule.level.as_str(), rule.source.words().get(language));
        let source = rule
            .source
            .address()
            .map_or(source.to_owned(), |address| format!("[{source}]({})", address.get(language)));
        let _ =
            writeln!(page, "\n## {}\n\n{}\n\n{}\n", rule.code, escaped(summary), escaped(reason));
        let _ = match (language, rule.movable, rule.in_schema.as_str()) {
            (Language::English, movable, in_schema) => {
                let fixed = if movable { "" } else { ", fixed" };
                writeln!(
                    page,
                    "Level: {level}{fixed}. Source: {source}. In the schema: {in_schema}."
                )
            }
            (Language::Chinese, movable, in_schema) => {
                let fixed = if movable { "" } else { "（固定）" };
                let in_schema = match in_schema {
                    "yes" => "包含",
                    "partly" => "部分包含",
                    _ => "不包含",
                };
                writeln!(page, "级别：{level}{fixed}。来源：{source}。JSON Schema：{in_schema}。")
            }
        };
        let piece = |name: &str| pieces.get(rule.code)?[name]["text"].as_str().map(str::trim);
        let (bad, good) = match language {
            Language::English => ("Bad:", "Good:"),
            Language::Chinese => ("错误示例：", "正确示例："),
        };
        for (label, text) in [(bad, piece("bad")), (good, piece("good"))] {
            let Some(text) = text else { continue };
            let _ = writeln!(page, "\n{label}\n\n```text\n{text}\n```");
        }
        let examples = examples.entry(rule.code).or_default();
        for fix in rule.fixes {
            let (words, is_safe) =
                (fix.words.get(language), fix.applicability == Applicability::Safe);
            let (name, colon, end) = match (language, is_safe) {
                (Language::English, true) => ("Fix, safe", ": ", "."),
                (Language::English, false) => ("Fix, unsafe", ": ", "."),
                (Language::Chinese, true) => ("修复（安全）", "：", "。"),
                (Language::Chinese, false) => ("修复（不安全）", "：", "。"),
            };
            let _ = writeln!(page, "\n{name}{colon}{}{end}", escaped(words));
            if let Some((before, after)) = examples.get(fix.words.en) {
                let _ = writeln!(page, "\n```diff\n- {before}\n+ {after}\n```");
            }
        }
    }
    page
}

/// For each rule and each of its fixes, by its words, a piece of text before and after.
type Examples = BTreeMap<&'static str, BTreeMap<&'static str, (String, String)>>;

/// The fixes that no vector shows.
pub(crate) fn fixes_without_example() -> Vec<(&'static str, &'static str)> {
    let examples = examples();
    let has_example =
        |code, words: &str| examples.get(code).is_some_and(|of_rule| of_rule.contains_key(words));
    let fixes =
        all_rules().flat_map(|rule| rule.fixes.iter().map(move |fix| (rule.code, fix.words.en)));
    fixes.filter(|(code, words)| !has_example(*code, words)).collect()
}

/// From the vectors: the first case of each fix, in the rule's own file if there is one.
fn examples() -> Examples {
    let mut examples = Examples::new();
    let mut own = BTreeSet::new();
    for case in support::cases() {
        let Ok(body) = String::from_utf8(case.body) else { continue };
        if body.len() > 10_000 {
            continue;
        }
        for violation in check_json(body.as_bytes()).violations() {
            let Some(fix) = &violation.fix else { continue };
            let Some(edits) = &fix.edits else { continue };
            let example = example(&body, edits);
            let words = fix.message(Language::English);
            let of_rule = examples.entry(violation.code).or_default();
            if case.file == violation.code && own.insert((violation.code, words)) {
                of_rule.insert(words, example);
            } else {
                of_rule.entry(words).or_insert(example);
            }
        }
    }
    examples
}

/// What the edits change with a little around it, before and after.
fn example(body: &str, edits: &[Edit]) -> (String, String) {
    const AROUND: usize = 24;
    let (first, last) = (&edits[0].range, &edits[edits.len() - 1].range);
    let near = |offset: usize| (0..=offset).rev().find(|at| body.is_char_boundary(*at)).unwrap();
    let start = near(first.start.saturating_sub(AROUND));
    let end = near((last.end + AROUND).min(body.len()));
    let moved = edits.iter().map(|edit| {
        Edit::new(edit.range.start - start..edit.range.end - start, edit.replacement().to_owned())
    });
    let before = &body[start..end];
    let after = apply_edits(before, &moved.collect::<Vec<_>>());
    let plain = |text: &str| {
        let visible = |character: char| match character {
            '"' | '\'' | '\\' => character.to_string(),
            other => other.escape_debug().to_string(),
        };
        let text: String = text.chars().map(visible).collect();
        let (mut short, length) = (text.clone(), text.chars().count());
        if length > 160 {
            short = text.chars().take(160).collect::<String>() + "…";
        }
        short
    };
    (plain(before), plain(&after))
}

/// The page of all answer codes in one language.
pub(crate) fn errcodes_page(language: Language) -> String {
    let address = |source: ErrorCodeSource| source.address().unwrap().get(language);
    let (page, global) = (address(ErrorCodeSource::Page), address(ErrorCodeSource::Global));
    let mut page = match language {
        Language::English => format!(
            "# Answer codes\n\n[中文](errcodes.zh-CN.md)\n\n\
             <!-- Generated from the table of answer codes; see CONTRIBUTING.md. -->\n\n\
             What the server means by an `errcode`, and what to do next. The codes are from the\n\
             [page of draft_update]({page}) and the [list of global codes]({global}), or were seen by callers.\n\n\
             | code | meaning | what to do |\n|---|---|---|\n"
        ),
        Language::Chinese => format!(
            "# 返回码\n\n[English](errcodes.md)\n\n\
             <!-- 由返回码表生成，参见 CONTRIBUTING.md。 -->\n\n\
             服务器返回的 `errcode` 的含义，以及接下来该怎么做。这些返回码来自微信官方文档\n\
             [「更新草稿」]({page})和[「全局返回码」]({global})，或开发者的实际遭遇。\n\n\
             | 返回码 | 含义 | 处理办法 |\n|---|---|---|\n"
        ),
    };
    for entry in ERROR_CODES {
        let (meaning, action) = (entry.meaning.get(language), entry.action.get(language));
        let _ = writeln!(page, "| {} | {} | {} |", entry.code, escaped(meaning), escaped(action));
    }
    page
}

/// Markdown would take tags for HTML and bars for the ends of cells.
fn escaped(text: &str) -> String {
    text.replace('<', "\\<").replace('*', "\\*").replace('|', "\\|")
}
