//! Any bytes get a report, and only what is not JSON gets `invalid_json`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use weixin_draft::{Language, Report, check_json};

fuzz_target!(|body: &[u8]| {
    let report = check_json(body);
    for violation in report.violations() {
        assert!(violation.path.is_empty() || violation.path.starts_with('/'));
        assert!(!violation.message(Language::Chinese).is_empty());
        let location = violation.location.as_ref().expect("what was given as text has places");
        assert!(location.range.end <= body.len());
    }
    let json =
        serde_json::to_vec(&report.in_language(Language::English)).expect("a report is data");
    assert!(json.len() <= Report::MAX_BYTES);
    let opening = body.iter().filter(|byte| matches!(byte, b'[' | b'{')).count();
    // The two count nesting differently by one; and where there is more to say than a
    // report lists, it may be what is left out.
    if opening < 100 && report.omitted() == 0 {
        let is_invalid = report.violations().iter().any(|found| found.code == "invalid_json");
        match serde_json::from_slice::<Value>(body) {
            // Numbers of any size are JSON.
            Err(error) if error.to_string().starts_with("number out of range") => {}
            parsed => assert_eq!(parsed.is_ok(), !is_invalid, "{report}"),
        }
    }
});
