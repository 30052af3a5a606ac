//! Words where JSON has a value.

use super::fault::Fault;

const NULLS: [&str; 7] = ["None", "undefined", "nil", "Null", "NULL", "NIL", "Nothing"];

const BOOLEANS: [&str; 6] = ["True", "False", "TRUE", "FALSE", "yes", "no"];

const NUMBERS: [&str; 8] = ["NaN", "nan", "NAN", "Infinity", "infinity", "Inf", "inf", "INF"];

/// What is wrong with a word where a value is expected. It begins with a letter.
pub(super) fn fault_of_word(word: &[u8]) -> Fault {
    let is = |known: &&&str| known.as_bytes() == word;
    if let Some(null) = NULLS.iter().find(is) {
        return Fault::OtherNull(null);
    }
    if let Some(boolean) = BOOLEANS.iter().find(is) {
        return Fault::OtherBoolean(boolean);
    }
    if let Some(number) = NUMBERS.iter().find(is) {
        return Fault::NotANumber(number);
    }
    Fault::BareText
}

/// The length of the word that a text begins with.
pub(super) fn word_length(text: &str) -> usize {
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$');
    text.find(|character| !is_part(character)).unwrap_or(text.len())
}
