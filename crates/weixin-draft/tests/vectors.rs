//! Every vector of `tests/vectors/` gets the report it expects.

mod support;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use weixin_draft::{Checker, RULES, Report, check_json};

#[test]
fn every_vector_gets_its_report() {
    let mut wrong = Vec::new();
    let cases = support::cases();
    for case in &cases {
        let report = check_json(&case.body);
        let found: Vec<_> = report
            .violations()
            .iter()
            .map(|violation| (violation.code, violation.level.as_str(), violation.path.as_str()))
            .collect();
        let expected = &case.violations;
        let fits = found.len() == expected.len()
            && found.iter().zip(expected).all(|((code, level, path), expected)| {
                (*code, *level) == (&*expected.0, &*expected.1)
                    && expected.2.as_deref().is_none_or(|expected| expected == *path)
            });
        if !fits {
            wrong.push(format!(
                "{}: {}\n  expected {expected:?}\n  found    {found:?}",
                case.file, case.description
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// It has no places, since there is no text to look at.
#[test]
fn a_request_built_in_rust_gets_the_report_of_what_would_be_sent() {
    let checker = Checker::new();
    let mut found = 0;
    for case in support::cases() {
        let Ok(draft) = checker.read(&case.body) else { continue };
        let (report, expected) = (checker.check(&draft), checker.check_json(&draft.to_json()));
        let told = |report: &Report| -> Vec<_> {
            report.violations().iter().map(|one| (one.code, one.path.clone())).collect()
        };
        assert_eq!(told(&report), told(&expected), "{}: {}", case.file, case.description);
        assert!(report.violations().iter().all(|one| one.location.is_none()));
        found += report.violations().len();
    }
    assert!(found > 100, "{found}");
}

/// A value says the same if each of its characters is an escape.
#[test]
fn escapes_change_no_report() {
    // Longer ones would take minutes.
    const MAX_BODY: usize = 10_000;
    let mut compared = 0;
    for case in support::cases().into_iter().filter(|case| case.body.len() < MAX_BODY) {
        let Ok(request) = serde_json::from_slice::<Value>(&case.body) else { continue };
        let [plain, escaped] = [false, true].map(|escapes| {
            let report = check_json(written(&request, escapes).as_bytes());
            let told = report.violations().iter().filter(|one| one.code != "escaped_body");
            told.map(|one| (one.code, one.path.clone(), one.count)).collect::<Vec<_>>()
        });
        assert_eq!(plain, escaped, "{}: {}", case.file, case.description);
        compared += plain.len();
    }
    assert!(compared > 100, "{compared}");
}

/// JSON, the characters of values as they are or as escapes.
fn written(value: &Value, escapes: bool) -> String {
    match value {
        Value::String(text) if escapes => {
            let units = text.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
            format!("\"{}\"", units.collect::<String>())
        }
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| written(item, escapes)).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(members) => {
            let member = |(name, value)| format!("{}:{}", json!(name), written(value, escapes));
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

#[test]
fn every_rule_has_vectors_of_both_kinds() {
    let cases = support::cases();
    for rule in RULES {
        let own = || cases.iter().filter(|case| case.file == rule.code);
        let breaks =
            |case: &support::Case| case.violations.iter().any(|(code, ..)| code == rule.code);
        assert!(own().any(breaks), "tests/vectors/{}.json breaks the rule nowhere", rule.code);
        assert!(
            own().any(|case| !breaks(case)),
            "tests/vectors/{}.json breaks it everywhere",
            rule.code
        );
    }
    let files: BTreeSet<_> = cases.iter().map(|case| case.file.as_str()).collect();
    let codes: BTreeSet<_> = RULES.iter().map(|rule| rule.code).chain(["valid"]).collect();
    assert_eq!(files, codes);
}

/// Other languages tell cases apart by them.
#[test]
fn descriptions_are_unique_in_a_file() {
    let mut seen = BTreeSet::new();
    for case in support::cases() {
        let name = format!("{}: {}", case.file, case.description);
        assert!(seen.insert(name.clone()), "{name} is there twice");
    }
}
