//! JSON Pointers (RFC 6901) that cost nothing until they are written out.

use std::fmt::{self, Write as _};

/// A name longer than this is not repeated in a pointer: the pointer then ends
/// at the object that holds the name. It bounds the size of a report.
pub(crate) const LONGEST_NAME: usize = 128;

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

    /// Writes the pointer; `false` when it stopped at an over-long name.
    fn write(&self, formatter: &mut fmt::Formatter<'_>) -> Result<bool, fmt::Error> {
        match self.step {
            Step::Root => Ok(true),
            Step::Position(parent, position) => {
                let whole = parent.write(formatter)?;
                if whole {
                    write!(formatter, "/{position}")?;
                }
                Ok(whole)
            }
            Step::Name(parent, name) => {
                if !parent.write(formatter)? || name.len() > LONGEST_NAME {
                    return Ok(false);
                }
                formatter.write_char('/')?;
                for character in String::from_utf8_lossy(name).chars() {
                    match character {
                        '~' => formatter.write_str("~0")?,
                        '/' => formatter.write_str("~1")?,
                        other => formatter.write_char(other)?,
                    }
                }
                Ok(true)
            }
        }
    }
}

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(formatter).map(|_whole| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_as_rfc_6901_asks() {
        let (odd, plain) = (Pointer::ROOT.name("a/b~c"), Pointer::ROOT.name(""));
        assert_eq!(odd.position(3).to_string(), "/a~1b~0c/3");
        assert_eq!(plain.to_string(), "/");
        assert_eq!(Pointer::ROOT.to_string(), "");
    }

    #[test]
    fn ends_before_an_over_long_name() {
        let long = "x".repeat(LONGEST_NAME + 1);
        let articles = Pointer::ROOT.name("articles");
        let inside = articles.name(&long);
        assert_eq!(inside.name("title").to_string(), "/articles");
    }
}
