//! Messages say which: the character, the coordinate, the document.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use weixin_draft::{Language, check_json};

fn request(changes: &[(&str, Value)]) -> Value {
    let mut request = json!({"media_id": "M", "index": 0, "articles": {
        "title": "T", "content": "<p>x</p>", "thumb_media_id": "C"}});
    for (pointer, value) in changes {
        let (object, name) = pointer.rsplit_once('/').unwrap();
        request.pointer_mut(object).unwrap()[name] = value.clone();
    }
    request
}

#[test]
fn an_array_in_place_of_the_article_says_what_is_in_it() {
    let of = |articles: Value| request(&[("/articles", articles)]);
    let article = request(&[])["articles"].clone();
    assert_says(&of(json!([article])), "Remove the brackets", "请去掉方括号");
    assert_says(&of(json!([])), "this array is empty", "空数组");
}

/// The request has one violation, which says this in English and in Chinese.
#[track_caller]
fn assert_says(request: &Value, english: &str, chinese: &str) {
    let report = check_json(request.to_string().as_bytes());
    let [violation] = report.violations() else { panic!("{report}") };
    for (language, words) in [(Language::English, english), (Language::Chinese, chinese)] {
        let message = violation.message(language);
        assert!(message.contains(words), "{message}\nwanted: {words}");
        assert!(!message.contains(['{', '}']), "{message}");
    }
}

#[test]
fn a_media_id_says_which_character() {
    let of = |id: &str| request(&[("/media_id", json!(id))]);
    assert_says(&of(" M"), "begins with a blank (U+0020)", "以空格（U+0020）开头");
    assert_says(&of("M "), "ends with a blank (U+0020)", "以空格（U+0020）结尾");
    assert_says(&of("M\n"), "holds a line break (U+000A) at its end", "以换行（U+000A）结尾");
    assert_says(&of("\r\nM"), "begins with a line break (U+000D)", "以换行（U+000D）开头");
    assert_says(&of("草稿"), "holds 草 (U+8349) at character 1", "第 1 个字符是 草（U+8349）");
    assert_says(&of("ab c"), "holds U+0020 at character 3", "第 3 个字符是 U+0020");
    let cover = request(&[("/articles/thumb_media_id", json!(" "))]);
    assert_says(&cover, "begins with a blank", "以空格");
}

#[test]
fn what_is_no_media_id_is_said_to_be_what_it_is() {
    let of = |id: &str| request(&[("/articles/thumb_media_id", json!(id))]);
    assert_says(&of("https://mmbiz.qpic.cn/a/0"), "an address or a path", "网址或路径");
    assert_says(&of("cover.png"), "the name of a picture file", "图片文件名");
    assert_says(&of("310645245"), "a number", "这是数字");
    assert_says(&of("<MEDIA_ID>"), "a placeholder", "占位内容");
}

#[test]
fn a_wrong_type_says_what_to_write() {
    let of = |pointer: &str, value: Value| request(&[(pointer, value)]);
    let article = json!({"title": "T", "content": "<p>x</p>", "thumb_media_id": "C"});
    let info = |list: Value| {
        json!({"media_id": "M", "index": 0, "articles": {
            "article_type": "newspic", "title": "T", "content": "x",
            "image_info": {"image_list": list}}})
    };
    for (request, english, chinese) in [
        (of("/index", json!("0")), "Remove the quotes", "去掉引号"),
        (of("/index", json!("-1")), "Remove the quotes", "去掉引号"),
        (of("/index", json!("")), "without quotes", "不加引号"),
        (of("/index", json!("-")), "without quotes", "不加引号"),
        (of("/index", json!("first")), "without quotes", "不加引号"),
        (of("/index", json!(true)), "Write a whole number", "请填写整数"),
        (of("/index", json!(0.5)), "has a fraction", "小数部分"),
        (of("/index", json!(null)), "this is required", "此处必填"),
        (of("/articles", json!(null)), "this is required", "此处必填"),
        (of("/articles/author", json!(null)), "Leave the field out", "请省略该字段"),
        (of("/articles/author", json!(1)), "Put it in quotes", "加上引号"),
        (of("/articles/author", json!({})), "one of type object", "实际为对象"),
        (of("/articles/author", json!("1")), "", ""),
        (of("/articles/need_open_comment", json!(true)), "1 for true", "用 1 表示 true"),
        (of("/articles/cover_info", json!("{}")), "encoded twice", "编码了两次"),
        (of("/articles/cover_info", json!(" [1]")), "encoded twice", "编码了两次"),
        (of("/articles/cover_info", json!("1")), "but is one of type string", "实际为字符串"),
        (of("/articles", json!([article, article])), "Remove the brackets", "去掉方括号"),
        (of("/articles", json!([])), "this array is empty", "空"),
        (info(json!([null])), "Remove it from the array", "从数组中删除"),
        (info(json!(["I"])), "an entry of image_list", "image_list 的每一项"),
    ] {
        if english.is_empty() {
            assert!(check_json(request.to_string().as_bytes()).violations().is_empty());
        } else {
            assert_says(&request, english, chinese);
        }
    }
}

#[test]
fn one_of_a_kind_has_no_plural() {
    let of = |crop: &str| request(&[("/articles/pic_crop_1_1", json!(crop))]);
    assert_says(&of("0.5"), "this has 1 part joined by _", "用 _ 连接的部分有 1 个");
    assert_says(&of("0.5_1"), "this has 2 parts joined by _", "用 _ 连接的部分有 2 个");
}

/// Nouns that are counted in sentences.
const COUNTED: [&str; 19] = [
    "articles",
    "bytes",
    "characters",
    "digits",
    "drafts",
    "entries",
    "errors",
    "files",
    "fixes",
    "images",
    "items",
    "lines",
    "parts",
    "pictures",
    "places",
    "products",
    "requests",
    "rows",
    "warnings",
];

/// Sentences that are only said of more than one.
const OF_MANY: [&str; 8] = [
    "{found} digits after the point, at most {MAX_DECIMALS} are allowed",
    // The sandbox's record of an upload.
    "format!(\"({length} bytes)\")",
    "the draft has {count} articles: choose one",
    "the file has {count} articles, and one is sent",
    // The limit of answers.
    "The answer has more than {value} bytes",
    // None, or more than the most.
    "articles has {found} entries, and should have",
    "{text} ({length} characters in all)",
    "(_, count) => format!(\"{count} places: {}\"",
];

/// Words with a count that a noun in the plural always follows would say "1 characters".
/// A limit is a number that everybody knows.
#[test]
fn no_words_count_one_in_the_plural() {
    let mut wrong = Vec::new();
    each_source(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), &mut |path, text| {
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        for (number, line) in text.lines().enumerate().filter(|(_, line)| is_code(line)) {
            let counts_one = line.split('{').skip(1).any(|piece| {
                let Some((name, after)) = piece.split_once("} ") else { return false };
                let is_noun = |character: char| character.is_ascii_alphabetic();
                let noun = after.split(|character| !is_noun(character)).next().unwrap_or_default();
                let is_word = name.chars().all(|letter| is_noun(letter) || letter == '_');
                // `{s}` makes the plural where there is one.
                let has_ending = after[noun.len()..].starts_with('{');
                is_word && name != "limit" && COUNTED.contains(&noun) && !has_ending
            });
            if counts_one && !OF_MANY.iter().any(|known| line.contains(known)) {
                wrong.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Shows every file of Rust in the `src` of a crate.
fn each_source(directory: &Path, look: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        let is_left_out =
            path.ends_with("tests") || path.ends_with("benches") || path.ends_with("target");
        if path.is_dir() && !is_left_out {
            each_source(&path, look);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            look(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn a_control_character_is_named() {
    let of = |title: &str| request(&[("/articles/title", json!(title))]);
    assert_says(&of("春\u{7}天"), "U+0007, at character 2", "U+0007，是第 2 个字符");
    let content = request(&[("/articles/content", json!("<p>春\u{8}b\u{1}</p>"))]);
    assert_says(&content, "U+0008, at character 5", "U+0008，是第 5 个字符");
}

#[test]
fn an_address_says_which_blank() {
    let of = |address: &str| request(&[("/articles/content_source_url", json!(address))]);
    assert_says(&of(" https://a.cn/"), "begins with a blank (U+0020)", "以空格（U+0020）开头");
    assert_says(&of("https://a.cn/\u{a0}"), "ends with a blank (U+00A0)", "以空格（U+00A0）结尾");
    assert_says(&of("\nhttps://a.cn/"), "begins with a line break (U+000A)", "换行（U+000A）开头");
    assert_says(&of("https://a.cn/\n"), "a line break (U+000A) at its end", "换行（U+000A）结尾");
    assert_says(&of("https://a.cn/a b"), "(U+0020) at character 15", "第 15 个字符是空格");
}

#[test]
fn an_image_address_is_said_to_be_what_it_is() {
    let of = |address: &str| {
        request(&[("/articles/content", json!(format!("<img src=\"{address}\">")))])
    };
    assert_says(&of("{{cover}}"), "a placeholder, such as undefined", "模板占位符");
    assert_says(&of("__IMAGE_0__"), "a placeholder, such as undefined", "模板占位符");
    assert_says(&of("__pics__/a.png"), "a path without a host", "只是路径");
    assert_says(&of("[a](https://x.cn/a.png)"), "written in Markdown", "写成了 Markdown");
    assert_says(&of("C:/a.png"), "a file on your machine", "本机文件");
    assert_says(&of("data:image/png;base64,x"), "a data: address", "data: 形式");
    assert_says(
        &of("htps://mmbiz.qpic.cn/a"),
        "begins with a misspelt or missing https://",
        "写错或缺少",
    );
    assert_says(
        &of("https:/mmbiz.qpic.cn/a"),
        "begins with a misspelt or missing https://",
        "写错或缺少",
    );
    assert_says(&of("mmbiz.qpic.cn/a"), "begins with a misspelt or missing https://", "写错或缺少");
    assert_says(&of("[object Object]"), "a placeholder, such as undefined", "占位内容");
    assert_says(&of("https://"), "missing https:// or host", "主机名写错或缺少");
}

#[test]
fn a_crop_says_which_coordinate() {
    let of = |crop: &str| request(&[("/articles/pic_crop_235_1", json!(crop))]);
    assert_says(&of("0.1_0.2_900_0.5"), "x2 is 900, above 1", "x2 为 900，大于 1");
    assert_says(&of("0.1_0.2_0.9_0.2345678"), "y2 has 7 digits", "y2 有 7 位小数");
    assert_says(&of("0.1234567_0_1_0.12345678"), "2 of the coordinates", "有 2 个坐标");
    let several = of("0.1_0.2_900_2");
    assert_says(
        &several,
        "x2 is 900 (y2: 2), above 1. Divide pixels",
        "x2 为 900（y2：2），大于 1",
    );
    let percent = of("10_20_90_50");
    assert_says(&percent, "x1 is 10 (y1: 20, x2: 90, y2: 50), above 1. Divide percent", "百分数");
    assert_says(&of("0_0_1_50"), "y2 is 50, above 1. Divide", "y2 为 50，大于 1");
    assert_says(&of("0.5_0_0.5_1"), "x2 is 0.5, not above x1", "x2 为 0.5，不大于 x1");
    assert_says(&of("0_0.5_1_0.25"), "y2 is 0.25, not above y1", "y2 为 0.25，不大于 y1");
    assert_says(&of("1_1_0_0"), "neither x2 is above x1 nor y2 above y1", "y2 也不大于 y1");
    assert_says(&of("0_0_1"), "has 3 parts", "有 3 个");
    assert_says(&of("0_.5_1_+1"), "no plain decimal: y1, y2.", "不是十进制数：y1、y2。");
    assert_says(&of(".5_0_1_1"), "no plain decimal: x1. Write it as 0.5, not as .5", "不写 .5");
    assert_says(&of("0_0_1_1x"), "y2. Write digits and a point only", "y2。请只用数字");
    assert_says(&of("235_1"), "has 2 parts joined by _ where four belong", "有 2 个");
    let entry = |ratio: &str, x2: &str| {
        let crop = json!({"ratio": ratio, "x1": "0", "y1": "0", "x2": x2, "y2": "1"});
        request(&[("/articles/cover_info", json!({"crop_percent_list": [crop]}))])
    };
    assert_says(&entry("1_1", "1.5"), "x2 is 1.5, above 1", "x2 为 1.5");
    assert_says(&entry("1_1", "1."), "no plain decimal: x2. Write it as 0.5", "x2。请写成 0.5");
    assert_says(&entry("1_1", "0"), "x2 is 0, not above x1", "x2 为 0，不大于 x1");
    assert_says(&entry("1:1", "1"), "Write 1_1", "请写作 1_1");
    let digits = "9".repeat(400);
    assert_says(
        &of(&format!("0_0_{digits}_1")),
        "x2 is 999999999999999999999999…, above",
        "…，大于",
    );
}

#[test]
fn a_number_out_of_range_is_named() {
    assert_says(&request(&[("/index", json!(-1))]), "index is -1", "index 为 -1");
    assert_says(
        &request(&[("/index", json!(4_294_967_296_u64))]),
        "index is 4,294,967,296",
        "4,294,967,296",
    );
    let flag = request(&[("/articles/need_open_comment", json!(2))]);
    assert_says(&flag, "this is 2", "此处为 2");
    let flag = request(&[("/articles/need_open_comment", json!("true"))]);
    assert_says(&flag, "should be 0 or 1, but is text", "实际为文字");
    let of_type = |name: &str| request(&[("/articles/article_type", json!(name))]);
    assert_says(&of_type("news "), "ends with a blank (U+0020)", "以空格（U+0020）结尾");
    assert_says(&of_type("ne\u{200b}ws"), "this holds U+200B. Did you mean news?", "此处有 U+200B");
    assert_says(&request(&[("/articles/title", json!(" "))]), "only white space", "只有空白");
}

#[test]
fn a_document_is_said_to_be_what_it_is() {
    let item = json!({"title": "T", "content": "<p>x</p>", "url": "u"});
    let documents = [
        (
            json!({"news_item": [item], "update_time": 1}),
            "this is a draft of draft/get",
            "draft/get 应答中的草稿",
        ),
        (
            json!({"item": [{"media_id": "M"}], "total_count": 1}),
            "an answer of draft/batchget,",
            "draft/batchget 的应答",
        ),
        (
            json!({"media_id": "M", "content": {"news_item": [item]}}),
            "this is a draft of draft/get",
            "draft/get 应答中的草稿",
        ),
        (json!({"errcode": 40007, "errmsg": "x"}), "means: A media id", "含义：media_id 无效"),
        (json!({"errcode": 12345}), "errcode 12345", "errcode 12345"),
        (item.clone(), "this is a draft of draft/get", "draft/get 应答中的草稿"),
        (
            json!({"title": "T", "content": "x", "is_deleted": false}),
            "`weixin-draft convert --media-id ID`",
            "`weixin-draft convert --media-id ID`",
        ),
        (json!({"title": "T", "content": "x"}), "the fields of an article", "文章的字段"),
        (
            json!({"item": [], "total_count": 0, "item_count": 0}),
            "draft/batchget without drafts",
            "其中没有草稿",
        ),
        (
            request(&[("/articles/cover_info", json!([{"ratio": "1_1"}]))]),
            "an object whose crop_percent_list is the array",
            "作为其中的 crop_percent_list",
        ),
        (
            json!({"articles": [{"title": "T", "content": "x", "thumb_media_id": "C"}]}),
            "a body of draft/add",
            "draft/add 的请求体",
        ),
        (json!([request(&[])]), "an array of requests", "请求的数组"),
        (json!({"data": request(&[])}), "inside this member", "这个字段里面"),
        (
            json!({"id": 1, "params": {"arguments": request(&[])}}),
            "inside this member",
            "这个字段里面",
        ),
        (
            json!({"access_token": "T", "expires_in": 7200}),
            "with an access token",
            "获取 access_token",
        ),
        (json!({"name": "u", "arguments": request(&[]).to_string()}), "in a string", "字符串里面"),
        (json!({"media_id": "M", "item": []}), "an id or an address alone", "只有 ID 或地址"),
        (json!({"url": "u"}), "an id or an address alone", "只有 ID 或地址"),
        (json!({"errcode": 0, "errmsg": "ok"}), "the call succeeded", "调用已成功"),
        (json!({"publish_id": "1"}), "an answer of freepublish", "发布接口"),
        (json!({"item": [{"name": "n", "media_id": "M"}]}), "permanent material", "永久素材列表"),
        (json!({"foo": 1}), "has no field of a request", "没有请求的任何字段"),
        (request(&[("/articles/content", item.clone())]), "a whole article", "却是整篇文章"),
        (request(&[("/access_token", json!("T"))]), "belongs in the query", "查询参数"),
        (request(&[("/Index", json!(0))]), "is there already", "已经有了"),
        (request(&[("/title", json!("T"))]), "articles has it already", "articles 中已经有了"),
        (
            request(&[("/articles/content_url", json!("u"))]),
            "content_source_url?",
            "content_source_url？",
        ),
        (json!([item]), "an array of articles", "文章的数组"),
        (json!(request(&[]).to_string()), "encoded twice", "编码了两次"),
        (request(&[("/articles", json!("{\"title\": 1}"))]), "encoded twice", "编码了两次"),
        (
            request(&[(
                "/articles",
                json!({"articles": {"title": "T", "content": "x", "thumb_media_id": "C"}}),
            )]),
            "articles is inside articles",
            "又套了一层",
        ),
        (
            request(&[("/articles/auth\u{43E}r", json!("A"))]),
            "holds \u{43E} (U+043E). Did you mean author?",
            "是不是想写 author",
        ),
        (
            request(&[("/articles/article_type", json!("图片消息"))]),
            "Did you mean newspic?",
            "是不是想写 newspic？",
        ),
        (
            request(&[("/articles/content_source_url", json!("ftp://a.cn"))]),
            "begins with ftp:",
            "地址以 ftp: 开头",
        ),
        (request(&[("/articles/is_original", json!(1))]), "in the web console", "网页后台"),
    ];
    for (document, english, chinese) in documents {
        assert_says(&document, english, chinese);
    }
}

#[test]
fn a_list_in_the_place_of_its_object_is_told_where_it_belongs() {
    let lists = [
        (
            json!([{"image_media_id": "I"}]),
            "an object whose image_list is the array",
            "其中的 image_list",
        ),
        (json!([{"image_list": []}]), "is one of type array", "数组"),
    ];
    for (list, english, chinese) in lists {
        let newspic =
            json!({"article_type": "newspic", "title": "T", "content": "x", "image_info": list});
        assert_says(&json!({"media_id": "M", "index": 0, "articles": newspic}), english, chinese);
    }
}

#[test]
fn a_sign_that_is_told_stays_what_it_is_in_chinese() {
    for (text, sign) in [
        (r#"{"media_id": , "index": 0}"#, ",（U+002C）"),
        (r#"{"media_id", "M"}"#, ",（U+002C）"),
        (r#"{"media_id":: "M"}"#, ":（U+003A）"),
    ] {
        let report = check_json(text.as_bytes());
        let message = report.violations()[0].message(Language::Chinese);
        assert!(message.contains(sign), "{message}");
    }
}

#[test]
fn what_python_shows_is_told_apart_from_quotes_alone() {
    for (text, words) in [
        ("{'media_id': 'M', 'articles': {'digest': None}}", "json.dumps"),
        ("{'media_id': 'M', 'articles': {}}", "' (U+0027)"),
    ] {
        let report = check_json(text.as_bytes());
        let message = report.violations()[0].message(Language::English);
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn a_slip_of_the_author_or_the_program_is_told_as_one() {
    let of_author = request(&[("/articles/url", json!("https://example.cn/menu"))]);
    assert_says(&of_author, "as content_source_url", "写作 content_source_url");
    let of_server = request(&[("/articles/url", json!("https://mp.weixin.qq.com"))]);
    assert_says(&of_server, "draft/get answers with this field", "由 draft/get 返回");
    let of_program = json!({"media_id": "M", "index": 0, "articles": "{'title': 'T'}"});
    assert_says(&of_program, "json.dumps", "json.dumps");
}
