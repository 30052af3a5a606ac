//! Names of elements and attributes.

use super::units::{Units, is_white_space};

/// A name in lower case, as much of it as any name that matters has.
#[derive(Clone, Copy)]
pub(super) struct LowerName {
    bytes: [u8; LowerName::LONGEST],
    length: usize,
}

impl LowerName {
    /// One more than `data-product-imageurl` has, so that a cut name is none.
    const LONGEST: usize = 22;

    fn of(name: &[u8]) -> Self {
        let mut bytes = [0; Self::LONGEST];
        let mut length = 0;
        for (lower, byte) in bytes.iter_mut().zip(name) {
            *lower = byte.to_ascii_lowercase();
            length += 1;
        }
        LowerName { bytes, length }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// Reads an element's name: white space, `/` and `>` end it. The offset behind it.
pub(super) fn read_element_name(units: Units<'_>, offset: usize) -> (LowerName, usize) {
    read_name(units, offset, ends_element_name)
}

/// Reads an attribute's name, which `=` ends too.
pub(super) fn read_attribute_name(units: Units<'_>, offset: usize) -> (LowerName, usize) {
    read_name(units, offset, |unit| ends_element_name(unit) || unit == b'=')
}

const fn ends_element_name(unit: u8) -> bool {
    is_white_space(unit) || matches!(unit, b'/' | b'>')
}

#[inline]
fn read_name(units: Units<'_>, offset: usize, ends: impl Fn(u8) -> bool) -> (LowerName, usize) {
    let rest = units.raw.as_bytes().get(offset..).unwrap_or_default();
    let length = rest.iter().position(|byte| STOPS[usize::from(*byte)]);
    let length = length.unwrap_or(rest.len());
    if rest.get(length).is_some_and(|stop| !ends(*stop)) {
        return read_odd_name(units, offset, ends);
    }
    (LowerName::of(&rest[..length]), offset + length)
}

/// The same for a name that holds an escape or is followed by one, or that holds a
/// sign that would end another.
fn read_odd_name(units: Units<'_>, offset: usize, ends: impl Fn(u8) -> bool) -> (LowerName, usize) {
    let mut name = LowerName::of(b"");
    let end = units.skip_until(offset, |unit| {
        let ends = ends(unit);
        if !ends && name.length < LowerName::LONGEST {
            name.bytes[name.length] = unit.to_ascii_lowercase();
            name.length += 1;
        }
        ends
    });
    (name, end)
}

/// The bytes that may end a name, and the one that has to be decoded.
const STOPS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        table[byte as usize] = ends_element_name(byte) || matches!(byte, b'=' | b'\\');
        byte += 1;
    }
    table
};
