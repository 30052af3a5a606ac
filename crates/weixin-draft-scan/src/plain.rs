//! Text without anything special in it, many bytes at a time.
//!
//! Code that is generic over [`Simd`] looks at as many bytes together as the processor
//! can. What looks at long texts asks for the processor's best with [`Level::new`]; what
//! looks at short ones is inlined and does with [`Level::baseline`], which costs no
//! question.

use fearless_simd::{Level, Simd, dispatch, prelude::*};

/// After this number of bytes, other ways are faster.
const NEAR: usize = 64;

/// A block of bytes, which the slice begins with.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
pub(crate) fn block_of<S: Simd>(simd: S, bytes: &[u8]) -> S::u8s {
    S::u8s::from_slice(simd, &bytes[..S::u8s::LEN])
}

/// Whether a text is worth looking at by blocks: it has one, and the processor has
/// instructions for that.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
pub(crate) fn has_block<S: Simd>(simd: S, text: &[u8]) -> bool {
    text.len() >= S::u8s::LEN && !simd.level().is_fallback()
}

/// How many bytes the text begins with that need no escape in a JSON string, if
/// something else follows soon: a quote, a backslash, a control character or the end.
#[expect(clippy::inline_always, reason = "a call would cost as much as a short string")]
#[inline(always)]
pub fn short_plain_length(text: &[u8]) -> Option<usize> {
    dispatch!(Level::baseline(), simd => short_plain_length_in(simd, text))
}

#[expect(clippy::inline_always, reason = "a call would cost as much as a short string")]
#[inline(always)]
fn short_plain_length_in<S: Simd>(simd: S, text: &[u8]) -> Option<usize> {
    let mut length = 0;
    while let Some(rest) = text.get(length..).filter(|rest| has_block(simd, rest)) {
        let special = special::<S>(block_of(simd, rest));
        if special != 0 {
            return Some(length + special.trailing_zeros() as usize);
        }
        length += S::u8s::LEN;
        if length == NEAR {
            return None;
        }
    }
    Some(length + text[length..].iter().take_while(|byte| is_plain(**byte)).count())
}

/// How many bytes the text begins with that need no escape in a JSON string, however far
/// away something else is.
pub fn plain_length(text: &[u8]) -> usize {
    dispatch!(Level::baseline(), simd => plain_length_in(simd, text))
}

#[expect(clippy::inline_always, reason = "to be compiled for each kind of processor")]
#[inline(always)]
fn plain_length_in<S: Simd>(simd: S, text: &[u8]) -> usize {
    let Some(before_last) = text.len().checked_sub(S::u8s::LEN) else {
        let few = text.iter().take_while(|byte| is_plain(**byte));
        return if is_plain_and_few(text) { text.len() } else { few.count() };
    };
    for (position, block) in text.chunks_exact(S::u8s::LEN).enumerate() {
        let special = special::<S>(block_of(simd, block));
        if special != 0 {
            return position * S::u8s::LEN + special.trailing_zeros() as usize;
        }
    }
    // It may begin with bytes that were seen before, and are plain.
    match special::<S>(block_of(simd, &text[before_last..])) {
        0 => text.len(),
        special => before_last + special.trailing_zeros() as usize,
    }
}

/// Whether a text of 4 to 16 bytes needs no escape in a JSON string. Names and most values
/// are so short.
fn is_plain_and_few(text: &[u8]) -> bool {
    if let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        has_no_special(u64::from_le_bytes(*first)) && has_no_special(u64::from_le_bytes(*last))
    } else if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        let [first, last] = [first, last].map(|bytes| u64::from(u32::from_le_bytes(*bytes)));
        has_no_special(first | last << 32)
    } else {
        false
    }
}

/// Whether none of eight bytes needs an escape in a JSON string.
fn has_no_special(bytes: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // Has the highest bit of a byte that is less, if none before it is; for up to 128.
    let less = |bytes: u64, than: u8| bytes.wrapping_sub(EACH * u64::from(than)) & !bytes;
    let signs = [b'"', b'\\'].map(|sign| less(bytes ^ (EACH * u64::from(sign)), 1));
    (less(bytes, b' ') | signs[0] | signs[1]) & EACH << 7 == 0
}

/// Whether a byte needs no escape in a JSON string.
fn is_plain(byte: u8) -> bool {
    byte >= b' ' && !matches!(byte, b'"' | b'\\')
}

/// How many bytes the text begins with that are plain or escapes of two bytes, and how many
/// escapes these are. What follows is a quote, a longer escape, something that no string
/// may hold, or the end.
pub fn usual_length(text: &[u8]) -> (usize, usize) {
    dispatch!(Level::new(), simd => usual_length_in(simd, text))
}

#[expect(clippy::inline_always, reason = "to be compiled for each kind of processor")]
#[inline(always)]
fn usual_length_in<S: Simd>(simd: S, text: &[u8]) -> (usize, usize) {
    let is_short_escape = |at: usize| {
        let second = text.get(at + 1);
        second.is_some_and(|second| {
            matches!(second, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't')
        })
    };
    let mut escapes = 0;
    // 1 where the byte that follows is escaped by the last one.
    let mut escaped = 0;
    let last = if simd.level().is_fallback() { 0 } else { text.len() - text.len() % S::u8s::LEN };
    for (position, block) in text[..last].chunks_exact(S::u8s::LEN).enumerate() {
        let mut signs = special::<S>(block_of(simd, block)) & !escaped;
        escaped = 0;
        while signs != 0 {
            let lane = signs.trailing_zeros() as usize;
            let at = position * S::u8s::LEN + lane;
            if block[lane] != b'\\' || !is_short_escape(at) {
                return (at, escapes);
            }
            escapes += 1;
            escaped = u64::from(lane + 1 == S::u8s::LEN);
            // The sign, and the byte that it escapes.
            signs &= !(0b11 << lane);
        }
    }
    let mut at = last + usize::from(escaped == 1);
    while let Some(byte) = text.get(at) {
        match byte {
            b'\\' if is_short_escape(at) => {
                escapes += 1;
                at += 2;
            }
            0..b' ' | b'"' | b'\\' => break,
            _ => at += 1,
        }
    }
    (at, escapes)
}

/// A bit for each byte that ends or escapes something in a JSON string.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
fn special<S: Simd>(block: S::u8s) -> u64 {
    let is_sign = block.simd_eq(b'"') | block.simd_eq(b'\\');
    (is_sign | block.simd_lt(b' ')).to_bitmask()
}

/// Where the first of some signs is in a text, which nearly always is near; the
/// text's length if there is none.
#[inline]
pub fn find_any<const SIGNS: usize>(text: &[u8], signs: [u8; SIGNS]) -> usize {
    dispatch!(Level::baseline(), simd => find_any_in(simd, text, signs))
}

#[expect(clippy::inline_always, reason = "a call would cost as much as a short text")]
#[inline(always)]
fn find_any_in<S: Simd, const SIGNS: usize>(simd: S, text: &[u8], signs: [u8; SIGNS]) -> usize {
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| has_block(simd, rest)) {
        let found = any_of::<S, SIGNS>(block_of(simd, rest), signs);
        if found != 0 {
            return at + found.trailing_zeros() as usize;
        }
        at += S::u8s::LEN;
        if at == NEAR {
            return at + find_far(&text[at..], signs);
        }
    }
    let rest = &text[at..];
    rest.iter().position(|byte| signs.contains(byte)).map_or(text.len(), |found| at + found)
}

/// Shows where each of some signs is in a text, as long as it is told to go on.
#[inline]
pub fn each_sign<const SIGNS: usize>(
    text: &[u8],
    signs: [u8; SIGNS],
    go_on: impl FnMut(usize) -> bool,
) {
    dispatch!(Level::baseline(), simd => each_sign_in(simd, text, signs, go_on));
}

#[expect(clippy::inline_always, reason = "a call would cost as much as a short text")]
#[inline(always)]
fn each_sign_in<S: Simd, const SIGNS: usize>(
    simd: S,
    text: &[u8],
    signs: [u8; SIGNS],
    mut go_on: impl FnMut(usize) -> bool,
) {
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| has_block(simd, rest)) {
        let mut found = any_of::<S, SIGNS>(block_of(simd, rest), signs);
        while found != 0 {
            if !go_on(at + found.trailing_zeros() as usize) {
                return;
            }
            found &= found - 1;
        }
        at += S::u8s::LEN;
    }
    for (place, byte) in text.iter().enumerate().skip(at) {
        if signs.contains(byte) && !go_on(place) {
            return;
        }
    }
}

/// How many letters in lower case, digits, hyphens and full stops the text begins with, if
/// something else follows soon.
#[inline]
pub fn short_word(text: &[u8]) -> Option<usize> {
    dispatch!(Level::baseline(), simd => short_word_in(simd, text))
}

#[expect(clippy::inline_always, reason = "a call would cost as much as a word")]
#[inline(always)]
fn short_word_in<S: Simd>(simd: S, text: &[u8]) -> Option<usize> {
    if !has_block(simd, text) {
        return None;
    }
    let block = block_of(simd, text);
    // From the hyphen to the nine there is a slash, too.
    let is_digit = (block - b'-').simd_le(b'9' - b'-') & block.simd_ne(b'/');
    let is_such = is_digit | (block - b'a').simd_le(b'z' - b'a');
    let others = (!is_such).to_bitmask();
    (others != 0).then(|| others.trailing_zeros() as usize)
}

/// A bit for each byte that is one of some signs.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
pub(crate) fn any_of<S: Simd, const SIGNS: usize>(block: S::u8s, signs: [u8; SIGNS]) -> u64 {
    let mut found = block.simd_eq(signs[0]);
    for sign in &signs[1..] {
        found |= block.simd_eq(*sign);
    }
    found.to_bitmask()
}

/// The same where none is near.
#[inline(never)]
fn find_far<const SIGNS: usize>(text: &[u8], signs: [u8; SIGNS]) -> usize {
    let found = match *signs.as_slice() {
        [one] => memchr::memchr(one, text),
        [one, two] => memchr::memchr2(one, two, text),
        [one, two, three] => memchr::memchr3(one, two, three, text),
        _ => text.iter().position(|byte| signs.contains(byte)),
    };
    found.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_ends_at_every_special_byte_and_nowhere_else() {
        for byte in 0..=u8::MAX {
            let is_special = byte < b' ' || byte == b'"' || byte == b'\\';
            for place in 0..70 {
                let mut text = [b'x'; 70];
                text[place] = byte;
                let expected = match (is_special, place) {
                    (true, ..64) => Some(place),
                    _ => None,
                };
                assert_eq!(short_plain_length(&text), expected, "{byte} at {place}");
                let expected = if is_special { place } else { text.len() };
                assert_eq!(plain_length(&text), expected, "{byte} at {place}");
            }
        }
        assert_eq!(short_plain_length(b"abc"), Some(3));
        assert_eq!(short_plain_length(b""), Some(0));
        assert_eq!((plain_length(b"a\"b"), plain_length(b"")), (1, 0));
        for length in 1..=16 {
            for (place, byte) in
                (0..length).flat_map(|at| (0..=u8::MAX).map(move |byte| (at, byte)))
            {
                let mut text = vec![b'x'; length];
                text[place] = byte;
                let expected = if is_plain(byte) { length } else { place };
                assert_eq!(plain_length(&text), expected, "{byte} at {place} of {length}");
            }
        }
    }

    /// As [`usual_length`], byte by byte.
    fn usual_length_by_bytes(text: &[u8]) -> (usize, usize) {
        let (mut at, mut escapes) = (0, 0);
        loop {
            match text.get(at..).unwrap_or_default() {
                [b'\\', b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => {
                    (at, escapes) = (at + 2, escapes + 1);
                }
                [byte, ..] if is_plain(*byte) => at += 1,
                _ => return (at, escapes),
            }
        }
    }

    #[test]
    fn usual_text_ends_after_escapes_wherever_they_are() {
        let inside: [&[u8]; 8] =
            [b"", b"\\n", b"\\\\", b"\\\"\\\"", b"\\\\\"", b"\\u4e2d", b"\"", b"\\"];
        for (first, second) in inside.iter().flat_map(|first| inside.map(|second| (first, second)))
        {
            for (before, between) in (0..70).flat_map(|before| [(before, 0), (before, 31)]) {
                let text = [
                    vec![b'x'; before],
                    first.to_vec(),
                    vec![b'y'; between],
                    second.to_vec(),
                    vec![b'z'; 40],
                ]
                .concat();
                for text in [text.as_slice(), &text[..before + between]] {
                    let expected = usual_length_by_bytes(text);
                    assert_eq!(usual_length(text), expected, "{}", text.escape_ascii());
                }
            }
        }
    }

    #[test]
    fn finds_a_sign_near_and_far() {
        for length in [0, 1, 15, 16, 17, 100] {
            let text = [vec![b'x'; length], b"<&".to_vec()].concat();
            assert_eq!(find_any(&text, *b"\\<&"), length);
            assert_eq!(find_any(&text, *b"\\?&"), length + 1);
            assert_eq!(find_any(&text, *b"abc"), length + 2);
        }
    }
}
