//! Requests and contents mended, one by one.

use std::ops::Range;

use clap::Args;
use weixin_draft::{Applicability, Checker, Report, other_encoding};
use weixin_draft_batch::{cores, in_order};

use super::super::jobs::Kind;

/// Whether and how to mend what is wrong.
#[derive(Args, Clone, Copy, Debug)]
pub(in super::super) struct FixOptions {
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
pub(in super::super) struct Mending<'a> {
    pub(in super::super) checker: &'a Checker,
    at_most: Applicability,
    pub(in super::super) only_shows: bool,
}

/// What became of an input.
#[derive(Default)]
pub(super) struct Mended {
    pub(super) text: Vec<u8>,
    /// How many fixes were applied.
    pub(super) applied: usize,
    /// How many requests were left as they were, since fixes brought new ones for too
    /// many rounds.
    pub(super) gave_up: usize,
    pub(super) requests: Vec<MendedRequest>,
}

/// A request or a content of the text.
pub(super) struct MendedRequest {
    /// The line, where every line is a request.
    pub(super) line: Option<u64>,
    /// The bytes of the text that was given, or of the mended one: of the one that is to
    /// be seen after the call.
    pub(super) range: Range<usize>,
    /// What a check finds in the mended text, with the places of that one.
    pub(super) report: Report,
}

/// What became of one request.
struct One {
    body: Vec<u8>,
    applied: usize,
    gave_up: bool,
    report: Report,
}

impl FixOptions {
    /// How to mend, if that is asked for. `Err` when only `--unsafe-fixes` is.
    pub(in super::super) fn mending(self, checker: &Checker) -> Result<Option<Mending<'_>>, ()> {
        let at_most = if self.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
        match (self.fix, self.diff) {
            (false, false) if self.unsafe_fixes => Err(()),
            (false, false) => Ok(None),
            _ => Ok(Some(Mending { checker, at_most, only_shows: self.diff })),
        }
    }
}

impl Mending<'_> {
    /// Mends a text of this kind.
    pub(super) fn mend(self, text: &[u8], kind: Kind) -> Mended {
        each_request(text, kind, self.only_shows, |request| self.fixed(request, kind))
    }

    /// A text of this kind as it is.
    pub(super) fn leave(self, text: &[u8], kind: Kind) -> Mended {
        each_request(text, kind, self.only_shows, |request| self.left(request, kind))
    }

    fn left(self, request: &[u8], kind: Kind) -> One {
        let report = match kind {
            Kind::Content(content) => self.checker.check_content(as_text(request), content.into()),
            Kind::Request | Kind::Lines => self.checker.check_json(request),
        };
        One { body: request.to_vec(), applied: 0, gave_up: false, report }
    }

    fn fixed(self, request: &[u8], kind: Kind) -> One {
        let fixed = match kind {
            Kind::Content(content) => {
                self.checker.fix_content(as_text(request), content.into(), self.at_most)
            }
            Kind::Request | Kind::Lines => self.checker.fix(request, self.at_most),
        };
        let report = if self.only_shows { fixed.report_on(request) } else { fixed.report.clone() };
        let mut body = fixed.body;
        if kind == Kind::Lines && has_line_break(&body) {
            // JSON has none but as white space, such as in what was JSON in a string.
            if serde_json::from_slice::<serde::de::IgnoredAny>(&body).is_err() {
                return self.left(request, kind);
            }
            for byte in body.iter_mut().filter(|byte| is_line_break(**byte)) {
                *byte = b' ';
            }
        }
        One { body, applied: fixed.applied, gave_up: fixed.gave_up, report }
    }
}

/// Does this with every request of a text, on all cores.
fn each_request(
    text: &[u8],
    kind: Kind,
    only_shows: bool,
    work: impl Fn(&[u8]) -> One + Sync,
) -> Mended {
    let mut mended = Mended::default();
    // In another encoding, nothing is mended, and no line says more than the first.
    if kind != Kind::Lines || other_encoding(text).is_some() {
        let line = (kind == Kind::Lines).then_some(1);
        mended.add(line, work(text), only_shows.then_some(0..text.len()));
        return mended;
    }
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let done = in_order(&lines, cores(), |line| {
        let request = line.trim_ascii_end();
        (!request.is_empty()).then(|| work(request))
    });
    let mut start = 0;
    for (number, (line, one)) in (1..).zip(lines.iter().zip(done)) {
        let length = line.trim_ascii_end().len();
        if let Some(one) = one {
            mended.add(Some(number), one, only_shows.then_some(start..start + length));
        }
        mended.text.extend_from_slice(&line[length..]);
        start += line.len();
    }
    mended
}

impl Mended {
    /// Adds a request; `given` is where it is in the text that was given, if that one is
    /// to be seen.
    fn add(&mut self, line: Option<u64>, one: One, given: Option<Range<usize>>) {
        let start = self.text.len();
        self.text.extend_from_slice(&one.body);
        self.applied += one.applied;
        self.gave_up += usize::from(one.gave_up);
        let range = given.unwrap_or(start..self.text.len());
        self.requests.push(MendedRequest { line, range, report: one.report });
    }
}

/// A content as text, which it is known to be.
fn as_text(content: &[u8]) -> &str {
    str::from_utf8(content).unwrap_or_default()
}

fn has_line_break(text: &[u8]) -> bool {
    text.iter().copied().any(is_line_break)
}

fn is_line_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}
