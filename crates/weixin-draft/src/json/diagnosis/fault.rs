//! What keeps a text from being JSON.

/// What keeps a text from being JSON, as somebody would say it who looks at it.
///
/// Words that a message repeats are known ones, never text of the payload.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    // The whole text.
    Empty,
    ByteOrderMark,
    /// In another encoding, of this name.
    Encoding(&'static str),
    /// Not UTF-8, because of this byte.
    NotUtf8(u8),
    /// Compressed or packed, by a format of this name.
    Packed(&'static str),
    /// A file of this format.
    File(&'static str),
    Html,
    Xml,
    Yaml,
    Markdown,
    CodeFence,
    FormData,
    Base64,
    UrlEncoded,
    /// Neither text nor a file that is known.
    Binary,
    PlainText,
    TextBeforeValue,
    MissingBraces,
    TooDeep,

    // A character that is not expected.
    Comment(&'static str),
    NeedlessComma,
    MissingComma,
    MissingColon,
    MissingValue,
    /// A look-alike of this character.
    LookAlike(&'static str),
    /// `=>` in place of a colon.
    Arrow,
    /// Strings that a program would join.
    Joined,
    /// Lines begin with this sign, as in quoted mail or in a diff.
    Marked(&'static str),
    /// Quotes as CSV has them in a field, or braces as f-strings have them.
    Doubled,
    /// Quotes written as references of HTML.
    HtmlEscaped,
    TripleQuotes,
    /// This mark of a merge conflict.
    MergeConflict(&'static str),
    Invisible,
    BareName,
    BareText,
    BareHtml,
    /// A value as programs show it: `u"x"`, `[object Object]`.
    OfProgram,
    /// A word of this spelling that other languages have for null, or for what is no number.
    OtherNull(&'static str),
    /// The same for true and false.
    OtherBoolean(&'static str),
    Template,
    Ellipsis,
    EscapedJson,
    UnescapedQuote,
    /// A closing bracket where this one is expected.
    OtherBracket(&'static str),
    NeedlessBracket,
    Unexpected,

    // After the value.
    OneRequestALine,
    AnotherValue,
    TextAfterValue,

    // Strings, numbers, and the end.
    LineBreakInString,
    TabInString,
    ControlInString,
    UnclosedString,
    /// A bracket that is never closed, and the one that closes it.
    UnclosedBracket(&'static str, &'static str),
    EndsEarly,
    BadEscape,
    /// A backslash at the end of a line.
    ContinuedLine,
    NeedlessEscape,
    BadUnicodeEscape,
    LoneSurrogate,
    LeadingZero,
    BadNumber,
}
