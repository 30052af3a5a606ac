//! What `unknown_field` says of fields that are all in the wrong place, or in a form of
//! their own: one slip, however many names it makes unknown.

use std::ops::Range;

use super::open_objects::OpenObject;
use super::unknown_field::TOP_LEVEL;
use super::{Finding, UNKNOWN_FIELD};
use crate::json::{MemberRange, Pointer, find_member, member_at};
use crate::report::Words;
use crate::request::ObjectFields;

static ID_OF_COVER: Words = Words {
    en: "the draft's media_id has its place beside articles, where it is already. If this is the cover's, name it thumb_media_id; if not, remove it.",
    zh: "草稿的 media_id 应与 articles 并列，那里已经有了。如果这是封面的 ID，请改名为 thumb_media_id；否则请删除。",
};
static ARTICLES_INSIDE: Words = Words {
    en: "articles is inside this member. Move what it holds to the top of the request.",
    zh: "articles 在这个字段里面。请把其中的字段移到请求的最外层。",
};
static DOTTED: Words = Words {
    en: "dots and brackets in a name do not nest. Write {name} as an object with its fields inside.",
    zh: "字段名中的点或方括号不能表示层级。请把 {name} 写成对象，字段放在其中。",
};
static CORNERS: Words = Words {
    en: "a crop has its left edge as x1, its upper as y1, right as x2 and lower as y2. Write these four, as decimals in strings.",
    zh: "裁剪区域用左 x1、上 y1、右 x2、下 y2 四条边表示。请改为这四个字段，值为字符串中的小数。",
};

/// Other names for the edges of a crop.
const EDGES: [&str; 10] = ["left", "top", "right", "bottom", "x", "y", "width", "height", "w", "h"];

/// Says what slip makes a name unknown, if it is one of these.
pub(super) fn finding(
    name: &str,
    fields: &ObjectFields,
    range: Range<usize>,
    object: &OpenObject,
    path: &Pointer<'_>,
    text: &[u8],
) -> Option<Finding> {
    let finding = Finding::of(UNKNOWN_FIELD, range.clone());
    match fields.home {
        "" if fields.near(name.as_bytes()).is_none()
            && !object.members.contains(text, "articles")
            && articles_inside(text, range.start).is_some() =>
        {
            return Some(finding.words(&ARTICLES_INSIDE));
        }
        "articles" if path.is_in_articles() && (name == "media_id" || name == "index") => {
            let begin = text.len() - text.trim_ascii_start().len();
            let may_be_cover =
                name == "media_id" && !object.members.contains(text, "thumb_media_id");
            let is_there = find_member(text, begin, name.as_bytes()).is_some();
            let words = if may_be_cover && is_there { &ID_OF_COVER } else { &TOP_LEVEL };
            return Some(finding.words(words));
        }
        "crop_percent_list" if EDGES.contains(&name) => return Some(finding.words(&CORNERS)),
        _ => {}
    }
    let (prefix, _) = name.split_once(['.', '['])?;
    let field = fields.field(prefix.as_bytes()).filter(|field| field.kind.has_inside())?;
    Some(finding.words(&DOTTED).name(field.name))
}

/// The member `articles` inside of the object whose name begins at `name`.
#[inline(never)]
pub(crate) fn articles_inside(text: &[u8], name: usize) -> Option<MemberRange> {
    let member = member_at(text, name)?;
    if text.get(member.value.start) != Some(&b'{') {
        return None;
    }
    find_member(text, member.value.start, b"articles")
}

/// The fields that are missing because of such a slip.
pub(super) fn meant_fields(finding: &Finding) -> &'static [&'static str] {
    match finding.words {
        words if *words == ID_OF_COVER => &["thumb_media_id"],
        words if *words == ARTICLES_INSIDE => &["articles"],
        words if *words == CORNERS => &["x1", "y1", "x2", "y2"],
        _ => &[],
    }
}

/// Whether these words are said once of an object, however many names they fit.
pub(super) fn is_of_whole_object(words: &Words) -> bool {
    [&DOTTED, &CORNERS].contains(&words)
}
