//! What to say of white space around a value that has none.

use crate::report::Words;

static BEGINS_WITH_BLANK: Words = Words {
    en: "this begins with a blank ({found}). Remove it.",
    zh: "此处以空格（{found}）开头。请去掉。",
};
static ENDS_WITH_BLANK: Words = Words {
    en: "this ends with a blank ({found}). Remove it.",
    zh: "此处以空格（{found}）结尾。请去掉。",
};
static BEGINS_WITH_LINE_BREAK: Words = Words {
    en: "this begins with a line break ({found}). Remove it.",
    zh: "此处以换行（{found}）开头。请去掉。",
};
static ENDS_WITH_LINE_BREAK: Words = Words {
    en: "this holds a line break ({found}) at its end. Remove it.",
    zh: "此处以换行（{found}）结尾。请去掉。",
};

/// The words for the character at a position, from 0, if it is white space with which the
/// text begins or ends.
#[cold]
pub(super) fn outer_blank(text: &str, position: usize) -> Option<&'static Words> {
    let mut rest = text.chars().skip(position);
    let first = rest.next().filter(|first| first.is_whitespace())?;
    let is_break = matches!(first, '\n' | '\r');
    match (position, is_break) {
        (0, true) => Some(&BEGINS_WITH_LINE_BREAK),
        (0, false) => Some(&BEGINS_WITH_BLANK),
        _ if !rest.all(char::is_whitespace) => None,
        (_, true) => Some(&ENDS_WITH_LINE_BREAK),
        (_, false) => Some(&ENDS_WITH_BLANK),
    }
}
