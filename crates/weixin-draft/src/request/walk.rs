//! How any value is read: types, names given twice, names nobody knows.

use std::ops::Range;

use super::fields::Kind;
use super::issue::{Issue, ShapeIssue};
use super::object::{Object, Value};
use super::other_names::OtherNames;
use super::path_at::path_at;
use super::read::{Event, Form, Listener, ReadSettings};
use super::slot::Slot;
use crate::json::{
    JsonType, MemberRange, NotJson, Number, Pointer, Reader, Text, diagnose, find_member,
    is_empty_value,
};
use crate::report::{Datum, INTEGER};

/// The text is not JSON; that has been reported, and nothing more can be read.
pub(super) struct Stop;

pub(super) type Read<T> = Result<T, Stop>;

/// A reader, and who is told what it finds.
pub(crate) struct Walk<'a, 'l> {
    pub(super) reader: Reader<'a>,
    text: &'a str,
    pub(super) settings: ReadSettings,
    listener: &'l mut Listener<'l, 'a>,
}

/// A member of an object whose value is the next to be read.
pub(crate) struct Member<'p> {
    /// Its name in UTF-8, escapes decoded.
    pub(super) name: &'p [u8],
    /// Where the name begins in the input; of an entry of an array, its value.
    pub(super) offset: usize,
    /// Where the object begins whose member it is.
    pub(super) object: usize,
    pub(super) path: Pointer<'p>,
}

impl Member<'_> {
    /// Whether this is its name.
    ///
    /// Fields are distinguished by one such question after the other: with a match on
    /// the name, short requests were measured to take a tenth more time.
    #[inline]
    pub(super) fn is(&self, name: &str) -> bool {
        self.name == name.as_bytes()
    }
}

impl<'a, 'l> Walk<'a, 'l> {
    pub(super) fn new(
        text: &'a str,
        settings: ReadSettings,
        listener: &'l mut Listener<'l, 'a>,
    ) -> Self {
        Walk { reader: Reader::new(text), text, settings, listener }
    }

    pub(super) fn form(&self) -> Form {
        self.settings.form
    }

    pub(super) fn offset(&self) -> usize {
        self.reader.offset()
    }

    pub(super) fn emit(&mut self, event: Event<'_, 'a>, path: &Pointer<'_>) {
        (self.listener)(event, path);
    }

    #[cold]
    pub(super) fn issue(&mut self, issue: Issue<'_>, range: Range<usize>, path: &Pointer<'_>) {
        self.emit(Event::Issue(ShapeIssue { issue, range }), path);
    }

    /// Tells which required fields an object lacks that ends at `end`.
    #[inline]
    pub(super) fn missing(&mut self, object: &impl Object<'a>, end: usize, path: &Pointer<'_>) {
        object.each_missing(|name| self.issue(Issue::Missing, end..end, &path.name(name)));
    }

    /// Tells that a value that was just read is of the wrong type.
    #[cold]
    pub(super) fn wrong_type(
        &mut self,
        expected: Datum,
        found: JsonType,
        begin: usize,
        path: &Pointer<'_>,
    ) {
        let value = self.reader.text_since(begin);
        let range = begin..begin + value.len();
        self.issue(Issue::WrongType { expected, found, value }, range, path);
    }

    /// The member of this name, of the object that begins at `begin`.
    pub(super) fn find_member(&self, begin: usize, name: &[u8]) -> Option<MemberRange> {
        find_member(self.text, begin, name)
    }

    /// Whether the value at these bytes holds nothing.
    pub(super) fn is_empty_value(&self, value: &Range<usize>) -> bool {
        self.text.get(value.clone()).is_some_and(is_empty_value)
    }

    /// Tells the place where the text stops being JSON.
    #[inline]
    pub(super) fn stop<T>(&mut self, result: Result<T, NotJson>, path: &Pointer<'_>) -> Read<T> {
        result.map_err(|NotJson| self.stopped(path))
    }

    #[cold]
    fn stopped(&mut self, path: &Pointer<'_>) -> Stop {
        let diagnosis = diagnose(self.text.as_bytes(), self.reader.malformed());
        let range = diagnosis.range.clone();
        // `[text](address)` is no array: it is the text as a whole that is not JSON.
        let is_of_whole = diagnosis.is_of_whole(self.text.as_bytes());
        let path = if is_of_whole { &Pointer::ROOT } else { path };
        let tail = diagnosis.value.map(|value| path_at(self.text, value));
        let path = &tail.as_ref().map_or(*path, |tail| Pointer::ROOT.with_tail(tail));
        self.issue(Issue::InvalidJson(diagnosis), range, path);
        Stop
    }

    pub(super) fn end(&mut self) -> Read<()> {
        let end = self.reader.end();
        self.stop(end, &Pointer::ROOT)
    }

    #[inline]
    pub(super) fn next_type(&mut self, path: &Pointer<'_>) -> Read<JsonType> {
        let next_type = self.reader.next_type();
        self.stop(next_type, path)
    }

    /// Whether the value that comes next is to be read into the slot. If not, it has
    /// been skipped: it is of a wrong type, or the name was given before, and of two
    /// values the first counts.
    fn accepts<T>(
        &mut self,
        slot: &mut Slot<T>,
        member: &Member<'_>,
        json_type: JsonType,
        expected: impl Into<Datum>,
    ) -> Read<bool> {
        if !slot.is_absent() {
            self.duplicate(member)?;
            return Ok(false);
        }
        let found = self.next_type(&member.path)?;
        if found == json_type {
            return Ok(true);
        }
        let begin = self.offset();
        self.skip(&member.path)?;
        self.wrong_type(expected.into(), found, begin, &member.path);
        *slot = Slot::Unusable;
        Ok(false)
    }

    /// Skips the value of a name that was given before.
    #[cold]
    fn duplicate(&mut self, member: &Member<'_>) -> Read<()> {
        let name = self.name_range(member);
        self.issue(Issue::DuplicateKey { object: member.object }, name, &member.path);
        self.skip(&member.path)
    }

    /// The bytes of a member's name, its quotes included.
    #[cold]
    pub(super) fn name_range(&self, member: &Member<'_>) -> Range<usize> {
        let mut reader = Reader::new(self.text);
        reader.go_to(member.offset);
        let _ = reader.string();
        member.offset..reader.offset()
    }

    /// Reads an object member by member, the slot's value in place: values are too
    /// large to be moved about.
    pub(super) fn object<T: Object<'a>>(
        &mut self,
        slot: &mut Slot<T>,
        member: &Member<'_>,
    ) -> Read<()> {
        if !self.accepts(slot, member, JsonType::Object, JsonType::Object)? {
            return Ok(());
        }
        let begin = self.offset();
        let object = slot.insert_default();
        let mut misspelt = 0;
        self.members(&member.path, |walk, member| {
            if object.take(walk, member)? {
                return Ok(true);
            }
            walk.take_misspelt(object, member, &mut misspelt)
        })?;
        let end = self.offset() - 1;
        object.finish(self, begin, end, &member.path);
        Ok(())
    }

    /// Reads an array entry by entry; `finish` learns its bytes.
    pub(super) fn array<T: Default>(
        &mut self,
        slot: &mut Slot<T>,
        member: &Member<'_>,
        mut take: impl FnMut(&mut Self, &mut T, &Member<'_>) -> Read<()>,
        finish: impl FnOnce(&mut T, Range<usize>),
    ) -> Read<()> {
        if !self.accepts(slot, member, JsonType::Array, JsonType::Array)? {
            return Ok(());
        }
        let begin = self.offset();
        let array = slot.insert_default();
        self.items(&member.path, |walk, offset, path| {
            take(walk, array, &Member { name: b"", offset, object: begin, path })
        })?;
        finish(array, begin..self.offset());
        Ok(())
    }

    /// Steps through an object. Members that `take` does not take are skipped, and
    /// their names are remembered to see which are given twice.
    fn members(
        &mut self,
        path: &Pointer<'_>,
        mut take: impl FnMut(&mut Self, &Member<'_>) -> Read<bool>,
    ) -> Read<()> {
        let mut others = OtherNames::default();
        let object = self.offset();
        let opened = self.reader.open();
        self.stop(opened, path)?;
        let mut decoded;
        let mut first = true;
        loop {
            let usual = match self.reader.plain_name(first) {
                None if self.reader.ends_object() => return Ok(()),
                None => self.reader.spaced_name(first),
                name => name,
            };
            let (name, raw, offset) = match usual {
                Some((offset, raw)) => (raw, raw, offset),
                None => match self.any_name(first, path)? {
                    Some(text) => {
                        decoded = text.bytes();
                        (&*decoded, text.raw(), text.offset)
                    }
                    None => return Ok(()),
                },
            };
            first = false;
            let member = Member { name, offset, object, path: path.name(name) };
            if self.settings.drop_nulls && self.skips_null(&member.path)? {
                continue;
            }
            if others.hold(raw) {
                self.duplicate(&member)?;
            } else if !take(self, &member)? {
                self.skip(&member.path)?;
                others.add(raw);
            }
        }
    }

    /// The name of another member; `None` at the object's end.
    #[inline(never)]
    fn any_name(&mut self, first: bool, path: &Pointer<'_>) -> Read<Option<Text<'a>>> {
        let next = self.reader.next_member(first);
        if !self.stop(next, path)? {
            return Ok(None);
        }
        let offset = self.offset();
        let name = self.reader.name();
        let name = self.stop(name, path)?;
        let text = self.reader.text(name, offset);
        // So that the value is right here, as most ways of reading it hope.
        self.reader.skip_white_space();
        Ok(Some(text))
    }

    /// Whether the value that comes next was null, which counts as left out.
    pub(super) fn skips_null(&mut self, path: &Pointer<'_>) -> Read<bool> {
        let is_null = self.next_type(path)? == JsonType::Null;
        if is_null {
            let literal = self.reader.literal();
            self.stop(literal, path)?;
        }
        Ok(is_null)
    }

    pub(super) fn drops_nulls(&self) -> bool {
        self.settings.drop_nulls
    }

    /// Steps through an array; `take` gets each entry's offset and path.
    pub(super) fn items(
        &mut self,
        path: &Pointer<'_>,
        mut take: impl FnMut(&mut Self, usize, Pointer<'_>) -> Read<()>,
    ) -> Read<()> {
        let opened = self.reader.open();
        self.stop(opened, path)?;
        let mut position = 0;
        loop {
            let next = self.reader.next_item(position == 0);
            if !self.stop(next, path)? {
                return Ok(());
            }
            take(self, self.offset(), path.position(position))?;
            position += 1;
        }
    }
}

impl<'a> Value<'a> for Text<'a> {
    const KIND: Kind = Kind::Text;

    #[inline(never)]
    fn read(walk: &mut Walk<'a, '_>, slot: &mut Slot<Self>, member: &Member<'_>) -> Read<()> {
        let offset = walk.offset();
        if slot.is_absent()
            && let Some(raw) = walk.reader.plain_string()
        {
            *slot = Slot::Given(walk.reader.text(raw, offset));
            return Ok(());
        }
        read_any_text(walk, slot, member)
    }
}

#[inline(never)]
fn read_any_text<'a>(
    walk: &mut Walk<'a, '_>,
    slot: &mut Slot<Text<'a>>,
    member: &Member<'_>,
) -> Read<()> {
    if walk.accepts(slot, member, JsonType::String, JsonType::String)? {
        let offset = walk.offset();
        let raw = walk.reader.long_string();
        let raw = walk.stop(raw, &member.path)?;
        *slot = Slot::Given(walk.reader.text(raw, offset));
    }
    Ok(())
}

/// A number that has an integral value.
impl<'a> Value<'a> for Number<'a> {
    const KIND: Kind = Kind::Integer;

    fn read(walk: &mut Walk<'a, '_>, slot: &mut Slot<Self>, member: &Member<'_>) -> Read<()> {
        if slot.is_absent()
            && let Some(number) = walk.reader.plain_number()
        {
            *slot = Slot::Given(number);
            return Ok(());
        }
        read_any_number(walk, slot, member)
    }
}

#[inline(never)]
fn read_any_number<'a>(
    walk: &mut Walk<'a, '_>,
    slot: &mut Slot<Number<'a>>,
    member: &Member<'_>,
) -> Read<()> {
    if walk.accepts(slot, member, JsonType::Number, INTEGER)? {
        let number = walk.reader.number();
        let number = walk.stop(number, &member.path)?;
        *slot = if number.is_integral() {
            Slot::Given(number)
        } else {
            walk.issue(Issue::Fraction, number.range(), &member.path);
            Slot::Unusable
        };
    }
    Ok(())
}
