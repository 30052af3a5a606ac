//! The command's own words.

/// A text in the given language. Both stand side by side, so that neither can
/// be forgotten; placeholders and arguments are those of `format!`.
macro_rules! say {
    ($language:expr, $english:literal, $chinese:literal $(, $argument:expr)* $(,)?) => {
        match $language {
            ::weixin_draft::Language::English => format!($english $(, $argument)*),
            ::weixin_draft::Language::Chinese => format!($chinese $(, $argument)*),
        }
    };
}
