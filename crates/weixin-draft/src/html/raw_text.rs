//! Elements whose content is no markup.

use super::element::ElementName;
use super::units::{Units, is_white_space};

/// What the content of an element is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RawText {
    /// Markup, as usual.
    No,
    /// Text that nobody sees.
    Unseen,
    /// Text as it is.
    Plain,
    /// Text with character references.
    WithReferences,
}

impl RawText {
    #[inline]
    pub(super) fn of(name: ElementName) -> Self {
        match name {
            ElementName::Script | ElementName::Style => RawText::Unseen,
            ElementName::TextArea | ElementName::Title => RawText::WithReferences,
            ElementName::Example
            | ElementName::InlineFrame
            | ElementName::NoEmbed
            | ElementName::NoFrames
            | ElementName::PlainText => RawText::Plain,
            _ => RawText::No,
        }
    }
}

/// The name of an end tag that ends raw text; `plaintext` has none.
fn end_tag(name: ElementName) -> Option<&'static str> {
    match name {
        ElementName::Script => Some("script"),
        ElementName::Style => Some("style"),
        ElementName::TextArea => Some("textarea"),
        ElementName::Title => Some("title"),
        ElementName::Example => Some("xmp"),
        ElementName::InlineFrame => Some("iframe"),
        ElementName::NoEmbed => Some("noembed"),
        ElementName::NoFrames => Some("noframes"),
        _ => None,
    }
}

/// Where the end tag of the element is; the content's end if there is none.
pub(super) fn end_of_raw_text(units: Units<'_>, mut offset: usize, name: ElementName) -> usize {
    let end = units.raw.len();
    let Some(name) = end_tag(name) else {
        return end;
    };
    let mut script = (name == "script").then_some(ScriptText::Plain);
    loop {
        offset = match script {
            None => units.find(offset, b'<'),
            Some(_) => offset,
        };
        let Some((unit, next)) = units.at(offset) else {
            return end;
        };
        if unit == b'<' && script != Some(ScriptText::Nested) && ends_here(units, next, "/", name) {
            return offset;
        }
        if let Some(state) = &mut script {
            state.step(units, unit, next);
        }
        offset = next;
    }
}

/// Whether `prefix` and `name` are at the offset, and the name ends there.
fn ends_here(units: Units<'_>, offset: usize, prefix: &str, name: &str) -> bool {
    let after = units.take_word(offset, prefix).and_then(|offset| units.take_word(offset, name));
    let next = after.and_then(|offset| units.at(offset));
    next.is_some_and(|(unit, _)| is_white_space(unit) || matches!(unit, b'/' | b'>'))
}

/// Where in a script we are: inside `<!--`, a nested `<script>` hides its own end
/// tag.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ScriptText {
    Plain,
    Commented,
    Nested,
}

impl ScriptText {
    /// Steps over the unit before `next`.
    fn step(&mut self, units: Units<'_>, unit: u8, next: usize) {
        let is = |word: &str| units.take_word(next, word).is_some();
        *self = match *self {
            ScriptText::Plain if unit == b'<' && is("!--") => ScriptText::Commented,
            ScriptText::Commented | ScriptText::Nested if unit == b'-' && is("->") => {
                ScriptText::Plain
            }
            ScriptText::Commented if unit == b'<' && ends_here(units, next, "", "script") => {
                ScriptText::Nested
            }
            ScriptText::Nested if unit == b'<' && ends_here(units, next, "/", "script") => {
                ScriptText::Commented
            }
            same => same,
        };
    }
}
