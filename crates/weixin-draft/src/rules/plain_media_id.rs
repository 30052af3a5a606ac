//! A quick look at media ids, of which a picture message has many.

use weixin_draft_scan::is_plain_id;

use super::invalid_media_id::MAX_MEDIA_ID;
use crate::json::Text;
use crate::request::Slot;

/// Whether an id is one that no rule on ids has anything to say of: not too short, not too
/// long, without a sign that only paths, addresses and placeholders have, and no number.
///
/// The rules say exactly what is wrong with any other; a property test shows that they have
/// nothing to say of these.
#[inline]
pub(crate) fn is_plain_media_id(id: &Slot<Text<'_>>) -> bool {
    let Some(id) = id.given() else {
        return false;
    };
    match id.raw() {
        raw @ [first, .., last] => {
            (MIN_LENGTH..=MAX_MEDIA_ID).contains(&raw.len())
                && !b"{$[%".contains(first)
                // `b'..'`, as Python shows bytes.
                && *last != b'\''
                && !(first.is_ascii_digit() && last.is_ascii_digit())
                && is_plain_id(raw)
        }
        _ => false,
    }
}

/// The id, if some rule on ids may have something to say of it.
pub(crate) fn suspect_media_id<'i, 'a>(id: &'i Slot<Text<'a>>) -> Option<&'i Text<'a>> {
    id.filled().filter(|_| !is_plain_media_id(id))
}

/// The same where an id is required: that it is blank is for another rule to say.
pub(crate) fn suspect_required_id<'i, 'a>(id: &'i Slot<Text<'a>>) -> Option<&'i Text<'a>> {
    suspect_media_id(id).filter(|id| !id.is_blank())
}

/// Longer than the words of [`super::placeholder_value`] that have no other sign.
const MIN_LENGTH: usize = 10;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::json::{Pointer, Reader};
    use crate::request::{Image, Slot};
    use crate::rules::{Findings, Levels, check_image, check_media_id, is_plain_media_id};

    fn image(json: &str) -> Image<'_> {
        let mut reader = Reader::new(json);
        let raw = reader.string().expect("a string");
        Image { image_media_id: Slot::Given(reader.text(raw, 0)) }
    }

    fn is_plain(id: &str) -> bool {
        is_plain_media_id(&image(&format!("\"{id}\"")).image_media_id)
    }

    #[test]
    fn usual_ids_are_plain() {
        for id in ["Jr8zXx0cQwk9l1TQ2mQ3vYwT5Q8bF7uR", "2Jr8zXx0cQwk_l-TQ2mQ3vYw"] {
            assert!(is_plain(id), "{id}");
        }
        for id in ["undefined", "{{media_id}}", "MEDIA ID 123", "1234567890123", "a/b/c/d/e/f.png"]
        {
            assert!(!is_plain(id), "{id}");
        }
    }

    const IDS: &str = r"[ -~]{8,14}|[!-~]{9,40}|[0-9]{9,20}|[{$<\\\[]{1,2}[a-z.]{8,20}[}>\]]{0,2}|[a-zA-Z0-9_-]{120,132}|.{9,20}";

    proptest! {
        /// Whatever is plain breaks no rule.
        #[test]
        fn no_rule_has_anything_to_say_of_a_plain_id(id in IDS) {
            let json = serde_json::to_string(&id).expect("a text is JSON");
            let image = image(&json);
            if is_plain_media_id(&image.image_media_id) {
                let levels = Levels::DEFAULT;
                let mut findings = Findings::new(&levels, json.as_bytes());
                check_image(&image, &Pointer::ROOT, &mut findings);
                let text = image.image_media_id.given().expect("an id");
                check_media_id(text, &Pointer::ROOT, &mut findings);
                prop_assert!(findings.into_report(json.as_bytes()).violations().is_empty(), "{}", id);
            }
        }
    }
}
