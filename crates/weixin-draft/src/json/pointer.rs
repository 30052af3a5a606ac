//! JSON Pointers (RFC 6901) that cost nothing until they are written out.

use std::fmt::Write as _;

/// A name longer than this is not repeated in a pointer: the pointer then ends
/// at the object that holds the name. It bounds the size of a report.
pub(crate) const LONGEST_NAME: usize = 128;

/// A pointer of about so many bytes ends early too. No field of a request has a
/// pointer of more than 60.
const LONGEST_POINTER: usize = 512;

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
}

impl<'a> Pointer<'a> {
    /// The whole document.
    pub(crate) const ROOT: Pointer<'static> = Pointer { step: Step::Root };

    /// The article, `/articles`.
    pub(crate) const ARTICLES: Pointer<'static> =
        Pointer { step: Step::Name(&Pointer::ROOT, b"articles") };

    /// The member `name` of the object that `self` points to.
    pub(crate) fn name(&'a self, name: &'a (impl AsRef<[u8]> + ?Sized)) -> Pointer<'a> {
        Pointer { step: Step::Name(self, name.as_ref()) }
    }

    /// The item at `position` of the list that `self` points to.
    pub(crate) fn position(&'a self, position: usize) -> Pointer<'a> {
        Pointer { step: Step::Position(self, position) }
    }

    /// Whether this is `/articles`.
    pub(crate) fn is_articles(&self) -> bool {
        matches!(self.step, Step::Name(parent, b"articles") if matches!(parent.step, Step::Root))
    }

    /// The name of the member that this points to; `None` for the document and for
    /// the items of lists.
    pub(crate) fn last_name(&self) -> Option<&'a [u8]> {
        match self.step {
            Step::Name(_, name) => Some(name),
            Step::Root | Step::Position(..) => None,
        }
    }

    /// Whether this is an item of a list.
    pub(crate) fn is_item(&self) -> bool {
        matches!(self.step, Step::Position(..))
    }

    /// Writes the pointer; `false` when it stopped before its end.
    fn write(&self, output: &mut String) -> bool {
        match self.step {
            Step::Root => true,
            Step::Position(parent, position) => {
                let whole = parent.write(output);
                if whole {
                    // Writing into a string cannot fail.
                    let _ = write!(output, "/{position}");
                }
                whole
            }
            Step::Name(parent, name) => {
                let whole = parent.write(output)
                    && name.len() <= LONGEST_NAME
                    && output.len() + name.len() < LONGEST_POINTER;
                if whole {
                    output.push('/');
                    write_name(&String::from_utf8_lossy(name), output);
                }
                whole
            }
        }
    }
}

fn write_name(name: &str, output: &mut String) {
    let mut rest = name;
    while let Some(place) = memchr::memchr2(b'~', b'/', rest.as_bytes()) {
        output.push_str(&rest[..place]);
        output.push_str(if rest.as_bytes()[place] == b'~' { "~0" } else { "~1" });
        rest = &rest[place + 1..];
    }
    output.push_str(rest);
}

impl From<&Pointer<'_>> for String {
    fn from(pointer: &Pointer<'_>) -> Self {
        let mut output = String::with_capacity(64);
        pointer.write(&mut output);
        output
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
        let long = "x".repeat(LONGEST_NAME + 1);
        let articles = Pointer::ROOT.name("articles");
        let inside = articles.name(&long);
        assert_eq!(String::from(&inside.name("title")), "/articles");
    }

    #[test]
    fn ends_before_it_grows_too_long() {
        let name = "x".repeat(LONGEST_NAME);
        let one = Pointer::ROOT.name(&name);
        let (two, three) = (one.name(&name), one.name("y"));
        let (four, five) = (two.name(&name), three.name("title"));
        let six = four.name(&name);
        assert_eq!(String::from(&six.name("title")), String::from(&four));
        assert_eq!(String::from(&five), format!("/{name}/y/title"));
    }
}
