//! The table of answer codes.

use weixin_draft::{ERROR_CODES, ErrorCodeClass, ErrorCodeSource, error_code};

#[test]
fn codes_ascend_without_a_repetition() {
    let codes: Vec<i64> = ERROR_CODES.iter().map(|entry| entry.code).collect();
    assert!(codes.is_sorted_by(|one, other| one < other), "{codes:?}");
}

#[test]
fn every_code_is_found() {
    for entry in ERROR_CODES {
        assert_eq!(error_code(entry.code), Some(entry));
    }
    for unknown in [1, -2, 40003, 99999, i64::MIN, i64::MAX] {
        assert_eq!(error_code(unknown), None);
    }
}

#[test]
fn every_code_has_words_in_both_languages() {
    for entry in ERROR_CODES {
        for words in [entry.meaning, entry.action] {
            let has_chinese =
                words.zh.chars().any(|letter| ('\u{4E00}'..'\u{A000}').contains(&letter));
            assert!(has_chinese && words.zh.ends_with('。'), "{}: {}", entry.code, words.zh);
            assert!(words.en.is_ascii() && words.en.ends_with('.'), "{}: {}", entry.code, words.en);
        }
    }
}

#[test]
fn the_page_lists_eight_codes() {
    let of_the_page = ERROR_CODES.iter().filter(|entry| entry.source == ErrorCodeSource::Page);
    let codes: Vec<i64> = of_the_page.map(|entry| entry.code).collect();
    assert_eq!(codes, [0, 40114, 41039, 45166, 53404, 53405, 53406, 88000]);
}

#[test]
fn only_zero_is_success() {
    for entry in ERROR_CODES {
        assert_eq!(entry.class == ErrorCodeClass::Ok, entry.code == 0, "{}", entry.code);
    }
}

#[test]
fn names_are_stable() {
    let class = |code| error_code(code).unwrap().class.as_str();
    let codes = [0, -1, 40001, 42007, 40007, 45009, 48001];
    assert_eq!(
        codes.map(class),
        ["ok", "retry", "token", "authorise", "caller", "quota", "account"]
    );
    let source = |code| error_code(code).unwrap().source.as_str();
    assert_eq!([0, 40007, 53402].map(source), ["page", "global", "seen"]);
}

#[test]
fn an_entry_is_data() {
    let entry = serde_json::to_value(error_code(40013)).unwrap();
    assert_eq!(entry["code"], 40013);
    assert!(entry["meaning"]["zh"].is_string() && entry["action"]["en"].is_string());
    for entry in ERROR_CODES {
        let data = serde_json::to_value(entry).unwrap();
        assert_eq!(data["class"], entry.class.as_str());
        assert_eq!(data["source"], entry.source.as_str());
    }
}
