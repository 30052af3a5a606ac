//! What fixes promise, on every vector and on generated requests.
//!
//! 1. A fixed violation is gone, and no error appears but what it hid.
//! 2. What has no fix comes back as it was given.
//! 3. Fixing twice is the same as fixing once.
//! 4. Nothing changes outside of the edits.
//! 5. JSON stays JSON.
//! 6. What is left has its place in the text that was given, too.

mod requests;
mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use weixin_draft::{Applicability, ArticleType, Checker, Fixed, Report, Violation, apply_edits};

use Applicability::{Safe, Unsafe};

fn errors(report: &Report) -> BTreeMap<&'static str, usize> {
    let mut codes = BTreeMap::new();
    for error in report.errors() {
        *codes.entry(error.code).or_default() += 1;
    }
    codes
}

/// What hides others, which a fix brings to light: the text or the value was not read, or
/// not understood.
const HIDES: [&str; 7] = [
    "invalid_json",
    "wrong_type",
    "duplicate_key",
    "unknown_field",
    "unknown_article_type",
    "invalid_crop",
    "unknown_ratio",
];

fn assert_promises(body: &str) -> Result<(), TestCaseError> {
    let checker = Checker::new();
    let before = checker.check_json(body.as_bytes());
    let is_json = serde_json::from_str::<Value>(body).is_ok();
    for at_most in [Safe, Unsafe] {
        let fixed = checker.fix(body.as_bytes(), at_most);
        assert_nothing_is_left(body, &before, &fixed, at_most)?;
        let again = checker.fix(&fixed.body, at_most);
        prop_assert_eq!(&again.body, &fixed.body, "fixing twice differs: {}", body);
        if is_json {
            let is_json = serde_json::from_slice::<Value>(&fixed.body).is_ok();
            prop_assert!(is_json, "{} became {}", body, fixed.body.escape_ascii());
        }
    }
    assert_each_fix_alone(body, &before, |mended| checker.check_json(mended.as_bytes()))
}

/// The same for a content alone.
fn assert_promises_of_content(html: &str, article_type: ArticleType) -> Result<(), TestCaseError> {
    let checker = Checker::new();
    let before = checker.check_content(html, article_type);
    for at_most in [Safe, Unsafe] {
        let fixed = checker.fix_content(html, article_type, at_most);
        assert_nothing_is_left(html, &before, &fixed, at_most)?;
        let text = String::from_utf8(fixed.body).unwrap();
        let again = checker.fix_content(&text, article_type, at_most);
        prop_assert_eq!(&again.body, text.as_bytes(), "fixing twice differs: {}", html);
    }
    assert_each_fix_alone(html, &before, |mended| checker.check_content(mended, article_type))
}

/// What was reported before, and is left, is where it was.
fn assert_places_are_those_given(
    given: &str,
    before: &Report,
    fixed: &Fixed,
) -> Result<(), TestCaseError> {
    let report = fixed.report_on(given.as_bytes());
    prop_assert_eq!(report.violations().len(), fixed.report.violations().len());
    for violation in report.violations() {
        let locations = violation.places.iter().map(|place| &place.location);
        for location in locations.chain([&violation.location]).flatten() {
            // That of a content as a whole ends after it.
            let range = location.range.start..location.range.end.min(given.len());
            prop_assert!(given.get(range).is_some(), "{:?}: {}", location, given);
        }
        // What was inside may have another type than what was around it.
        let is_same = |other: &&Violation| {
            (other.code, &other.path, &other.found)
                == (violation.code, &violation.path, &violation.found)
        };
        let mut earlier = before.violations().iter().filter(is_same);
        let is_one = report.violations().iter().filter(is_same).count() == 1;
        // Of what is there twice, the second may be left.
        let is_one = is_one && !before.errors().any(|it| it.code.starts_with("duplicate_"));
        if let (true, Some(earlier), None) = (is_one, earlier.next(), earlier.next())
            && earlier.count == violation.count
        {
            let start = |it: &Violation| it.location.as_ref().map(|it| it.range.start);
            let (one, other) = (start(earlier), start(violation));
            // A content as a whole begins where what is left of it does.
            prop_assert!(one == Some(0) || one == other, "{} of {}", violation.code, given);
        }
    }
    Ok(())
}

/// Nothing that can be fixed is left, and nothing is worse than before.
fn assert_nothing_is_left(
    given: &str,
    before: &Report,
    fixed: &Fixed,
    at_most: Applicability,
) -> Result<(), TestCaseError> {
    prop_assert!(!fixed.gave_up, "{}", given);
    assert_places_are_those_given(given, before, fixed)?;
    let is_fixable = |violation: &&Violation| {
        violation.fix.as_ref().is_some_and(|fix| fix.applicability <= at_most)
    };
    let left = fixed.report.violations().iter().find(is_fixable);
    prop_assert!(left.is_none(), "{:?} of {}", left, given);
    if !before.violations().iter().any(|violation| is_fixable(&violation)) {
        prop_assert_eq!(fixed.applied, 0, "{}", given);
    }
    if fixed.applied == 0 {
        prop_assert_eq!(&fixed.body, given.as_bytes());
        return Ok(());
    }
    let was_hidden = before.errors().any(|error| HIDES.contains(&error.code) && is_fixable(&error));
    let (was, is) = (errors(before), errors(&fixed.report));
    for (code, count) in is {
        let is_known = was.get(code).is_some_and(|was| *was >= count);
        prop_assert!(
            was_hidden || is_known,
            "{} appeared: {} became {}",
            code,
            given,
            String::from_utf8_lossy(&fixed.body)
        );
    }
    Ok(())
}

/// Applied alone, a fix takes its violation away, or the places that it mends, and changes
/// nothing outside its edits.
fn assert_each_fix_alone(
    given: &str,
    before: &Report,
    check: impl Fn(&str) -> Report,
) -> Result<(), TestCaseError> {
    for violation in before.violations() {
        let Some(edits) = violation.fix.as_ref().and_then(|fix| fix.edits.as_ref()) else {
            continue;
        };
        let ranges_in_order = edits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start);
        prop_assert!(ranges_in_order, "{}: {:?}", violation.code, edits);
        let mended = apply_edits(given, edits);
        let kept: usize = edits.iter().map(|edit| edit.range.len()).sum();
        let added: usize = edits.iter().map(|edit| edit.replacement().len()).sum();
        prop_assert_eq!(
            mended.len(),
            given.len() - kept + added,
            "an edit does not fit: {}",
            given
        );
        let after = check(&mended);
        let places = |report: &Report| -> usize {
            let is_same = |other: &&Violation| {
                (other.code, without_positions(&other.path), &other.found)
                    == (violation.code, without_positions(&violation.path), &violation.found)
            };
            report.violations().iter().filter(is_same).map(|same| same.count).sum()
        };
        prop_assert!(
            places(&after) < places(before),
            "{} {} stays: {} became {}",
            violation.code,
            violation.path,
            given,
            mended
        );
    }
    Ok(())
}

/// Where an entry of an array is removed, those after it move.
fn without_positions(path: &str) -> String {
    let is_position = |step: &&str| step.bytes().all(|byte| byte.is_ascii_digit());
    path.split('/').map(|step| if is_position(&step) { "" } else { step }).collect()
}

proptest! {
    #![proptest_config(requests::config(1024))]

    #[test]
    fn hold_for_broken_requests(body in requests::broken_request()) {
        assert_promises(&body)?;
    }

    #[test]
    fn hold_for_broken_contents(body in requests::request_with_broken_content()) {
        assert_promises(&body)?;
    }

    #[test]
    fn hold_for_contents_alone(html in requests::broken_content(), is_news in any::<bool>()) {
        let article_type = if is_news { ArticleType::News } else { ArticleType::NewsPic };
        assert_promises_of_content(&html, article_type)?;
    }

    /// What is read is what was checked: the types of the model hold whatever breaks no
    /// rule.
    #[test]
    fn the_model_holds_what_breaks_no_rule(body in requests::broken_request()) {
        let checker = Checker::new();
        let report = checker.check_json(body.as_bytes());
        let read = checker.read(body.as_bytes());
        prop_assert_eq!(read.is_ok(), report.is_ok(), "{}", body);
        if let Err(refusal) = read {
            prop_assert_eq!(errors(&refusal), errors(&report));
        }
    }
}

/// `<head>` ends the `<svg>`; without it, the `<style>` would be inside.
#[test]
fn hold_where_a_tag_of_a_document_ends_an_svg() {
    for html in ["<svg><head><style></svg></html><body><style>", "<svg><body>a<style><body>"] {
        assert_promises_of_content(html, ArticleType::News).unwrap();
    }
}

#[test]
fn hold_for_every_vector() {
    for case in support::cases() {
        let Ok(body) = String::from_utf8(case.body) else { continue };
        if body.len() < 20_000 {
            assert_promises(&body)
                .unwrap_or_else(|error| panic!("{}: {}: {error}", case.file, case.description));
        }
    }
}
