//! JSON strings, borrowed with their escapes.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use weixin_draft_scan::{code_unit, count_code_points, is_graphic};

use super::unescape::unescape;

/// A JSON string as it is between its quotes, known to be well formed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a> {
    raw: &'a [u8],
    /// Where it begins in the input: its opening quote.
    pub(crate) offset: usize,
    /// How many more bytes than code points its escapes take.
    escape_surplus: usize,
}

impl<'a> Text<'a> {
    #[inline]
    pub(super) fn new(raw: &'a [u8], offset: usize, escape_surplus: usize) -> Self {
        Text { raw, offset, escape_surplus }
    }

    /// The text between the quotes in UTF-8, escapes and all.
    pub(crate) fn raw(&self) -> &'a [u8] {
        self.raw
    }

    /// Its bytes in the input, quotes included.
    pub(crate) fn range(&self) -> Range<usize> {
        self.offset..self.offset + self.raw.len() + 2
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    pub(crate) fn has_escapes(&self) -> bool {
        self.escape_surplus > 0
    }

    /// Length in bytes of UTF-8, escapes decoded.
    pub(crate) fn byte_length(&self) -> usize {
        let mut length = self.raw.len();
        if !self.has_escapes() {
            return length;
        }
        let mut rest = self.raw;
        while let Some(place) = memchr::memchr(b'\\', rest) {
            let (character, escape_length) = decode_escape(&rest[place..]);
            length -= escape_length - character.len_utf8();
            rest = rest.get(place + escape_length..).unwrap_or_default();
        }
        length
    }

    /// Length in code points, escapes decoded.
    pub(crate) fn code_points(&self) -> usize {
        count_code_points(self.raw) - self.escape_surplus
    }

    /// Whether it has more than `limit` code points; cheap for short texts.
    pub(crate) fn is_longer_than(&self, limit: usize) -> bool {
        self.raw.len() > limit && self.code_points() > limit
    }

    /// Whether there is nothing to be seen: no character but white space.
    #[inline]
    pub(crate) fn is_blank(&self) -> bool {
        match self.raw {
            // A quick look that is nearly always enough. Of what begins with one of
            // the higher bytes, such as Chinese, nothing is white space.
            [b'!'..=b'[' | b']'..=b'~' | 0xE4.., ..] => false,
            _ => self.is_all_white_space(),
        }
    }

    #[inline(never)]
    fn is_all_white_space(&self) -> bool {
        self.characters().all(char::is_whitespace)
    }

    /// Whether it is this text, escapes decoded.
    pub(crate) fn is(&self, text: &str) -> bool {
        self.raw == text.as_bytes() || (self.has_escapes() && self.decode() == text)
    }

    /// Whether every character is visible ASCII.
    pub(crate) fn is_ascii_graphic(&self) -> bool {
        if self.has_escapes() {
            self.characters().all(|character| character.is_ascii_graphic())
        } else {
            is_graphic(self.raw)
        }
    }

    pub(crate) fn characters(&self) -> Characters<'a> {
        Characters { raw: self.raw }
    }

    /// The characters; copied only when there are escapes to decode.
    pub(crate) fn decode(&self) -> Cow<'a, str> {
        match self.bytes() {
            Cow::Borrowed(bytes) => Cow::Borrowed(utf8(bytes)),
            Cow::Owned(bytes) => Cow::Owned(utf8(&bytes).to_owned()),
        }
    }

    /// The same in UTF-8, for less where the caller needs no more.
    #[inline]
    pub(crate) fn bytes(&self) -> Cow<'a, [u8]> {
        if self.has_escapes() { Cow::Owned(self.decode_escapes()) } else { Cow::Borrowed(self.raw) }
    }

    #[inline(never)]
    fn decode_escapes(&self) -> Vec<u8> {
        let mut plain = Vec::with_capacity(self.raw.len());
        unescape(self.raw, &mut plain, &mut |_, character, plain| match u8::try_from(character) {
            Ok(byte) if byte.is_ascii() => plain.push(byte),
            _ => plain.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        });
        plain
    }
}

/// Bytes that are known to be UTF-8. The standard library's look at every byte would cost
/// more than a copy.
fn utf8(bytes: &[u8]) -> &str {
    simdutf8::basic::from_utf8(bytes).unwrap_or_default()
}

/// From places in a JSON string to places in the text that it holds.
pub(crate) struct UnescapedOffsets {
    /// For each escape, where it ends, and how many bytes all of them are longer so
    /// far than the characters they mean.
    ends: Vec<(usize, usize)>,
}

impl UnescapedOffsets {
    /// Of a text that is one JSON string.
    pub(crate) fn of(json: &str) -> Self {
        let bytes = json.as_bytes();
        // The opening quote.
        let mut surplus = 1;
        let mut ends = vec![(1, surplus)];
        let mut at = 1;
        while let Some(place) = memchr::memchr(b'\\', bytes.get(at..).unwrap_or_default()) {
            let (character, length) = decode_escape(&bytes[at + place..]);
            at += place + length;
            surplus += length - character.len_utf8();
            ends.push((at, surplus));
        }
        UnescapedOffsets { ends }
    }

    /// The place in the text of a byte offset in the JSON string.
    pub(crate) fn unescaped(&self, offset: usize) -> usize {
        let before = self.ends.partition_point(|(end, _)| *end <= offset);
        let surplus = before.checked_sub(1).map_or(offset, |last| self.ends[last].1);
        offset - surplus
    }
}

/// A text as it is between the quotes of a JSON string, in raw UTF-8.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    push_escaped(text.chars(), &mut escaped);
    escaped
}

pub(super) fn push_escaped(text: impl Iterator<Item = char>, plain: &mut String) {
    for character in text {
        match character {
            '"' => plain.push_str("\\\""),
            '\\' => plain.push_str("\\\\"),
            '\n' => plain.push_str("\\n"),
            '\r' => plain.push_str("\\r"),
            '\t' => plain.push_str("\\t"),
            '\u{8}' => plain.push_str("\\b"),
            '\u{c}' => plain.push_str("\\f"),
            '\0'..='\u{1f}' => {
                // Writing into a string cannot fail.
                let _ = write!(plain, "\\u{:04x}", u32::from(character));
            }
            other => plain.push(other),
        }
    }
}

/// The characters of a JSON string, escapes decoded.
#[derive(Clone)]
pub(crate) struct Characters<'a> {
    raw: &'a [u8],
}

impl<'a> Characters<'a> {
    /// Of any part of a string's raw text that cuts no character and no escape.
    pub(crate) fn of(raw: &'a [u8]) -> Self {
        Characters { raw }
    }

    /// How many bytes of the raw text are still to be read.
    pub(crate) fn remaining(&self) -> usize {
        self.raw.len()
    }
}

impl Iterator for Characters<'_> {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        let (character, length) = match *self.raw.first()? {
            b'\\' => decode_escape(self.raw),
            byte if byte.is_ascii() => (char::from(byte), 1),
            _ => {
                let (character, length) = bstr::decode_utf8(self.raw);
                (character.unwrap_or(char::REPLACEMENT_CHARACTER), length)
            }
        };
        self.raw = self.raw.get(length..).unwrap_or_default();
        Some(character)
    }
}

/// Decodes the escape at the beginning of `bytes`: the character, and how many
/// bytes of the input it takes. The escape is known to be well formed.
#[inline]
pub(crate) fn decode_escape(bytes: &[u8]) -> (char, usize) {
    match bytes.get(1) {
        Some(b'n') => ('\n', 2),
        Some(b't') => ('\t', 2),
        Some(b'r') => ('\r', 2),
        Some(b'b') => ('\u{8}', 2),
        Some(b'f') => ('\u{c}', 2),
        Some(b'u') => {
            let unit = |place| bytes.get(place..place + 4).and_then(code_unit).unwrap_or(0);
            let high = unit(2);
            match char::from_u32(high) {
                Some(character) => (character, 6),
                None => {
                    let low = unit(8);
                    let code = 0x1_0000 + ((high & 0x3FF) << 10) + (low & 0x3FF);
                    (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 12)
                }
            }
        }
        Some(other) => (char::from(*other), 2),
        None => (char::REPLACEMENT_CHARACTER, 1),
    }
}
