//! The `url(...)` of CSS in a `style` attribute.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

/// An address in a style.
pub(super) struct StyleUrl {
    /// Its escapes decoded.
    pub(super) address: String,
    /// Its bytes in the style, without quotes.
    pub(super) range: Range<usize>,
}

/// The declarations of a style as the vendor's checker reads them: names and values, without
/// regard to strings and comments.
pub(crate) fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    style
        .split(';')
        .filter_map(|declaration| declaration.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim()))
}

/// The value of the first declaration of this name, without `!important`.
pub(crate) fn declared<'s>(style: &'s str, name: &str) -> Option<&'s str> {
    let mut all = declarations(style);
    let (_, value) = all.find(|(own, _)| own.eq_ignore_ascii_case(name))?;
    let bare = value.rsplit_once('!').filter(|(_, flag)| is_important(flag));
    Some(bare.map_or(value, |(before, _)| before.trim_end()))
}

fn is_important(flag: &str) -> bool {
    flag.trim_start().eq_ignore_ascii_case("important")
}

/// Shows every address in `url(...)`, as the standard reads it: quotes, escapes,
/// comments, whatever the case.
#[inline(never)]
pub(super) fn each_url(style: &str, mut look: impl FnMut(StyleUrl)) {
    let mut rest = Rest { characters: style.char_indices().peekable(), end: style.len() };
    let mut identifier = String::new();
    while let Some(character) = rest.next() {
        match character {
            '/' if rest.peek() == Some('*') => {
                rest.skip_comment();
                identifier.clear();
            }
            quote @ ('"' | '\'') => {
                rest.string(quote);
                identifier.clear();
            }
            '(' => {
                if identifier.eq_ignore_ascii_case("url")
                    && let Some(url) = rest.argument()
                {
                    look(url);
                }
                identifier.clear();
            }
            '\\' if rest.peek() != Some('\n') => identifier.extend(rest.escape()),
            // `#url(` and `@url(` are no `url(`.
            other
                if other.is_alphanumeric()
                    || matches!(other, '-' | '_' | '#' | '@')
                    || !other.is_ascii() =>
            {
                identifier.push(other);
            }
            _ => identifier.clear(),
        }
    }
}

/// What of the style is still to be read.
struct Rest<'a> {
    characters: Peekable<CharIndices<'a>>,
    /// The style's length.
    end: usize,
}

impl Rest<'_> {
    fn next(&mut self) -> Option<char> {
        self.characters.next().map(|(_, character)| character)
    }

    fn peek(&mut self) -> Option<char> {
        self.characters.peek().map(|(_, character)| *character)
    }

    /// Where the next character is.
    fn offset(&mut self) -> usize {
        self.characters.peek().map_or(self.end, |(offset, _)| *offset)
    }

    fn skip_white_space(&mut self) {
        while self.characters.next_if(|(_, character)| character.is_ascii_whitespace()).is_some() {}
    }

    fn skip_comment(&mut self) {
        self.next();
        let mut previous = ' ';
        while let Some(character) = self.next() {
            if previous == '*' && character == '/' {
                return;
            }
            previous = character;
        }
    }

    /// A string after its opening quote; a line break ends it early.
    fn string(&mut self, quote: char) -> StyleUrl {
        let mut address = String::new();
        let start = self.offset();
        let mut end = start;
        while let Some(character) = self.next() {
            match character {
                closing if closing == quote => break,
                '\n' | '\r' | '\u{c}' => break,
                '\\' if self.peek() == Some('\n') => {
                    self.next();
                }
                '\\' => address.extend(self.escape()),
                other => address.push(other),
            }
            end = self.offset();
        }
        StyleUrl { address, range: start..end }
    }

    /// What is between the parentheses of `url(...)`; `None` when it is no address,
    /// which a browser skips.
    fn argument(&mut self) -> Option<StyleUrl> {
        self.skip_white_space();
        if let Some(quote @ ('"' | '\'')) = self.peek() {
            self.next();
            return Some(self.string(quote));
        }
        let mut address = String::new();
        let mut is_address = true;
        let start = self.offset();
        let mut end = start;
        while let Some(character) = self.next() {
            match character {
                ')' => break,
                '\\' => address.extend(self.escape()),
                '"' | '\'' | '(' => is_address = false,
                blank if blank.is_ascii_whitespace() => {
                    self.skip_white_space();
                    is_address &= self.peek().is_none_or(|next| next == ')');
                    continue;
                }
                other => address.push(other),
            }
            end = self.offset();
        }
        is_address.then_some(StyleUrl { address, range: start..end })
    }

    /// The character that an escape means, its backslash read.
    fn escape(&mut self) -> Option<char> {
        const MAX_DIGITS: usize = 6;
        let mut code = 0;
        let mut digits = 0;
        while digits < MAX_DIGITS
            && let Some(digit) = self.peek().and_then(|character| character.to_digit(16))
        {
            self.next();
            code = code * 16 + digit;
            digits += 1;
        }
        if digits == 0 {
            return self.next();
        }
        self.characters.next_if(|(_, character)| character.is_ascii_whitespace());
        Some(
            char::from_u32(code)
                .filter(|character| *character != '\0')
                .unwrap_or(char::REPLACEMENT_CHARACTER),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{declared, each_url};

    fn urls(style: &str) -> Vec<String> {
        let mut found = Vec::new();
        each_url(style, |url| found.push(url.address));
        found
    }

    #[test]
    fn a_value_is_found_whatever_its_weight() {
        for style in ["height:0", "color: red; HEIGHT : 0 !important;", "height:0! IMPORTANT"] {
            assert_eq!(declared(style, "height"), Some("0"), "{style}");
        }
        assert_eq!(declared("height: 0 !weighty", "height"), Some("0 !weighty"));
        assert_eq!(declared("line-height: 0", "height"), None);
    }

    #[test]
    fn finds_urls_however_they_are_written() {
        assert_eq!(urls("background:url(a.png)"), ["a.png"]);
        assert_eq!(urls("background: URL( \"a b.png\" ) no-repeat, url('c')"), ["a b.png", "c"]);
        assert_eq!(urls(r"a:\75rl(x); b:\000075\72 l(y)"), ["x", "y"]);
        assert_eq!(urls(r"a:url(\68 ttps:\/\/x)"), ["https://x"]);
        assert_eq!(urls("a:image-set(url(x) 1x, url(y) 2x)"), ["x", "y"]);
        assert_eq!(urls("/* url(x) */ content:'url(y)'; a:url(z"), ["z"]);
        assert_eq!(urls("a:#url(x); b:@url(y)"), [] as [&str; 0]);
        assert_eq!(urls("a:curl(x); b:url (y); c:url(a b); d:u/**/rl(z)"), [] as [&str; 0]);
    }
}
