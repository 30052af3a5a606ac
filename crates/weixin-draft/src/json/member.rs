//! Members and values by their bytes, for those who ask afterwards.

use std::ops::Range;

use super::reader::{JsonType, NotJson, Reader};

/// The bytes of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MemberRange {
    /// The name, its quotes included.
    pub(crate) name: Range<usize>,
    pub(crate) value: Range<usize>,
}

/// The first member of this name in the object that begins at `begin`, of a text
/// that is known to be JSON up to there.
pub(crate) fn find_member(
    text: &(impl AsRef<[u8]> + ?Sized),
    begin: usize,
    name: &[u8],
) -> Option<MemberRange> {
    let mut reader = Reader::new(text);
    reader.go_to(begin);
    reader.open().ok()?;
    let mut first = true;
    while reader.next_member(first).ok()? {
        first = false;
        let start = reader.offset();
        let raw = reader.name().ok()?;
        let is_wanted = *reader.text(raw, start).bytes() == *name;
        // Before the colon there may be white space.
        let name_end = start + raw.len() + 2;
        reader.next_type().ok()?;
        let value = reader.offset();
        reader.skip_value().ok()?;
        if is_wanted {
            return Some(MemberRange { name: start..name_end, value: value..reader.offset() });
        }
    }
    None
}

/// The member whose name begins at `start`, of a text that is known to be JSON.
pub(crate) fn member_at(text: &(impl AsRef<[u8]> + ?Sized), start: usize) -> Option<MemberRange> {
    let mut reader = Reader::new(text);
    reader.go_to(start);
    let raw = reader.name().ok()?;
    let name_end = start + raw.len() + 2;
    reader.next_type().ok()?;
    let value = reader.offset();
    reader.skip_value().ok()?;
    Some(MemberRange { name: start..name_end, value: value..reader.offset() })
}

/// How many items the array has that begins at `begin`, of a text that is known to be
/// JSON; `None` for another value.
pub(crate) fn count_items(text: &str, begin: usize) -> Option<usize> {
    let mut reader = Reader::new(text);
    reader.go_to(begin);
    if reader.next_type().ok()? != JsonType::Array {
        return None;
    }
    reader.open().ok()?;
    let mut count = 0;
    while reader.next_item(count == 0).ok()? {
        reader.skip_value().ok()?;
        count += 1;
    }
    Some(count)
}

impl Reader<'_> {
    /// Skips a value; whatever is inside takes no stack.
    pub(crate) fn skip_value(&mut self) -> Result<(), NotJson> {
        let mut open: Vec<JsonType> = Vec::new();
        loop {
            let json_type = self.next_type()?;
            let mut is_first = false;
            match json_type {
                JsonType::Object | JsonType::Array => {
                    self.open()?;
                    open.push(json_type);
                    is_first = true;
                }
                JsonType::String => {
                    self.string()?;
                }
                JsonType::Number => {
                    self.number()?;
                }
                JsonType::Boolean | JsonType::Null => self.literal()?,
            }
            loop {
                let follows = match open.last() {
                    None => return Ok(()),
                    Some(JsonType::Object) => self.next_member(is_first)?,
                    Some(_) => self.next_item(is_first)?,
                };
                if follows {
                    break;
                }
                open.pop();
                is_first = false;
            }
            if open.last() == Some(&JsonType::Object) {
                self.name()?;
            }
        }
    }
}
