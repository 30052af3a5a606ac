//! What each file that is checked holds.

use std::io::{self, ErrorKind::InvalidData};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use weixin_draft::{ArticleType, Checker, Report};

use super::Options;
use super::look::{Look, look};
use crate::encoding::utf8;
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

/// What there is to say of a file.
pub(super) enum Judged {
    Report(Report),
    /// It need not be a request, and is other JSON.
    OtherJson,
    /// It need not be a request, and is no JSON.
    NotJson,
}

/// Checks a file, if it is to be checked.
pub(super) fn judge(job: &Job, checker: &Checker, body: &[u8]) -> io::Result<Judged> {
    let look = match job.kind {
        Kind::Content(content) => {
            let html = utf8(body).map_err(|error| io::Error::new(InvalidData, error))?;
            return Ok(Judged::Report(checker.check_content(html, content.into())));
        }
        _ if job.is_meant => Look::Request,
        _ => look(body),
    };
    Ok(match look {
        Look::Request => Judged::Report(checker.check_json(body)),
        Look::OtherJson => Judged::OtherJson,
        Look::NotJson => Judged::NotJson,
    })
}
