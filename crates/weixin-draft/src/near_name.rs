//! What a misspelt name was meant to be.

/// Names at least so similar are suggested; 1 is the same name.
const SIMILAR: f64 = 0.7;

/// So are names of which so long a name leaves out one part: `image_media_id` for `media_id`,
/// `content_source_url` for `content_url`.
const LONG: usize = 7;
const LEAVES_OUT: f64 = 0.75;

/// Other words for what a field holds, without signs between, in lower case.
const SYNONYMS: [(&str, &[&str]); 11] = [
    ("title", &["name", "subject", "标题"]),
    ("content", &["body", "html", "text", "内容", "正文"]),
    ("thumb_media_id", &["cover", "covermediaid", "thumb", "thumbnail", "封面"]),
    ("author", &["authorname", "by", "writer", "作者"]),
    ("digest", &["abstract", "description", "summary", "摘要"]),
    ("media_id", &["draftid", "id"]),
    ("index", &["articleindex", "idx"]),
    ("article_type", &["type"]),
    ("image_info", &["images"]),
    ("news", &["article", "图文", "图文消息", "文章"]),
    ("newspic", &["image", "images", "pic", "picture", "photo", "图片", "图片消息", "贴图"]),
];

/// The name that a misspelt one was probably meant to be.
pub(crate) fn near_name(
    name: &str,
    known: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    let plain = |name: &str| name.to_ascii_lowercase().replace(['_', '-', ' '], "");
    let name = plain(name);
    let means = |known: &&str| {
        SYNONYMS.iter().any(|(field, words)| field == known && words.contains(&&*name))
    };
    known
        // Names that differ in their digits mean different things.
        .filter(|known| digits(known).eq(digits(&name)))
        // The exact distance takes long, and few names come near enough to ask for it.
        .filter(|known| may_be_near(&name, known) || means(known))
        .map(|known| {
            if means(&known) {
                return (1.0, known);
            }
            let known_name = plain(known);
            let similarity = strsim::normalized_damerau_levenshtein(&name, &known_name);
            let leaves_out = leaves_out_a_part(&name, &known_name);
            (if leaves_out { similarity.max(LEAVES_OUT) } else { similarity }, known)
        })
        .filter(|(similarity, _)| *similarity >= SIMILAR)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, known)| known)
}

/// Whether a name is another one without its beginning, its end or a part between, which
/// is not the most of it.
fn leaves_out_a_part(name: &str, known: &str) -> bool {
    if 2 * name.len() < known.len() {
        return false;
    }
    let alike = name.bytes().zip(known.bytes()).take_while(|(one, other)| one == other).count();
    name.len() >= LONG && name.get(alike..).is_some_and(|rest| known.ends_with(rest))
}

/// Whether two names may be similar, by the letters that only one of them has: each of these
/// is an edit, or half of one.
fn may_be_near(name: &str, known: &str) -> bool {
    let mut surplus = [0_i32; 128];
    let (mut length, mut only_name) = (0, 0);
    for letter in name.chars() {
        length += 1;
        match surplus.get_mut(letter as usize) {
            Some(surplus) => *surplus += 1,
            None => only_name += 1,
        }
    }
    let mut known_length = 0;
    for letter in known.bytes().filter(|letter| !b"_- ".contains(letter)) {
        known_length += 1;
        surplus[usize::from(letter & 0x7F)] -= 1;
    }
    only_name += surplus.iter().map(|surplus| 0.max(*surplus)).sum::<i32>();
    let only_known = only_name + known_length - length;
    let least_distance = only_name.max(only_known);
    let most = 1.0 - f64::from(least_distance) / f64::from(length.max(known_length));
    most >= SIMILAR || (only_name == 0 && name.len() >= LONG)
}

fn digits(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use crate::near_name::near_name;

    #[test]
    fn suggests_near_names_only() {
        let near = |name, known: &'static [&'static str]| near_name(name, known.iter().copied());
        let fields = &["title", "thumb_media_id", "content", "content_source_url"];
        assert_eq!(near("titel", fields), Some("title"));
        assert_eq!(near("thumbMediaId", fields), Some("thumb_media_id"));
        assert_eq!(near("Content", fields), Some("content"));
        assert_eq!(near("footer", fields), None);
        assert_eq!(near("body", fields), Some("content"));
        assert_eq!(near("cover_media_id", fields), Some("thumb_media_id"));
        assert_eq!(near("_comment", &["only_fans_can_comment", "need_open_comment"]), None);
        assert_eq!(near("media_id", fields), Some("thumb_media_id"));
        assert_eq!(near("id", fields), None);
        assert_eq!(near("content_url", fields), Some("content_source_url"));
        assert_eq!(near("thumbId", fields), Some("thumb_media_id"));
        assert_eq!(near("pic_crop_16_9", &["pic_crop_1_1", "pic_crop_235_1"]), None);
    }
}
