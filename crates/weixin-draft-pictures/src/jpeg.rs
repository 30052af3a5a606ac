//! The segments of a JPEG.

const END: [u8; 2] = [0xFF, 0xD9];

/// The JPEG without what the picture is not made of: EXIF, XMP, comments, previews,
/// and whatever comes after its end. Its colour profile stays. `None` when it is
/// damaged.
pub(crate) fn without_metadata(bytes: &[u8]) -> Option<Vec<u8>> {
    let (start, mut rest) = bytes.split_at_checked(2)?;
    let mut kept = start.to_vec();
    loop {
        // Any number of FF may come before a marker.
        while rest.get(1) == Some(&0xFF) {
            rest = &rest[1..];
        }
        let marker = *rest.get(1).filter(|_| rest[0] == 0xFF)?;
        if marker == END[1] {
            kept.extend(END);
            return Some(kept);
        }
        let length = usize::from(u16::from_be_bytes(*rest.get(2..)?.first_chunk()?));
        let (segment, after) = rest.split_at_checked(length + 2)?;
        if is_of_the_picture(marker, segment) {
            kept.extend_from_slice(segment);
        }
        rest = after;
        if is_start_of_scan(marker) {
            let (scan, after) = rest.split_at(length_of_scan(rest)?);
            kept.extend_from_slice(scan);
            rest = after;
        }
    }
}

/// Whether the coefficients come in several scans, which a reader has to keep all.
pub(crate) fn is_progressive(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xFF, marker, after @ ..] = rest {
        if *marker == 0xFF {
            rest = &rest[1..];
            continue;
        }
        if matches!(marker, 0xC2 | 0xC6 | 0xCA | 0xCE) {
            return true;
        }
        let length = after.first_chunk().map_or(0, |length| u16::from_be_bytes(*length));
        if is_start_of_scan(*marker) || length < 2 {
            return false;
        }
        rest = after.get(usize::from(length)..).unwrap_or_default();
    }
    false
}

fn is_start_of_scan(marker: u8) -> bool {
    marker == 0xDA
}

fn is_of_the_picture(marker: u8, segment: &[u8]) -> bool {
    let data = segment.get(4..).unwrap_or_default();
    match marker {
        // JFIF; Adobe's, which says how the colours are coded.
        0xE0 | 0xEE => true,
        0xE2 => data.starts_with(b"ICC_PROFILE\0"),
        // The other application segments; comments.
        0xE1..=0xEF | 0xFE => false,
        _ => true,
    }
}

/// Up to the next marker that is neither a stuffed FF nor a restart.
fn length_of_scan(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xD0..=0xD7 | 0xFF))
}
