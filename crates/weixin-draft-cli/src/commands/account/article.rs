//! Articles out of files: JSON, or HTML with options.

use std::path::Path;

use clap::Args;
use serde_json::{Map, Value};
use weixin_draft::{Report, check_add_syntax};

use super::fail_in;
use super::files::read_text;
use crate::encoding::utf8;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::report::Subject;
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
/// of an answer of draft/get, of an array, of one article, or of an HTML file. Where the
/// file is broken, says so.
pub(crate) fn read_articles(
    file: &Path,
    options: &ArticleOptions,
    format: Format,
    session: &mut Session,
) -> Result<Result<Vec<Value>, Outcome>, Failure> {
    match read_text(file, session) {
        Ok(bytes) => articles(file, &bytes, check_add_syntax, options, format, session),
        Err(unreadable) => Ok(Err(unreadable)),
    }
}

/// Looks whether a text is JSON at all, in words that speak of the call that it is for.
pub(crate) type SyntaxCheck = fn(&[u8]) -> Report;

/// The same of a file that was read.
pub(crate) fn articles(
    file: &Path,
    bytes: &[u8],
    check: SyntaxCheck,
    options: &ArticleOptions,
    format: Format,
    session: &mut Session,
) -> Result<Result<Vec<Value>, Outcome>, Failure> {
    if is_html(file, bytes) {
        let name = file.to_string_lossy();
        let html = utf8(bytes).map_err(|error| error.of_file(&name, session.language))?;
        let mut article = options.fields();
        article.insert("content".into(), html.into());
        return Ok(Ok(vec![article.into()]));
    }
    if let Some(outcome) = broken(file, bytes, check, format, session)? {
        return Ok(Err(outcome));
    }
    let mut articles = match articles_of(serde_json::from_slice(bytes)?) {
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

/// What a file that is no JSON, or holds a name twice, ends with; it is told with its
/// place.
pub(crate) fn broken(
    file: &Path,
    bytes: &[u8],
    check: SyntaxCheck,
    format: Format,
    session: &mut Session,
) -> Result<Option<Outcome>, Failure> {
    let report = check(bytes);
    if report.is_ok() {
        return Ok(None);
    }
    let name = file.to_string_lossy();
    let outcome = fail_in(Some(Subject::of_file(&name, bytes)), &report.into(), format, session)?;
    let may_be_html = |text: &str| {
        let text = text.trim_ascii_start();
        !text.is_empty() && !text.starts_with(['{', '[', '"'])
    };
    if utf8(bytes).is_ok_and(may_be_html) && format == Format::Text {
        session.note(&say!(
            session.language,
            "a file with HTML has a name that ends in .html",
            "HTML 文件的名称须以 .html 结尾"
        ));
    }
    Ok(Some(outcome))
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
fn is_html(file: &Path, bytes: &[u8]) -> bool {
    let ends_so = |extension: &std::ffi::OsStr| {
        extension.eq_ignore_ascii_case("html") || extension.eq_ignore_ascii_case("htm")
    };
    file.extension().is_some_and(ends_so) || bytes.trim_ascii_start().first() == Some(&b'<')
}
