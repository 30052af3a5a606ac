//! Secrets in a text of the server's.

use percent_encoding::utf8_percent_encode;

use super::access_token::RESERVED;

/// Tokens of the vendor have more than a hundred characters, and secrets 32. Something
/// shorter than this is a word out of a test, which may well be part of another word.
const SHORTEST_OF_ALL_PLACES: usize = 16;

/// Puts `***` for a secret, as it is and as it is written in a query; for a short one
/// only where it is a whole word.
pub(crate) fn mask(text: &str, secret: &str) -> String {
    let encoded = utf8_percent_encode(secret, RESERVED).to_string();
    mask_form(&mask_form(text, secret), &encoded)
}

fn mask_form(text: &str, secret: &str) -> String {
    if secret.is_empty() {
        return text.to_owned();
    }
    if secret.len() >= SHORTEST_OF_ALL_PLACES {
        return text.replace(secret, "***");
    }
    let is_part = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-');
    let (mut masked, mut end) = (String::new(), 0);
    for (at, _) in text.match_indices(secret) {
        let after = at + secret.len();
        if !text[..at].ends_with(is_part) && !text[after..].starts_with(is_part) {
            masked.push_str(&text[end..at]);
            masked.push_str("***");
            end = after;
        }
    }
    masked.push_str(&text[end..]);
    masked
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn short_secrets_are_masked_as_words() {
        let text = "no TOKEN: ?access_token=TOKEN, TOKENS, MY_TOKEN, TOKEN";
        assert_eq!(mask(text, "TOKEN"), "no ***: ?access_token=***, TOKENS, MY_TOKEN, ***");
        assert_eq!(mask("a+b a%2Bb", "a+b"), "*** ***");
        assert_eq!(mask("x0123456789abcdefx", "0123456789abcdef"), "x***x");
        assert_eq!(mask("nothing", ""), "nothing");
    }
}
