//! The table of rules is complete: words, files, levels.

use std::collections::BTreeSet;
use std::path::Path;

use weixin_draft::{InSchema, Language, Level, RULES, Words, all_rules};

fn all_words() -> impl Iterator<Item = (&'static str, Words)> {
    all_rules().flat_map(|rule| {
        [rule.summary, rule.reason, rule.message, rule.source.words()]
            .map(|words| (rule.code, words))
    })
}

#[test]
fn codes_are_unique_names_in_snake_case() {
    let codes: BTreeSet<_> = all_rules().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), all_rules().count());
    for code in codes {
        assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{code}");
    }
}

#[test]
fn every_rule_has_a_file_of_its_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    for rule in all_rules() {
        let file = folder.join(format!("{}.rs", rule.code));
        assert!(file.is_file(), "{} is missing", file.display());
    }
}

#[test]
fn words_are_translated() {
    let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for (code, words) in all_words() {
        let english = words.get(Language::English);
        assert!(!english.is_empty() && !is_chinese(english), "{code}: {english}");
        assert!(is_chinese(words.get(Language::Chinese)), "{code}: {}", words.zh);
    }
}

#[test]
fn placeholders_are_the_same_in_every_language() {
    let placeholders = |text: &'static str| -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(name, _)| name)
            // Chinese has no plural.
            .filter(|name| *name != "s")
            .collect()
    };
    for rule in all_rules() {
        let (english, chinese) = (placeholders(rule.message.en), placeholders(rule.message.zh));
        assert_eq!(english, chinese, "{}", rule.code);
        let known = BTreeSet::from(["limit", "found", "name", "position", "meaning", "code"]);
        assert!(english.is_subset(&known), "{}: {english:?}", rule.code);
    }
}

#[test]
fn warnings_are_not_in_the_schema_and_can_be_moved() {
    for rule in RULES.iter().filter(|rule| rule.level == Level::Warning) {
        assert!(rule.movable, "{}", rule.code);
        assert!(matches!(rule.in_schema, InSchema::No), "{}", rule.code);
    }
}
