//! How long a text is to its readers.

/// Characters of a text: an entity is one, a run of white space is one.
pub(crate) fn characters(text: &str) -> usize {
    let mut total = 0;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        total += 1;
        rest = if first.is_ascii_whitespace() {
            rest.trim_start_matches(|c: char| c.is_ascii_whitespace())
        } else {
            &rest[entity(rest).unwrap_or(first.len_utf8())..]
        };
    }
    total
}

/// How wide a text is, as the vendor's editor counts titles and names: two
/// narrow characters are as wide as one Chinese one.
pub(crate) fn width(text: &str) -> usize {
    let halves = |character: char| match u32::from(character) {
        ..0x1100 | 0xff61..=0xffdc => 1,
        0x1_0000.. => 4,
        _ => 2,
    };
    text.chars().map(halves).sum::<usize>().div_ceil(2)
}

/// The length of the entity a text begins with. Any name will do, as long as
/// it ends in a semicolon.
fn entity(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(32).position(|byte| byte == b';')?;
    let name = inner[..end].strip_prefix('#').unwrap_or(&inner[..end]);
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric());
    is_name.then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::characters;

    #[test]
    fn entities_and_white_space_count_once() {
        for (text, expected) in [
            ("", 0),
            ("a  \n b", 3),
            ("a &lt; b & c&nbsp;d", 11),
            ("&#20013;&#x4e2d;", 2),
            ("&;&#;", 5),
            ("&中;", 3),
            ("\u{3000}\u{3000}", 2),
        ] {
            assert_eq!(characters(text), expected, "{text}");
        }
    }
}
