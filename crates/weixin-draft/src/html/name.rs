//! Names of elements and attributes.

use weixin_draft_scan::short_word;

use super::attribute::AttributeName;
use super::element::ElementName;
use super::name_table::{first_key, key};
use super::units::{Units, is_white_space};

/// Reads an element's name: white space, `/` and `>` end it. The offset after it.
#[inline]
pub(super) fn read_element_name(units: Units<'_>, offset: usize) -> (ElementName, usize) {
    let rest = units.raw.get(offset..).unwrap_or_default();
    // As nearly all are written.
    if let Some(length @ 1..) = short_word(rest)
        && let (b' ' | b'>', Some(begin)) = (rest[length], rest.first_chunk())
    {
        let name = ElementName::of(&rest[..length], first_key(*begin, length));
        return (name, offset + length);
    }
    read_name(units, offset, ends_element_name, ElementName::of)
}

/// Reads an attribute's name, which `=` ends too.
#[inline]
pub(super) fn read_attribute_name(units: Units<'_>, offset: usize) -> (AttributeName, usize) {
    read_name(units, offset, |unit| ends_element_name(unit) || unit == b'=', AttributeName::of)
}

const fn ends_element_name(unit: u8) -> bool {
    is_white_space(unit) || matches!(unit, b'/' | b'>')
}

/// Reads an attribute's name as nearly all are, after which is `=` and a quote: after the
/// quote, the offset.
#[inline]
pub(super) fn read_usual_name(units: Units<'_>, offset: usize) -> Option<(AttributeName, usize)> {
    let rest = units.raw.get(offset..)?;
    let length = short_word(rest).filter(|length| *length > 0)?;
    let key = first_key(*rest.first_chunk()?, length);
    (rest.get(length..length + 3)? == b"=\\\"")
        .then(|| (AttributeName::of(&rest[..length], key), offset + length + 3))
}

#[inline]
fn read_name<Name>(
    units: Units<'_>,
    offset: usize,
    ends: impl Fn(u8) -> bool,
    of: impl Fn(&[u8], u64) -> Name,
) -> (Name, usize) {
    let rest = units.raw.get(offset..).unwrap_or_default();
    let mut length = 0;
    for byte in rest {
        if !PLAIN[usize::from(*byte)] {
            if !ends(*byte) {
                return read_odd_name(units, offset, ends, of);
            }
            break;
        }
        length += 1;
    }
    let name = &rest[..length];
    (of(name, key(name)), offset + length)
}

/// The same for any name: it may hold capitals and escapes, be followed by an
/// escape, or hold a sign that would end another.
#[inline(never)]
fn read_odd_name<Name>(
    units: Units<'_>,
    offset: usize,
    ends: impl Fn(u8) -> bool,
    of: impl Fn(&[u8], u64) -> Name,
) -> (Name, usize) {
    let mut lower = [0; MAX_NAME];
    let mut length = 0;
    let end = units.skip_until(offset, |unit| {
        let ends = ends(unit);
        if !ends && length < MAX_NAME {
            lower[length] = unit.to_ascii_lowercase();
            length += 1;
        }
        ends
    });
    (of(&lower[..length], key(&lower[..length])), end)
}

/// Longer than any name that is asked for, so that a cut name is none.
const MAX_NAME: usize = 40;

/// The bytes of a name that is in lower case already.
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
