//! What Python can hold and JSON cannot say.

use weixin_draft::Language;

/// Why a value has no place in JSON. It quotes nothing but names of types.
#[derive(Clone, Debug)]
pub(crate) enum Unwritable {
    /// NaN or an infinity.
    NotFinite,
    /// An integer of more than 4,300 digits, which Python itself does not write.
    HugeInteger,
    /// A dict's key of this type.
    Key(String),
    /// A value of this type.
    Value(String),
    /// Half a character, or too deep: JSON text can have these faults too, and
    /// the core's words fit.
    AsText,
}

impl Unwritable {
    /// One or two sentences: what is wrong, and what to do. `None` where the
    /// core's words fit.
    pub(crate) fn message(&self, language: Language) -> Option<String> {
        let english = language == Language::English;
        Some(match self {
            Unwritable::NotFinite if english => {
                "NaN and infinity are no numbers in JSON. Send a number, or leave the field out."
                    .to_owned()
            }
            Unwritable::NotFinite => {
                "JSON 中没有 NaN 和无穷大。请填写数字，或去掉此字段。".to_owned()
            }
            Unwritable::HugeInteger if english => {
                "an integer of more than 4,300 digits cannot be written. Send a smaller number."
                    .to_owned()
            }
            Unwritable::HugeInteger => "超过 4,300 位的整数无法写出。请填写较小的数字。".to_owned(),
            Unwritable::Key(name) if english => {
                format!("a key of type {name}: names in JSON are strings. Convert it with str().")
            }
            Unwritable::Key(name) => {
                format!("键的类型是 {name}，而 JSON 的键必须是字符串。请用 str() 转换。")
            }
            Unwritable::Value(name) if english => format!(
                "JSON has no value for the type {name}. Convert it to a string, a number, a list \
                 or a dict first."
            ),
            Unwritable::Value(name) => {
                format!("JSON 无法表示 {name} 类型的值。请先转换为字符串、数字、列表或字典。")
            }
            Unwritable::AsText => return None,
        })
    }
}
