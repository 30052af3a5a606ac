//! Characters that are taken for others, or that nobody sees.

/// The character of JSON that this one is taken for, as input methods and word
/// processors write it.
pub(crate) fn look_alike(character: char) -> Option<&'static str> {
    Some(match character {
        '：' | '﹕' | '∶' | '=' => ":",
        '，' | '﹐' | '、' | '､' | '；' | ';' => ",",
        '｛' => "{",
        '｝' => "}",
        '［' | '【' | '〔' => "[",
        '］' | '】' | '〕' => "]",
        '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞' | '«' | '»' | '「' | '」' | '『' | '』'
        | '‘' | '’' | '‚' | '‛' | '＇' => "\"",
        '－' | '−' | '–' | '—' => "-",
        '．' | '。' => ".",
        '０' => "0",
        '１' => "1",
        '２' => "2",
        '３' => "3",
        '４' => "4",
        '５' => "5",
        '６' => "6",
        '７' => "7",
        '８' => "8",
        '９' => "9",
        _ => return None,
    })
}

/// Where in a string the quote is that was meant to end it: the first quote in it that JSON
/// does not have, if what follows a string comes after it.
pub(super) fn wrong_quote(string: &str) -> Option<usize> {
    let is_quote = |character| character == '\'' || look_alike(character) == Some("\"");
    let (at, quote) = string.char_indices().find(|(_, character)| is_quote(*character))?;
    let after = string[at + quote.len_utf8()..].trim_ascii_start();
    (after.is_empty() || after.starts_with([':', ',', '}', ']', '：', '，'])).then_some(at)
}

/// Whether nothing is to be seen of a character, which is no white space of JSON.
pub(crate) fn is_invisible(character: char) -> bool {
    character.is_control()
        || character.is_whitespace()
        || matches!(character, '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' | '\u{2800}' | '\u{FEFF}')
}

/// A character for a sentence: as it is, where it can be seen, and its code point.
pub(crate) fn name_of_character(character: char) -> String {
    let code = u32::from(character);
    if is_invisible(character) {
        format!("U+{code:04X}")
    } else {
        format!("{character} (U+{code:04X})")
    }
}

/// A bracket as a text.
pub(super) fn bracket(byte: u8) -> &'static str {
    match byte {
        b'{' => "{",
        b'}' => "}",
        b'[' => "[",
        _ => "]",
    }
}

/// The bracket that closes this one.
pub(super) fn closing(open: u8) -> &'static str {
    if open == b'{' { "}" } else { "]" }
}
