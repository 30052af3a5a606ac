//! Whether what is stored is what was sent.

use std::collections::BTreeMap;

use weixin_draft::endpoint::{is_servers_digest, is_stored_form};
use weixin_draft::{Article, CoverInfo, CropBox};

/// Whether the server holds what was sent, but for what it drops of a content and
/// for what it fills in by itself.
pub(super) fn is_as_sent(sent: &Article, found: &Article) -> bool {
    settled(sent, found) == settled(found, found)
}

/// The article that was sent, as the server would hold it if `found` is what became of it:
/// with the same losses, and with what the server fills in. A field in which `found`
/// differs otherwise stays as it was sent.
pub(super) fn settled(sent: &Article, found: &Article) -> Article {
    let mut sent = sent.clone();
    match (&mut sent, found) {
        (Article::News(sent), Article::News(found)) => {
            sent.need_open_comment.get_or_insert(false);
            sent.only_fans_can_comment.get_or_insert(false);
            if sent.digest.is_none() && is_made_of(found.digest.as_deref(), &sent.content) {
                sent.digest.clone_from(&found.digest);
            }
            let sent_crops =
                crops([sent.pic_crop_235_1, sent.pic_crop_1_1], sent.cover_info.as_ref());
            let found_crops =
                crops([found.pic_crop_235_1, found.pic_crop_1_1], found.cover_info.as_ref());
            if is_part(&found_crops, &sent_crops) {
                sent.pic_crop_235_1 = found.pic_crop_235_1;
                sent.pic_crop_1_1 = found.pic_crop_1_1;
                sent.cover_info.clone_from(&found.cover_info);
            }
            if is_stored_form(&sent.content, &found.content) {
                sent.content.clone_from(&found.content);
            }
        }
        (Article::NewsPic(sent), Article::NewsPic(found)) => {
            sent.need_open_comment.get_or_insert(false);
            sent.only_fans_can_comment.get_or_insert(false);
            // Accepted, but without effect, and not given back.
            sent.digest.clone_from(&found.digest);
            sent.content_source_url.clone_from(&found.content_source_url);
            sent.thumb_media_id.clone_from(&found.thumb_media_id);
            sent.pic_crop_235_1 = found.pic_crop_235_1;
            sent.pic_crop_1_1 = found.pic_crop_1_1;
            let sent_crops = crops([None, None], sent.cover_info.as_ref());
            if is_part(&crops([None, None], found.cover_info.as_ref()), &sent_crops) {
                sent.cover_info.clone_from(&found.cover_info);
            }
            if is_stored_form(&sent.content, &found.content) {
                sent.content.clone_from(&found.content);
            }
        }
        _ => {}
    }
    sent
}

/// Whether a digest is the server's own of a content.
fn is_made_of(digest: Option<&str>, content: &str) -> bool {
    digest.is_some_and(|digest| is_servers_digest(digest, content))
}

/// Crops by their ratios. Either notation may have been sent, and may come back.
fn crops(
    [wide, square]: [Option<CropBox>; 2],
    cover_info: Option<&CoverInfo>,
) -> BTreeMap<&'static str, CropBox> {
    let listed = cover_info.map(|info| &*info.crop_percent_list).unwrap_or_default();
    let listed = listed.iter().map(|it| (it.ratio.as_str(), it.crop));
    let single = [("2.35_1", wide), ("1_1", square)];
    listed.chain(single.into_iter().filter_map(|(ratio, crop)| Some((ratio, crop?)))).collect()
}

/// Whether no crop is there that was not sent.
fn is_part(found: &BTreeMap<&str, CropBox>, sent: &BTreeMap<&str, CropBox>) -> bool {
    found.iter().all(|(ratio, crop)| sent.get(ratio) == Some(crop))
}
