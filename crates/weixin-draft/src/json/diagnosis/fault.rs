//! What keeps a text from being JSON.

/// What keeps a text from being JSON, as somebody would say it who looks at it.
///
/// Words that a message repeats are known ones, never text of the payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    // The whole text.
    Empty,
    ByteOrderMark,
    /// In another encoding, of this name.
    Encoding(&'static str),
    /// Not UTF-8, because of this byte.
    NotUtf8(u8),
    /// UTF-8 whose last character is not all there.
    CutCharacter,
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
    TrailingComma(&'static str),
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
    Quote,
    /// Quotes written as references of HTML.
    HtmlEscaped,
    TripleQuotes,
    /// This mark of a merge conflict.
    MergeConflict(&'static str),
    Invisible,
    BareName,
    BareText,
    /// A word of this spelling that other languages have for null.
    OtherNull(&'static str),
    /// The same for true and false.
    OtherBoolean(&'static str),
    NotANumber(&'static str),
    Template,
    Ellipsis,
    EscapedJson,
    UnescapedQuote,
    CurlyQuote,
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
    NeedlessEscape,
    BadUnicodeEscape,
    LoneSurrogate,
    LeadingZero,
    PlusSign,
    BarePoint,
    Hexadecimal,
    BadNumber,
}
