//! What is sent, and what is mended, is as it should be, whatever was given.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use weixin_draft::{Applicability, Checker, Level, RULES};

fuzz_target!(|body: &[u8]| {
    let lowered = RULES.iter().filter(|rule| rule.movable).fold(Checker::new(), |checker, rule| {
        checker.level(rule.code, Level::Warning).expect("the rule can be moved")
    });
    for checker in [Checker::new(), lowered] {
        prepare(&checker, body);
        for at_most in [Applicability::Safe, Applicability::Unsafe] {
            fix(&checker, body, at_most);
        }
    }
});

fn is_json(body: &[u8]) -> bool {
    serde_json::from_slice::<Value>(body).is_ok()
}

/// What is sent has no error, and sending it again changes nothing.
fn prepare(checker: &Checker, body: &[u8]) {
    let is_ok = checker.check_json(body).is_ok();
    match checker.prepare(body) {
        Ok(prepared) => {
            assert!(is_ok, "an error was prepared");
            let sent = prepared.body().as_bytes();
            assert!(checker.check_json(sent).is_ok(), "{}", prepared.body());
            let again = checker.prepare(sent).expect("what was prepared once can be again");
            assert_eq!(again.body(), prepared.body());
        }
        Err(report) => assert!(!is_ok && !report.is_ok()),
    }
}

/// Fixing ends, twice is as once, and JSON stays JSON.
fn fix(checker: &Checker, body: &[u8], at_most: Applicability) {
    let fixed = checker.fix(body, at_most);
    if fixed.applied == 0 {
        assert_eq!(fixed.body, body);
    }
    if is_json(body) {
        assert!(is_json(&fixed.body), "{}", String::from_utf8_lossy(&fixed.body));
    }
    if !fixed.gave_up {
        assert_eq!(checker.fix(&fixed.body, at_most).body, fixed.body);
    }
}
