//! The host of an address that needs no second look, as in nearly all of them.

/// Where nearly all images of drafts are.
const USUAL_HOST: &str = "mmbiz.qpic.cn";

/// The host if there is nothing but lower case letters, digits, hyphens and dots between
/// `//` and the next slash.
///
/// The text up to that slash may be followed by anything, escapes and entities included.
#[inline]
pub(crate) fn plain_host(address: &[u8]) -> Option<&str> {
    let rest = after_scheme(address)?;
    if let Some([b'/', ..]) = rest.strip_prefix(USUAL_HOST.as_bytes()) {
        return Some(USUAL_HOST);
    }
    str::from_utf8(&rest[..plain_host_length(rest)?]).ok()
}

/// The same as bytes, which is cheaper.
pub(crate) fn plain_host_bytes(address: &[u8]) -> Option<&[u8]> {
    let rest = after_scheme(address)?;
    rest.get(..plain_host_length(rest)?)
}

fn after_scheme(address: &[u8]) -> Option<&[u8]> {
    address.strip_prefix(b"https://").or_else(|| address.strip_prefix(b"http://"))
}

fn plain_host_length(rest: &[u8]) -> Option<usize> {
    let mut state = START;
    for (length, byte) in rest.iter().enumerate() {
        state = NEXT[state][KIND[usize::from(*byte)]];
        if state >= END {
            return (state == END).then_some(length);
        }
    }
    None
}

// Kinds of bytes, and the states after the first four of them.
const LETTER: usize = 0;
const DIGIT: usize = 1;
const HYPHEN: usize = 2;
const DOT: usize = 3;
const SLASH: usize = 4;
const OTHER: usize = 5;

// Further states.
const START: usize = 4;
const END: usize = 5;
/// A label that begins with a digit, an empty one and punycode need more care.
const UNSURE: usize = 6;

/// The state after a byte, by the state before it and its kind.
const NEXT: [[usize; 6]; 5] = [
    [LETTER, DIGIT, HYPHEN, DOT, END, UNSURE],
    [LETTER, DIGIT, HYPHEN, DOT, UNSURE, UNSURE],
    [LETTER, DIGIT, UNSURE, DOT, UNSURE, UNSURE],
    [LETTER, UNSURE, HYPHEN, UNSURE, UNSURE, UNSURE],
    [LETTER, UNSURE, UNSURE, UNSURE, UNSURE, UNSURE],
];

/// The kind of each byte.
const KIND: [usize; 256] = {
    let mut kinds = [OTHER; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        kinds[byte as usize] = match byte {
            b'a'..=b'z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'-' => HYPHEN,
            b'.' => DOT,
            b'/' => SLASH,
            _ => OTHER,
        };
        byte -= 1;
    }
    kinds
};
