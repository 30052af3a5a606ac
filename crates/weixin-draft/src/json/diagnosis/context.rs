//! What was being read at a place of a text that is JSON up to there.

use std::ops::Range;

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expects {
    Name,
    Colon,
    Value,
    /// A comma or the closing bracket.
    Separator,
    /// Nothing more.
    End,
}

/// What was being read at a place of a text.
pub(super) struct Context {
    /// The brackets that are open, and where they were opened.
    pub(super) open: Vec<(u8, usize)>,
    pub(super) expects: Expects,
    /// The last complete token before the place.
    pub(super) last: Option<Range<usize>>,
    /// Where the string, number or word begins that the place is inside of.
    pub(super) inside: Option<usize>,
}

impl Context {
    pub(super) fn at(text: &[u8], offset: usize) -> Self {
        let mut context =
            Context { open: Vec::new(), expects: Expects::Value, last: None, inside: None };
        let mut at = 0;
        while at < offset && context.inside.is_none() {
            match token_end(text, at) {
                Some(end) if end <= offset => {
                    context.see(text[at], at..end);
                    at = end;
                }
                _ => context.inside = Some(at),
            }
        }
        context
    }

    fn see(&mut self, first: u8, range: Range<usize>) {
        match first {
            b' ' | b'\n' | b'\r' | b'\t' => return,
            b'{' | b'[' => {
                self.open.push((first, range.start));
                self.expects = if first == b'{' { Expects::Name } else { Expects::Value };
            }
            b',' => {
                self.expects = if self.is_in_object() { Expects::Name } else { Expects::Value };
            }
            b':' => self.expects = Expects::Value,
            b'"' if self.expects == Expects::Name => self.expects = Expects::Colon,
            _ => {
                if let b'}' | b']' = first {
                    self.open.pop();
                }
                let is_inside = !self.open.is_empty();
                self.expects = if is_inside { Expects::Separator } else { Expects::End };
            }
        }
        self.last = Some(range);
    }

    pub(super) fn is_in_object(&self) -> bool {
        self.open.last().is_some_and(|(bracket, _)| *bracket == b'{')
    }

    /// The first byte of the last token; 0 before the first one.
    pub(super) fn last_byte(&self, text: &[u8]) -> u8 {
        self.last.as_ref().map_or(0, |last| text[last.start])
    }
}

/// Where the token ends that begins at `at`; `None` for a string that is never closed.
fn token_end(text: &[u8], at: usize) -> Option<usize> {
    match text[at] {
        b'"' => string_end(text, at),
        b'{' | b'}' | b'[' | b']' | b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' => Some(at + 1),
        _ => {
            let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"+-._".contains(byte);
            Some(at + text[at..].iter().take_while(is_part).count().max(1))
        }
    }
}

/// The end of a string, its closing quote included.
fn string_end(text: &[u8], begin: usize) -> Option<usize> {
    let mut at = begin + 1;
    loop {
        at += memchr::memchr2(b'"', b'\\', text.get(at..)?)?;
        if text[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}
