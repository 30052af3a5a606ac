//! Values that nobody asked for.

use super::issue::Issue;
use super::other_names::OtherNames;
use super::walk::{Read, Walk};
use crate::json::{JsonType, Pointer, Tail, Text};

/// An object or array that is being skipped.
enum Frame<'a> {
    Object { begin: usize, names: OtherNames<'a>, is_first: bool },
    Array { position: usize },
}

impl<'a> Walk<'a, '_> {
    /// Skips a value. It still has to be JSON, without a name twice.
    ///
    /// What is inside of what is kept on the heap, so that deep nesting takes no
    /// stack; a value without anything inside takes neither.
    pub(super) fn skip(&mut self, path: &Pointer<'_>) -> Read<()> {
        let mut frames = Vec::new();
        let mut tail = Tail::default();
        self.skip_one(&mut frames, &path.with_tail(&tail))?;
        while let Some(frame) = frames.last_mut() {
            let outer = path.with_tail(&tail);
            let is_object = matches!(frame, Frame::Object { .. });
            let next = match frame {
                Frame::Object { is_first, .. } => self.reader.next_member(*is_first),
                Frame::Array { position } => self.reader.next_item(*position == 0),
            };
            if !self.stop(next, &outer)? {
                frames.pop();
                tail.pop();
                continue;
            }
            let name = if is_object { Some(self.skipped_name(&outer)?) } else { None };
            let Some(frame) = frames.last_mut() else { break };
            let mut is_duplicate = None;
            match (frame, name) {
                (Frame::Object { begin, names, is_first }, Some(name)) => {
                    *is_first = false;
                    if self.drops_nulls() && self.skips_null(&outer)? {
                        continue;
                    }
                    tail.push_name(&name.bytes());
                    if names.hold(name.raw()) {
                        is_duplicate = Some((name, *begin));
                    } else {
                        names.add(name.raw());
                    }
                }
                (Frame::Array { position }, _) => {
                    tail.push_position(*position);
                    *position += 1;
                }
                (Frame::Object { .. }, None) => break,
            }
            let inner = path.with_tail(&tail);
            if let Some((name, object)) = is_duplicate {
                self.issue(Issue::DuplicateKey { object }, name.range(), &inner);
            }
            let depth = frames.len();
            self.skip_one(&mut frames, &inner)?;
            if frames.len() == depth {
                tail.pop();
            }
        }
        Ok(())
    }

    fn skipped_name(&mut self, path: &Pointer<'_>) -> Read<Text<'a>> {
        let offset = self.offset();
        let raw = self.reader.name();
        let raw = self.stop(raw, path)?;
        Ok(self.reader.text(raw, offset))
    }

    /// Skips a value without anything inside, or steps into one.
    fn skip_one(&mut self, frames: &mut Vec<Frame<'a>>, path: &Pointer<'_>) -> Read<()> {
        let read = match self.next_type(path)? {
            JsonType::Object => {
                let begin = self.offset();
                let names = OtherNames::default();
                frames.push(Frame::Object { begin, names, is_first: true });
                self.reader.open()
            }
            JsonType::Array => {
                frames.push(Frame::Array { position: 0 });
                self.reader.open()
            }
            JsonType::String => self.reader.string().map(|_text| ()),
            JsonType::Number => self.reader.number().map(|_number| ()),
            JsonType::Boolean | JsonType::Null => self.reader.literal(),
        };
        self.stop(read, path)
    }
}
