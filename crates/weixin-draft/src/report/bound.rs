//! How much of what was found a report holds.

use super::datum::Datum;
use super::edit::Edit;
use super::level::Level;
use super::report::Report;
use super::violation::{Place, Violation};
use super::words::Language;
use weixin_draft_scan::count_bytes;

/// A control character is written as six bytes in JSON.
const MAX_ESCAPE: usize = 6;
/// At least what names, numbers and punctuation of JSON take: of a report, of a
/// violation beside its words, of a place and of an edit.
const REPORT: usize = 100;
const VIOLATION: usize = 900;
const PLACE: usize = 400;
const EDIT: usize = 220;

/// Keeps what a report of [`Report::MAX_BYTES`] has room for, the gravest violations
/// before others and all of these before the edits of fixes. Returns how many
/// violations it took out.
pub(super) fn bound(violations: &mut Vec<Violation>) -> usize {
    let mut room = Report::MAX_BYTES - REPORT;
    let all =
        violations.iter().map(|violation| violation_size(violation) + most_of_edits(violation));
    if all.sum::<usize>() <= room {
        return 0;
    }
    let mut takes = |size: usize| {
        let fits = size <= room;
        room -= if fits { size } else { 0 };
        fits
    };
    let mut kept = vec![false; violations.len()];
    for level in [Level::Error, Level::Warning, Level::Info] {
        for (violation, kept) in violations.iter().zip(&mut kept) {
            if violation.level == level {
                *kept = takes(violation_size(violation));
            }
        }
    }
    let before = violations.len();
    let mut kept = kept.into_iter();
    violations.retain(|_| kept.next().unwrap_or(true));
    for fix in violations.iter_mut().filter_map(|violation| violation.fix.as_mut()) {
        fix.edits = fix.edits.take().filter(|edits| takes(edits.iter().map(edit_size).sum()));
    }
    before - violations.len()
}

/// At least what it takes in JSON without the edits of its fix, in either language.
fn violation_size(violation: &Violation) -> usize {
    let words = |words: Option<&super::Words>| {
        let length = |language| words.map_or(0, |words| words.get(language).len());
        Language::ALL.into_iter().map(length).max().unwrap_or_default()
    };
    let texts = [&violation.limit, &violation.found].map(|datum| datum_size(datum.as_ref()));
    let places: usize = violation.places.iter().map(place_size).sum();
    // Data is quoted in the message too, which is made of words of ours.
    VIOLATION
        + MAX_ESCAPE * violation.path.len()
        + 2 * texts.iter().sum::<usize>()
        + 2 * words(Some(violation.words))
        + 2 * words(violation.meaning)
        + violation.fix.as_ref().map_or(0, |fix| {
            Language::ALL.into_iter().map(|language| fix.message(language).len()).max().unwrap_or(0)
        })
        + places
}

fn place_size(place: &Place) -> usize {
    PLACE + MAX_ESCAPE * place.element.len() + datum_size(place.found.as_ref())
}

fn datum_size(datum: Option<&Datum>) -> usize {
    match datum {
        Some(Datum::Text(text)) => MAX_ESCAPE * text.len(),
        Some(Datum::Number(_)) | None => 0,
    }
}

/// More than the edits of its fix take, without a look at their texts.
fn most_of_edits(violation: &Violation) -> usize {
    let edits = violation.fix.iter().flat_map(|fix| fix.edits.iter().flatten());
    edits.map(|edit| EDIT + MAX_ESCAPE * edit.replacement.most_bytes()).sum()
}

/// Edits hold text of the payload, much of which may be escaped.
fn edit_size(edit: &Edit) -> usize {
    let text = edit.replacement().as_bytes();
    let signs = count_bytes(text, |byte| matches!(byte, b'"' | b'\\'));
    let controls = count_bytes(text, |byte| byte.is_ascii_control());
    EDIT + text.len() + signs + (MAX_ESCAPE - 1) * controls
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Applicability, Fix, Level, Location, Words};

    static WORDS: Words = Words { en: "it is {found} and {found}", zh: "它是 {found}，{found}" };

    /// A violation in which everything is escaped.
    fn violation(level: Level, path: &str) -> Violation {
        let found = || Some(Datum::from("\u{1}".repeat(Datum::MAX_TEXT)));
        let location = Location {
            range: usize::MAX - 1..usize::MAX,
            utf16: usize::MAX - 1..usize::MAX,
            line: usize::MAX,
            column: usize::MAX,
        };
        let mut edit = Edit::new(location.range.clone(), "\u{1}\"\\中");
        edit.utf16 = Some(location.utf16.clone());
        let place = Place {
            offset: usize::MAX,
            element: "\u{1}".repeat(40),
            found: found(),
            location: Some(location.clone()),
        };
        Violation {
            code: "ambiguous_text_align",
            level,
            path: path.to_owned(),
            limit: Some(Datum::Number(i64::MIN)),
            found: found(),
            location: Some(location),
            count: usize::MAX,
            places: vec![place; 10],
            fix: Some(Fix::new(
                Applicability::Unsafe,
                vec![edit; Fix::MAX_EDITS],
                Fix::MAX_EDITS,
                &WORDS,
            )),
            name: None,
            position: None,
            meaning: None,
            words: &WORDS,
        }
    }

    fn json_size(violation: &Violation) -> usize {
        let sizes = Language::ALL.map(|language| {
            serde_json::to_vec(&violation.in_language(language)).map_or(0, |json| json.len())
        });
        sizes.into_iter().max().unwrap_or_default()
    }

    #[test]
    fn no_violation_is_larger_than_it_is_taken_for() {
        let violation = violation(Level::Warning, &"\u{1}".repeat(512));
        assert!(json_size(&violation) < taken_size(&violation));
    }

    /// No rule quotes a text twice.
    static QUOTED_ONCE: Words = Words { en: "{found} of {limit}", zh: "{found}，{limit}" };

    /// A violation with as little as there can be.
    fn bare() -> Violation {
        let full = violation(Level::Error, "/a");
        let bare = Violation { limit: None, found: None, location: None, fix: None, ..full };
        Violation { places: vec![], words: &QUOTED_ONCE, ..bare }
    }

    fn taken_size(violation: &Violation) -> usize {
        let edits = violation.fix.iter().flat_map(|fix| fix.edits.iter().flatten());
        let edits: usize = edits.map(edit_size).sum();
        assert!(edits <= most_of_edits(violation));
        violation_size(violation) + edits
    }

    /// Each part counts for what it takes, and for little more than that.
    #[test]
    fn a_part_that_grows_is_taken_for_larger() {
        const MORE: usize = 200;
        let plain = || Some(Datum::from("x".repeat(MORE)));
        let controls = || Some(Datum::from("\u{1}".repeat(MORE)));
        let place = |element: &str, found| Place {
            offset: 0,
            element: element.to_owned(),
            found,
            location: None,
        };
        let fix = |edits: Vec<Edit>| {
            let count = edits.len();
            Some(Fix::new(Applicability::Safe, edits, count, &WORDS))
        };
        let edit = |text: &str| Edit::new(0..0, text.repeat(MORE));
        let long = |text: &str| -> &'static Words {
            let text = text.repeat(MORE).leak();
            Box::leak(Box::new(Words { en: text, zh: text }))
        };
        let meaning = &Words { en: "{meaning}", zh: "{meaning}" };
        let parts = [
            Violation { path: bare().path.repeat(MORE), ..bare() },
            Violation { path: bare().path + &"\u{1}".repeat(MORE), ..bare() },
            Violation { limit: plain(), ..bare() },
            Violation { found: plain(), ..bare() },
            Violation { limit: controls(), ..bare() },
            Violation { found: controls(), ..bare() },
            Violation { places: vec![place("", None); 10], ..bare() },
            Violation { places: vec![place(&"x".repeat(MORE), None)], ..bare() },
            Violation { places: vec![place("img", controls())], ..bare() },
            Violation { fix: fix(vec![edit("x"); 10]), ..bare() },
            Violation { fix: fix(vec![edit("")]), ..bare() },
            Violation { fix: fix(vec![edit("\"")]), ..bare() },
            Violation { fix: fix(vec![edit("\\")]), ..bare() },
            Violation { fix: fix(vec![edit("\u{1}")]), ..bare() },
            Violation { words: long("x"), ..bare() },
            Violation { words: meaning, meaning: Some(long("x")), ..bare() },
        ];
        let (json, taken) = (json_size(&bare()), taken_size(&bare()));
        assert!((json..=json + VIOLATION).contains(&taken), "{json} {taken}");
        for (number, part) in parts.iter().enumerate() {
            let json = json_size(part) - json;
            let taken = taken_size(part) - taken;
            let most = 2 * MAX_ESCAPE * json + PLACE + EDIT;
            assert!((json..=most).contains(&taken), "part {number}: {taken} for {json}");
        }
        let fixed = |words| Violation {
            fix: Some(Fix::new(Applicability::Safe, vec![], 0, words)),
            ..bare()
        };
        let (short, long) = (fixed(long("x")), fixed(long("xx")));
        assert_eq!(taken_size(&long) - taken_size(&short), json_size(&long) - json_size(&short));
    }

    #[test]
    fn a_report_is_bounded_as_a_whole() {
        let room = Report::MAX_BYTES - REPORT - violation_size(&bare());
        let of = |path: usize| {
            let path = bare().path + &"x".repeat(path);
            bound(&mut vec![Violation { path, ..bare() }])
        };
        assert_eq!((of(room / MAX_ESCAPE), of(room / MAX_ESCAPE + 1)), (0, 1));
        // None of them has a fix.
        assert!(bound(&mut vec![bare(); Report::MAX_BYTES / VIOLATION]) > 0);
    }

    #[test]
    fn errors_are_kept_before_warnings_and_all_before_edits() {
        let path = "\u{1}".repeat(20_000);
        let mut violations = vec![violation(Level::Warning, &path); 100];
        violations.push(violation(Level::Error, &path));
        let before = violations.len();
        let taken_out = bound(&mut violations);
        assert!(taken_out > 50);
        assert_eq!(violations.len() + taken_out, before);
        assert_eq!(violations.last().map(|last| last.level), Some(Level::Error));
        let size: usize = violations.iter().map(json_size).sum();
        assert!(size < Report::MAX_BYTES, "{size}");
        assert!(size > Report::MAX_BYTES / 2, "{size}");

        let mut small = vec![violation(Level::Error, "/a"), violation(Level::Error, "/b")];
        if let Some(edits) = small[0].fix.as_mut().and_then(|fix| fix.edits.as_mut()) {
            edits[0] = Edit::new(0..1, "x".repeat(Report::MAX_BYTES));
        }
        assert_eq!(bound(&mut small), 0);
        let kept = small.iter().map(|one| one.fix.as_ref().map(|fix| fix.edits.is_some()));
        assert_eq!(kept.collect::<Vec<_>>(), [Some(false), Some(true)]);
    }
}
