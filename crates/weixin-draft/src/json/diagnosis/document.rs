//! What a text is, if it is no JSON at all, by its beginning.

use super::unexpected::comment;
use super::word::{fault_of_word, word_length};
use super::{Diagnosis, Fault, markdown};

/// Beginnings of files, the longer of two that begin alike first.
const BEGINNINGS: [(&[u8], Fault); 16] = [
    (b"\xFF\xFE\0\0", Fault::Encoding("UTF-32")),
    (b"\0\0\xFE\xFF", Fault::Encoding("UTF-32")),
    (b"\xFF\xFE", Fault::Encoding("UTF-16")),
    (b"\xFE\xFF", Fault::Encoding("UTF-16")),
    (b"\x1F\x8B", Fault::Packed("gzip")),
    (b"PK\x03\x04", Fault::Packed("ZIP")),
    (b"\x28\xB5\x2F\xFD", Fault::Packed("Zstandard")),
    (b"BZh", Fault::Packed("bzip2")),
    (b"\xFD7zXZ", Fault::Packed("xz")),
    (b"7z\xBC\xAF", Fault::Packed("7z")),
    (b"Rar!", Fault::Packed("RAR")),
    (b"%PDF", Fault::File("PDF")),
    (b"\x89PNG", Fault::File("PNG")),
    (b"\xFF\xD8\xFF", Fault::File("JPEG")),
    (b"GIF8", Fault::File("GIF")),
    (b"{\\rtf", Fault::File("Rich Text (RTF)")),
];

/// What the bytes are, if not UTF-8 text.
pub(super) fn other_bytes(body: &[u8]) -> Option<Fault> {
    if let Some((_, fault)) = BEGINNINGS.iter().find(|(start, _)| body.starts_with(start)) {
        return Some(*fault);
    }
    // Without a byte order mark, the zeros of ASCII characters show it.
    let zeros = body.first_chunk().map(|first: &[u8; 4]| first.map(|byte| byte == 0));
    match zeros? {
        [false, true, true, true] | [true, true, true, false] => Some(Fault::Encoding("UTF-32")),
        [false, true, false, true] | [true, false, true, false] => Some(Fault::Encoding("UTF-16")),
        _ => None,
    }
}

/// The encoding of a text that is in UTF-16 or UTF-32, by its first bytes: with or without
/// a byte order mark.
///
/// ```
/// use weixin_draft::other_encoding;
///
/// assert_eq!(other_encoding(b"<\0p\0>\0"), Some("UTF-16"));
/// assert_eq!(other_encoding("<p>菜单".as_bytes()), None);
/// ```
pub fn other_encoding(text: &[u8]) -> Option<&'static str> {
    match other_bytes(text) {
        Some(Fault::Encoding(name)) => Some(name),
        _ => None,
    }
}

/// What a text is whose first word is no JSON value.
pub(super) fn diagnose(text: &str) -> Option<Diagnosis> {
    let rest = text.trim_ascii_start();
    let offset = text.len() - rest.len();
    let whole = |fault| Some(Diagnosis::new(fault, offset..offset));
    let first_line = rest.lines().next().unwrap_or_default();
    if rest.starts_with("```") || rest.starts_with("~~~") {
        return whole(Fault::CodeFence);
    }
    if let Some(markup) = markup(rest) {
        return whole(markup);
    }
    if let Some(fence) = fenced_json(rest) {
        return Some(Diagnosis::new(Fault::CodeFence, offset + fence..offset + fence));
    }
    if ["%7B", "%5B", "%22"]
        .iter()
        .any(|start| rest.get(..3).is_some_and(|first| first.eq_ignore_ascii_case(start)))
    {
        return whole(Fault::UrlEncoded);
    }
    if rest.starts_with("--- ") && rest.contains("\n+++ ") {
        return whole(Fault::Marked("+"));
    }
    if let Some(mark) = [">", "+", "-"].into_iter().find(|mark| marks_each_line(rest, mark)) {
        return whole(Fault::Marked(mark));
    }
    if rest.starts_with("---") {
        let is_front_matter = rest.lines().skip(1).any(|line| line.trim_ascii_end() == "---");
        return whole(if is_front_matter { Fault::Markdown } else { Fault::Yaml });
    }
    if rest.starts_with('#') {
        return markdown::after_number_sign(text, offset);
    }
    if begins_with_section(rest) {
        return whole(SETTINGS);
    }
    if let Some(comment) = comment(text, offset) {
        let is_program = after_comments(text, offset).starts_with(char::is_alphabetic);
        return if is_program { whole(Fault::PlainText) } else { Some(comment) };
    }
    if let Some(entry) = rest.strip_prefix("- ").or_else(|| rest.strip_prefix("-\n")) {
        let entry = entry.trim_ascii_start();
        if entry.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        if is_yaml_member(entry) {
            return whole(Fault::Yaml);
        }
    }
    if markdown::begins(rest) {
        return whole(Fault::Markdown);
    }
    if rest.strip_prefix('=').is_some_and(|after| is_json(after) && !after.starts_with("{{")) {
        return Some(Diagnosis::new(Fault::TextBeforeValue, offset..offset + 1));
    }
    if rest.starts_with("%YAML") {
        return whole(Fault::Yaml);
    }
    let word = word_length(rest);
    if word == 0 || (rest.starts_with(|first: char| first.is_ascii_digit()) && !rest.contains('{'))
    {
        return None;
    }
    let fault = fault_of_word(&rest.as_bytes()[..word]);
    if !matches!(fault, Fault::BareText) && word == rest.trim_ascii_end().len() {
        return Some(Diagnosis::new(fault, offset..offset + word));
    }
    let after = &rest[word..];
    // `data: {"media_id": …`, as programs and streams of events have it.
    let is_before_value =
        after.strip_prefix(": ").is_some_and(is_json) && !rest.lines().skip(1).any(is_yaml_member);
    if is_yaml_member(rest) && !is_before_value {
        return whole(Fault::Yaml);
    }
    if is_base64(rest) {
        return whole(Fault::Base64);
    }
    if after.starts_with('=') && !first_line.contains(['{', ' ']) {
        return whole(Fault::FormData);
    }
    if "true".starts_with(rest) || "false".starts_with(rest) || "null".starts_with(rest) {
        return whole(Fault::EndsEarly);
    }
    match rest.find(['{', '[']) {
        Some(brace) if begins_value(&rest[brace + 1..]) => {
            Some(Diagnosis::new(Fault::TextBeforeValue, offset..offset + brace))
        }
        _ if markdown::has_line(rest) => whole(Fault::Markdown),
        _ => whole(Fault::PlainText),
    }
}

/// What follows the comments that a text begins with.
pub(super) fn after_comments(text: &str, offset: usize) -> &str {
    let rest = text[offset..].trim_ascii_start();
    match comment(text, text.len() - rest.len()) {
        Some(Diagnosis { fault: Fault::Comment(_), range, .. }) => after_comments(text, range.end),
        _ => rest,
    }
}

/// What TOML and INI files are told as.
pub(super) const SETTINGS: Fault = Fault::File("TOML or INI");

/// Whether a text begins as files of settings do: `[name]`, then `name = value`.
pub(super) fn begins_with_section(text: &str) -> bool {
    text.trim_ascii_start().split_once('\n').is_some_and(|(section, after)| {
        let section = section.trim_ascii_end();
        section.starts_with('[')
            && section.ends_with(']')
            && is_assignment(after_comments(after, 0))
    })
}

/// Whether a text begins with a name that is given a value.
pub(super) fn is_assignment(line: &str) -> bool {
    let word = word_length(line);
    word > 0 && line[word..].trim_ascii_start().starts_with('=')
}

/// Whether each line of a text begins with this sign, and the first with JSON after it.
fn marks_each_line(text: &str, mark: &str) -> bool {
    let first = text.strip_prefix(mark).unwrap_or_default();
    first.trim_start().starts_with(['{', '['])
        && text.lines().all(|line| line.is_empty() || line.starts_with(mark))
}

/// Where a block of Markdown begins that holds JSON.
fn fenced_json(text: &str) -> Option<usize> {
    text.match_indices("\n```").map(|(at, _)| at + 1).find(|at| {
        let block = text[*at..].split_once('\n').map(|(_, block)| block.trim_ascii_start());
        block.is_some_and(|block| block.starts_with(['{', '[']))
    })
}

/// Whether a text is Base64, as far as one can tell: it is padded, or begins as a bracket
/// does.
fn is_base64(text: &str) -> bool {
    const SHORTEST: usize = 16;
    /// What `{`, and a quote, a blank or a line break after it become.
    const BEGINNINGS: [&str; 5] = ["eyJ", "eyA", "eyB", "ewo", "ew0"];
    let text = text.trim_ascii_end();
    let digits = text.trim_end_matches('=');
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || b"+/-_\r\n".contains(&byte);
    digits.len() >= SHORTEST
        && digits.bytes().all(is_digit)
        && text.len() - digits.len() <= 2
        && (text.len() > digits.len() || BEGINNINGS.iter().any(|begin| text.starts_with(begin)))
        && text.bytes().filter(|byte| !byte.is_ascii_whitespace()).count() % 4 == 0
}

/// Whether a text begins with a name of YAML and its colon.
pub(super) fn is_yaml_member(text: &str) -> bool {
    let word = word_length(text);
    let after = text[word..].strip_prefix(':');
    word > 0 && after.is_some_and(|after| after.is_empty() || after.starts_with([' ', '\n', '\r']))
}

/// Whether a text begins with an object or an array of JSON.
fn is_json(text: &str) -> bool {
    text.trim_ascii_start().strip_prefix(['{', '[']).is_some_and(begins_value)
}

/// Whether this follows an opening bracket of JSON.
pub(super) fn begins_value(rest: &str) -> bool {
    rest.trim_ascii_start().starts_with(['"', '\'', '{'])
}

/// Whether a text begins with an element of HTML that has attributes or is closed: `<title>`
/// alone may mean a placeholder.
pub(super) fn is_html(text: &str) -> bool {
    let before_quote = text.split('"').next().unwrap_or_default();
    matches!(markup(text), Some(Fault::Html)) && before_quote.contains(['/', '='])
}

/// HTML or XML, by the name of the first element.
fn markup(rest: &str) -> Option<Fault> {
    const HTML: &str = "!doctype html head body meta link title style script div section p span img \
        a h1 h2 h3 h4 h5 h6 ul ol li table blockquote pre code figure br \
        hr center strong b em article main header nav video";
    let name = rest.strip_prefix('<')?;
    if name.starts_with("?php") || name.starts_with("?=") {
        return Some(Fault::File("PHP"));
    }
    if name.starts_with("!--") {
        return Some(Fault::Html);
    }
    let end = name.find(|character: char| !character.is_ascii_alphanumeric() && character != '!');
    let name = &name[..end.unwrap_or(name.len())];
    if HTML.split(' ').any(|known| known.eq_ignore_ascii_case(name)) {
        return Some(Fault::Html);
    }
    let is_xml = rest.starts_with("<?xml") || rest.starts_with("<![") || !name.is_empty();
    is_xml.then_some(Fault::Xml)
}
