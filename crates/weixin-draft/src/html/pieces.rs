//! A content piece by piece, for those who rewrite it.

use std::cell::OnceCell;
use std::ops::Range;

use super::attribute::Attribute;
use super::element::Element;
use super::names::same_name;
use super::units::{Units, is_white_space};
use super::walker::{Step, Walker};

/// A text or a piece of markup.
pub(crate) struct Piece<'p, 'a> {
    pub(crate) kind: PieceKind,
    /// Its bytes in the JSON string.
    pub(crate) range: Range<usize>,
    /// What a tag says; of no meaning for anything else. Every attribute that has a name
    /// of its own is there.
    pub(crate) element: &'p Element<'a>,
    /// It is inside `svg` or `math`.
    pub(crate) is_foreign: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// Text that is shown, with character references.
    Text,
    /// What is inside an element whose content is no markup, such as `script`.
    RawText,
    /// A start tag, which are numbered from 0; where it is open, an end tag may follow.
    Start {
        number: usize,
        is_open: bool,
        /// It ends the `svg` or `math` that it is in.
        leaves_foreign: bool,
    },
    /// An end tag, of this start tag.
    End {
        of: Option<usize>,
    },
    Doctype,
    /// A comment, or a tag that the content ends in.
    Other,
}

/// The pieces of a content, for several looks at them.
pub(crate) struct Pieces<'a> {
    raw: &'a [u8],
    /// After the first look; none where they are many.
    kept: OnceCell<Option<Vec<KeptPiece<'a>>>>,
}

struct KeptPiece<'a> {
    kind: PieceKind,
    range: Range<usize>,
    element: Element<'a>,
    is_foreign: bool,
}

/// More are not kept: memory must not grow with them.
const MAX_KEPT: usize = 1024;

impl<'a> Pieces<'a> {
    pub(crate) fn of(raw: &'a [u8]) -> Self {
        Pieces { raw, kept: OnceCell::new() }
    }

    /// Shows every piece. Pieces follow each other without a gap.
    pub(crate) fn each(&self, mut look: impl FnMut(&Piece<'_, 'a>)) {
        match self.kept.get() {
            Some(Some(kept)) => kept.iter().for_each(|kept| {
                let KeptPiece { kind, range, element, is_foreign } = kept;
                let (range, is_foreign) = (range.clone(), *is_foreign);
                look(&Piece { kind: *kind, range, element, is_foreign });
            }),
            Some(None) => each_piece(self.raw, look),
            None => {
                let mut kept = Some(Vec::new());
                each_piece(self.raw, |piece| {
                    look(piece);
                    kept = kept.take().filter(|kept| kept.len() < MAX_KEPT);
                    if let Some(kept) = &mut kept {
                        let Piece { kind, element, is_foreign, .. } = *piece;
                        let (range, element) = (piece.range.clone(), element.clone());
                        kept.push(KeptPiece { kind, range, element, is_foreign });
                    }
                });
                // Nobody else has filled it.
                let _ = self.kept.set(kept);
            }
        }
    }
}

/// Shows every piece of a content's raw text. Pieces follow each other without a gap.
pub(super) fn each_piece<'a>(raw: &'a [u8], mut look: impl FnMut(&Piece<'_, 'a>)) {
    let units = Units { raw };
    let mut walker = Walker::new(raw);
    let mut element = Element { keeps_all: true, ..Element::default() };
    // The start tags that are open: number and name of each.
    let mut open: Vec<(usize, &[u8])> = Vec::new();
    let (mut number, mut text, mut is_hidden) = (0, 0, false);
    loop {
        let is_foreign = walker.open.is_foreign();
        // Where no markup follows, there is text to the end.
        element.start = raw.len();
        let step = walker.step(&mut element);
        let start = element.start;
        let kind = if is_hidden { PieceKind::RawText } else { PieceKind::Text };
        show(&mut look, kind, text..start, &element, is_foreign);
        let Some(step) = step else {
            return show(&mut look, PieceKind::Other, start..raw.len(), &element, is_foreign);
        };
        let depth = walker.open.depth();
        let mut end = walker.offset();
        let kind = match step {
            Step::Start => {
                end = element.range().end;
                open.truncate(if element.is_open { depth - 1 } else { depth });
                if element.is_open {
                    open.push((number, element.raw_name));
                }
                number += 1;
                let leaves_foreign = is_foreign && !element.is_foreign;
                PieceKind::Start { number: number - 1, is_open: element.is_open, leaves_foreign }
            }
            Step::End => PieceKind::End { of: close(&mut open, depth, element.raw_name) },
            Step::Other if is_doctype(units, start) => PieceKind::Doctype,
            Step::Other => PieceKind::Other,
        };
        let is_foreign = is_foreign && !matches!(step, Step::Start) || element.is_foreign;
        show(&mut look, kind, start..end, &element, is_foreign);
        show(&mut look, PieceKind::RawText, end..walker.offset(), &element, is_foreign);
        text = walker.offset();
        is_hidden = walker.open.is_hidden();
    }
}

fn show<'a>(
    look: &mut impl FnMut(&Piece<'_, 'a>),
    kind: PieceKind,
    range: Range<usize>,
    element: &Element<'a>,
    is_foreign: bool,
) {
    if !range.is_empty() {
        look(&Piece { kind, range, element, is_foreign });
    }
}

/// Takes an end tag of this name, after which `depth` elements are open: the start tag
/// that it ends.
fn close(open: &mut Vec<(usize, &[u8])>, depth: usize, name: &[u8]) -> Option<usize> {
    let (number, outermost) = *open.get(depth)?;
    if same_name(outermost, name) {
        open.truncate(depth);
        return Some(number);
    }
    // A link or the like may end before a block inside it does.
    if let Some(at) = open.iter().rposition(|(_, other)| same_name(other, name)) {
        let number = open.remove(at).0;
        open.truncate(depth);
        return Some(number);
    }
    open.truncate(depth);
    None
}

fn is_doctype(units: Units<'_>, start: usize) -> bool {
    let (_, name) = units.at(start).and_then(|(_, next)| units.at(next)).unwrap_or_default();
    units.take_word(name, "doctype").is_some()
}

/// Whether what is before the offset could be read as a part of what is after it, if what
/// is between them goes: a `<` or the begin of a character reference.
pub(crate) fn would_join(raw: &[u8], offset: usize) -> bool {
    let before = raw.get(..offset).unwrap_or_default();
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'#';
    let part = before.iter().rev().take_while(is_part).count();
    let (before, part) = before.split_at(before.len() - part);
    match before.last() {
        Some(b'<') => part.is_empty(),
        Some(b'&') => true,
        // The same as escapes of JSON.
        Some(b'\\') => {
            let begin = part.get(..5).unwrap_or_default().to_ascii_lowercase();
            (begin == b"u003c" && part.len() == begin.len()) || begin == b"u0026"
        }
        _ => false,
    }
}

/// The bytes of an attribute and of the white space before it, which stays where it keeps
/// two others apart.
pub(crate) fn with_white_space(raw: &[u8], attribute: &Attribute<'_>) -> Range<usize> {
    let Range { mut start, end } = attribute.range();
    let next = Units { raw }.at(end).map(|(unit, _)| unit);
    if !next.is_none_or(|unit| is_white_space(unit) || matches!(unit, b'>' | b'/')) {
        return start..end;
    }
    loop {
        start = match raw[..start] {
            [.., b' '] => start - 1,
            // Of two backslashes the second would be a character by itself.
            [.., before, b'\\', b'n' | b't' | b'r' | b'f'] if before != b'\\' => start - 2,
            _ => return start..end,
        };
    }
}
