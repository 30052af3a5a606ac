//! The one way from a body that was given to a body that is sent: edits of its bytes.

use super::fields::{Kind, ObjectFields, Presence};
use crate::json::{Integral, JsonType, Malformed, NotJson, Number, Reader, raw_utf8};
use crate::report::Edit;

/// What is changed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rewrite {
    /// Members that are null go.
    pub(crate) drop_nulls: bool,
    /// `image_info` goes, on a news article where the caller lowered the rule.
    pub(crate) leave_out_image_info: bool,
}

/// What is expected of a value.
#[derive(Clone, Copy)]
pub(crate) enum Expected {
    /// Nothing: it stays as it is, but for nulls.
    Any,
    Object(&'static ObjectFields),
    Array(&'static ObjectFields),
    Text,
    Integer,
}

/// The edits that make a text ready to be sent. Unknown members and optional strings
/// that are empty go, each with a comma; integers become their digits, and strings
/// with needless escapes raw UTF-8. Everything else, white space too, stays.
///
/// # Errors
/// When the text is not JSON.
pub(crate) fn rewrite(
    text: &str,
    expected: Expected,
    rewrite: Rewrite,
) -> Result<Vec<Edit>, Malformed> {
    let mut rewriter =
        Rewriter { text, reader: Reader::new(text), rewrite, edits: Vec::new(), open: Vec::new() };
    match rewriter.document(expected) {
        Ok(()) => Ok(rewriter.edits),
        Err(NotJson) => Err(rewriter.reader.malformed()),
    }
}

struct Rewriter<'a> {
    text: &'a str,
    reader: Reader<'a>,
    rewrite: Rewrite,
    edits: Vec<Edit>,
    /// The objects and arrays that are open, on the heap: nesting takes no stack.
    open: Vec<Frame>,
}

enum Frame {
    Object { fields: Option<&'static ObjectFields>, members: Members },
    Array { entries: Expected, is_first: bool },
}

impl Rewriter<'_> {
    fn document(&mut self, expected: Expected) -> Result<(), NotJson> {
        self.value(expected)?;
        while self.step()? {}
        self.reader.end()
    }

    /// Reads a value without anything inside, or steps into one.
    fn value(&mut self, expected: Expected) -> Result<(), NotJson> {
        match (self.reader.next_type()?, expected) {
            (JsonType::Object, expected) => {
                let fields = match expected {
                    Expected::Object(fields) => Some(fields),
                    _ => None,
                };
                self.reader.open()?;
                self.open.push(Frame::Object { fields, members: Members::default() });
            }
            (JsonType::Array, expected) => {
                let entries = match expected {
                    Expected::Array(fields) => Expected::Object(fields),
                    _ => Expected::Any,
                };
                self.reader.open()?;
                self.open.push(Frame::Array { entries, is_first: true });
            }
            (JsonType::String, Expected::Text) => self.text()?,
            (JsonType::Number, Expected::Integer) => {
                let number = self.reader.number()?;
                self.integer(number);
            }
            _ => self.reader.skip_value()?,
        }
        Ok(())
    }

    /// Goes on in the innermost object or array; `false` when none is open.
    fn step(&mut self) -> Result<bool, NotJson> {
        match self.open.last_mut() {
            None => return Ok(false),
            Some(Frame::Array { entries, is_first }) => {
                let entries = *entries;
                if self.reader.next_item(std::mem::take(is_first))? {
                    self.value(entries)?;
                } else {
                    self.close();
                }
            }
            Some(Frame::Object { members, .. }) => {
                if self.reader.next_member(members.is_first())? {
                    self.member()?;
                } else {
                    members.close(&mut self.edits);
                    self.close();
                }
            }
        }
        Ok(true)
    }

    fn close(&mut self) {
        self.open.pop();
        self.kept();
    }

    /// A value ended; if it is that of a member, the member stays.
    fn kept(&mut self) {
        if let Some(Frame::Object { members, .. }) = self.open.last_mut() {
            members.kept_end = Some(self.reader.offset());
        }
    }

    fn member(&mut self) -> Result<(), NotJson> {
        let start = self.reader.offset();
        let raw = self.reader.name()?;
        let name = self.reader.text(raw, start).bytes();
        let json_type = self.reader.next_type()?;
        let Some(Frame::Object { fields, members }) = self.open.last_mut() else {
            return Ok(());
        };
        let is_null = json_type == JsonType::Null && self.rewrite.drop_nulls;
        let expected = match fields {
            _ if is_null => None,
            None => Some(Expected::Any),
            Some(fields) => fields.field(&name).and_then(|field| {
                let is_left_out = match field.presence {
                    Presence::NewsPicOnly => self.rewrite.leave_out_image_info,
                    Presence::Optional => self.text[self.reader.offset()..].starts_with("\"\""),
                    Presence::Required | Presence::Plain => false,
                };
                (!is_left_out).then(|| Expected::from(&field.kind))
            }),
        };
        if let Some(expected) = expected {
            members.keep(start, &mut self.edits);
            let depth = self.open.len();
            self.value(expected)?;
            if self.open.len() == depth {
                self.kept();
            }
        } else {
            self.reader.skip_value()?;
            members.remove(start, self.reader.offset(), &mut self.edits);
        }
        Ok(())
    }

    fn text(&mut self) -> Result<(), NotJson> {
        let start = self.reader.offset();
        let raw = self.reader.string()?;
        if let Some(plain) = raw_utf8(raw) {
            self.edits.push(Edit::new(start + 1..start + 1 + raw.len(), plain));
        }
        Ok(())
    }

    /// What is no integer, or has too many digits, is sent as it is spelled; a rule
    /// has reported it, and the caller has lowered the rule.
    fn integer(&mut self, number: Number<'_>) {
        if let Integral::Small(value) = number.integral() {
            let digits = value.to_string();
            if digits != number.as_str() {
                self.edits.push(Edit::new(number.range(), digits));
            }
        }
    }
}

impl From<&Kind> for Expected {
    fn from(kind: &Kind) -> Self {
        match kind {
            Kind::Text => Expected::Text,
            Kind::Integer => Expected::Integer,
            Kind::Object(fields) => Expected::Object(fields),
            Kind::Array(fields) => Expected::Array(fields),
        }
    }
}

/// Which members of an object go. One that goes takes the comma before it along, or,
/// where none before it stays, the one after it.
#[derive(Default)]
struct Members {
    is_not_first: bool,
    /// Where the last member ends that stays, or that went after one that stays.
    kept_end: Option<usize>,
    /// The members at the beginning that go.
    gap: Option<(usize, usize)>,
}

impl Members {
    /// Whether the next member is the first.
    fn is_first(&mut self) -> bool {
        !std::mem::replace(&mut self.is_not_first, true)
    }

    fn keep(&mut self, start: usize, edits: &mut Vec<Edit>) {
        if let Some((gap, _)) = self.gap.take() {
            edits.push(Edit::removal(gap..start));
        }
    }

    fn remove(&mut self, start: usize, end: usize, edits: &mut Vec<Edit>) {
        match self.kept_end.replace(end) {
            Some(kept_end) => edits.push(Edit::removal(kept_end..end)),
            None => {
                self.kept_end = None;
                let (gap, _) = self.gap.unwrap_or((start, end));
                self.gap = Some((gap, end));
            }
        }
    }

    fn close(&mut self, edits: &mut Vec<Edit>) {
        if let Some((start, end)) = self.gap.take() {
            edits.push(Edit::removal(start..end));
        }
    }
}
