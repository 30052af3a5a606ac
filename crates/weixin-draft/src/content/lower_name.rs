//! Names of elements and attributes.

use super::units::{Units, is_white_space};

/// A name in lower case, as much of it as any name that matters has.
#[derive(Clone, Copy)]
pub(super) enum LowerName<'a> {
    /// It stands so in the content, as nearly all do.
    Plain(&'a [u8]),
    /// It had to be decoded or put into lower case.
    Decoded { bytes: [u8; LONGEST], length: usize },
}

/// One more than `data-product-imageurl` has, so that a cut name is none.
const LONGEST: usize = 22;

impl LowerName<'_> {
    pub(super) fn as_bytes(&self) -> &[u8] {
        match self {
            LowerName::Plain(bytes) => bytes,
            LowerName::Decoded { bytes, length } => &bytes[..*length],
        }
    }
}

/// Reads an element's name: white space, `/` and `>` end it. The offset behind it.
#[inline]
pub(super) fn read_element_name(units: Units<'_>, offset: usize) -> (LowerName<'_>, usize) {
    read_name(units, offset, ends_element_name)
}

/// Reads an attribute's name, which `=` ends too.
#[inline]
pub(super) fn read_attribute_name(units: Units<'_>, offset: usize) -> (LowerName<'_>, usize) {
    read_name(units, offset, |unit| ends_element_name(unit) || unit == b'=')
}

const fn ends_element_name(unit: u8) -> bool {
    is_white_space(unit) || matches!(unit, b'/' | b'>')
}

#[inline]
fn read_name(units: Units<'_>, offset: usize, ends: impl Fn(u8) -> bool) -> (LowerName<'_>, usize) {
    let rest = units.raw.as_bytes().get(offset..).unwrap_or_default();
    let length = rest.iter().take_while(|byte| PLAIN[usize::from(**byte)]).count();
    let (name, rest) = rest.split_at(length);
    if rest.first().is_some_and(|stop| !ends(*stop)) {
        return read_odd_name(units, offset, ends);
    }
    (LowerName::Plain(name), offset + length)
}

/// The same for any name: it may hold capitals and escapes, be followed by an
/// escape, or hold a sign that would end another.
#[inline(never)]
fn read_odd_name(
    units: Units<'_>,
    offset: usize,
    ends: impl Fn(u8) -> bool,
) -> (LowerName<'_>, usize) {
    let mut bytes = [0; LONGEST];
    let mut length = 0;
    let end = units.skip_until(offset, |unit| {
        let ends = ends(unit);
        if !ends && length < LONGEST {
            bytes[length] = unit.to_ascii_lowercase();
            length += 1;
        }
        ends
    });
    (LowerName::Decoded { bytes, length }, end)
}

/// The bytes of a name that stands in lower case already.
const PLAIN: [bool; 256] = {
    let mut table = [true; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        table[byte as usize] =
            !ends_element_name(byte) && !byte.is_ascii_uppercase() && !matches!(byte, b'=' | b'\\');
        byte += 1;
    }
    table
};
