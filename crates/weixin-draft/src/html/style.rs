//! The `url(...)` of CSS in a `style` attribute.

use std::iter::Peekable;
use std::str::Chars;

/// Shows every address in `url(...)`, as the standard reads it: quotes, escapes,
/// comments, whatever the case.
#[inline(never)]
pub(super) fn each_url(style: &str, mut look: impl FnMut(&str)) {
    let mut rest = style.chars().peekable();
    let mut identifier = String::new();
    while let Some(character) = rest.next() {
        match character {
            '/' if rest.peek() == Some(&'*') => {
                skip_comment(&mut rest);
                identifier.clear();
            }
            quote @ ('"' | '\'') => {
                string(&mut rest, quote);
                identifier.clear();
            }
            '(' => {
                if identifier.eq_ignore_ascii_case("url")
                    && let Some(address) = argument(&mut rest)
                {
                    look(&address);
                }
                identifier.clear();
            }
            '\\' if rest.peek() != Some(&'\n') => identifier.extend(escape(&mut rest)),
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

type Rest<'a> = Peekable<Chars<'a>>;

fn skip_comment(rest: &mut Rest<'_>) {
    rest.next();
    let mut previous = ' ';
    for character in rest {
        if previous == '*' && character == '/' {
            return;
        }
        previous = character;
    }
}

/// A string after its opening quote; a line break ends it early.
fn string(rest: &mut Rest<'_>, quote: char) -> String {
    let mut text = String::new();
    while let Some(character) = rest.next() {
        match character {
            end if end == quote => break,
            '\n' | '\r' | '\u{c}' => break,
            '\\' if rest.peek() == Some(&'\n') => {
                rest.next();
            }
            '\\' => text.extend(escape(rest)),
            other => text.push(other),
        }
    }
    text
}

/// What stands between the parentheses of `url(...)`; `None` when it is no
/// address, which a browser passes over.
fn argument(rest: &mut Rest<'_>) -> Option<String> {
    while rest.next_if(char::is_ascii_whitespace).is_some() {}
    if let Some(quote) = rest.next_if(|character| matches!(character, '"' | '\'')) {
        return Some(string(rest, quote));
    }
    let mut address = String::new();
    let mut is_address = true;
    while let Some(character) = rest.next() {
        match character {
            ')' => break,
            '\\' => address.extend(escape(rest)),
            '"' | '\'' | '(' => is_address = false,
            blank if blank.is_ascii_whitespace() => {
                while rest.next_if(char::is_ascii_whitespace).is_some() {}
                is_address &= rest.peek().is_none_or(|next| *next == ')');
            }
            other => address.push(other),
        }
    }
    is_address.then_some(address)
}

/// The character that an escape means, its backslash read.
fn escape(rest: &mut Rest<'_>) -> Option<char> {
    const MOST_DIGITS: usize = 6;
    let mut code = 0;
    let mut digits = 0;
    while digits < MOST_DIGITS
        && let Some(digit) = rest.peek().and_then(|character| character.to_digit(16))
    {
        rest.next();
        code = code * 16 + digit;
        digits += 1;
    }
    if digits == 0 {
        return rest.next();
    }
    rest.next_if(char::is_ascii_whitespace);
    Some(
        char::from_u32(code)
            .filter(|character| *character != '\0')
            .unwrap_or(char::REPLACEMENT_CHARACTER),
    )
}

#[cfg(test)]
mod tests {
    use super::each_url;

    fn urls(style: &str) -> Vec<String> {
        let mut found = Vec::new();
        each_url(style, |address| found.push(address.to_owned()));
        found
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
