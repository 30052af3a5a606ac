//! From a place in a body to the pointer that leads there.

use crate::json::{JsonType, NotJson, Reader, Tail, without_mark};

/// The path of the value or the name at a byte offset of a text that is JSON up to there; a
/// byte order mark before it is skipped.
pub(crate) fn path_at(text: &str, offset: usize) -> Tail {
    let mut reader = Reader::new(text);
    reader.go_to(text.len() - without_mark(text).len());
    let mut search = Search { reader, offset, open: Vec::new(), path: Tail::default() };
    // Where the text stops being JSON, the path is that of what was being read.
    let _ = search.run();
    search.path
}

struct Search<'a> {
    reader: Reader<'a>,
    offset: usize,
    /// The objects and arrays that are open; of an array, how many entries were read.
    open: Vec<Open>,
    path: Tail,
}

enum Open {
    Object { is_first: bool },
    Array { entries: usize },
}

impl Search<'_> {
    fn run(&mut self) -> Result<(), NotJson> {
        loop {
            let json_type = self.reader.next_type()?;
            if self.reader.offset() >= self.offset {
                return Ok(());
            }
            match json_type {
                JsonType::Object => self.enter(Open::Object { is_first: true })?,
                JsonType::Array => self.enter(Open::Array { entries: 0 })?,
                _ => {
                    self.reader.skip_value()?;
                    // A value that is whole, though what follows it may be no JSON.
                    if self.reader.offset() > self.offset {
                        return Ok(());
                    }
                }
            }
            if self.advance()? {
                return Ok(());
            }
        }
    }

    fn enter(&mut self, open: Open) -> Result<(), NotJson> {
        self.reader.open()?;
        self.open.push(open);
        Ok(())
    }

    /// Goes on to the next value; whether the place is found before it.
    fn advance(&mut self) -> Result<bool, NotJson> {
        loop {
            let has_next = match self.open.last_mut() {
                None => return Ok(true),
                Some(Open::Object { is_first }) => {
                    let was_first = std::mem::take(is_first);
                    if !was_first {
                        self.path.pop();
                    }
                    self.reader.next_member(was_first)?
                }
                Some(Open::Array { entries }) => {
                    let position = *entries;
                    *entries += 1;
                    if position > 0 {
                        self.path.pop();
                    }
                    let has_next = self.reader.next_item(position == 0)?;
                    if has_next {
                        self.path.push_position(position);
                    }
                    has_next
                }
            };
            if !has_next {
                self.open.pop();
                continue;
            }
            if let Some(Open::Object { .. }) = self.open.last() {
                let begin = self.reader.offset();
                let raw = self.reader.name()?;
                let name = self.reader.text(raw, begin).bytes();
                self.path.push_name(&name);
                return Ok(begin >= self.offset);
            }
            return Ok(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::path_at;
    use crate::json::Pointer;

    #[test]
    fn leads_to_values_and_names() {
        let text = r#" {"a": [1, {"b": "x"}, []], "c": {"d": "y", "e": 2}}"#;
        let cases = [
            ("1", "/a/0"),
            ("\"b\"", "/a/1/b"),
            ("\"x\"", "/a/1/b"),
            ("\"y\"", "/c/d"),
            ("\"e\"", "/c/e"),
            ("2}", "/c/e"),
            ("{", ""),
            ("[]", "/a/2"),
        ];
        for (part, expected) in cases {
            let tail = path_at(text, text.find(part).expect("a part of the text"));
            let path: String = (&Pointer::ROOT.with_tail(&tail)).into();
            assert_eq!(path, expected, "{part}");
        }
    }
}
