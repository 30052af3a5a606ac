//! Requests whose writers say null where they mean nothing.

use crate::json::{JsonType, Malformed, NotJson, Pointer, Reader, as_text};
use crate::levels::Levels;
use crate::report::{Notes, Report};
use crate::rules::invalid_json;

/// Blanks out every member of an object whose value is null, at any depth.
///
/// A tool call of a language model in strict mode names every field, and writes
/// null for those that it has no value for; so do many serialisers. The endpoint
/// wants such fields left out. Nulls in lists stay, since no member goes with
/// them, and the check reports them. Of a name that stands twice, once with null,
/// the other value is left.
///
/// White space takes the place of what is removed, so that lines and columns in
/// a report on the result hold for the original too. Nothing else changes, not
/// even the spelling of a number.
///
/// ```
/// use weixin_draft::without_nulls;
///
/// let arguments = br#"{"title": "Menu", "author": null, "index": 0.0}"#;
/// let cleaned = without_nulls(arguments)?;
/// assert_eq!(cleaned, br#"{"title": "Menu"                , "index": 0.0}"#);
/// # Ok::<(), weixin_draft::Report>(())
/// ```
///
/// # Errors
/// A report of `invalid_json` when the text is not JSON.
pub fn without_nulls(body: &[u8]) -> Result<Vec<u8>, Report> {
    let fail = |malformed, path: &Pointer<'_>| {
        let levels = Levels::DEFAULT;
        let mut notes = Notes::new(&levels);
        invalid_json::note(malformed, path, &mut notes);
        notes.into_report(body)
    };
    let text = as_text(body).map_err(|malformed| fail(malformed, &Pointer::ROOT))?;
    let mut sieve = Sieve {
        text,
        reader: Reader::new(text),
        fail: &fail,
        output: String::with_capacity(text.len()),
        written: 0,
    };
    sieve.value(&Pointer::ROOT)?;
    let end = sieve.reader.end();
    sieve.sound(end, &Pointer::ROOT)?;
    sieve.keep_to(text.len());
    Ok(sieve.output.into_bytes())
}

/// Reads a text and writes down what stays of it.
struct Sieve<'a, 'f> {
    text: &'a str,
    reader: Reader<'a>,
    fail: &'f dyn Fn(Malformed, &Pointer<'_>) -> Report,
    output: String,
    /// So much of the text has been kept or blanked out.
    written: usize,
}

impl Sieve<'_, '_> {
    fn sound<T>(&self, read: Result<T, NotJson>, path: &Pointer<'_>) -> Result<T, Report> {
        read.map_err(|NotJson| (self.fail)(self.reader.malformed(), path))
    }

    fn keep_to(&mut self, end: usize) {
        self.output.push_str(&self.text[self.written..end]);
        self.written = end;
    }

    /// White space for every character, and lines as they are.
    fn blank_to(&mut self, end: usize) {
        let blank = |character| if matches!(character, '\n' | '\r') { character } else { ' ' };
        self.output.extend(self.text[self.written..end].chars().map(blank));
        self.written = end;
    }

    fn value(&mut self, path: &Pointer<'_>) -> Result<(), Report> {
        let next_type = self.reader.next_type();
        let read = match self.sound(next_type, path)? {
            JsonType::Object => return self.members(path),
            JsonType::List => return self.items(path),
            JsonType::String => self.reader.string().map(|_text| ()),
            JsonType::Number => self.reader.number().map(|_number| ()),
            JsonType::Boolean | JsonType::Null => self.reader.literal(),
        };
        self.sound(read, path)
    }

    fn items(&mut self, path: &Pointer<'_>) -> Result<(), Report> {
        let opened = self.reader.open();
        self.sound(opened, path)?;
        for position in 0.. {
            let next = self.reader.next_item(position == 0);
            if !self.sound(next, path)? {
                break;
            }
            self.value(&path.position(position))?;
        }
        Ok(())
    }

    /// A member that goes takes a comma with it: the one before it, or where none
    /// before it stays, the one behind it.
    fn members(&mut self, path: &Pointer<'_>) -> Result<(), Report> {
        let opened = self.reader.open();
        self.sound(opened, path)?;
        let (mut first, mut one_stays) = (true, false);
        loop {
            let before = self.reader.offset();
            let next = self.reader.next_member(first);
            if !self.sound(next, path)? {
                return Ok(());
            }
            let start = self.reader.offset();
            let name = self.reader.name();
            let name = self.sound(name, path)?;
            let name = self.reader.text(name, start).bytes();
            if !first && !one_stays {
                self.blank_to(start);
            }
            first = false;
            let path = path.name(&*name);
            let next_type = self.reader.next_type();
            let is_null = self.sound(next_type, &path)? == JsonType::Null;
            if is_null {
                self.keep_to(if one_stays { before } else { start });
            }
            self.value(&path)?;
            if is_null {
                self.blank_to(self.reader.offset());
            } else {
                one_stays = true;
            }
        }
    }
}
