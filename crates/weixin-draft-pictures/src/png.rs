//! The chunks of a PNG.

const SIGNATURE: usize = 8;

/// A chunk of a PNG.
pub(crate) struct Chunk<'a> {
    pub(crate) kind: &'a [u8],
    /// Length, kind, data and checksum.
    whole: &'a [u8],
}

/// The chunks up to the end, or up to where the file is damaged.
pub(crate) fn chunks(bytes: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    /// Length, kind and checksum.
    const AROUND_THE_DATA: usize = 12;
    let mut rest = bytes.get(SIGNATURE..).unwrap_or_default();
    std::iter::from_fn(move || {
        let length = u32::from_be_bytes(*rest.first_chunk()?);
        let length = usize::try_from(length).ok()?.checked_add(AROUND_THE_DATA)?;
        let (whole, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(Chunk { kind: &whole[4..8], whole })
    })
}

/// The PNG without what the picture is not made of: text, time, EXIF, and whatever
/// comes after its end.
pub(crate) fn without_metadata(bytes: &[u8]) -> Vec<u8> {
    let mut kept = bytes.get(..SIGNATURE).unwrap_or_default().to_vec();
    for chunk in chunks(bytes) {
        if !matches!(chunk.kind, b"tEXt" | b"zTXt" | b"iTXt" | b"tIME" | b"eXIf") {
            kept.extend_from_slice(chunk.whole);
        }
        if chunk.kind == b"IEND" {
            break;
        }
    }
    kept
}
