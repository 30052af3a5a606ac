//! Bodies of draft_add: how many articles they may have.

use weixin_draft::{Checker, Datum};

#[test]
fn one_to_eight_articles() {
    let article = r#"{"title": "T", "content": "<p>x</p>", "thumb_media_id": "C"}"#;
    for (count, is_right) in [(0, false), (1, true), (8, true), (9, false)] {
        let body = format!(r#"{{"articles": [{}]}}"#, vec![article; count].join(", "));
        let report = Checker::new().check_draft_add(body.as_bytes());
        let codes: Vec<_> = report.errors().map(|error| error.code).collect();
        if is_right {
            assert!(report.violations().is_empty(), "{report}");
            continue;
        }
        assert_eq!(codes, ["article_count"]);
        let error = &report.violations()[0];
        assert_eq!((error.path.as_str(), &error.limit), ("/articles", &Some(Datum::Number(8))));
        assert_eq!(error.found, Some(Datum::from(count)));
    }
}
