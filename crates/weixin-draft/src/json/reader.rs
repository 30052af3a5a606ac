//! The reader: one pass over the bytes, one value at a time.

use std::ops::Range;

use super::number::Number;
use super::text::Text;

/// Objects and arrays may be nested this deep (the limit that
/// `serde_json` and many servers use too).
pub(crate) const MAX_NESTING: usize = 128;

/// The kinds of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonType {
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
}

/// What keeps a text from being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    Empty,
    ByteOrderMark,
    NotUtf8,
    EndsEarly,
    UnexpectedCharacter,
    TextAfterValue,
    ControlCharacter,
    BadEscape,
    LoneSurrogate,
    BadNumber,
    TooDeep,
}

/// The first place where the text stops being JSON.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Malformed {
    pub(crate) offset: usize,
    pub(crate) problem: Problem,
}

/// The text is not JSON: [`Reader::malformed`] says where and why.
///
/// It carries nothing, so that what a method gives fits into registers: copies
/// through memory made the processor wait for every name and every string.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NotJson;

/// Reads a text from its beginning to its end.
///
/// The caller looks at the type of the next value with [`Reader::next_type`]
/// and then calls the one method that reads such a value.
pub(crate) struct Reader<'a> {
    /// Known to be UTF-8.
    pub(super) text: &'a [u8],
    pub(super) at: usize,
    depth: usize,
    /// How many more bytes than code points the escapes of the last string take.
    pub(super) escape_surplus: usize,
    /// Whether the string that is being read has an escape that it does not need.
    pub(super) saw_needless_escape: bool,
    /// The bytes of each string with such escapes that was read.
    pub(super) needlessly_escaped: Vec<Range<usize>>,
    problem: Problem,
}

impl<'a> Reader<'a> {
    /// Of a text that is UTF-8.
    pub(crate) fn new(text: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        Reader {
            text: text.as_ref(),
            at: 0,
            depth: 0,
            escape_surplus: 0,
            saw_needless_escape: false,
            needlessly_escaped: Vec::new(),
            problem: Problem::EndsEarly,
        }
    }

    /// The bytes of each string with escapes that it does not need, quotes included;
    /// it then forgets them.
    pub(crate) fn take_needlessly_escaped(&mut self) -> Vec<Range<usize>> {
        std::mem::take(&mut self.needlessly_escaped)
    }

    /// Where the text stops being JSON, after a method has found that it does.
    pub(crate) fn malformed(&self) -> Malformed {
        Malformed { offset: self.at, problem: self.problem }
    }

    /// The string that was read last, from what was given for it.
    #[inline]
    pub(crate) fn text(&self, raw: &'a [u8], offset: usize) -> Text<'a> {
        Text::new(raw, offset, self.escape_surplus)
    }

    /// Where the next byte to be read is.
    pub(crate) fn offset(&self) -> usize {
        self.at
    }

    /// What was read since an offset.
    pub(crate) fn text_since(&self, offset: usize) -> &'a [u8] {
        self.text.get(offset..self.at).unwrap_or_default()
    }

    /// Goes on from another offset, where a value or a name begins.
    pub(crate) fn go_to(&mut self, offset: usize) {
        self.at = offset;
    }

    #[inline]
    fn byte(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    #[cold]
    pub(super) fn fail<T>(&mut self, problem: Problem) -> Result<T, NotJson> {
        self.problem = problem;
        Err(NotJson)
    }

    /// What to say about a byte that is not allowed here, or about the end.
    #[cold]
    fn unexpected<T>(&mut self) -> Result<T, NotJson> {
        self.fail(match self.byte() {
            Some(_) => Problem::UnexpectedCharacter,
            None => Problem::EndsEarly,
        })
    }

    #[inline]
    pub(crate) fn skip_white_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
    }

    /// The type of the next value, by its first byte.
    #[inline]
    pub(crate) fn next_type(&mut self) -> Result<JsonType, NotJson> {
        self.skip_white_space();
        Ok(match self.byte() {
            Some(b'"') => JsonType::String,
            Some(b'{') => JsonType::Object,
            Some(b'[') => JsonType::Array,
            Some(b'-' | b'0'..=b'9') => JsonType::Number,
            Some(b't' | b'f') => JsonType::Boolean,
            Some(b'n') => JsonType::Null,
            _ => return self.unexpected(),
        })
    }

    /// After the document's value: nothing but white space may follow.
    pub(crate) fn end(&mut self) -> Result<(), NotJson> {
        self.skip_white_space();
        match self.byte() {
            None => Ok(()),
            Some(_) => self.fail(Problem::TextAfterValue),
        }
    }

    /// Steps into an object or an array.
    pub(crate) fn open(&mut self) -> Result<(), NotJson> {
        if self.depth == MAX_NESTING {
            return self.fail(Problem::TooDeep);
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Whether another member follows, its name next; `false` at the object's end.
    #[inline]
    pub(crate) fn next_member(&mut self, first: bool) -> Result<bool, NotJson> {
        self.next_entry(b'}', first)
    }

    /// Whether another entry follows; `false` at the array's end.
    #[inline]
    pub(crate) fn next_item(&mut self, first: bool) -> Result<bool, NotJson> {
        self.next_entry(b']', first)
    }

    #[inline]
    fn next_entry(&mut self, close: u8, first: bool) -> Result<bool, NotJson> {
        self.skip_white_space();
        match self.byte() {
            Some(byte) if byte == close => {
                self.at += 1;
                self.depth -= 1;
                Ok(false)
            }
            Some(b',') if !first => {
                self.at += 1;
                self.skip_white_space();
                Ok(true)
            }
            Some(_) if first => Ok(true),
            _ => self.unexpected(),
        }
    }

    /// The name of another member, and where it begins, if it follows as in nearly all texts:
    /// short, without anything special and without white space around it.
    #[inline]
    pub(crate) fn plain_name(&mut self, first: bool) -> Option<(usize, &'a [u8])> {
        let before = self.at;
        if !first {
            self.byte().filter(|byte| *byte == b',')?;
            self.at += 1;
        }
        let offset = self.at;
        if let Some(name) = self.plain_string()
            && self.byte() == Some(b':')
        {
            self.at += 1;
            return Some((offset, name));
        }
        self.at = before;
        None
    }

    /// The same with white space between the parts, as many programs write it.
    #[inline(never)]
    pub(crate) fn spaced_name(&mut self, first: bool) -> Option<(usize, &'a [u8])> {
        let before = self.at;
        if !first {
            self.byte().filter(|byte| *byte == b',')?;
            self.at += 1;
        }
        self.skip_white_space();
        let offset = self.at;
        if let Some(name) = self.plain_string()
            && self.byte() == Some(b':')
        {
            self.at += 1;
            self.skip_white_space();
            return Some((offset, name));
        }
        self.at = before;
        None
    }

    /// Whether the object ends right here, at a place where another member may follow.
    #[inline]
    pub(crate) fn ends_object(&mut self) -> bool {
        let ends = self.byte() == Some(b'}');
        if ends {
            self.at += 1;
            self.depth -= 1;
        }
        ends
    }

    /// Reads a member's name as it is between its quotes, and the colon.
    #[inline]
    pub(crate) fn name(&mut self) -> Result<&'a [u8], NotJson> {
        if self.byte() != Some(b'"') {
            return self.unexpected();
        }
        let name = self.string()?;
        self.skip_white_space();
        if self.byte() != Some(b':') {
            return self.unexpected();
        }
        self.at += 1;
        Ok(name)
    }

    /// The next number, if it is of one digit and comes right before what follows it, as nearly
    /// all numbers of a request are.
    #[inline]
    pub(crate) fn plain_number(&mut self) -> Option<Number<'a>> {
        let rest = self.text.get(self.at..)?;
        let (digit, [b',' | b'}', ..]) = rest.split_at_checked(1)? else { return None };
        let number = matches!(digit, [b'0'..=b'9']).then(|| Number::new(digit, self.at));
        self.at += usize::from(number.is_some());
        number
    }

    /// Reads a number; the next byte is its sign or its first digit.
    pub(crate) fn number(&mut self) -> Result<Number<'a>, NotJson> {
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        if self.byte() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        if let Some(b'0'..=b'9' | b'.' | b'+' | b'-' | b'a'..=b'z' | b'A'..=b'Z') = self.byte() {
            return self.fail(Problem::BadNumber);
        }
        Ok(Number::new(self.text.get(start..self.at).unwrap_or_default(), start))
    }

    /// At least one digit.
    fn digits(&mut self) -> Result<(), NotJson> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        if self.at > start {
            return Ok(());
        }
        self.fail(if self.byte().is_some() { Problem::BadNumber } else { Problem::EndsEarly })
    }

    /// Reads `true`, `false` or `null`.
    pub(crate) fn literal(&mut self) -> Result<(), NotJson> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        for literal in ["true", "false", "null"] {
            let Some(found) = rest.get(..literal.len()) else {
                continue;
            };
            if found == literal.as_bytes() {
                self.at += literal.len();
                return Ok(());
            }
        }
        self.fail(Problem::UnexpectedCharacter)
    }
}
