//! The findings of a comparison, and the words for them.

use std::ops::Range;

use crate::report::{Datum, Level, Location, Place, Violation, Words};

/// A kind of loss.
pub(super) struct Loss {
    code: &'static str,
    words: Words,
}

pub(super) static IMAGE_LOST: Loss = Loss {
    code: "stored_image_lost",
    words: Words {
        en: "the server dropped an image of the content. Upload the picture with media/uploadimg, use the address you get, and send the article again.",
        zh: "服务器去掉了正文中的图片。请用 media/uploadimg 上传图片，改用得到的地址后重发。",
    },
};

pub(super) static LINK_LOST: Loss = Loss {
    code: "stored_link_lost",
    words: Words {
        en: "the server dropped a link of the content; its text stays. Links to other sites are kept for few accounts only: write the address out, or send one as content_source_url.",
        zh: "服务器去掉了正文中的链接，文字保留。只有少数账号可以保留站外链接：请写出网址，或改用 content_source_url。",
    },
};

pub(super) static ATTRIBUTE_LOST: Loss = Loss {
    code: "stored_attribute_lost",
    words: Words {
        en: "the server dropped an attribute of an element in the content. Look at the draft; if it looks wrong, reach the same with another style.",
        zh: "服务器去掉了正文中某个元素的属性。请查看草稿；如果样式有误，请换一种写法。",
    },
};

pub(super) static TEXT_CHANGED: Loss = Loss {
    code: "stored_text_changed",
    words: Words {
        en: "the server stored another text than was sent. Read the draft and correct it.",
        zh: "服务器保存的文字与发送的不同。请读取草稿并改正。",
    },
};

impl Loss {
    /// That a field of its own is another.
    pub(super) fn of_field(&'static self, path: &str) -> Violation {
        self.at(path.to_owned(), 1, Vec::new())
    }

    fn at(&'static self, path: String, count: usize, places: Vec<Place>) -> Violation {
        Violation {
            code: self.code,
            level: Level::Info,
            path,
            limit: None,
            found: None,
            location: None,
            count,
            places,
            fix: None,
            name: None,
            position: None,
            meaning: None,
            words: &self.words,
        }
    }
}

/// The places of one kind of loss in a content.
pub(super) struct Finding<'a> {
    loss: &'static Loss,
    content: &'a str,
    count: usize,
    places: Vec<Place>,
}

/// So many places are listed; the others are only counted.
const MAX_PLACES: usize = 10;

/// In characters, of names out of the content.
const LONGEST_NAME: usize = 40;

impl<'a> Finding<'a> {
    pub(super) fn new(loss: &'static Loss, content: &'a str) -> Self {
        Finding { loss, content, count: 0, places: Vec::new() }
    }

    /// Adds a place: bytes of the content, an element and what is lost of it.
    pub(super) fn at(&mut self, range: Range<usize>, element: &str, found: Option<String>) {
        self.count += 1;
        if self.places.len() < MAX_PLACES {
            let before = self.content.get(..range.start).unwrap_or_default();
            self.places.push(Place {
                offset: before.chars().count(),
                element: element.chars().take(LONGEST_NAME).collect(),
                found: found.map(|found| Datum::Text(found.into())),
                location: Some(location(self.content, range)),
            });
        }
    }

    pub(super) fn into_violation(self) -> Option<Violation> {
        (self.count > 0).then(|| self.loss.at("/content".to_owned(), self.count, self.places))
    }
}

/// Bytes of a text as a place in it.
fn location(text: &str, range: Range<usize>) -> Location {
    let (before, within) =
        (text.get(..range.start).unwrap_or_default(), text.get(range.clone()).unwrap_or_default());
    let utf16 = before.encode_utf16().count();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Location {
        utf16: utf16..utf16 + within.encode_utf16().count(),
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        range,
    }
}
