//! How any value is read: types, names seen twice, names nobody knows.

use std::borrow::Cow;
use std::collections::HashSet;

use super::values::Slot;
use crate::json::{JsonType, NotJson, Number, Pointer, Reader, Text};
use crate::report::{Datum, INTEGER, Notes};
use crate::rules::{Rule, duplicate_key, invalid_json, read_only_field, unknown_field, wrong_type};

/// The text is not JSON; that has been noted, and nothing more can be read.
pub(super) struct Stop;

pub(super) type Read<T> = Result<T, Stop>;

/// A reader and the place where its findings go.
pub(super) struct Walk<'a, 'n, 'c> {
    reader: Reader<'a>,
    notes: &'n mut Notes<'c>,
    /// What was noted inside a field of which only the whole object tells whether
    /// it is looked at.
    aside: Option<Notes<'c>>,
}

/// The names that an object may have.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) known: &'static [&'static str],
    /// Names that draft/get answers with and draft_update does not take.
    pub(super) read_only: &'static [&'static str],
}

/// A member of an object whose value is the next to be read.
pub(super) struct Member<'p> {
    /// Its name in UTF-8, escapes decoded.
    pub(super) name: &'p [u8],
    /// Where the name stands in the input.
    pub(super) offset: usize,
    pub(super) path: Pointer<'p>,
}

impl Member<'_> {
    /// Whether this is its name.
    ///
    /// Fields are told apart by one such question after the other: with a match on
    /// the name, short requests were measured to take a tenth more time.
    #[inline]
    pub(super) fn is(&self, name: &str) -> bool {
        self.name == name.as_bytes()
    }
}

impl<'a, 'n, 'c> Walk<'a, 'n, 'c> {
    pub(super) fn new(text: &'a str, notes: &'n mut Notes<'c>) -> Self {
        Walk { reader: Reader::new(text), notes, aside: None }
    }

    pub(super) fn notes(&mut self) -> &mut Notes<'c> {
        self.notes
    }

    /// Reads with what is noted put aside, until [`Walk::take_back`].
    pub(super) fn set_aside(&mut self, read: impl FnOnce(&mut Self) -> Read<()>) -> Read<()> {
        let empty = self.aside.take().unwrap_or_else(|| self.notes.empty_copy());
        let notes = std::mem::replace(self.notes, empty);
        let result = read(self);
        self.aside = Some(std::mem::replace(self.notes, notes));
        if result.is_err() {
            self.take_back(None);
        }
        result
    }

    /// Takes back what was put aside, all of it or what is of one rule.
    pub(super) fn take_back(&mut self, only: Option<&Rule>) {
        if let Some(aside) = self.aside.take() {
            self.notes.take_over(aside, only);
        }
    }

    /// Notes the place where the text stops being JSON.
    #[inline]
    fn stop<T>(&mut self, result: Result<T, NotJson>, path: &Pointer<'_>) -> Read<T> {
        result.map_err(|NotJson| {
            invalid_json::note(self.reader.malformed(), path, self.notes);
            Stop
        })
    }

    pub(super) fn end(&mut self) -> Read<()> {
        let end = self.reader.end();
        self.stop(end, &Pointer::ROOT)
    }

    #[inline]
    fn next_type(&mut self, path: &Pointer<'_>) -> Read<JsonType> {
        let next_type = self.reader.next_type();
        self.stop(next_type, path)
    }

    /// Whether the value that comes next is to be read into the slot. If not, it
    /// has been passed over: it is of a wrong type, or the name stood before, and
    /// of two values the first counts.
    fn accepts<T>(
        &mut self,
        slot: &mut Slot<T>,
        member: &Member<'_>,
        json_type: JsonType,
        expected: impl Into<Datum>,
    ) -> Read<bool> {
        if !slot.is_absent() {
            duplicate_key::note(member.offset, &member.path, self.notes);
            self.skip(&member.path)?;
            return Ok(false);
        }
        let found = self.next_type(&member.path)?;
        if found == json_type {
            return Ok(true);
        }
        let offset = self.reader.offset();
        self.skip(&member.path)?;
        let value = self.reader.text_since(offset);
        wrong_type::note(expected.into(), found, value, offset, &member.path, self.notes);
        *slot = Slot::Unusable;
        Ok(false)
    }

    pub(super) fn string(&mut self, slot: &mut Slot<Text<'a>>, member: &Member<'_>) -> Read<()> {
        if self.accepts(slot, member, JsonType::String, JsonType::String)? {
            let offset = self.reader.offset();
            let raw = self.reader.string();
            let raw = self.stop(raw, &member.path)?;
            *slot = Slot::Given(self.reader.text(raw, offset));
        }
        Ok(())
    }

    /// Reads a number that has an integral value.
    pub(super) fn integer(&mut self, slot: &mut Slot<Number<'a>>, member: &Member<'_>) -> Read<()> {
        if self.accepts(slot, member, JsonType::Number, INTEGER)? {
            let number = self.reader.number();
            let number = self.stop(number, &member.path)?;
            let has_fraction = wrong_type::note_fraction(number, &member.path, self.notes);
            *slot = if has_fraction { Slot::Unusable } else { Slot::Given(number) };
        }
        Ok(())
    }

    /// Reads an object member by member; `take` answers whether it knows the
    /// name and has read the value.
    pub(super) fn object<T: Default>(
        &mut self,
        slot: &mut Slot<T>,
        member: &Member<'_>,
        fields: Fields,
        mut take: impl FnMut(&mut Self, &mut T, &Member<'_>) -> Read<bool>,
        finish: impl FnOnce(&mut Self, &mut T, usize, &Pointer<'_>),
    ) -> Read<()> {
        if !self.accepts(slot, member, JsonType::Object, JsonType::Object)? {
            return Ok(());
        }
        // Filled where it stands: the values are too large to be moved about.
        let value = slot.insert_default();
        self.members(&member.path, |walk, member| {
            let known = take(walk, value, member)?;
            if !known && fields.read_only.iter().any(|name| name.as_bytes() == member.name) {
                read_only_field::note(member.offset, &member.path, walk.notes);
            } else if !known {
                let (name, offset) = (member.name, member.offset);
                unknown_field::note(name, offset, fields.known, &member.path, walk.notes);
            }
            Ok(known)
        })?;
        // The closing brace: the place of what is missing.
        let end = self.reader.offset() - 1;
        finish(self, value, end, &member.path);
        Ok(())
    }

    /// Reads a list item by item; `begin` learns where the list begins.
    pub(super) fn list<T: Default>(
        &mut self,
        slot: &mut Slot<T>,
        member: &Member<'_>,
        begin: impl FnOnce(&mut T, usize),
        mut take: impl FnMut(&mut Self, &mut T, &Member<'_>) -> Read<()>,
    ) -> Read<()> {
        if !self.accepts(slot, member, JsonType::List, JsonType::List)? {
            return Ok(());
        }
        let list = slot.insert_default();
        begin(list, self.reader.offset());
        self.items(&member.path, |walk, offset, path| {
            take(walk, list, &Member { name: b"", offset, path })
        })
    }

    /// Steps through an object. Members that `take` does not take are passed
    /// over, and their names are remembered to see which stand twice.
    fn members(
        &mut self,
        path: &Pointer<'_>,
        mut take: impl FnMut(&mut Self, &Member<'_>) -> Read<bool>,
    ) -> Read<()> {
        let mut others = OtherNames::default();
        let opened = self.reader.open();
        self.stop(opened, path)?;
        let mut first = true;
        loop {
            let next = self.reader.next_member(first);
            if !self.stop(next, path)? {
                return Ok(());
            }
            first = false;
            let offset = self.reader.offset();
            let raw = self.reader.name();
            let raw = self.stop(raw, path)?;
            let name = self.reader.text(raw, offset).bytes();
            let member = Member { name: &name, offset, path: path.name(&*name) };
            if others.hold(&name) {
                duplicate_key::note(member.offset, &member.path, self.notes);
                self.skip(&member.path)?;
            } else if !take(self, &member)? {
                self.skip(&member.path)?;
                others.add(name.clone());
            }
        }
    }

    /// Steps through a list; `take` gets each item's offset and path.
    fn items(
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
            take(self, self.reader.offset(), path.position(position))?;
            position += 1;
        }
    }

    /// Passes over a value that nobody asked for. It still has to be JSON
    /// without a name twice.
    fn skip(&mut self, path: &Pointer<'_>) -> Read<()> {
        match self.next_type(path)? {
            JsonType::Object => self.members(path, |_, _| Ok(false)),
            JsonType::List => self.items(path, |walk, _, path| walk.skip(&path)),
            JsonType::String => {
                let text = self.reader.string();
                self.stop(text, path).map(|_text| ())
            }
            JsonType::Number => {
                let number = self.reader.number();
                self.stop(number, path).map(|_number| ())
            }
            JsonType::Boolean | JsonType::Null => {
                let literal = self.reader.literal();
                self.stop(literal, path)
            }
        }
    }
}

/// The names of an object that nobody took, to see which of them stand twice.
#[derive(Default)]
struct OtherNames<'a> {
    names: Option<HashSet<Cow<'a, [u8]>>>,
}

impl<'a> OtherNames<'a> {
    fn hold(&self, name: &[u8]) -> bool {
        self.names.as_ref().is_some_and(
            #[cold]
            |names| names.contains(name),
        )
    }

    #[cold]
    fn add(&mut self, name: Cow<'a, [u8]>) {
        self.names.get_or_insert_default().insert(name);
    }
}
