//! The content as it is in the JSON body, one unit at a time.

use weixin_draft_scan::find_any;

use crate::json::decode_escape;

/// A JSON string's raw text as bytes, its escapes decoded unit by unit.
///
/// A unit is a byte of UTF-8, or an escape with the character it means. HTML's
/// structure is ASCII, so a unit outside ASCII is only ever skipped.
#[derive(Clone, Copy)]
pub(super) struct Units<'a> {
    pub(super) raw: &'a [u8],
}

/// Any unit outside ASCII.
pub(super) const OTHER: u8 = 0x80;

impl Units<'_> {
    /// The unit at a byte offset and the offset of the next one; `None` at the end.
    #[inline]
    pub(super) fn at(self, offset: usize) -> Option<(u8, usize)> {
        match *self.raw.get(offset)? {
            b'\\' => Some(self.escape(offset)),
            byte => Some((byte, offset + 1)),
        }
    }

    /// The same for the escape at a byte offset.
    #[inline]
    fn escape(self, offset: usize) -> (u8, usize) {
        // The one that attributes are full of.
        if self.raw.get(offset + 1) == Some(&b'"') {
            return (b'"', offset + 2);
        }
        self.rare_escape(offset)
    }

    #[inline(never)]
    fn rare_escape(self, offset: usize) -> (u8, usize) {
        let (character, length) = decode_escape(&self.raw[offset..]);
        (u8::try_from(character).ok().filter(u8::is_ascii).unwrap_or(OTHER), offset + length)
    }

    /// The offset of the first unit that ends a stretch; the end if there is none.
    #[inline]
    pub(super) fn skip_until(self, mut offset: usize, mut ends: impl FnMut(u8) -> bool) -> usize {
        while let Some((unit, next)) = self.at(offset) {
            if ends(unit) {
                break;
            }
            offset = next;
        }
        offset
    }

    /// The unit at a byte offset, if it is the one asked for: the offset after it.
    #[inline]
    pub(super) fn take(self, offset: usize, unit: u8) -> Option<usize> {
        self.at(offset).and_then(|(found, next)| (found == unit).then_some(next))
    }

    /// Where the units spell `word` in lower case ASCII, whatever the case:
    /// the offset after it.
    pub(super) fn take_word(self, offset: usize, word: &str) -> Option<usize> {
        word.bytes().try_fold(offset, |offset, letter| {
            let (found, next) = self.at(offset)?;
            (found.to_ascii_lowercase() == letter).then_some(next)
        })
    }

    /// The offset of the first unit at or after `offset` that is `unit`, which is
    /// ASCII and no backslash; the end if there is none.
    #[inline]
    pub(super) fn find(self, mut offset: usize, unit: u8) -> usize {
        while let Some(rest) = self.raw.get(offset..) {
            let found = offset
                + match unit {
                    // A double quote never occurs in a JSON string unescaped.
                    b'"' => find_any(rest, [b'\\']),
                    _ => find_any(rest, [b'\\', unit]),
                };
            match self.at(found) {
                Some((at, next)) if at != unit => offset = next,
                _ => return found,
            }
        }
        self.raw.len()
    }

    /// Skips HTML white space.
    #[inline]
    pub(super) fn skip_white_space(self, offset: usize) -> usize {
        self.skip_until(offset, |unit| !is_white_space(unit))
    }
}

/// HTML's white space: tab, line feed, form feed, carriage return, space.
#[inline]
pub(super) const fn is_white_space(unit: u8) -> bool {
    matches!(unit, b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}
