//! What is pushed: a request as pull wrote it, or an article that names no draft.

use std::path::Path;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use weixin_draft::check_syntax;
use weixin_draft_client::{Client, Edited, Error, Guard, Overlay};

use super::article::{ArticleOptions, articles, broken};
use super::files::read_text;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// The body of an update.
pub(crate) struct Source {
    pub(crate) body: Vec<u8>,
    /// Whether it takes the place of the whole article. Otherwise its fields do, and those
    /// that it does not name stay.
    pub(crate) is_whole: bool,
}

/// The draft that the options name, for a file that names none.
#[derive(Clone, Copy)]
pub(crate) struct Target<'a> {
    pub(crate) media_id: Option<&'a str>,
    pub(crate) index: Option<u32>,
}

impl Source {
    /// Reads a file. Where it is broken, says so.
    pub(crate) fn read(
        file: &Path,
        target: Target<'_>,
        options: &ArticleOptions,
        format: Format,
        session: &mut Session,
    ) -> Result<Result<Self, Outcome>, Failure> {
        let bytes = match read_text(file, session) {
            Ok(bytes) => bytes,
            Err(unreadable) => return Ok(Err(unreadable)),
        };
        let names_draft = |value: &Value| value.get("media_id").is_some();
        if serde_json::from_slice(&bytes).is_ok_and(|value: Value| names_draft(&value)) {
            let whole = Source { body: bytes, is_whole: true };
            whole.refuse_other_target(target, session)?;
            if !options.fields().is_empty() {
                return Err(Failure(say!(
                    session.language,
                    "--title and the other fields are for a file that names no draft: write them into the file",
                    "--title 等字段选项用于没有写明草稿的文件：请直接写入文件"
                )));
            }
            return Ok(Ok(whole));
        }
        let articles = match articles(file, &bytes, check_syntax, options, format, session)? {
            Ok(articles) => articles,
            Err(outcome) => return Ok(Err(outcome)),
        };
        let article = one_of(articles, target.index, session)?;
        let Some(media_id) = target.media_id else {
            return Err(Failure(say!(
                session.language,
                "the file names no draft: give its --media-id, and --index for another article than the first",
                "文件中没有草稿的 media_id：请用 --media-id 提供，非首篇文章还需 --index"
            )));
        };
        let index = target.index.unwrap_or(0);
        let body = json!({"media_id": media_id, "index": index, "articles": article});
        Ok(Ok(Source { body: body.to_string().into_bytes(), is_whole: false }))
    }

    /// Reads what `push --undo` sends back. Where it is broken, says so.
    pub(crate) fn read_undo(
        file: &Path,
        target: Target<'_>,
        format: Format,
        session: &mut Session,
    ) -> Result<Result<Self, Outcome>, Failure> {
        let body = match read_text(file, session) {
            Ok(body) => body,
            Err(unreadable) => return Ok(Err(unreadable)),
        };
        if let Some(outcome) = broken(file, &body, check_syntax, format, session)? {
            return Ok(Err(outcome));
        }
        let source = Source { body, is_whole: true };
        source.refuse_other_target(target, session)?;
        Ok(Ok(source))
    }

    pub(crate) fn media_id(&self) -> String {
        self.value()["media_id"].as_str().unwrap_or_default().to_owned()
    }

    pub(crate) fn index(&self) -> u32 {
        let index = self.value()["index"].as_u64();
        index.and_then(|index| u32::try_from(index).ok()).unwrap_or_default()
    }

    /// Sends it.
    pub(crate) fn push(&self, client: &Client, guard: Guard<'_>) -> Result<Edited, Error> {
        if self.is_whole {
            return client.push(&self.body, guard);
        }
        let mut article = self.value()["articles"].take();
        if let Value::Object(fields) = &mut article
            && fields.get("article_type").is_some_and(|it| it == "news")
        {
            // What the draft has is one by itself, or cannot become one.
            fields.remove("article_type");
        }
        let overlay = Overlay::from_json(article.to_string().as_bytes());
        let overlay = overlay.unwrap_or_default();
        client.push_fields(&self.media_id(), self.index(), &overlay, guard)
    }

    pub(crate) fn value(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// What the file says counts, so that options that say something else are a mistake.
    fn refuse_other_target(&self, target: Target<'_>, session: &Session) -> Result<(), Failure> {
        let Target { media_id, index } = target;
        if media_id.is_some_and(|asked| asked != self.media_id())
            || index.is_some_and(|asked| asked != self.index())
        {
            let own = self.index();
            return Err(Failure(say!(
                session.language,
                "the file is for article {own} of its own draft, and the options name another one: leave --media-id and --index out, or change the file",
                "文件对应其自身草稿的第 {own} 篇（从 0 计），与选项不符：请去掉 --media-id 和 --index，或修改文件"
            )));
        }
        Ok(())
    }
}

/// The request with another draft's id, whose first article it is for, and otherwise as
/// it was. `None` for a text that is no request.
pub(crate) fn with_media_id(request: &[u8], media_id: &str) -> Option<Vec<u8>> {
    #[derive(Deserialize)]
    struct Names<'a> {
        #[serde(borrow)]
        media_id: &'a RawValue,
        #[serde(borrow)]
        index: &'a RawValue,
    }
    let text = str::from_utf8(request).ok()?;
    let names: Names<'_> = serde_json::from_str(text).ok()?;
    let range = |raw: &RawValue| {
        let begin = raw.get().as_ptr().addr() - text.as_ptr().addr();
        begin..begin + raw.get().len()
    };
    let mut edits = [
        (range(names.media_id), Value::from(media_id).to_string()),
        (range(names.index), "0".to_owned()),
    ];
    // From the end, so that places before it stay where they are.
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut changed = text.to_owned();
    for (range, new) in edits {
        changed.replace_range(range, &new);
    }
    Some(changed.into_bytes())
}

/// The article to be sent of those in a file.
fn one_of(
    mut articles: Vec<Value>,
    index: Option<u32>,
    session: &Session,
) -> Result<Value, Failure> {
    let count = articles.len();
    if count == 1 {
        return Ok(articles.swap_remove(0));
    }
    let place = index.and_then(|index| usize::try_from(index).ok());
    match place.filter(|place| *place < count) {
        Some(place) => Ok(articles.swap_remove(place)),
        None => Err(Failure(say!(
            session.language,
            "the file has {count} articles, and one is sent at a time: choose it with --index",
            "文件中有 {count} 篇文章，每次只发送一篇：请用 --index 选择"
        ))),
    }
}
