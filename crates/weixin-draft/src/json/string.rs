//! How strings are read.

use weixin_draft_scan::{ESCAPE, code_unit, short_plain_length, usual_escapes, usual_length};

use super::reader::{NotJson, Problem, Reader};

impl<'a> Reader<'a> {
    /// The next string as it is between its quotes, if it begins right here, is short and
    /// holds nothing special, as nearly all do.
    #[expect(clippy::inline_always, reason = "a call would cost as much as a short string")]
    #[inline(always)]
    pub(crate) fn plain_string(&mut self) -> Option<&'a [u8]> {
        let [b'"', rest @ ..] = self.text.get(self.at..)? else { return None };
        let (raw, [b'"', ..]) = rest.split_at_checked(short_plain_length(rest)?)? else {
            return None;
        };
        self.at += raw.len() + 2;
        self.escape_surplus = 0;
        Some(raw)
    }

    /// Reads a string as it is between its quotes; the next byte is its opening
    /// quote.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<&'a [u8], NotJson> {
        match self.plain_string() {
            Some(raw) => Ok(raw),
            None => self.long_string(),
        }
    }

    /// The same for a string that is long or holds escapes.
    #[inline(never)]
    pub(crate) fn long_string(&mut self) -> Result<&'a [u8], NotJson> {
        let text = self.text;
        let start = self.at + 1;
        let mut escape_surplus = 0;
        let mut rest = text.get(start..).unwrap_or_default();
        loop {
            let (length, escapes) = usual_length(rest);
            rest = &rest[length..];
            escape_surplus += escapes;
            self.at = text.len() - rest.len();
            match rest {
                [b'"', ..] => break,
                [b'\\', second, ..] => {
                    let run = if *second == b'u' { usual_escapes(rest) } else { 0 };
                    self.saw_needless_escape |= run > 0;
                    escape_surplus += run * (ESCAPE - 1);
                    rest = &rest[run * ESCAPE..];
                    if run == 0 {
                        let length = self.escape(rest)?;
                        escape_surplus += length - 1;
                        rest = &rest[length..];
                    }
                }
                [] | [b'\\'] => return self.fail(Problem::EndsEarly),
                _ => return self.fail(Problem::ControlCharacter),
            }
        }
        let raw = text.get(start..self.at).unwrap_or_default();
        self.at += 1;
        self.escape_surplus = escape_surplus;
        if self.saw_needless_escape {
            self.saw_needless_escape = false;
            self.needlessly_escaped.push(start - 1..self.at);
        }
        Ok(raw)
    }

    /// How many bytes the escape takes that `rest` begins with, once it is sound.
    #[inline(never)]
    fn escape(&mut self, rest: &[u8]) -> Result<usize, NotJson> {
        match rest.get(1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(2),
            Some(b'u') => match self.code_unit(rest, 2)? {
                0xD800..=0xDBFF => {
                    if rest.get(6..8) == Some(b"\\u")
                        && (0xDC00..=0xDFFF).contains(&self.code_unit(rest, 8)?)
                    {
                        self.saw_needless_escape = true;
                        Ok(12)
                    } else {
                        self.fail(Problem::LoneSurrogate)
                    }
                }
                0xDC00..=0xDFFF => self.fail(Problem::LoneSurrogate),
                code => {
                    self.saw_needless_escape |= is_needless(code);
                    Ok(6)
                }
            },
            Some(_) => self.fail(Problem::BadEscape),
            None => self.fail(Problem::EndsEarly),
        }
    }

    #[inline]
    fn code_unit(&mut self, bytes: &[u8], start: usize) -> Result<u32, NotJson> {
        if let Some(value) = bytes.get(start..start + 4).and_then(code_unit) {
            return Ok(value);
        }
        let rest = bytes.get(start..).unwrap_or_default();
        let are_digits = rest.iter().take(4).all(u8::is_ascii_hexdigit);
        self.fail(if are_digits { Problem::EndsEarly } else { Problem::BadEscape })
    }
}

/// Whether a character needs no escape in JSON: one outside ASCII, or one of those that
/// some languages escape for HTML's sake.
pub(super) fn is_needless(code: u32) -> bool {
    code >= 0x80 || u8::try_from(code).is_ok_and(|byte| b"<>&='".contains(&byte))
}
