//! Characters that a rule on texts may ask for.

/// Whether a character that was written as an escape or as an entity may be one of them.
pub(super) fn is_odd_character(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\0'..' ' | '?' | '`' | '*' | '[' | '{' | '\u{7f}' | '\u{c0}'..='\u{ff}' | '\u{fffd}' => {
            true
        }
        _ => false,
    }
}
