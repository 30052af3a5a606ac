//! The requests that are measured, the same in every run.

mod floor;
mod peer;

use std::fmt::{self, Write as _};

pub(crate) use floor::floor;
pub(crate) use peer::peer;

/// A request to be measured.
#[derive(Clone, Copy)]
pub(crate) enum Load {
    /// A small news article.
    SmallNews,
    /// A typical news article: 15,000 characters of Chinese HTML, 15 images.
    TypicalNews,
    /// The same with every character outside ASCII escaped.
    EscapedNews,
    /// A picture message: 20 images, 3 crops, a product.
    Pictures,
    /// A content of 1 MB.
    LargeNews,
    /// 25 violations.
    Mistakes,
}

impl Load {
    pub(crate) const ALL: [Load; 6] = [
        Load::SmallNews,
        Load::TypicalNews,
        Load::EscapedNews,
        Load::Pictures,
        Load::LargeNews,
        Load::Mistakes,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Load::SmallNews => "W1",
            Load::TypicalNews => "W2",
            Load::EscapedNews => "W2e",
            Load::Pictures => "W3",
            Load::LargeNews => "W4",
            Load::Mistakes => "W5",
        }
    }

    pub(crate) fn body(self) -> Vec<u8> {
        match self {
            Load::SmallNews => news(&html(1, 1)),
            Load::TypicalNews => news(&html(48, 15)),
            Load::EscapedNews => escaped(&news(&html(48, 15))),
            Load::Pictures => pictures(),
            Load::LargeNews => news(&html(1_500, 200)),
            Load::Mistakes => MISTAKES.as_bytes().to_vec(),
        }
    }
}

impl fmt::Display for Load {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Numbers that look random and are the same in every run.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Paragraphs as editors write them, images in between.
fn html(paragraphs: u64, images: u64) -> String {
    let characters: Vec<char> =
        "春天的菜单从周一开始供应我们准备了新鲜的时令蔬菜和本地小麦面包欢迎带着家人朋友一起来品尝，。！".chars().collect();
    let mut sequence = Sequence(20_261_123);
    let mut html = String::from("<section>");
    for paragraph in 0..paragraphs {
        html.push_str(r#"<p style="color: rgb(63, 63, 63); line-height: 1.75em;">"#);
        let length = if paragraphs == 1 { 10 } else { 150 + sequence.below(100) };
        for _ in 0..length {
            let index = usize::try_from(sequence.below(characters.len() as u64)).unwrap_or(0);
            html.push(characters[index]);
        }
        html.push_str("</p>\n");
        if paragraph % paragraphs.div_ceil(images) == 0 {
            let key = sequence.below(1_000_000_000);
            let _ = write!(
                html,
                r#"<p style="text-align: center;"><img class="rich_pages" data-ratio="0.6" data-src="https://mmbiz.qpic.cn/mmbiz_png/{key}/640?wx_fmt=png&amp;from=appmsg" style="width: 677px;"></p>"#
            );
        }
    }
    html + "</section>"
}

fn news(content: &str) -> Vec<u8> {
    let body = serde_json::json!({"media_id": "Jr8zXx0cQwk9l1TQ2mQ3vYwT5Q8bF7uR", "index": 0, "articles": {
        "article_type": "news", "title": "春季菜单", "author": "厨房", "digest": "周一开始供应",
        "content": content, "content_source_url": "https://example.com/menu",
        "thumb_media_id": "Jr8zXx0cQwk9l1TQ2mQ3vZb1", "need_open_comment": 1, "only_fans_can_comment": 0,
        "pic_crop_235_1": "0_0.1_1_0.6", "pic_crop_1_1": "0.25_0_0.75_1"}});
    serde_json::to_vec(&body).unwrap_or_default()
}

fn pictures() -> Vec<u8> {
    let images: Vec<_> = (0..20)
        .map(|image| serde_json::json!({"image_media_id": format!("Jr8zXx0cQwk9l1TQ2mQ3vYwT5Q8bF7uRimage{image:03}aaaaaaaaaaaaaaaaaaaaaa")}))
        .collect();
    let crop = |ratio: &str| serde_json::json!({"ratio": ratio, "x1": "0.166454", "y1": "0", "x2": "0.833545", "y2": "1"});
    let body = serde_json::json!({"media_id": "Jr8zXx0cQwk9l1TQ2mQ3vYwT5Q8bF7uR", "index": 0, "articles": {
        "article_type": "newspic", "title": "春季菜单", "content": "周一开始供应，欢迎品尝。\n地址：长安街一号",
        "need_open_comment": 1, "only_fans_can_comment": 0, "image_info": {"image_list": images},
        "cover_info": {"crop_percent_list": [crop("1_1"), crop("16_9"), crop("2.35_1")]},
        "product_info": {"footer_product_info": {"product_key": "PRODUCT_KEY"}}}});
    serde_json::to_vec(&body).unwrap_or_default()
}

fn escaped(body: &[u8]) -> Vec<u8> {
    let mut escaped = String::new();
    for character in String::from_utf8_lossy(body).chars() {
        if character.is_ascii() {
            escaped.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped.into_bytes()
}

/// One request with 25 violations of different rules.
const MISTAKES: &str = r#"{"media_id": "MEDIA ID", "index": -1, "extra": 1, "articles": {
"title": " ", "author": "一二三四五六七八九十一二三四五六七", "digest": "\\u4e2d",
"content": "<script>x()</script><a href='#n'>1</a><a href='https://mp.weixin.qq.com/s?tempkey=1'>2</a><a href='https://mp.weixin.qq.com/s/012345678901234567890123456789'>3</a><mp-miniprogram></mp-miniprogram><p style=“color:red”><img src='https://example.com/a.png'></p>",
"content_source_url": "example.com", "thumb_media_id": "two words",
"need_open_comment": 2, "only_fans_can_comment": "1", "pic_crop_235_1": "0_0_1", "pic_crop_1_1": "0_0_1.5_0.1234567",
"image_info": {"image_list": []}, "url": "https://mp.weixin.qq.com/s/x",
"cover_info": {"crop_percent_list": [{"ratio": "16_9", "x1": "0.5", "y1": "0", "x2": "0.50", "y2": "1"},
{"ratio": "16_9", "x1": "0", "y1": "0", "x2": "1"}, {"ratio": "4_3", "x1": "0", "y1": "0", "x2": "1", "y2": "1"}]},
"author": "twice"}}"#;
