//! The addresses in a `srcset`.

use std::ops::Range;

/// Shows where every address of a list of image candidates is, as the standard
/// parses it.
#[inline(never)]
pub(super) fn each_candidate(srcset: &str, mut look: impl FnMut(Range<usize>)) {
    let mut rest = srcset;
    let is_blank = |character: char| character.is_ascii_whitespace();
    loop {
        rest = rest.trim_start_matches(|character| is_blank(character) || character == ',');
        if rest.is_empty() {
            return;
        }
        let end = rest.find(is_blank).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let without_comma = address.trim_end_matches(',');
        let start = srcset.len() - rest.len();
        look(start..start + without_comma.len());
        rest = if without_comma.len() < address.len() { after } else { after_descriptor(after) };
    }
}

/// What follows the descriptor: the next comma outside parentheses ends it.
fn after_descriptor(text: &str) -> &str {
    let mut inside = false;
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => inside = true,
            b')' => inside = false,
            b',' if !inside => return &text[offset..],
            _ => {}
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::each_candidate;

    fn candidates(srcset: &str) -> Vec<String> {
        let mut found = Vec::new();
        each_candidate(srcset, |range| found.push(srcset[range].to_owned()));
        found
    }

    #[test]
    fn splits_candidates() {
        assert_eq!(candidates("a.png 1x, b.png 2x"), ["a.png", "b.png"]);
        assert_eq!(candidates(" a.png,b.png 2x,\n c.png"), ["a.png,b.png", "c.png"]);
        assert_eq!(candidates("a.png, b.png"), ["a.png", "b.png"]);
        assert_eq!(candidates("data:,x 1x,b.png"), ["data:,x", "b.png"]);
        assert_eq!(candidates("a f(1,2) 3w, b"), ["a", "b"]);
        assert!(candidates(" , ").is_empty());
    }
}
