//! A quick look at a style, before anybody reads it closely.

use weixin_draft_scan::each_sign;

/// What a style may hold.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct StyleHints {
    /// `url(`, written out or escaped.
    pub(super) url: bool,
    /// A position that the server removes.
    pub(super) position: bool,
    /// What the rules on structure ask for.
    pub(super) structure: bool,
}

impl StyleHints {
    /// Of a style as it is in a JSON string.
    #[inline]
    pub(super) fn of(raw: &[u8]) -> Self {
        let mut hints = StyleHints::default();
        each_sign(raw, *b":(\\&", |sign| {
            hints.look(&raw[..sign], raw[sign], &raw[sign + 1..]);
            true
        });
        hints
    }

    /// Of a style that a double quote ends, written as usual, and its length. `None` of one
    /// with other escapes, and of one without an end.
    #[inline]
    pub(super) fn of_quoted(raw: &[u8]) -> Option<(Self, usize)> {
        let mut hints = StyleHints::default();
        let mut end = None;
        each_sign(raw, *b":(\\&", |sign| {
            if raw[sign] != b'\\' {
                hints.look(&raw[..sign], raw[sign], &raw[sign + 1..]);
                return true;
            }
            end = Some(sign).filter(|_| raw.get(sign + 1) == Some(&b'"'));
            false
        });
        end.map(|length| (hints, length))
    }

    /// Looks at a sign, at what is before it and at what is after it.
    #[inline]
    fn look(&mut self, before: &[u8], sign: u8, after: &[u8]) {
        match sign {
            b':' => self.declaration(before, after),
            b'(' => {
                let may_be_url = before.last().is_some_and(|last| last | 0x20 == b'l');
                self.url |= may_be_url && ends_with(before, b"url");
            }
            // An escape may stand for anything.
            b'\\' => *self = StyleHints { url: true, position: true, structure: true },
            _ => self.url = true,
        }
    }

    /// Looks at a declaration: what is before its colon and what is after it.
    fn declaration(&mut self, before: &[u8], after: &[u8]) {
        // The last letters of the properties below.
        if !before
            .last()
            .is_some_and(|last| matches!(last | 0x20, b'y' | b't' | b'r' | b'n' | b' '))
        {
            return;
        }
        let (Some(last), Some(first)) = (before.last(), first_visible(after)) else {
            return;
        };
        match (last | 0x20, first | 0x20) {
            (b'y', b'0' | b'.' | b'+' | b'-') => self.structure |= ends_with(before, b"opacity"),
            (b't', b'0') => self.structure |= ends_with(before, b"height") && is_zero(after),
            (b'r', b'r') => self.structure |= ends_with(before, b"caret-color"),
            (b'n', b's' | b'e') => self.structure |= ends_with(before, b"text-align"),
            (b'n', b'a' | b'f') => self.position |= ends_with(before, b"position"),
            // A blank before the colon.
            (b' ', _) => self.declaration(before.trim_ascii_end(), after),
            _ => {}
        }
    }
}

/// The first byte that is no white space.
#[inline]
fn first_visible(text: &[u8]) -> Option<&u8> {
    match text {
        [first, ..] | [b' ', first, ..] if *first > b' ' => Some(first),
        _ => text.trim_ascii_start().first(),
    }
}

/// Whether a length is `0` or `0px`, as far as a quick look tells. After it may be the
/// quote that ends the style.
fn is_zero(value: &[u8]) -> bool {
    let ends = |byte: &u8| matches!(byte, b';' | b'!' | b'\\');
    let end = value.iter().position(ends).unwrap_or(value.len());
    let length = value[..end].trim_ascii();
    length == b"0" || length.eq_ignore_ascii_case(b"0px")
}

fn ends_with(text: &[u8], word: &[u8]) -> bool {
    let begin = text.len().checked_sub(word.len());
    begin.is_some_and(|begin| text[begin..].eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::StyleHints;

    #[test]
    fn sees_what_rules_ask_for() {
        let none = StyleHints::default();
        let structure = StyleHints { structure: true, ..none };
        let cases = [
            ("color: rgb(63, 63, 63); line-height: 1.75em;", none),
            ("text-align: center; opacity: 1; height: auto; position: relative", none),
            ("height: 0.5em; line-height: 10px", none),
            ("opacity: 0", structure),
            ("margin:0;OPACITY : .0", structure),
            ("height:0px;overflow:hidden", structure),
            ("text-align: end", structure),
            ("TEXT-ALIGN:START !IMPORTANT", structure),
            ("height: 0Px !important", structure),
            ("caret-color: rgba(0, 0, 0, 0)", structure),
            ("position:FIXED", StyleHints { position: true, ..none }),
            ("background: URL(x)", StyleHints { url: true, ..none }),
            ("font-family: &quot;x&quot;", StyleHints { url: true, ..none }),
        ];
        for (style, expected) in cases {
            assert_eq!(StyleHints::of(style.as_bytes()), expected, "{style}");
            let quoted = style.to_owned() + "\\\">0: (&";
            let found = StyleHints::of_quoted(quoted.as_bytes());
            assert_eq!(found, Some((expected, style.len())), "{style}");
        }
    }
}
