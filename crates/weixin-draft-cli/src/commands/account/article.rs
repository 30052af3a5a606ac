//! Articles out of files: JSON, or HTML with options.

use std::path::Path;

use clap::Args;
use serde_json::{Map, Value, json};

use super::files::read_json;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// The fields of an article whose content is an HTML file, without writing JSON.
#[derive(Args, Debug)]
pub(crate) struct ArticleOptions {
    /// The title, for a file of HTML
    #[arg(long)]
    title: Option<String>,
    /// The author
    #[arg(long)]
    author: Option<String>,
    /// The summary
    #[arg(long)]
    digest: Option<String>,
    /// The cover's permanent media id
    #[arg(long, value_name = "ID")]
    thumb_media_id: Option<String>,
    /// Where "read more" leads
    #[arg(long, value_name = "URL")]
    content_source_url: Option<String>,
}

impl ArticleOptions {
    /// The fields that are given.
    pub(crate) fn fields(&self) -> Map<String, Value> {
        let fields = [
            ("title", &self.title),
            ("author", &self.author),
            ("digest", &self.digest),
            ("thumb_media_id", &self.thumb_media_id),
            ("content_source_url", &self.content_source_url),
        ];
        fields
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value.clone()?.into())))
            .collect()
    }
}

/// The articles of a file as JSON values: of a body of draft/add or draft/update,
/// of an answer of draft/get, of an array, of one article, or of an HTML file.
pub(crate) fn read_articles(
    file: &Path,
    options: &ArticleOptions,
    session: &Session,
) -> Result<Result<Vec<Value>, Outcome>, Failure> {
    let bytes = match read_json(file, session) {
        Ok(bytes) => bytes,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    if is_html(file, &bytes) {
        let mut article = options.fields();
        article.insert("content".into(), String::from_utf8_lossy(&bytes).into_owned().into());
        return Ok(Ok(vec![Value::Object(article)]));
    }
    let not_json = |error| {
        Failure(say!(
            session.language,
            "the file is not JSON: {error}; a file of HTML ends in .html",
            "文件不是 JSON：{error}；HTML 文件请以 .html 结尾"
        ))
    };
    let value: Value = serde_json::from_slice(&bytes).map_err(not_json)?;
    let mut articles = match articles_of(value) {
        Value::Array(articles) => articles,
        article => vec![article],
    };
    for article in &mut articles {
        if let Value::Object(fields) = article {
            fields.extend(options.fields());
        }
    }
    Ok(Ok(articles))
}

fn articles_of(mut value: Value) -> Value {
    for name in ["articles", "news_item"] {
        if let Some(articles) = value.get_mut(name) {
            return articles.take();
        }
    }
    value
}

/// Whether a file is HTML: by its name, else by its first character.
pub(crate) fn is_html(file: &Path, bytes: &[u8]) -> bool {
    let ends_so = |extension: &std::ffi::OsStr| {
        extension.eq_ignore_ascii_case("html") || extension.eq_ignore_ascii_case("htm")
    };
    file.extension().is_some_and(ends_so) || bytes.trim_ascii_start().first() == Some(&b'<')
}

/// The body of an update of this article.
pub(crate) fn to_update(media_id: &str, index: u32, article: &Value) -> Vec<u8> {
    json!({"media_id": media_id, "index": index, "articles": article}).to_string().into_bytes()
}
