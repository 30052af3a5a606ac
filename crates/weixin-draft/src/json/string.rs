//! How strings are read.

use super::reader::{Malformed, Problem, Reader};
use super::text::{Escapes, Text, code_unit};

impl<'a> Reader<'a> {
    /// Reads a string; the next byte is its opening quote.
    #[expect(clippy::inline_always, reason = "a call would cost as much as a short string")]
    #[inline(always)]
    pub(crate) fn string(&mut self) -> Result<Text<'a>, Malformed> {
        let start = self.at + 1;
        let end = start + plain_length::<8>(self.text.as_bytes(), start);
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(Text::new(&self.text[start..end], start - 1, Escapes::default()));
        }
        self.long_string(start, end)
    }

    /// Reads a string that is long or holds escapes; `start` is behind its opening
    /// quote, and it is plain up to `end`.
    #[inline(never)]
    fn long_string(&mut self, start: usize, end: usize) -> Result<Text<'a>, Malformed> {
        let bytes = self.text.as_bytes();
        let mut escapes = Escapes::default();
        self.at = end;
        loop {
            match bytes.get(self.at) {
                Some(b'"') | None => break,
                Some(b'\\') => {
                    let (length, bytes_meant) = self.escape()?;
                    escapes.bytes += length - bytes_meant;
                    escapes.code_points += length - 1;
                    self.at += length;
                }
                Some(_) => {
                    self.at += plain_length::<2>(bytes, self.at);
                    let rest = &bytes[self.at..];
                    if !matches!(rest.first(), Some(b'"' | b'\\')) {
                        self.at += memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
                    }
                }
            }
        }
        let raw = &self.text[start..self.at];
        if let Some(found) = control_character(raw.as_bytes()) {
            self.at = start + found;
            return self.malformed(Problem::ControlCharacter);
        }
        if self.at == bytes.len() {
            return self.malformed(Problem::EndsEarly);
        }
        self.at += 1;
        Ok(Text::new(raw, start - 1, escapes))
    }

    /// How many bytes the escape at the current place takes once it is sound, and
    /// how many the character that it means takes in UTF-8.
    #[inline]
    fn escape(&self) -> Result<(usize, usize), Malformed> {
        let bytes = &self.text.as_bytes()[self.at..];
        match bytes.get(1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok((2, 1)),
            Some(b'u') => match self.code_unit(bytes, 2)? {
                0xD800..=0xDBFF => {
                    if bytes.get(6..8) == Some(b"\\u")
                        && (0xDC00..=0xDFFF).contains(&self.code_unit(bytes, 8)?)
                    {
                        Ok((12, 4))
                    } else {
                        self.malformed(Problem::LoneSurrogate)
                    }
                }
                0xDC00..=0xDFFF => self.malformed(Problem::LoneSurrogate),
                0..=0x7F => Ok((6, 1)),
                0x80..=0x7FF => Ok((6, 2)),
                _ => Ok((6, 3)),
            },
            Some(_) => self.malformed(Problem::BadEscape),
            None => self.malformed(Problem::EndsEarly),
        }
    }

    #[inline]
    fn code_unit(&self, bytes: &[u8], start: usize) -> Result<u32, Malformed> {
        if let Some(value) = bytes.get(start..start + 4).and_then(code_unit) {
            return Ok(value);
        }
        let rest = bytes.get(start..).unwrap_or_default();
        let are_digits = rest.iter().take(4).all(u8::is_ascii_hexdigit);
        self.malformed(if are_digits { Problem::EndsEarly } else { Problem::BadEscape })
    }
}

/// How many bytes from `start` on are plain text for sure, at most 64: for short
/// stretches the search for long ones is too much. Eight bytes at a time, with the
/// arithmetic that `serde_json` uses too.
#[inline(always)]
fn plain_length<const WORDS: usize>(text: &[u8], start: usize) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH_BITS: u64 = ONES << 7;
    const QUOTE_TO_SPACE: u64 = ONES * (b'"' ^ b' ') as u64;
    let text = text.get(start..).unwrap_or_default();
    let mut length = 0;
    while let Some(word) = text.get(length..).and_then(<[u8]>::first_chunk) {
        let word = u64::from_le_bytes(*word);
        // The high bit of each byte that is special; a borrow can only mark bytes
        // behind the first one that is. Exchanging two signs makes the quote stand
        // beside the control characters.
        let low = (word ^ QUOTE_TO_SPACE).wrapping_sub(ONES * u64::from(b' ' + 1));
        let backslash = (word ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
        let special = (low | backslash) & !word & HIGH_BITS;
        if special != 0 {
            return length + special.trailing_zeros() as usize / 8;
        }
        length += 8;
        if length == WORDS * 8 {
            return length;
        }
    }
    let special = |byte: &u8| *byte < b' ' || matches!(byte, b'"' | b'\\');
    length + text[length..].iter().take_while(|byte| !special(byte)).count()
}

/// The first control character, which a string may not hold. In a form that
/// compilers vectorise.
fn control_character(text: &[u8]) -> Option<usize> {
    let smallest = text.iter().fold(u8::MAX, |smallest, byte| smallest.min(*byte));
    if smallest >= b' ' {
        return None;
    }
    text.iter().position(|byte| *byte < b' ')
}
