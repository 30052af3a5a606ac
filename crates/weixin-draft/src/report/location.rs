//! Bytes, lines and columns, for programs, people and editors.

use weixin_draft_scan::{count_code_points, count_units};

use std::ops::Range;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A place in the text that was checked.
///
/// ```
/// let report = weixin_draft::check_json("{\"媒体\": 1,}".as_bytes());
/// let last = report.violations().last().expect("a comma too many");
/// let location = last.location.as_ref().expect("a text was checked");
/// assert_eq!((location.line, location.column), (1, 9));
/// assert_eq!((location.range.clone(), location.utf16.clone()), (12..13, 8..9));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Location {
    /// The bytes of the text. It is empty where something is missing.
    pub range: Range<usize>,
    /// The same in UTF-16 code units from the beginning of the text, as editors and
    /// JavaScript count.
    pub utf16: Range<usize>,
    /// Line of the first byte, from 1; lines end with a line feed.
    pub line: usize,
    /// Column of the first byte in code points, from 1.
    pub column: usize,
}

/// A range in the form `{"start": 0, "end": 2}`.
#[derive(Serialize)]
pub(super) struct RangeData {
    start: usize,
    end: usize,
}

impl From<&Range<usize>> for RangeData {
    fn from(range: &Range<usize>) -> Self {
        RangeData { start: range.start, end: range.end }
    }
}

impl Location {
    /// Writes the members `line`, `column`, `range` and `utf16_range`; they are null
    /// where there never was a text.
    pub(super) fn write<M: SerializeMap>(
        location: Option<&Location>,
        map: &mut M,
    ) -> Result<(), M::Error> {
        map.serialize_entry("line", &location.map(|location| location.line))?;
        map.serialize_entry("column", &location.map(|location| location.column))?;
        map.serialize_entry("range", &location.map(|location| RangeData::from(&location.range)))?;
        map.serialize_entry(
            "utf16_range",
            &location.map(|location| RangeData::from(&location.utf16)),
        )
    }
}

impl Serialize for Location {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        Location::write(Some(self), &mut map)?;
        map.end()
    }
}

/// Finds the locations of ranges, in one pass over a text.
pub(crate) struct Locator {
    /// By offset.
    points: Vec<Point>,
}

#[derive(Clone, Copy)]
struct Point {
    offset: usize,
    utf16: usize,
    line: usize,
    column: usize,
}

impl Locator {
    /// For ranges of `text` that begin and end at these offsets.
    pub(crate) fn new(text: &[u8], mut offsets: Vec<usize>) -> Self {
        offsets.sort_unstable();
        offsets.dedup();
        let mut at = Point::START;
        let points = offsets.into_iter().map(|offset| {
            at = at.advance(text, offset);
            at
        });
        Locator { points: points.collect() }
    }

    /// The location of a range whose ends were asked for.
    pub(crate) fn locate(&self, range: &Range<usize>) -> Location {
        let (start, end) = (self.point(range.start), self.point(range.end));
        Location {
            range: range.clone(),
            utf16: start.utf16..end.utf16,
            line: start.line,
            column: start.column,
        }
    }

    fn point(&self, offset: usize) -> Point {
        let found = self.points.binary_search_by_key(&offset, |point| point.offset);
        found.map_or(Point::START, |found| self.points[found])
    }
}

/// How many bytes are looked at one by one at most.
const SHORT: usize = 32;

impl Point {
    const START: Point = Point { offset: 0, utf16: 0, line: 1, column: 1 };

    fn advance(mut self, text: &[u8], offset: usize) -> Point {
        let passed = &text[self.offset.min(text.len())..offset.min(text.len())];
        // As most of what is between two places.
        if passed.len() <= SHORT && passed.is_ascii() && !passed.contains(&b'\n') {
            self.utf16 += passed.len();
            self.column += passed.len();
            self.offset = offset;
            return self;
        }
        let line_start = match memchr::memrchr(b'\n', passed) {
            Some(last) => {
                self.line += memchr::memchr_iter(b'\n', passed).count();
                self.column = 1;
                last + 1
            }
            None => 0,
        };
        let (code_points, units) = count_units(passed);
        self.utf16 += units;
        self.column += match line_start {
            0 => code_points,
            _ => count_code_points(&passed[line_start..]),
        };
        self.offset = offset;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_code_points_and_units() {
        let locator = Locator::new("a中b\n\n😀x".as_bytes(), vec![11, 0, 4, 999, 4]);
        let place = |start, end| {
            let found = locator.locate(&(start..end));
            (found.line, found.column, found.utf16)
        };
        assert_eq!(place(0, 4), (1, 1, 0..2));
        assert_eq!(place(4, 11), (1, 3, 2..7));
        assert_eq!(place(11, 999), (3, 2, 7..8));
    }
}
