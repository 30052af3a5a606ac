//! What `invalid_json` says of each fault.

use crate::json::Fault;
use crate::report::Words;

/// What to say of a text that is not JSON; whether the value in which it stops being JSON can
/// be left out.
pub(super) fn words(fault: Fault, can_be_left_out: bool) -> &'static Words {
    match fault {
        Fault::Empty => &EMPTY,
        Fault::ByteOrderMark => &BYTE_ORDER_MARK,
        Fault::Encoding(_) => &ENCODING,
        Fault::NotUtf8(_) => &NOT_UTF8,
        Fault::Packed(_) => &PACKED,
        Fault::File(_) => &FILE,
        Fault::Html => &HTML,
        Fault::Xml => &XML,
        Fault::Yaml => &YAML,
        Fault::Markdown => &MARKDOWN,
        Fault::CodeFence => &CODE_FENCE,
        Fault::FormData => &FORM_DATA,
        Fault::Base64 => &BASE64,
        Fault::UrlEncoded => &URL_ENCODED,
        Fault::HtmlEscaped => &HTML_ESCAPED,
        Fault::MergeConflict(_) => &MERGE_CONFLICT,
        Fault::TripleQuotes => &TRIPLE_QUOTES,
        Fault::Binary => &BINARY,
        Fault::PlainText => &PLAIN_TEXT,
        Fault::TextBeforeValue => &TEXT_BEFORE_VALUE,
        Fault::MissingBraces => &MISSING_BRACES,
        Fault::TooDeep => &TOO_DEEP,
        Fault::Comment(_) => &COMMENT,
        Fault::NeedlessComma => &NEEDLESS_COMMA,
        Fault::MissingComma => &MISSING_COMMA,
        Fault::MissingColon => &MISSING_COLON,
        Fault::MissingValue => &MISSING_VALUE,
        Fault::LookAlike(_) => &LOOK_ALIKE,
        Fault::Arrow => &ARROW,
        Fault::Joined => &JOINED,
        Fault::Marked(_) => &MARKED,
        Fault::Doubled => &DOUBLED,
        Fault::Invisible => &INVISIBLE,
        Fault::BareName => &BARE_NAME,
        Fault::BareText => &BARE_TEXT,
        Fault::BareHtml => &BARE_HTML,
        Fault::OfProgram => &OF_PROGRAM,
        Fault::OtherNull(_) if can_be_left_out => &OTHER_NULL,
        Fault::OtherNull(_) => &REQUIRED_NULL,
        Fault::OtherBoolean(..) => &OTHER_BOOLEAN,
        Fault::Template => &TEMPLATE,
        Fault::Ellipsis => &ELLIPSIS,
        Fault::EscapedJson => &ESCAPED_JSON,
        Fault::UnescapedQuote => &UNESCAPED_QUOTE,
        Fault::OtherBracket(_) => &OTHER_BRACKET,
        Fault::NeedlessBracket => &NEEDLESS_BRACKET,
        Fault::Unexpected => &UNEXPECTED,
        Fault::OneRequestALine => &ONE_REQUEST_ALINE,
        Fault::AnotherValue => &ANOTHER_VALUE,
        Fault::TextAfterValue => &TEXT_AFTER_VALUE,
        Fault::LineBreakInString => &LINE_BREAK_IN_STRING,
        Fault::TabInString => &TAB_IN_STRING,
        Fault::ControlInString => &CONTROL_IN_STRING,
        Fault::UnclosedString => &UNCLOSED_STRING,
        Fault::UnclosedBracket(..) => &UNCLOSED_BRACKET,
        Fault::EndsEarly => &ENDS_EARLY,
        Fault::BadEscape => &BAD_ESCAPE,
        Fault::ContinuedLine => &CONTINUED_LINE,
        Fault::NeedlessEscape => &NEEDLESS_ESCAPE,
        Fault::BadUnicodeEscape => &BAD_UNICODE_ESCAPE,
        Fault::LoneSurrogate => &LONE_SURROGATE,
        Fault::LeadingZero => &LEADING_ZERO,
        Fault::BadNumber => &BAD_NUMBER,
    }
}

pub(super) static EMPTY: Words = Words {
    en: "the body is empty. Send an object with media_id, index and articles.",
    zh: "请求体为空。请发送包含 media_id、index、articles 的对象。",
};
static BYTE_ORDER_MARK: Words = Words {
    en: "the body begins with a byte order mark ({found}). Save or encode it as UTF-8 without one.",
    zh: "请求体以 BOM（字节顺序标记，{found}）开头。请使用不带 BOM 的 UTF-8 编码。",
};
static ENCODING: Words = Words {
    en: "the body is encoded in {name}. Encode it as UTF-8, without a byte order mark.",
    zh: "请求体采用 {name} 编码。请改用不带 BOM 的 UTF-8 编码。",
};
static NOT_UTF8: Words = Words {
    en: "the body is not UTF-8: the byte {found} cannot be here. Encode it as UTF-8; GBK and other encodings are not accepted.",
    zh: "请求体不是合法的 UTF-8：此处不能有字节 {found}。请用 UTF-8 编码，不接受 GBK 等其他编码。",
};
static PACKED: Words = Words {
    en: "this is data packed with {name}, not JSON. Unpack it first.",
    zh: "这是 {name} 压缩数据，不是 JSON。请先解压。",
};
pub(super) static FILE: Words = Words {
    en: "this is a {name} file, not JSON. Send an object with media_id, index and articles.",
    zh: "这是 {name} 文件，不是 JSON。请发送包含 media_id、index、articles 的对象。",
};
static HTML: Words = Words {
    en: "this is HTML, not JSON. In a request, HTML is the string content inside articles; `check --content` checks it alone.",
    zh: "这是 HTML，不是 JSON。请求中的 HTML 应写在 articles 的 content 字符串里；单独检查 HTML 请用 `check --content`。",
};
pub(super) static XML: Words = Words {
    en: "this is XML, not JSON. Send a JSON object with media_id, index and articles.",
    zh: "这是 XML，不是 JSON。请发送包含 media_id、index、articles 的 JSON 对象。",
};
static YAML: Words = Words {
    en: "this is YAML, not JSON. Convert it to JSON.",
    zh: "这是 YAML，不是 JSON。请转换为 JSON。",
};
static MARKDOWN: Words = Words {
    en: "this is Markdown, not JSON. Convert it to HTML, which is the string content inside articles.",
    zh: "这是 Markdown，不是 JSON。请先转换为 HTML，再写入 articles 的 content 字符串。",
};
static CODE_FENCE: Words = Words {
    en: "this is a code fence of Markdown (```). Send the JSON between the fences alone.",
    zh: "这是 Markdown 的代码围栏（```）。请只发送围栏之间的 JSON。",
};
pub(super) static FORM_DATA: Words = Words {
    en: "this is form data (name=value), not JSON. Send a JSON object with media_id, index and articles.",
    zh: "这是表单数据（name=value），不是 JSON。请发送包含 media_id、index、articles 的 JSON 对象。",
};
static BASE64: Words = Words {
    en: "this is Base64, not JSON. Decode it, and send the JSON that it holds.",
    zh: "这是 Base64 编码的数据，不是 JSON。请先解码，再发送其中的 JSON。",
};
static URL_ENCODED: Words = Words {
    en: "this is URL-encoded text, not JSON. Decode it, and send the JSON that it holds.",
    zh: "这是 URL 编码的文字，不是 JSON。请先解码，再发送其中的 JSON。",
};
static HTML_ESCAPED: Words = Words {
    en: "quotes are written as HTML writes them (&quot;). Decode the HTML, and send plain JSON.",
    zh: "引号写成了 HTML 实体（&quot;）。请先还原，再发送 JSON。",
};
static MERGE_CONFLICT: Words = Words {
    en: "this is the mark of a merge conflict ({name}). Choose one of the two versions, and remove the marks.",
    zh: "这是合并冲突的标记（{name}）。请保留其中一个版本，并删除标记。",
};
static TRIPLE_QUOTES: Words = Words {
    en: "JSON has no strings in three quotes. Use one double quote on each side, and \\n for line breaks.",
    zh: "JSON 没有三引号字符串。两边请各用一个双引号，换行写作 \\n。",
};
pub(super) static BINARY: Words = Words {
    en: "this is binary data, not JSON. Send an object with media_id, index and articles.",
    zh: "这是二进制数据，不是 JSON。请发送包含 media_id、index、articles 的对象。",
};
pub(super) static PLAIN_TEXT: Words = Words {
    en: "this is plain text, not JSON. Send an object with media_id, index and articles.",
    zh: "这是纯文本，不是 JSON。请发送包含 media_id、index、articles 的对象。",
};
static TEXT_BEFORE_VALUE: Words = Words {
    en: "there is text in front of the JSON. Send the JSON alone, from its first bracket.",
    zh: "JSON 前面还有文字。请从第一个括号开始，只发送 JSON。",
};
static MISSING_BRACES: Words = Words {
    en: "these are members of an object without the object. Put { in front of the first and } after the last.",
    zh: "这里只有对象的成员，没有对象本身。请在最前面加 {，最后面加 }。",
};
static TOO_DEEP: Words = Words {
    en: "nested deeper than {limit} levels; a draft needs five. Remove the needless nesting.",
    zh: "嵌套超过 {limit} 层，而草稿请求只需要五层。请去掉多余的嵌套。",
};
static COMMENT: Words = Words {
    en: "this is a comment ({name}), and JSON has none. Remove it.",
    zh: "这是注释（{name}），JSON 不支持注释。请删除。",
};
static NEEDLESS_COMMA: Words = Words {
    en: "there is one comma too many. Remove it.",
    zh: "多了一个逗号。请删除。",
};
static MISSING_COMMA: Words =
    Words { en: "a comma is missing here. Add it.", zh: "此处缺少逗号。请补上。" };
static MISSING_COLON: Words = Words {
    en: "a colon is missing here, between name and value. Add it.",
    zh: "此处的字段名和值之间缺少冒号。请补上。",
};
static MISSING_VALUE: Words = Words {
    en: "a value is missing before {found}. Write it, or remove the name.",
    zh: "{found} 前面缺少值。请补上值，或删除字段名。",
};
static LOOK_ALIKE: Words = Words {
    en: "{found} is wrong here. Write {name} in its place.",
    zh: "此处不应是 {found}。请改为半角的 {name}。",
};
static ARROW: Words = Words {
    en: "=> is PHP or Ruby, not JSON. Write a colon (:) between name and value.",
    zh: "=> 是 PHP 或 Ruby 的写法，不是 JSON。字段名和值之间请用冒号（:）。",
};
static JOINED: Words = Words {
    en: "strings are joined here as in programs, which JSON cannot do. Write one string.",
    zh: "这是程序中拼接字符串的写法，JSON 不支持。请写成一个字符串。",
};
static MARKED: Words = Words {
    en: "lines begin with {name}, as in quoted mail or a diff. Remove it from each line.",
    zh: "各行以 {name} 开头，像是引用的邮件或 diff。请从每行去掉。",
};
static DOUBLED: Words = Words {
    en: "{found} is doubled, as in CSV or an f-string. Remove one of each pair.",
    zh: "{found} 写成了两个（CSV 或 f-string 的写法）。请各去掉一个。",
};
static INVISIBLE: Words = Words {
    en: "there is an invisible character, {found}. Remove it, or write a plain space.",
    zh: "此处有不可见字符 {found}。请删除，或改为普通空格。",
};
static BARE_NAME: Words = Words {
    en: "this name has no quotes. Put it into double quotes.",
    zh: "字段名没有加引号。请加上双引号。",
};
static BARE_TEXT: Words = Words {
    en: "this text has no quotes. Put it into double quotes; for a variable's name, write its value.",
    zh: "这段文字没有加引号。请加上双引号；若是变量名，请改为变量的值。",
};
static BARE_HTML: Words = Words {
    en: "this HTML has no quotes. Put it into double quotes, and write a quote inside as \\\".",
    zh: "HTML 没有加引号。请加上双引号，其中的双引号写作 \\\"。",
};
pub(super) static OF_PROGRAM: Words = Words {
    en: "this is how Python or JavaScript shows a value. Make JSON with json.dumps or JSON.stringify.",
    zh: "这是 Python 或 JavaScript 显示值的写法。请用 json.dumps 或 JSON.stringify 生成 JSON。",
};
static OTHER_NULL: Words = Words {
    en: "{name} is not JSON. Write a value, or leave the field out.",
    zh: "{name} 不是 JSON。请填写实际的值，或省略该字段。",
};
static REQUIRED_NULL: Words = Words {
    en: "{name} is not JSON, and a value is required here. Write it, and look where your program loses it.",
    zh: "{name} 不是 JSON，而此处必须有值。请填写，并检查程序在哪里丢失了它。",
};
static OTHER_BOOLEAN: Words = Words {
    en: "{name} is not JSON. Write 1 for yes and 0 for no, as draft_update does.",
    zh: "{name} 不是 JSON。接口用 1 表示是，0 表示否，请据此填写。",
};
static TEMPLATE: Words = Words {
    en: "{found} begins a template or placeholder that was not filled in. Put the value in its place.",
    zh: "{found} 是未替换的模板或占位符的开头。请换成实际的值。",
};
static ELLIPSIS: Words = Words {
    en: "there is an ellipsis, as in examples. Write what belongs here, or remove it.",
    zh: "此处是示例中的省略号。请写上实际内容，或删除。",
};
static ESCAPED_JSON: Words = Words {
    en: "there is a backslash outside of a string: the JSON was escaped. Remove the backslashes before its quotes.",
    zh: "字符串之外有反斜杠：JSON 被多转义了一次。请去掉引号前的反斜杠。",
};
static UNESCAPED_QUOTE: Words = Words {
    en: "this quote ends the string, and the text goes on after it. Write a quote inside a string as \\\".",
    zh: "这个引号提前结束了字符串，而后面还有文字。字符串中的双引号请写作 \\\"。",
};
static OTHER_BRACKET: Words = Words {
    en: "{found} closes what is not open; {name} is expected first. Correct the brackets.",
    zh: "{found} 没有对应的开括号，此处应先有 {name}。请改正括号。",
};
static NEEDLESS_BRACKET: Words = Words {
    en: "{found} closes nothing: there is one bracket too many. Remove it.",
    zh: "{found} 没有对应的开括号，多了一个括号。请删除。",
};
static UNEXPECTED: Words = Words {
    en: "{found} cannot be here in JSON. Write the body with a JSON library.",
    zh: "按 JSON 语法，此处不能有 {found}。请用 JSON 库生成请求体。",
};
static ONE_REQUEST_ALINE: Words = Words {
    en: "another JSON value follows on a new line. Send one request at a time; a file with one request a line is checked with --ndjson.",
    zh: "换行之后还有一个 JSON 值。请每次只发送一个请求；每行一个请求的文件请用 --ndjson 检查。",
};
static ANOTHER_VALUE: Words = Words {
    en: "another JSON value follows. Send one request at a time.",
    zh: "后面还有一个 JSON 值。请每次只发送一个请求。",
};
static TEXT_AFTER_VALUE: Words = Words {
    en: "something follows the JSON, beginning with {found}. Remove it.",
    zh: "JSON 之后还有内容，以 {found} 开头。请删除。",
};
static LINE_BREAK_IN_STRING: Words = Words {
    en: "there is a line break ({found}) in a string. Write it as \\n.",
    zh: "字符串中有换行（{found}）。请写作 \\n。",
};
static TAB_IN_STRING: Words = Words {
    en: "there is a tab ({found}) in a string. Write it as \\t.",
    zh: "字符串中有制表符（{found}）。请写作 \\t。",
};
static CONTROL_IN_STRING: Words = Words {
    en: "there is a control character, {found}, in a string. Remove it.",
    zh: "字符串中有控制字符 {found}。请删除。",
};
static UNCLOSED_STRING: Words = Words {
    en: "the string that begins here is never closed. Add its closing quote; if there is one, check whether the body was cut off.",
    zh: "从这里开始的字符串没有结束。请补上后引号；若原文有，请检查请求体是否被截断。",
};
static UNCLOSED_BRACKET: Words = Words {
    en: "this {found} is never closed. Add {name}; if there is one, check whether the body was cut off.",
    zh: "这个 {found} 没有闭合。请补上 {name}；若原文有，请检查请求体是否被截断。",
};
static ENDS_EARLY: Words = Words {
    en: "the body ends in the middle of a value. Check whether it was cut off.",
    zh: "文本在值的中途结束。请检查请求体是否被截断。",
};
static BAD_ESCAPE: Words = Words {
    en: "JSON has no escape of {found}. Write a backslash itself as \\\\.",
    zh: "JSON 没有 {found} 的转义。反斜杠本身请写作 \\\\。",
};
static CONTINUED_LINE: Words = Words {
    en: "a backslash does not continue a string on the next line. Remove it and the line break.",
    zh: "反斜杠不能把字符串续到下一行。请删除它和换行。",
};
static NEEDLESS_ESCAPE: Words = Words {
    en: "JSON has no escape of {found}. Remove the backslash before it.",
    zh: "JSON 中 {found} 不需要转义。请去掉前面的反斜杠。",
};
static BAD_UNICODE_ESCAPE: Words = Words {
    en: "after \\u there are not four hexadecimal digits. Write them, as in \\u4e2d, or the character itself.",
    zh: "\\u 后面不是四位十六进制数字。请写全，例如 \\u4e2d，或直接写字符。",
};
static LONE_SURROGATE: Words = Words {
    en: "half a character, a lone surrogate. Do not cut text between UTF-16 units.",
    zh: "只有半个字符（落单的代理项）。请勿从 UTF-16 编码单元中间截断文本。",
};
static LEADING_ZERO: Words = Words {
    en: "a number in JSON has no leading zero. Remove it; an id or a crop is a string, in double quotes.",
    zh: "JSON 数字不能有前导零。请去掉；ID 和裁剪坐标是字符串，要加双引号。",
};
static BAD_NUMBER: Words = Words {
    en: "this is not a number in JSON. Write digits only, or put a text into double quotes.",
    zh: "不是合法的 JSON 数字。请只写数字；若是文字，请加双引号。",
};
