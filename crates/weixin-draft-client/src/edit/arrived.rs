//! Whether what is stored is what was sent.

use weixin_draft::Article;
use weixin_draft::endpoint::has_same_text;

/// Whether the server holds what was sent, but for what it drops of a content and
/// for what it fills in by itself.
pub(super) fn is_as_sent(sent: &Article, found: &Article) -> bool {
    let (sent, found) = (settled(sent, found), settled(found, found));
    match (&sent, &found) {
        (Article::News(sent), Article::News(found)) => {
            let mut same_content = found.clone();
            same_content.content.clone_from(&sent.content);
            *sent == same_content && has_same_text(&sent.content, &found.content)
        }
        (Article::NewsPic(sent), Article::NewsPic(found)) => {
            let mut same_content = found.clone();
            same_content.content.clone_from(&sent.content);
            *sent == same_content && has_same_text(&sent.content, &found.content)
        }
        _ => false,
    }
}

/// The article with what the server fills in: switches that are off, a digest, and
/// crops in the notation in which it gives them back.
pub(super) fn settled(article: &Article, found: &Article) -> Article {
    let mut article = article.clone();
    match (&mut article, found) {
        (Article::News(news), Article::News(found)) => {
            news.need_open_comment.get_or_insert(false);
            news.only_fans_can_comment.get_or_insert(false);
            if news.digest.is_none() {
                news.digest.clone_from(&found.digest);
            }
            // Either notation may have been sent, and may come back.
            news.pic_crop_235_1.clone_from(&found.pic_crop_235_1);
            news.pic_crop_1_1.clone_from(&found.pic_crop_1_1);
            news.cover_info.clone_from(&found.cover_info);
        }
        (Article::NewsPic(newspic), Article::NewsPic(found)) => {
            newspic.need_open_comment.get_or_insert(false);
            newspic.only_fans_can_comment.get_or_insert(false);
            // Accepted, but without effect, and not given back.
            newspic.digest.clone_from(&found.digest);
            newspic.content_source_url.clone_from(&found.content_source_url);
            newspic.thumb_media_id.clone_from(&found.thumb_media_id);
            newspic.pic_crop_235_1.clone_from(&found.pic_crop_235_1);
            newspic.pic_crop_1_1.clone_from(&found.pic_crop_1_1);
            newspic.cover_info.clone_from(&found.cover_info);
        }
        _ => {}
    }
    article
}
