//! The names of HTML's character references.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A name a line, without the ampersand and the semicolon; after it a comma if it may be
/// written without the semicolon, else a blank; and the code points that it means, in
/// hexadecimal.
const TABLE: &str = include_str!("named_references.txt");

/// The longest name, `CounterClockwiseContourIntegral;`.
pub(super) const MAX_NAME: usize = 32;

/// A reference means one character or two.
type Meaning = (char, Option<char>);

struct Named {
    meaning: Meaning,
    needs_semicolon: bool,
}

static NAMED: LazyLock<HashMap<&'static str, Named>> =
    LazyLock::new(|| TABLE.lines().filter_map(read_line).collect());

/// What the reference with just this name means, which has its semicolon if any.
pub(super) fn characters(name: &str) -> Option<Meaning> {
    let plain = name.strip_suffix(';');
    let named = NAMED.get(plain.unwrap_or(name))?;
    (plain.is_some() || !named.needs_semicolon).then_some(named.meaning)
}

fn read_line(line: &'static str) -> Option<(&'static str, Named)> {
    let (name, meaning) = line.split_once([' ', ','])?;
    let needs_semicolon = !line[name.len()..].starts_with(',');
    let mut words = meaning.split(' ');
    let mut character = || char::from_u32(u32::from_str_radix(words.next()?, 16).ok()?);
    Some((name, Named { meaning: (character()?, character()), needs_semicolon }))
}

#[cfg(test)]
mod tests {
    use entities::ENTITIES;

    use super::*;

    #[test]
    fn the_table_has_every_name_of_the_standard() {
        let legacy = NAMED.values().filter(|named| !named.needs_semicolon).count();
        assert_eq!(NAMED.len() + legacy, ENTITIES.len());
        for entity in &ENTITIES {
            let (first, second) = characters(&entity.entity[1..]).unwrap();
            let read: String = [Some(first), second].into_iter().flatten().collect();
            assert_eq!(read, entity.characters, "{}", entity.entity);
        }
        assert_eq!(NAMED.keys().map(|name| name.len() + 1).max(), Some(MAX_NAME));
    }
}
