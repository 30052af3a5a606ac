//! HTML's character references: `&amp;`, `&#20013;`, `&#x4e2d;`.

use super::named_reference;
use crate::json::Characters;

/// Where a reference is; in attributes fewer are read as one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Text,
    Attribute,
}

/// The characters of a text, character references decoded.
#[derive(Clone)]
pub(crate) struct Decoded<'a> {
    characters: Characters<'a>,
    place: Place,
    /// The second character of a reference that means two.
    second: Option<char>,
}

impl<'a> Decoded<'a> {
    pub(super) fn new(characters: Characters<'a>, place: Place) -> Self {
        Decoded { characters, place, second: None }
    }
}

impl Iterator for Decoded<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if let Some(second) = self.second.take() {
            return Some(second);
        }
        let character = self.characters.next()?;
        if character == '&'
            && let Some(reference) = read_reference(self.characters.clone(), self.place)
        {
            for _ in 0..reference.length {
                self.characters.next();
            }
            self.second = reference.second;
            return Some(reference.first);
        }
        Some(character)
    }
}

/// What a reference means.
pub(super) struct Reference {
    pub(super) first: char,
    pub(super) second: Option<char>,
    /// Characters after the ampersand that belong to it.
    pub(super) length: usize,
}

/// Reads the reference whose ampersand is before `rest`, if it is one.
pub(super) fn read_reference(mut rest: Characters<'_>, place: Place) -> Option<Reference> {
    match rest.clone().next()? {
        '#' => {
            rest.next();
            numeric(rest)
        }
        letter if letter.is_ascii_alphanumeric() => named(&rest, place),
        _ => None,
    }
}

fn numeric(mut rest: Characters<'_>) -> Option<Reference> {
    let mut length = 1;
    let mut radix = 10;
    if let Some('x' | 'X') = rest.clone().next() {
        rest.next();
        length += 1;
        radix = 16;
    }
    let mut code: Option<u32> = None;
    while let Some(digit) = rest.clone().next().and_then(|character| character.to_digit(radix)) {
        rest.next();
        length += 1;
        code = Some(code.unwrap_or(0).saturating_mul(radix).saturating_add(digit));
    }
    if rest.next() == Some(';') {
        length += 1;
    }
    Some(Reference { first: numeric_character(code?), second: None, length })
}

/// The standard's replacements: windows-1252 for the C1 controls, and the
/// replacement character for what is no character.
fn numeric_character(code: u32) -> char {
    const WINDOWS_1252: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match code {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9F => WINDOWS_1252[code as usize - 0x80],
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// The longest name that fits counts; without a semicolon only the old names do.
fn named(rest: &Characters<'_>, place: Place) -> Option<Reference> {
    let mut name = [0_u8; named_reference::MAX_NAME];
    let mut length = 0;
    for character in rest.clone().take(named_reference::MAX_NAME) {
        match u8::try_from(character) {
            Ok(byte) if byte.is_ascii_alphanumeric() => name[length] = byte,
            Ok(b';') => {
                name[length] = b';';
                length += 1;
                break;
            }
            _ => break,
        }
        length += 1;
    }
    let name = std::str::from_utf8(&name[..length]).ok()?;
    if let Some((first, length)) = common(name) {
        return Some(Reference { first, second: None, length });
    }
    let (length, (first, second)) = (2..=length).rev().find_map(|length| {
        named_reference::characters(&name[..length]).map(|characters| (length, characters))
    })?;
    if place == Place::Attribute && !name[..length].ends_with(';') {
        let next = rest.clone().nth(length);
        if next.is_some_and(|next| next == '=' || next.is_ascii_alphanumeric()) {
            return None;
        }
    }
    Some(Reference { first, second, length })
}

/// The references that nearly all are, without a look into the table.
fn common(name: &str) -> Option<(char, usize)> {
    let first = match name {
        "amp;" => '&',
        "nbsp;" => '\u{A0}',
        "lt;" => '<',
        "gt;" => '>',
        "quot;" => '"',
        _ => return None,
    };
    Some((first, name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(raw: &str, place: Place) -> String {
        Decoded::new(Characters::of(raw.as_bytes()), place).collect()
    }

    #[test]
    fn decodes_named_and_numeric_references() {
        let cases = [
            ("a&amp;b", "a&b"),
            ("&lt&gt;", "<>"),
            ("&#20013;&#x4E2D;&#X4e2d", "中中中"),
            ("&notit;", "¬it;"),
            ("&notin;", "∉"),
            ("&NotEqualTilde;", "≂\u{338}"),
            ("&CounterClockwiseContourIntegral;", "∳"),
            ("& &; &#; &#x; &unknown;", "& &; &#; &#x; &unknown;"),
            ("&#0;&#xD800;&#x110000;&#128;", "\u{FFFD}\u{FFFD}\u{FFFD}€"),
            ("\\u0026amp;", "&"),
            ("&nbsp", "\u{A0}"),
        ];
        for (raw, expected) in cases {
            assert_eq!(decode(raw, Place::Text), expected, "{raw}");
        }
    }

    #[test]
    fn reads_fewer_references_in_attributes() {
        assert_eq!(decode("?a=1&copy=2&copy;", Place::Attribute), "?a=1&copy=2©");
        assert_eq!(decode("?a=1&copy2&lt", Place::Attribute), "?a=1&copy2<");
        assert_eq!(decode("?a=1&copy=2", Place::Text), "?a=1©=2");
    }
}
