//! Where the places of a mended text are in the text that was given.

use std::ops::Range;

use crate::report::{Edit, Location, Locator, Report};

/// What moved in a text that was mended, round by round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Moved(Vec<Vec<Replaced>>);

/// A range of a text, and how long what took its place is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Replaced {
    range: Range<usize>,
    length: usize,
}

impl Moved {
    /// Adds a round of edits, which are in the order of their ranges.
    pub(super) fn add(&mut self, edits: &[Edit]) {
        let replaced =
            |edit: &Edit| Replaced { range: edit.range.clone(), length: edit.replacement().len() };
        self.0.push(edits.iter().map(replaced).collect());
    }

    /// Adds a round of edits of the JSON string that a text was written as.
    pub(super) fn add_of_json(&mut self, json: &[u8], edits: &[Edit]) {
        let text_length = |json: &[u8]| {
            let string = [b"\"", json, b"\""].concat();
            serde_json::from_slice::<String>(&string).map_or(json.len(), |text| text.len())
        };
        // After the quote that opens the string.
        let (mut read, mut at) = (1, 0);
        let mut offset_of = |offset: usize| {
            at += text_length(json.get(read..offset).unwrap_or_default());
            read = read.max(offset);
            at
        };
        let replaced = |edit: &Edit| Replaced {
            range: offset_of(edit.range.start)..offset_of(edit.range.end),
            length: text_length(edit.replacement().as_bytes()),
        };
        self.0.push(edits.iter().map(replaced).collect());
    }

    /// The report on a mended text, with the places of the text that was given. A fix
    /// of what was not in that text has no edits.
    pub(super) fn report_on(&self, given: &[u8], mended: &[u8], report: &Report) -> Report {
        let mut report = report.clone();
        if self.0.is_empty() {
            return report;
        }
        for violation in report.violations_mut() {
            let Some(fix) = &mut violation.fix else { continue };
            let Some(edits) = &mut fix.edits else { continue };
            let mut stays = true;
            for edit in &mut *edits {
                let before = mended.get(edit.range.clone());
                edit.range = self.range_before(&edit.range);
                stays &= before == given.get(edit.range.clone());
            }
            if !stays {
                fix.edits = None;
            }
        }
        let mut ranges = Vec::new();
        for_each_location(&mut report, |location| {
            // A place at the end of a content may be after it.
            let Range { start, end } = self.range_before(&location.range);
            location.range = start.min(given.len())..end.min(given.len());
            ranges.push(location.range.clone());
        });
        let edits = report.violations().iter().filter_map(|it| it.fix.as_ref()?.edits.as_ref());
        ranges.extend(edits.flatten().map(|edit| edit.range.clone()));
        let locator =
            Locator::new(given, ranges.iter().flat_map(|it| [it.start, it.end]).collect());
        for_each_location(&mut report, |location| *location = locator.locate(&location.range));
        for violation in report.violations_mut() {
            let edits = violation.fix.as_mut().and_then(|fix| fix.edits.as_mut());
            for edit in edits.into_iter().flatten() {
                edit.utf16 = Some(locator.locate(&edit.range).utf16);
            }
        }
        report
    }

    fn range_before(&self, range: &Range<usize>) -> Range<usize> {
        let rounds = self.0.iter().rev();
        rounds.fold(range.clone(), |range, round| {
            let start = before(round, range.start, false);
            start..before(round, range.end, true).max(start)
        })
    }
}

/// Where an offset was before a round; what replaces a range is there as a whole.
fn before(round: &[Replaced], offset: usize, is_end: bool) -> usize {
    // By how much what follows a replacement has moved.
    let (mut longer, mut shorter) = (0, 0);
    for Replaced { range, length } in round {
        let start = range.start + longer - shorter;
        let end = start + length;
        if offset < start || (is_end && offset == start) {
            break;
        }
        if offset < end {
            return if is_end { range.end } else { range.start };
        }
        longer += length;
        shorter += range.len();
    }
    offset + shorter - longer
}

fn for_each_location(report: &mut Report, mut work: impl FnMut(&mut Location)) {
    for violation in report.violations_mut() {
        violation.location.iter_mut().for_each(&mut work);
        violation.places.iter_mut().filter_map(|it| it.location.as_mut()).for_each(&mut work);
    }
}
