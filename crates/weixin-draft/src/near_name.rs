//! What a misspelt name was meant to be.

/// Names at least so similar are suggested; 1 is the same name.
const SIMILAR: f64 = 0.7;

/// So are names that begin earlier, if they end with so many of its characters:
/// `image_media_id` for `media_id`.
const LONG_END: usize = 7;

/// The name that a misspelt one was probably meant to be.
pub(crate) fn near_name(
    name: &str,
    known: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    let plain = |name: &str| name.to_ascii_lowercase().replace(['_', '-', ' '], "");
    let name = plain(name);
    known
        // Names that differ in their digits mean different things.
        .filter(|known| digits(known).eq(digits(&name)))
        .map(|known| {
            let known_name = plain(known);
            let is_its_end = name.len() >= LONG_END && known_name.ends_with(&name);
            let similarity = strsim::normalized_damerau_levenshtein(&name, &known_name);
            (if is_its_end { similarity.max(SIMILAR) } else { similarity }, known)
        })
        .filter(|(similarity, _)| *similarity >= SIMILAR)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, known)| known)
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
        assert_eq!(near("body", fields), None);
        assert_eq!(near("media_id", fields), Some("thumb_media_id"));
        assert_eq!(near("id", fields), None);
        assert_eq!(near("pic_crop_16_9", &["pic_crop_1_1", "pic_crop_235_1"]), None);
    }
}
