//! Contents made of pieces that rules on contents ask for.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;

/// Whole elements, tags without their other half, and texts.
const PIECES: [&str; 66] = [
    "春季菜单",
    " ",
    "\n",
    "a & b < c",
    "&lt;b&gt;",
    "&amp;lt;",
    "&#60;i>",
    "&",
    "<",
    "amp;",
    "p>",
    "ç®¡ç®¡",
    "\u{1}",
    "???",
    "<p>",
    "</p>",
    "<p>春</p>",
    "<br>",
    "<div style=\"position:absolute\">",
    "</div>",
    "<section>",
    "</section>",
    "<b>",
    "</b>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<ul>\n <li>a</li> <!-- b --> <li>c</li>\n</ul>",
    "<p style=\"text-align:start\">春</p>",
    "<p style=\"caret-color:rgba(0,0,0,0)\">春</p>",
    "<p style=“color:red”>春</p>",
    "<a href=\"#a\">",
    "<a href=\"https://example.com/?a=1&amp;b=2\">",
    "<a href='https://example.com/'>",
    "<a href=\"https://example.com/\">example.com</a>",
    "<a href=\"https://mp.weixin.qq.com/?tempkey=1\">",
    "<a href=\" java\nscript:alert(1)\" href=\"https://example.com/\">",
    "<a href=javascript:x title=a>",
    "</a>",
    "<p onclick=\"a\"class=b>",
    "<p  onclick=a onload='b' >",
    "<img onerror=a/>",
    "<script>a<b</script>",
    "<script src=\"a\"/>",
    "<script>",
    "</script>",
    "<svg>",
    "<svg><script>a<b onclick=c>d</b></script></svg>",
    "<svg><script/><title>a</title><style>b</style></svg>",
    "<svg><rect><animate begin=\"touchstart\"></animate></rect></svg>",
    "</svg>",
    "<!DOCTYPE html>\n",
    "<html>\n<head><meta charset=utf-8><title>a&amp;b</title></head>\n<body>\n",
    "<title>",
    "</title>",
    "</body></html>",
    "<style>p{}</style>",
    "<textarea>&lt;</textarea>",
    "<!-- a -->",
    "<img src=\"data:,\" data-src=\"https://mmbiz.qpic.cn/a\">",
    "<img src=a.png data-original='https://mmbiz.qpic.cn/a?b=\"c\"'alt=d>",
    "<img src=\"https://example.com/a.png\">",
    "<mp-common-product data-windowproduct=\"a\"></mp-common-product>",
    "<table><tr><td>a</td><td>b</td></tr></table>",
    "<p title=\"a",
];

/// A content of some pieces.
pub(super) fn content() -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES.to_vec()), 1..9).prop_map(|pieces| pieces.concat())
}

/// The text of a request with such a content, in one spelling or another.
pub(super) fn request() -> impl Strategy<Value = String> {
    (content(), any::<bool>(), any::<bool>()).prop_map(|(content, is_news, escapes)| {
        let content = serde_json::to_string(&content).unwrap();
        let content = if escapes { escaped(&content) } else { content };
        let rest = if is_news {
            r#""thumb_media_id": "C""#
        } else {
            r#""article_type": "newspic", "image_info": {"image_list": [{"image_media_id": "I"}]}"#
        };
        format!(
            r#"{{"media_id": "M", "index": 0, "articles": {{"title": "T", "content": {content}, {rest}}}}}"#
        )
    })
}

/// As Python and Go write JSON by default: ASCII alone, and `<`, `>` and `&` as escapes.
fn escaped(json: &str) -> String {
    let mut escaped = String::new();
    for character in json.chars() {
        if character.is_ascii() && !"<>&".contains(character) {
            escaped.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(escaped, "\\u{unit:04x}").unwrap();
            }
        }
    }
    escaped
}
