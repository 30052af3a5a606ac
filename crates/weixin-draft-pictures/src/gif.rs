//! The blocks of a GIF.

/// Whether a GIF is whole: every block is, and there is a picture before its end.
pub(crate) fn is_whole(bytes: &[u8]) -> bool {
    walk(bytes).unwrap_or(false)
}

/// `None` where the file ends too early, or holds a block that there is not.
fn walk(bytes: &[u8]) -> Option<bool> {
    /// Signature and screen.
    const HEAD: usize = 13;
    const EXTENSION: u8 = 0x21;
    const IMAGE: u8 = 0x2C;
    const END: u8 = 0x3B;
    /// Place, size and flags of an image.
    const IMAGE_HEAD: usize = 9;
    let (head, mut rest) = bytes.split_at_checked(HEAD)?;
    rest = rest.get(colour_table(head[10])..)?;
    let mut has_image = false;
    loop {
        let (kind, after) = rest.split_first()?;
        rest = match *kind {
            END => return Some(has_image),
            EXTENSION => after_blocks(after.get(1..)?)?,
            IMAGE => {
                has_image = true;
                let (image, after) = after.split_at_checked(IMAGE_HEAD)?;
                // The table is followed by the size of the codes.
                after_blocks(after.get(colour_table(image[8]) + 1..)?)?
            }
            _ => return None,
        };
    }
}

/// How many bytes the colours take that these flags speak of.
fn colour_table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 0x07) + 1) }
}

/// After blocks of data, each with its length, and an empty one.
fn after_blocks(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let (length, after) = rest.split_first()?;
        rest = after.get(usize::from(*length)..)?;
        if *length == 0 {
            return Some(rest);
        }
    }
}
