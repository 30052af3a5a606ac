//! The vendor's literal reading of `\uXXXX`.

/// Doubles the backslash of every JSON `\uXXXX` escape, so that a parser hands
/// over the six characters as they were written.
///
/// Backslashes go in pairs: in `\\u4e2d` the first escapes the second, and
/// what follows is no escape at all. Outside of strings a backslash is an
/// error anyway, so there is no need to know where strings begin and end.
pub(crate) fn keep_unicode_escapes(body: &str) -> String {
    let mut kept = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        kept.push_str(before);
        if is_unicode_escape(escape.as_bytes()) {
            kept.push_str("\\\\");
            rest = &escape[1..];
        } else {
            // The backslash and whatever single character it escapes.
            let end = 1 + escape[1..].chars().next().map_or(0, char::len_utf8);
            kept.push_str(&escape[..end]);
            rest = &escape[end..];
        }
    }
    kept.push_str(rest);
    kept
}

fn is_unicode_escape(escape: &[u8]) -> bool {
    escape.len() >= 6 && escape[1] == b'u' && escape[2..6].iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::keep_unicode_escapes;

    #[test]
    fn only_real_escapes_are_kept() {
        for (written, kept) in [
            (r#""\u4e2d""#, r#""\\u4e2d""#),
            (r#""\\u4e2d""#, r#""\\u4e2d""#),
            (r#""\\\u4e2d""#, r#""\\\\u4e2d""#),
            (r#""\n\"中\u00e9\ud83d""#, r#""\n\"中\\u00e9\\ud83d""#),
            (r#""\u12""#, r#""\u12""#),
            ("\\中", "\\中"),
            ("\\", "\\"),
            ("", ""),
        ] {
            assert_eq!(keep_unicode_escapes(written), kept, "{written}");
        }
    }
}
