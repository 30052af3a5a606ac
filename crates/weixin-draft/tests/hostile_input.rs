//! Input made to hurt: deep, long, or wrong a million times. A report comes, of
//! bounded size, on a small stack.

use std::time::{Duration, Instant};

use weixin_draft::{Checker, Datum, Level, Report, check_json};

/// On a stack of 256 KB; generous in time, for slow machines.
fn check_on_a_small_stack(name: &str, body: Vec<u8>) -> Report {
    const STACK: usize = 256 * 1024;
    const PATIENCE: Duration = Duration::from_secs(60);
    let begin = Instant::now();
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(move || check_json(&body));
    let report = thread.unwrap().join().unwrap_or_else(|_| panic!("{name}: the check ended early"));
    assert!(begin.elapsed() < PATIENCE, "{name}: took {:?}", begin.elapsed());
    assert!(!report.is_ok(), "{name}");
    assert!(report.violations().len() <= Report::MAX_VIOLATIONS, "{name}");
    let size = report.to_string().len();
    assert!(size < 2_000_000, "{name}: the report has {size} bytes");
    report
}

fn article(fields: &str) -> Vec<u8> {
    format!(r#"{{"media_id":"M","index":0,"articles":{{"thumb_media_id":"T",{fields}}}}}"#)
        .into_bytes()
}

#[test]
fn deep_nesting_is_reported() {
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        let report = check_on_a_small_stack(open, open.repeat(100_000).into_bytes());
        assert!(report.violations().iter().any(|violation| violation.code == "invalid_json"));
    }
}

#[test]
fn a_million_mistakes_are_counted_and_a_thousand_listed() {
    let images = vec!["{}"; 1_000_000].join(",");
    let fields = format!(
        r#""title":"T","content":"c","article_type":"newspic","image_info":{{"image_list":[{images}]}}"#
    );
    let report = check_on_a_small_stack("images", article(&fields));
    assert_eq!(report.violations().len(), Report::MAX_VIOLATIONS);
    assert!(report.omitted() >= 999_000);
}

#[test]
fn names_that_nobody_knows_do_not_fill_the_report() {
    let names: Vec<String> = (0..100_000).map(|name| format!(r#""n{name}":0,"#)).collect();
    let names = names.concat();
    check_on_a_small_stack("many names", article(&format!(r#"{names}"title":"T","content":"c""#)));
    let long = "n".repeat(1_000_000);
    let nested = format!(r#""{long}":{{{}"x":0}}"#, r#""x":0,"#.repeat(2000));
    check_on_a_small_stack("a long name", article(&nested));
}

#[test]
fn deep_names_do_not_fill_the_report() {
    let name = "\\u0001".repeat(126);
    let twice = r#""k":0,"k":0,"#.repeat(600);
    let deep =
        (0..120).fold(String::from("0"), |inside, _| format!(r#"{{{twice}"{name}":{inside}}}"#));
    check_on_a_small_stack(
        "deep names",
        article(&format!(r#""x":{deep},"title":"T","content":"c""#)),
    );
}

#[test]
fn warnings_do_not_crowd_errors_out() {
    let names: Vec<String> = (0..5000).map(|name| format!(r#""n{name}":0,"#)).collect();
    let names = names.concat();
    let body = format!(r#"{{"media_id":"","index":0,"articles":{{{names}"title":""}}}}"#);
    let checker = Checker::new().level("unknown_field", Level::Warning).unwrap();
    let report = checker.check_json(body.as_bytes());
    let errors: Vec<_> = report.errors().map(|error| error.path.as_str()).collect();
    assert_eq!(errors, ["/media_id", "/articles/title", "/articles/content"]);
    assert_eq!(report.violations().len(), Report::MAX_VIOLATIONS);
    assert_eq!(report.omitted() + Report::MAX_VIOLATIONS, 5000 + errors.len() + 1);
    // Of findings alike in level, the first in the document are listed.
    let report = check_json(body.as_bytes());
    assert_eq!(report.violations()[0].path, "/media_id");
}

#[test]
fn long_numbers_take_linear_time() {
    let digits = "9".repeat(1_000_000);
    check_on_a_small_stack(
        "coordinate",
        article(&format!(r#""title":"T","content":"c","pic_crop_1_1":"0_0_0.{digits}_1""#)),
    );
    for number in [format!("-{digits}"), format!("0.{digits}"), format!("1e{digits}")] {
        let body = format!(r#"{{"media_id":"M","index":{number},"articles":{{}}}}"#);
        check_on_a_small_stack("index", body.into_bytes());
    }
}

#[test]
fn many_articles_without_a_value_take_linear_time() {
    for value in ["null", "\"\"", "[]", "0"] {
        let article = format!(r#"{{"title":"T","content":"c","thumb_media_id":{value}}}"#);
        let body = format!(r#"{{"articles":[{}]}}"#, vec![article; 20_000].join(","));
        let begin = Instant::now();
        let report = Checker::new().check_draft_add(body.as_bytes());
        // In a time that grows with the square, it is hours.
        assert!(begin.elapsed() < Duration::from_secs(60), "{value}: {:?}", begin.elapsed());
        assert!(!report.is_ok(), "{value}");
    }
}

#[test]
fn hostile_markup_takes_linear_time() {
    let pieces = [
        "<",
        "&",
        "\\\"",
        "'",
        "<!--",
        "<a ",
        "<a b='",
        "</",
        "<script>",
        "<svg>",
        "&#",
        "&am",
        "<p style='url(",
        "<img srcset='(",
        "\\u003c",
        "\\u0026",
        "<img src=x>",
        "<a href=//a/s/>",
        "<!",
        "=",
        "<x/",
    ];
    for piece in pieces {
        let content = piece.repeat(1_000_000 / piece.len());
        check_on_a_small_stack(
            piece,
            article(&format!(r#""extra":0,"title":"T","content":"{content}""#)),
        );
    }
}

#[test]
fn a_host_is_cut_where_no_name_can_be_longer() {
    for character in ["a", "中", "א"] {
        let host = character.repeat(10_000);
        let content = format!("<img src='https://{host}/x'>").repeat(11);
        let body = article(&format!(r#""title":"T","content":"{content}""#));
        let report = check_json(&body);
        let found: Vec<_> = report
            .violations()
            .iter()
            .flat_map(|violation| {
                violation.places.iter().map(|place| &place.found).chain([&violation.found])
            })
            .flatten()
            .collect();
        assert!(found.len() > 10, "{report}");
        assert!(found.iter().all(|found| found.to_string().chars().count() <= Datum::MAX_TEXT));
    }
}
