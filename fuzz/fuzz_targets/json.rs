//! Any bytes get a report, and only what is not JSON gets `invalid_json`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use weixin_draft::{Language, check_json};

fuzz_target!(|body: &[u8]| {
    let report = check_json(body);
    for violation in report.violations() {
        assert!(violation.path.is_empty() || violation.path.starts_with('/'));
        assert!(!violation.message(Language::Chinese).is_empty());
    }
    let opening = body.iter().filter(|byte| matches!(byte, b'[' | b'{')).count();
    // The two count nesting differently by one; and where there is more to say than a
    // report lists, it may be what is left out.
    if opening < 100 && report.omitted() == 0 {
        let is_json = serde_json::from_slice::<Value>(body).is_ok();
        let is_invalid = report.violations().iter().any(|found| found.code == "invalid_json");
        assert_eq!(is_json, !is_invalid);
    }
});
