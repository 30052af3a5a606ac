//! What each file that is checked holds.

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Deserialize;
use serde::de::IgnoredAny;
use weixin_draft::{ArticleType, Checker, Report};

use super::Options;
use crate::files::{Found, expand, is_html, is_json, is_ndjson};
use crate::input::Input;

/// The article that a content belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ContentType {
    /// A news article
    News,
    /// A newspic, whose content is plain text
    Newspic,
}

impl From<ContentType> for ArticleType {
    fn from(content: ContentType) -> Self {
        match content {
            ContentType::News => ArticleType::News,
            ContentType::Newspic => ArticleType::NewsPic,
        }
    }
}

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Request,
    /// One request a line.
    Lines,
    /// The content of an article.
    Content(ContentType),
}

/// A file to be checked.
pub(super) struct Job {
    pub(super) input: Input,
    /// What it is called in reports and patterns of the settings.
    pub(super) path: PathBuf,
    pub(super) kind: Kind,
    /// Whether it is meant to be a request; otherwise it may be any JSON, as what is
    /// found in a directory.
    is_meant: bool,
}

/// The files that are to be checked.
pub(super) fn jobs(options: &Options) -> Vec<Job> {
    let is_wanted = |path: &Path| match options.content {
        Some(_) => is_html(path),
        None if options.ndjson => is_ndjson(path),
        None => is_json(path) || is_ndjson(path),
    };
    let job = |found: Found| {
        let path = match (&found.input, &options.stdin_filename) {
            (Input::Stdin, Some(name)) => name.clone(),
            (input, _) => PathBuf::from(input.name()),
        };
        let kind = match options.content {
            Some(content) => Kind::Content(content),
            None if is_html(&path) => Kind::Content(ContentType::News),
            None if options.ndjson || is_ndjson(&path) => Kind::Lines,
            None => Kind::Request,
        };
        let is_meant = found.is_named && !options.skip_others;
        Job { input: found.input, path, kind, is_meant }
    };
    expand(options.files.clone(), &is_wanted).into_iter().map(job).collect()
}

/// The report of a file; none when it need not be a request and is none.
pub(super) fn judge(job: &Job, checker: &Checker, body: &[u8]) -> io::Result<Option<Report>> {
    match job.kind {
        Kind::Content(content) => {
            let html = str::from_utf8(body).map_err(|_error| io::ErrorKind::InvalidData)?;
            Ok(Some(checker.check_content(html, content.into())))
        }
        _ if job.is_meant || looks_like_a_request(body) => Ok(Some(checker.check_json(body))),
        _ => Ok(None),
    }
}

/// What tells a request from other JSON.
#[derive(Deserialize)]
struct Names {
    media_id: Option<IgnoredAny>,
    articles: Option<IgnoredAny>,
}

/// Whether a JSON file is an object with `media_id` or `articles`. Of a broken file,
/// whether it names one of them.
fn looks_like_a_request(body: &[u8]) -> bool {
    // An array would be taken for the members of `Names`.
    if !body.trim_ascii_start().starts_with(b"{") {
        return false;
    }
    match serde_json::from_slice::<Names>(body) {
        Ok(names) => names.media_id.is_some() || names.articles.is_some(),
        // A name that occurs twice.
        Err(error) if error.is_data() => true,
        Err(_) => {
            let text = String::from_utf8_lossy(body);
            ["\"media_id\"", "\"articles\""].iter().any(|name| text.contains(name))
        }
    }
}
