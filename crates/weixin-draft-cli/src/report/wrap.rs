//! Lines that fit a terminal.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_linebreak::linebreaks;

/// Narrower terminals get lines that are too long, not a column of syllables.
const MIN_WIDTH: usize = 20;

/// Breaks a text into lines of at most `width` columns, where its words and the rules
/// of its script allow it. The first line is preceded by `first`, the others by `rest`.
/// Without a width it stays on one line.
pub(crate) fn wrap(text: &str, width: Option<usize>, first: &str, rest: &str) -> String {
    let Some(width) = width else { return format!("{first}{text}") };
    let options = Options::new(width.max(MIN_WIDTH))
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    textwrap::fill(text, options)
}

/// The parts of a line that may be torn apart, as Unicode has it (UAX 14), but for what people
/// copy: options such as `--unsafe-fixes`, endpoints such as draft/add, addresses.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut start = 0;
    let ends = linebreaks(line).map(|(end, _)| end);
    let ends = ends.filter(|end| *end == line.len() || !line[..*end].ends_with(['-', '/']));
    Box::new(ends.map(move |end| {
        let word = Word::from(&line[start..end]);
        start = end;
        word
    }))
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn words_and_chinese_punctuation_stay_whole() {
        let shown = wrap("the content holds an image of another host", Some(24), "  ", "    ");
        assert_eq!(shown, "  the content holds an\n    image of another\n    host");
        let shown = wrap("8 fixable with --unsafe-fixes", Some(20), "", "");
        assert_eq!(shown, "8 fixable with\n--unsafe-fixes");
        let shown = wrap("正文包含站外图片，会被丢弃。请用 uploadimg 上传。", Some(20), "", "  ");
        assert_eq!(shown, "正文包含站外图片，会\n  被丢弃。请用\n  uploadimg 上传。");
    }
}
