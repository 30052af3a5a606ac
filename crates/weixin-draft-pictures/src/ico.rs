//! The pictures in an icon.

/// The largest picture of an icon, if it is a PNG: such a one may be of any kind, though
/// readers of icons expect one with transparency.
pub(crate) fn largest_png(bytes: &[u8]) -> Option<&[u8]> {
    const HEAD: usize = 6;
    const ENTRY: usize = 16;
    let entries = bytes.get(HEAD..)?.chunks_exact(ENTRY).take(usize::from(bytes[4]));
    let largest = entries.max_by_key(|entry| {
        // 0 is 256; of the same size, the one with more colours.
        let side = |byte: u8| if byte == 0 { 256 } else { u32::from(byte) };
        (side(entry[0]) * side(entry[1]), u16::from_le_bytes([entry[6], entry[7]]))
    })?;
    let number = |place: usize| {
        let bytes = largest.get(place..)?.first_chunk()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    };
    let begin = number(12)?;
    let picture = bytes.get(begin..begin.checked_add(number(8)?)?)?;
    picture.starts_with(b"\x89PNG\r\n\x1A\n").then_some(picture)
}
