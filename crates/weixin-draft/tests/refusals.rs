//! Whatever is cut, put aside or lowered: a request with an error is refused.

use proptest::prelude::*;
use proptest::test_runner::Config;
use weixin_draft::{Checker, Level, Report};

/// The rules on fields that, lowered, are told and not sent.
const LEFT_OUT: [&str; 3] = ["unknown_field", "read_only_field", "field_not_for_type"];

fn config() -> Config {
    Config { failure_persistence: None, ..Config::with_cases(48) }
}

/// What a request is filled with until no report can list it: members of an object, each
/// with its number.
#[derive(Clone, Copy, Debug)]
enum Filling {
    Unknown,
    UnknownInImageInfo,
    NullInImageList,
    DuplicateInImageInfo,
    BadCrops,
}

/// A request with `count` findings of some kind, and perhaps one error at its end that has
/// nothing to do with them.
fn request(filling: Filling, count: usize, error: &str) -> String {
    let members = |name: &str, value: &str| -> String {
        let member = |number| format!("\"{name}{number}\": {value},");
        (0..count).map(member).collect::<Vec<_>>().concat()
    };
    let entries = |entry: &str| vec![entry; count.max(1)].join(",");
    let inside = match filling {
        Filling::Unknown => members("x", "1"),
        Filling::UnknownInImageInfo => {
            format!("\"image_info\": {{{}\"image_list\": []}},", members("x", "1"))
        }
        Filling::NullInImageList => {
            format!("\"image_info\": {{\"image_list\": [{}]}},", entries("null"))
        }
        Filling::DuplicateInImageInfo => {
            let twice = "\"x\": 1,".repeat(count + 1);
            format!("\"image_info\": {{{twice}\"image_list\": []}},")
        }
        Filling::BadCrops => format!(
            "\"cover_info\": {{\"crop_percent_list\": [{}]}},",
            entries("{\"ratio\": \"3_1\", \"x1\": \"2\"}")
        ),
    };
    format!(
        r#"{{"media_id": "M", "index": 0, "articles": {{"article_type": "news", "title": "T",
        "content": "<p>x</p>", "thumb_media_id": "C", {inside} "author": "A"{error}}}}}"#
    )
}

fn filling() -> impl Strategy<Value = Filling> {
    prop_oneof![
        Just(Filling::Unknown),
        Just(Filling::UnknownInImageInfo),
        Just(Filling::NullInImageList),
        Just(Filling::DuplicateInImageInfo),
        Just(Filling::BadCrops),
    ]
}

/// Around the bounds of a report and of what is kept while reading.
fn count() -> impl Strategy<Value = usize> {
    prop_oneof![0..4_usize, 990..1010_usize, 1990..2010_usize, 2990..3010_usize, Just(5000)]
}

/// Errors that no level takes back.
fn error() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just(r#", "title": "again""#),
        Just(r#", "need_open_comment": "1""#),
        Just(r#", "digest": null"#),
        Just(r#", "cover_info": {"crop_percent_list": {"a": 1, "a": 2}}"#),
    ]
}

fn assert_refused(checker: &Checker, report: &Report, body: &str) -> Result<(), TestCaseError> {
    prop_assert!(!report.is_ok());
    prop_assert!(report.errors().next().is_some(), "an error without a violation");
    prop_assert!(report.violations().len() <= Report::MAX_VIOLATIONS);
    prop_assert!(checker.prepare(body.as_bytes()).is_err());
    prop_assert!(checker.read(body.as_bytes()).is_err());
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_request_with_an_error_is_refused(
        filling in filling(),
        count in count(),
        error in error(),
        lowered in prop::collection::vec(any::<bool>(), LEFT_OUT.len()),
    ) {
        let mut checker = Checker::new();
        for (code, _) in LEFT_OUT.iter().zip(&lowered).filter(|(_, lowered)| **lowered) {
            checker = checker.level(code, Level::Warning).unwrap();
        }
        let body = request(filling, count, error);
        assert_refused(&checker, &checker.check_json(body.as_bytes()), &body)?;
        // Duplicates count even in what is not sent.
        let body = request(Filling::DuplicateInImageInfo, count, "");
        if count > 0 {
            assert_refused(&checker, &checker.check_json(body.as_bytes()), &body)?;
        }
    }

    /// What is not sent makes no error.
    #[test]
    fn what_is_left_out_makes_no_error(filling in filling(), count in count()) {
        let mut checker = Checker::new();
        for code in LEFT_OUT {
            checker = checker.level(code, Level::Warning).unwrap();
        }
        let body = request(filling, count, "");
        let is_sent = matches!(filling, Filling::BadCrops)
            || (matches!(filling, Filling::DuplicateInImageInfo) && count > 0);
        let prepared = checker.prepare(body.as_bytes());
        prop_assert_eq!(prepared.is_err(), is_sent);
        if let Ok(prepared) = prepared {
            prop_assert!(Checker::new().check_json(prepared.body().as_bytes()).is_ok());
        }
    }
}
