//! The sandbox of `--sandbox`, inside this process.

use serde_json::Map;
use weixin_draft::MAX_ARTICLES;
use weixin_draft_sandbox::Sandbox;

use crate::outcome::Failure;
use crate::session::Session;

pub(super) fn start(session: &Session) -> Result<Sandbox, Failure> {
    Sandbox::start().map_err(|error| {
        Failure(say!(
            session.language,
            "cannot start the sandbox: {error}",
            "无法启动沙箱：{error}"
        ))
    })
}

/// Puts a draft that has an article at `index` into a sandbox that has none of this id:
/// nobody should have to change a media id to try a request.
pub(super) fn provide_draft(sandbox: &Sandbox, media_id: &str, index: u64) {
    let is_possible = usize::try_from(index).is_ok_and(|index| index < MAX_ARTICLES);
    if sandbox.draft(media_id).is_none() && is_possible {
        let mut article = Map::new();
        for field in ["title", "content", "thumb_media_id"] {
            article.insert(field.to_owned(), "-".into());
        }
        sandbox.put_draft(media_id, (0..=index).map(|_| article.clone()).collect());
    }
}
