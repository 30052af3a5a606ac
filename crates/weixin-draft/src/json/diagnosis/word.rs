//! Words where JSON has a value.

use super::fault::Fault;

const NULLS: [&str; 15] = [
    "None",
    "undefined",
    "nil",
    "Null",
    "NULL",
    "NIL",
    "Nothing",
    "NaN",
    "nan",
    "NAN",
    "Infinity",
    "infinity",
    "Inf",
    "inf",
    "INF",
];

const BOOLEANS: [&str; 6] = ["True", "False", "TRUE", "FALSE", "yes", "no"];

/// What is wrong with a word where a value is expected. It begins with a letter.
pub(super) fn fault_of_word(word: &[u8]) -> Fault {
    let is = |known: &&&str| known.as_bytes() == word;
    if let Some(null) = NULLS.iter().find(is) {
        return Fault::OtherNull(null);
    }
    if let Some(boolean) = BOOLEANS.iter().find(is) {
        return Fault::OtherBoolean(boolean);
    }
    Fault::BareText
}

/// The length of the word that a text begins with.
pub(super) fn word_length(text: &str) -> usize {
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$');
    text.find(|character| !is_part(character)).unwrap_or(text.len())
}

/// Whether a text begins with a string of Python that has a prefix.
pub(super) fn is_python_prefix(text: &str) -> bool {
    const PREFIXES: [&str; 8] = ["u", "b", "r", "f", "rb", "br", "rf", "fr"];
    let (word, after) = text.split_at(word_length(text));
    after.starts_with(['"', '\''])
        && PREFIXES.iter().any(|prefix| prefix.eq_ignore_ascii_case(word))
}
