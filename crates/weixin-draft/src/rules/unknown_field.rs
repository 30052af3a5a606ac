//! `unknown_field`.

use std::ops::Range;

use super::misplaced_field::{self, is_of_whole_object};
use super::open_objects::OpenObject;
use super::wrong_type::ARTICLE_AS_CONTENT;
use super::{Checks, Finding, InSchema, Rule, RuleFix, Source};
use crate::json::{MAX_NAME, Pointer, find_member, name_of_character};
use crate::report::{Applicability, Edit, Level, Words};
use crate::request::{ObjectFields, home_of};

pub(crate) static RULE: Rule = Rule {
    code: "unknown_field",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "No object has a field that the page does not list.",
        zh: "任何对象都不能含有文档未列出的字段。",
    },
    reason: Words {
        en: "The server ignores a name it does not know, so a misspelt field is lost silently. Lowered, the field is reported and not sent.",
        zh: "服务器会忽略不认识的字段名，拼错的字段会无声无息地丢失。调低级别后，该字段只会被提示，不会发送。",
    },
    message: Words {
        en: "draft_update has no field of this name here. Remove it.",
        zh: "draft_update 在此处没有这个字段。请删除。",
    },
    in_schema: InSchema::Shape,
    fixes: &[&RENAMING, &UNWRAPPING],
    typed: false,
    checks: Checks::NONE,
};

pub(super) static NEAR_NAME: Words = Words {
    en: "draft_update has no field of this name here. Did you mean {name}? If not, remove it.",
    zh: "draft_update 在此处没有这个字段。是不是想写 {name}？如果不是，请删除。",
};
pub(super) static NEAR_BUT_FOR: Words = Words {
    en: "this holds {found}. Did you mean {name}? If not, remove it.",
    zh: "此处有 {found}。是不是想写 {name}？如果不是，请删除。",
};
pub(super) static NEAR_NAME_IS_THERE: Words = Words {
    en: "draft_update has no field of this name here, and {name}, which it comes near, is there already. Remove it.",
    zh: "draft_update 在此处没有这个字段，而与它相近的 {name} 已经有了。请删除。",
};
static OTHER_PLACE: Words = Words {
    en: "this field has its place in {name}, not here. Move it.",
    zh: "该字段应放在 {name} 中，而不是这里。请移到正确的位置。",
};
static IS_IN_OTHER_PLACE: Words = Words {
    en: "this field has its place in {name}, not here, and {name} has it already. Remove it here.",
    zh: "该字段应放在 {name} 中，而不是这里；{name} 中已经有了。请删除此处的字段。",
};
pub(super) static TOP_LEVEL: Words = Words {
    en: "this field has its place at the top of the request, beside articles. Move it, or remove it.",
    zh: "该字段应放在请求的最外层，与 articles 并列。请移到最外层，或删除。",
};

static RENAMING: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words { en: "rename it", zh: "改为正确的字段名" },
};

static UNWRAPPING: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "take the article out of it", zh: "去掉多余的这一层" },
};

static ARTICLES_INSIDE: Words = Words {
    en: "articles is inside articles. Put title, content and the other fields directly into the outer articles.",
    zh: "articles 里又套了一层 articles。请把 title、content 等字段直接放在外层 articles 中。",
};
static ARTICLE_INSIDE: Words = Words {
    en: "the article is inside this member. Put title, content and the other fields directly into articles.",
    zh: "文章在这个字段里面。请把 title、content 等字段直接放在 articles 中。",
};
static TOKEN: Words = Words {
    en: "the access token belongs in the query of the address, where this library puts it. Remove it, and keep this file secret: whoever has it can use the account.",
    zh: "access_token 应放在网址的查询参数中（本库会自动添加）。请删除，并妥善保管此文件：拿到它的人都能操作该账号。",
};
static CONSOLE: Words = Words {
    en: "this is set in the web console only; draft_update does not know it. Remove it, and set it there.",
    zh: "该设置只能在公众平台网页后台中修改，draft_update 不支持。请删除，并到后台设置。",
};

/// Names of the form that the web editor posts, as programs that fill that form spell
/// them; besides those that begin with `ai_`.
const CONSOLE_NAMES: [&str; 22] = [
    "allow_reprint",
    "allow_reprint_modify",
    "appmsg_album_info",
    "auto_gen_digest",
    "can_reward",
    "claim_source_type",
    "copyright_type",
    "fee",
    "insert_ad_mode",
    "is_original",
    "is_pay_subscribe",
    "is_set_sync_to_finder",
    "is_share_copyright",
    "is_video_recommend",
    "open_fansmsg",
    "open_keyword_ad",
    "original_article_type",
    "pay_desc",
    "reprint_permit_type",
    "reward_wording",
    "supervoteid",
    "writerid",
];

/// The paths of the fields that a misspelt or misplaced name of an object was meant to be:
/// where it is reported, they are not reported as missing.
pub(super) fn meant_paths(finding: &Finding, object: &str, name: &str) -> Vec<String> {
    if [&ARTICLES_INSIDE, &ARTICLE_INSIDE, &ARTICLE_AS_CONTENT].contains(&finding.words) {
        // And that the inner articles is no object says nothing more.
        let fields = ["title", "content", "thumb_media_id", "image_info", "articles"];
        return fields.map(|field| format!("{object}/{field}")).into();
    }
    let meant = misplaced_field::meant_fields(finding);
    if !meant.is_empty() {
        return meant.iter().map(|field| format!("{object}/{field}")).collect();
    }
    // What belongs in an article may be beside it.
    let article = if object.is_empty() { "/articles" } else { object };
    match finding.name {
        _ if *finding.words == TOP_LEVEL => vec![format!("/{name}")],
        Some("articles") if *finding.words == OTHER_PLACE => vec![format!("/articles/{name}")],
        Some("image_info" | "image_list") if *finding.words == OTHER_PLACE => {
            let fields = ["image_info", "image_info/image_list", "image_list"];
            fields.map(|field| format!("{article}/{field}")).into()
        }
        _ => {
            let is_meant = near_name_of(finding).is_some() || is_of_whole_object(finding.words);
            let meant = finding.name.filter(|_| is_meant);
            meant.map(|near| format!("{object}/{near}")).into_iter().collect()
        }
    }
}

/// The field that a misspelt name stands for.
pub(super) fn near_name_of(finding: &Finding) -> Option<&'static str> {
    finding.name.filter(|_| [&NEAR_NAME, &NEAR_BUT_FOR].contains(&finding.words))
}

/// A name that is none of the fields of the object that begins at `object`.
pub(super) fn finding(
    name: &[u8],
    fields: &ObjectFields,
    range: Range<usize>,
    object: &mut OpenObject,
    path: &Pointer<'_>,
    text: &[u8],
) -> Finding {
    let finding = Finding::of(&RULE, range.clone());
    if name.len() > MAX_NAME {
        return finding;
    }
    let name = String::from_utf8_lossy(name);
    if name == "articles" && fields.home == "articles" {
        let unwrapping = unwrapped(object);
        return finding.words(&ARTICLES_INSIDE).fix(&UNWRAPPING, unwrapping);
    }
    if fields.home == "articles" && holds_article(&name, object, text) {
        return finding.words(&ARTICLE_INSIDE).fix(&UNWRAPPING, unwrapped(object));
    }
    if name.starts_with("ai_") || CONSOLE_NAMES.contains(&&*name) {
        return finding.words(&CONSOLE);
    }
    if name == "access_token" {
        return finding.words(&TOKEN);
    }
    let slip = misplaced_field::finding(&name, fields, range.clone(), object, path, text);
    if let Some(finding) = slip {
        return finding;
    }
    let near = fields.near(name.as_bytes()).map(|field| field.name);
    match (near, home_of(&name)) {
        (Some(near), _) => {
            let is_there = object.members.contains(text, near);
            if is_there && home_of(&name) == Some("") {
                return finding.words(&TOP_LEVEL);
            }
            if is_there {
                return finding.words(&NEAR_NAME_IS_THERE).name(near);
            }
            // Of two names that come near the same field, the first gets it.
            let mut edits = Vec::new();
            if !object.taken_names.contains(&near) {
                object.taken_names.push(near);
                edits.push(Edit::new(range, format!("\"{near}\"")));
            }
            let finding = finding.name(near).fix(&RENAMING, edits);
            match odd_character(&name) {
                Some(odd) => finding.words(&NEAR_BUT_FOR).found(name_of_character(odd)),
                None => finding.words(&NEAR_NAME),
            }
        }
        (None, Some("")) => finding.words(&TOP_LEVEL),
        (None, Some(home)) if is_in(home, &name, object, text) => {
            finding.words(&IS_IN_OTHER_PLACE).name(home)
        }
        (None, Some(home)) => finding.words(&OTHER_PLACE).name(home),
        (None, None) => finding,
    }
}

/// A character of another alphabet, or one that nobody sees, in a name that is ASCII for the
/// most part.
fn odd_character(name: &str) -> Option<char> {
    let is_odd = |character: &char| !character.is_ascii_graphic();
    let odd = name.chars().filter(is_odd).count();
    name.chars().find(is_odd).filter(|_| 2 * odd <= name.chars().count())
}

/// Whether the member `home` of an object has a member of this name.
fn is_in(home: &str, name: &str, object: &OpenObject, text: &[u8]) -> bool {
    find_member(text, object.begin, home.as_bytes())
        .is_some_and(|member| find_member(text, member.value.start, name.as_bytes()).is_some())
}

/// Whether the only member of `articles` holds the article: `{"0": {"title": ...}}`, or
/// `news_item` of an answer.
fn holds_article(name: &str, object: &OpenObject, text: &[u8]) -> bool {
    object.members.only().is_some_and(|member| {
        name == "news_item" || find_member(text, member.value.start, b"title").is_some()
    })
}

/// Takes the article out of an object that holds it as its only member.
fn unwrapped(object: &OpenObject) -> Vec<Edit> {
    let Some(article) = object.members.only() else { return Vec::new() };
    vec![
        Edit::removal(object.begin..article.value.start),
        Edit::removal(article.value.end..object.members.end),
    ]
}

/// The same where nobody will read what was meant.
pub(super) fn counted(range: Range<usize>) -> Finding {
    Finding::of(&RULE, range)
}
