//! Values that hold nothing.

/// Whether a value, given as its JSON, holds nothing: `null`, `""`, `[]`, `{}`.
///
/// Blanks do not count, so `[ ]` and `{ }` are as empty.
pub(crate) fn is_empty_value(json: &str) -> bool {
    let inside = |open, close| json.strip_prefix(open).and_then(|it| it.strip_suffix(close));
    let has_no = |inside: Option<&str>| inside.is_some_and(|inside| inside.trim().is_empty());
    json == "null" || json == "\"\"" || has_no(inside('[', ']')) || has_no(inside('{', '}'))
}

#[cfg(test)]
mod tests {
    use super::is_empty_value;

    #[test]
    fn nothing_has_four_spellings() {
        for empty in ["null", "\"\"", "[]", "{}", "[ \n]", "{\t}"] {
            assert!(is_empty_value(empty), "{empty}");
        }
        for other in ["0", "false", "\" \"", "[null]", "{\"a\": null}", "\"[]\""] {
            assert!(!is_empty_value(other), "{other}");
        }
    }
}
