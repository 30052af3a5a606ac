//! JSON Pointers (RFC 6901) that cost nothing until they are written out.

use std::io::Write as _;

/// A name longer than this is not repeated in a pointer: the pointer then ends
/// at the object that holds the name. It bounds the size of a report.
pub(crate) const MAX_NAME: usize = 128;

/// About how many bytes of a pointer are written before it ends early. No field of a request
/// has a pointer of more than 60.
const MAX_POINTER: usize = 512;

/// The way to a value: a chain of names and positions on the stack.
#[derive(Clone, Copy)]
pub(crate) struct Pointer<'a> {
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    /// The name is UTF-8.
    Name(&'a Pointer<'a>, &'a [u8]),
    Position(&'a Pointer<'a>, usize),
    Tail(&'a Pointer<'a>, &'a Tail),
}

impl<'a> Pointer<'a> {
    /// The whole document.
    pub(crate) const ROOT: Pointer<'static> = Pointer { step: Step::Root };

    /// The member `name` of the object that `self` points to.
    pub(crate) fn name(&'a self, name: &'a (impl AsRef<[u8]> + ?Sized)) -> Pointer<'a> {
        Pointer { step: Step::Name(self, name.as_ref()) }
    }

    /// The entry at `position` of the array that `self` points to.
    pub(crate) fn position(&'a self, position: usize) -> Pointer<'a> {
        Pointer { step: Step::Position(self, position) }
    }

    /// What `tail` points to inside of what `self` points to.
    pub(crate) fn with_tail(&'a self, tail: &'a Tail) -> Pointer<'a> {
        if tail.steps.is_empty() && tail.cut == 0 {
            return *self;
        }
        Pointer { step: Step::Tail(self, tail) }
    }

    /// Whether the way leads through a member of this name.
    pub(crate) fn passes(&self, name: &str) -> bool {
        match self.step {
            Step::Root => false,
            Step::Name(parent, own) => own == name.as_bytes() || parent.passes(name),
            Step::Position(parent, _) | Step::Tail(parent, _) => parent.passes(name),
        }
    }

    /// Whether a member of this name is on the way to what this is a member or an entry of.
    pub(crate) fn is_inside(&self, name: &str) -> bool {
        match self.step {
            Step::Root => false,
            Step::Name(parent, _) | Step::Position(parent, _) | Step::Tail(parent, _) => {
                parent.passes(name)
            }
        }
    }

    /// Whether this is `/articles`.
    pub(crate) fn is_articles(&self) -> bool {
        matches!(self.step, Step::Name(parent, name) if name.eq_ignore_ascii_case(b"articles") && matches!(parent.step, Step::Root))
    }

    /// Whether this is a member of `/articles`.
    pub(crate) fn is_in_articles(&self) -> bool {
        matches!(self.step, Step::Name(parent, _) if parent.is_articles())
    }

    /// The name of the member that this points to; `None` for the document and for
    /// the entries of arrays.
    pub(crate) fn last_name(&self) -> Option<&'a [u8]> {
        match self.step {
            Step::Name(_, name) => Some(name),
            Step::Root | Step::Position(..) | Step::Tail(..) => None,
        }
    }

    /// Whether this is an entry of an array.
    pub(crate) fn is_item(&self) -> bool {
        matches!(self.step, Step::Position(..))
    }

    /// Whether this is an entry of an array that a member of this name holds.
    pub(crate) fn is_item_of(&self, name: &str) -> bool {
        matches!(self.step, Step::Position(parent, _) if parent.last_name() == Some(name.as_bytes()))
    }

    /// Whether this is the document or one of its members.
    pub(crate) fn is_outermost(&self) -> bool {
        match self.step {
            Step::Root => true,
            Step::Name(parent, _) => matches!(parent.step, Step::Root),
            Step::Position(..) | Step::Tail(..) => false,
        }
    }

    /// Writes the pointer; `false` when it stopped before its end.
    fn write(&self, output: &mut Vec<u8>) -> bool {
        match self.step {
            Step::Root => true,
            Step::Position(parent, position) => {
                let whole = parent.write(output);
                if whole {
                    push_position(position, output);
                }
                whole
            }
            Step::Name(parent, name) => parent.write(output) && push_name(name, output),
            Step::Tail(parent, tail) => {
                let whole = parent.write(output) && output.len() + tail.text.len() < MAX_POINTER;
                if whole {
                    output.extend_from_slice(&tail.text);
                }
                whole && tail.cut == 0
            }
        }
    }
}

/// A part of a pointer that grows and shrinks on the heap.
#[derive(Default)]
pub(crate) struct Tail {
    text: Vec<u8>,
    /// Where each step begins in the text.
    steps: Vec<usize>,
    /// How many steps follow that are not written out.
    cut: usize,
}

impl Tail {
    pub(crate) fn push_name(&mut self, name: &[u8]) {
        let begin = self.text.len();
        if self.cut == 0 && push_name(name, &mut self.text) {
            self.steps.push(begin);
        } else {
            self.cut += 1;
        }
    }

    pub(crate) fn push_position(&mut self, position: usize) {
        if self.cut > 0 {
            self.cut += 1;
            return;
        }
        self.steps.push(self.text.len());
        push_position(position, &mut self.text);
    }

    /// Takes the last step back.
    pub(crate) fn pop(&mut self) {
        if self.cut > 0 {
            self.cut -= 1;
        } else if let Some(begin) = self.steps.pop() {
            self.text.truncate(begin);
        }
    }
}

/// Writes a name unless it is too long; whether it did.
fn push_name(name: &[u8], output: &mut Vec<u8>) -> bool {
    let fits = name.len() <= MAX_NAME && output.len() + name.len() < MAX_POINTER;
    if fits {
        output.push(b'/');
        if memchr::memchr2(b'~', b'/', name).is_none() {
            output.extend_from_slice(name);
            return true;
        }
        for byte in name {
            match byte {
                b'~' => output.extend_from_slice(b"~0"),
                b'/' => output.extend_from_slice(b"~1"),
                other => output.push(*other),
            }
        }
    }
    fits
}

fn push_position(position: usize, output: &mut Vec<u8>) {
    // Writing into memory cannot fail.
    let _ = write!(output, "/{position}");
}

impl From<&Pointer<'_>> for String {
    fn from(pointer: &Pointer<'_>) -> Self {
        let mut output = Vec::with_capacity(64);
        pointer.write(&mut output);
        // Names are UTF-8.
        String::from_utf8(output).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_as_rfc_6901_asks() {
        let (odd, plain) = (Pointer::ROOT.name("a/b~c"), Pointer::ROOT.name(""));
        assert_eq!(String::from(&odd.position(3)), "/a~1b~0c/3");
        assert_eq!(String::from(&plain), "/");
        assert_eq!(String::from(&Pointer::ROOT), "");
    }

    #[test]
    fn ends_before_an_over_long_name() {
        let long = "x".repeat(MAX_NAME + 1);
        let articles = Pointer::ROOT.name("articles");
        let inside = articles.name(&long);
        assert_eq!(String::from(&inside.name("title")), "/articles");
    }

    #[test]
    fn ends_before_it_grows_too_long() {
        let name = "x".repeat(MAX_NAME);
        let one = Pointer::ROOT.name(&name);
        let (two, three) = (one.name(&name), one.name("y"));
        let (four, five) = (two.name(&name), three.name("title"));
        let six = four.name(&name);
        assert_eq!(String::from(&six.name("title")), String::from(&four));
        assert_eq!(String::from(&five), format!("/{name}/y/title"));
    }
}
