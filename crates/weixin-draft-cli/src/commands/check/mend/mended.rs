//! `check --fix`: files and lines mended.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::Args;
use similar::TextDiff;
use weixin_draft::{Applicability, ArticleType, Checker, Fixed};

use crate::input::Input;

/// Whether and how to mend what is wrong.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct FixOptions {
    /// Mend what has one obvious mend, in place; standard input is mended to standard output
    #[arg(long)]
    fix: bool,
    /// Mend also where something may be lost or differ; with --fix or --diff
    #[arg(long)]
    unsafe_fixes: bool,
    /// Show what --fix would change, and change nothing
    #[arg(long, conflicts_with = "fix")]
    diff: bool,
}

/// A way to mend.
#[derive(Clone, Copy)]
pub(crate) struct Mending<'a> {
    pub(crate) checker: &'a Checker,
    pub(crate) at_most: Applicability,
    pub(crate) only_shows: bool,
}

/// What became of an input.
#[derive(Debug, Default)]
pub(crate) struct Mended {
    /// What is left to be reported.
    pub(crate) text: Vec<u8>,
    /// How many fixes were applied.
    pub(crate) applied: usize,
    /// How many requests were left as they were, since fixes brought new ones for too
    /// many rounds.
    pub(crate) gave_up: usize,
}

impl FixOptions {
    /// How to mend, if that is asked for. `Err` when only `--unsafe-fixes` is.
    pub(crate) fn mending(self, checker: &Checker) -> Result<Option<Mending<'_>>, ()> {
        let at_most = if self.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
        match (self.fix, self.diff) {
            (false, false) if self.unsafe_fixes => Err(()),
            (false, false) => Ok(None),
            _ => Ok(Some(Mending { checker, at_most, only_shows: self.diff })),
        }
    }
}

impl Mending<'_> {
    /// Mends a body, or with `ndjson` each of its lines.
    pub(crate) fn mend(self, body: &[u8], ndjson: bool) -> Mended {
        let mut mended = Mended::default();
        if !ndjson {
            self.mend_request(body, &mut mended);
            return mended;
        }
        for line in body.split_inclusive(|byte| *byte == b'\n') {
            let (request, end) = line.split_at(line.trim_ascii_end().len());
            if !request.is_empty() {
                self.mend_request(request, &mut mended);
            }
            mended.text.extend_from_slice(end);
        }
        mended
    }

    /// Mends the content of an article.
    pub(crate) fn mend_content(self, html: &str, article_type: ArticleType) -> Mended {
        let mut mended = Mended::default();
        mended.add(&self.checker.fix_content(html, article_type, self.at_most));
        mended
    }

    fn mend_request(self, body: &[u8], mended: &mut Mended) {
        mended.add(&self.checker.fix(body, self.at_most));
    }
}

impl Mended {
    fn add(&mut self, fixed: &Fixed) {
        self.text.extend_from_slice(&fixed.body);
        self.applied += fixed.applied;
        self.gave_up += usize::from(fixed.gave_up);
    }
}

/// Writes a file whole: beside it, then renamed, with its mode, so that it is never left
/// half written.
pub(crate) fn write_file(path: &Path, text: &[u8]) -> io::Result<()> {
    // Of a symbolic link, the file that it names.
    let path = fs::canonicalize(path)?;
    let directory = path.parent().unwrap_or(Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(directory)?;
    beside.write_all(text)?;
    beside.as_file().set_permissions(fs::metadata(&path)?.permissions())?;
    beside.as_file().sync_all()?;
    beside.persist(&path)?;
    Ok(())
}

/// A unified diff of an input before and after.
pub(crate) fn diff(input: &Input, before: &[u8], after: &[u8]) -> String {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    let name = input.name();
    TextDiff::from_lines(&*before, &*after)
        .unified_diff()
        .header(&format!("a/{name}"), &format!("b/{name}"))
        .to_string()
}
