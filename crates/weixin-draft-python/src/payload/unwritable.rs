//! What Python can hold and JSON cannot say.

use weixin_draft::{Language, Words};

/// Why a value has no place in JSON. It quotes nothing but names of types.
#[derive(Clone, Debug)]
pub(crate) enum Unwritable {
    /// NaN or an infinity.
    NotFinite,
    /// An integer of more than 4,300 digits, which Python itself does not write.
    HugeInteger,
    /// Half a character.
    LoneSurrogate,
    /// A dict's key of this type.
    Key(String),
    /// A value of this type.
    Value(String),
    /// A value of this type, whose own code raised an exception of this type.
    Raised(String, String),
    /// Too deep: JSON text can have this fault too, and the core's words fit.
    AsText,
}

impl Unwritable {
    /// One or two sentences: what is wrong, and what to do. `None` where the
    /// core's words fit.
    pub(crate) fn message(&self, language: Language) -> Option<String> {
        let words = match self {
            Unwritable::NotFinite => Words {
                en: "NaN and infinity are no numbers in JSON. Send a number, or leave the field out.",
                zh: "JSON 中没有 NaN 和无穷大。请填写数字，或去掉此字段。",
            },
            Unwritable::HugeInteger => Words {
                en: "an integer of more than 4,300 digits cannot be written. Send a smaller number.",
                zh: "超过 4,300 位的整数无法写出。请填写较小的数字。",
            },
            Unwritable::LoneSurrogate => Words {
                en: "the text holds half a character (a lone surrogate). Cut texts between characters, or decode them with errors=\"replace\".",
                zh: "文本中有半个字符（孤立的代理码位）。请在字符之间截断文本，或用 errors=\"replace\" 解码。",
            },
            Unwritable::Key(_) => Words {
                en: "a key of type {type}: names in JSON are strings. Convert it with str().",
                zh: "键的类型是 {type}，而 JSON 的键必须是字符串。请用 str() 转换。",
            },
            Unwritable::Value(_) => Words {
                en: "JSON has no value for the type {type}. Convert it to a string, a number, a list or a dict first.",
                zh: "JSON 无法表示 {type} 类型的值。请先转换为字符串、数字、列表或字典。",
            },
            Unwritable::Raised(..) => Words {
                en: "a value of the type {type} could not be read: it raised {raised}. Convert it to plain data first.",
                zh: "{type} 类型的值无法读取：读取时抛出了 {raised}。请先转换为普通数据。",
            },
            Unwritable::AsText => return None,
        };
        let message = words.get(language);
        Some(match self {
            Unwritable::Key(name) | Unwritable::Value(name) => message.replace("{type}", name),
            Unwritable::Raised(name, raised) => {
                message.replace("{type}", name).replace("{raised}", raised)
            }
            _ => message.to_owned(),
        })
    }
}
