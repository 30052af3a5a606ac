//! The names of HTML's character references.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A name a line, without the ampersand and with its semicolon if any, and after it the
/// code points that it means, in hexadecimal.
const TABLE: &str = include_str!("named_references.txt");

/// The longest name, `CounterClockwiseContourIntegral;`.
pub(super) const LONGEST_NAME: usize = 32;

/// A reference means one character or two.
type Meaning = (char, Option<char>);

static NAMED: LazyLock<HashMap<&'static str, Meaning>> =
    LazyLock::new(|| TABLE.lines().filter_map(read_line).collect());

/// What the reference with just this name means.
pub(super) fn characters(name: &str) -> Option<Meaning> {
    NAMED.get(name).copied()
}

fn read_line(line: &'static str) -> Option<(&'static str, Meaning)> {
    let mut words = line.split(' ');
    let name = words.next()?;
    let mut character = || char::from_u32(u32::from_str_radix(words.next()?, 16).ok()?);
    Some((name, (character()?, character())))
}

#[cfg(test)]
mod tests {
    use entities::ENTITIES;

    use super::*;

    #[test]
    fn the_table_has_every_name_of_the_standard() {
        assert_eq!(NAMED.len(), ENTITIES.len());
        for entity in &ENTITIES {
            let (first, second) = characters(&entity.entity[1..]).unwrap();
            let read: String = [Some(first), second].into_iter().flatten().collect();
            assert_eq!(read, entity.characters, "{}", entity.entity);
        }
        assert_eq!(NAMED.keys().map(|name| name.len()).max(), Some(LONGEST_NAME));
    }
}
