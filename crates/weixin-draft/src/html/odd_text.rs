//! A cheap look at text, before anybody looks closely.

/// Whether a stretch of UTF-8 may hold something that a rule on texts asks for: a template,
/// Markdown, a control character, or text that was decoded wrongly. In a form that
/// compilers vectorise.
pub(crate) fn is_odd(text: &[u8]) -> bool {
    let Some((last, _)) = text.split_last() else {
        return false;
    };
    // `[`, `_`, `{` and U+007F differ in two bits alone; what was decoded wrongly has a
    // letter from U+00C0 to U+00FF, or is U+FFFD.
    let is_odd =
        |byte: u8| u8::from(byte | 0x24 == 0x7F) | u8::from(byte == b'*') | u8::from(byte == 0xC3);
    let odd = text.iter().zip(&text[1..]).fold(0, |odd, (one, next)| {
        odd | is_odd(*one) | u8::from(*one == 0xEF) & u8::from(*next == 0xBF)
    });
    odd | is_odd(*last) != 0 || text[0] == b'?'
}

/// The same of a character that was written as an escape or as an entity.
pub(super) fn is_odd_character(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\0'..' ' | '?' | '*' | '[' | '{' | '\u{7f}' | '\u{c0}'..='\u{ff}' | '\u{fffd}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_odd;

    #[test]
    fn sees_what_rules_on_texts_ask_for() {
        let odd = [
            "{{a}}",
            "${a}",
            "a[b](c)",
            "**a**",
            "ç®¡ç\u{90}\u{86}",
            "中\u{fffd}",
            "\u{7f}",
            "???",
            "管理\u{fffd}",
        ];
        for text in odd {
            assert!(is_odd(text.as_bytes()), "{text}");
        }
        for text in ["", "中文，标点。", "a b-c (d) & \"e\" < f > g # h / i", "“引”…—·①", "！？｛"]
        {
            assert!(!is_odd(text.as_bytes()), "{text}");
        }
    }
}
