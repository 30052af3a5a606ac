//! Where an iterator over many payloads is.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyIterator;
use pyo3::{PyTraverseError, PyVisit};
use weixin_draft::Language;
use weixin_draft_batch::{in_order, pieces};

use super::row::Row;
use crate::checker::Checker;
use crate::ndjson;
use crate::report::Report;

/// How many bytes are taken at once.
const BYTES: usize = 1 << 20;
/// How many payloads are taken at once: the reports of short ones take room too.
const PAYLOADS: usize = 4096;

pub(super) struct State {
    /// Gone once it has ended.
    payloads: Option<Py<PyIterator>>,
    /// How many are taken next: first few, so that the first report comes soon.
    at_once: usize,
    checked: VecDeque<(Row, Option<weixin_draft::Report>)>,
    /// What the iterable raised, to be raised after the reports before it.
    raised: Option<PyErr>,
    checker: Arc<weixin_draft::Checker>,
    language: Language,
    threads: usize,
}

impl State {
    pub(super) fn new(
        payloads: &Bound<'_, PyAny>,
        checker: &Checker,
        threads: usize,
    ) -> PyResult<Self> {
        Ok(State {
            payloads: Some(payloads.try_iter()?.unbind()),
            at_once: 64,
            checked: VecDeque::new(),
            raised: None,
            checker: Arc::clone(&checker.checker),
            language: checker.language,
            threads,
        })
    }

    pub(super) fn traverse(&self, visit: &PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.payloads)
    }

    /// The next report: `None` at the end, `Some(None)` for a missing payload.
    #[expect(clippy::option_option, reason = "the two are different")]
    pub(super) fn next<'py>(
        &mut self,
        py: Python<'py>,
    ) -> PyResult<Option<Option<Bound<'py, Report>>>> {
        if self.checked.is_empty() {
            if let Some(raised) = self.raised.take() {
                return Err(raised);
            }
            py.check_signals()?;
            let rows = self.take(py);
            self.check(py, rows);
        }
        match self.checked.pop_front() {
            Some((row, Some(mut report))) => {
                if row.never_was_text() {
                    report = report.without_locations();
                }
                let unwritable = row.into_unwritable();
                Ok(Some(Some(ndjson::into_python(report, py, self.language, unwritable)?)))
            }
            Some((_, None)) => Ok(Some(None)),
            None => self.raised.take().map_or(Ok(None), Err),
        }
    }

    /// The next payloads; none at the end.
    fn take(&mut self, py: Python<'_>) -> Vec<Row> {
        let (mut rows, mut bytes) = (Vec::new(), 0);
        let Some(payloads) = &self.payloads else { return rows };
        let mut payloads = payloads.bind(py).clone();
        while rows.len() < self.at_once && bytes < BYTES {
            match payloads.next().map(|value| value.and_then(|value| Row::of(&value))) {
                Some(Ok(row)) => {
                    bytes += row.bytes().map_or(0, <[u8]>::len);
                    rows.push(row);
                }
                ended => {
                    self.raised = ended.and_then(Result::err);
                    self.payloads = None;
                    break;
                }
            }
        }
        self.at_once = (self.at_once * 2).min(PAYLOADS);
        rows
    }

    fn check(&mut self, py: Python<'_>, rows: Vec<Row>) {
        let checker = &*self.checker;
        let bodies: Vec<Option<&[u8]>> = rows.iter().map(Row::bytes).collect();
        let check = |body: &&[u8]| ndjson::check(checker, body);
        let work = |piece: &Range<usize>| {
            let bodies = bodies[piece.clone()].iter();
            bodies.map(|body| body.as_ref().map(check)).collect::<Vec<_>>()
        };
        let sizes = bodies.iter().map(|body| body.map_or(0, <[u8]>::len));
        let pieces = pieces(sizes);
        let threads = self.threads;
        let results = py.detach(|| in_order(&pieces, threads, work));
        self.checked = rows.into_iter().zip(results.into_iter().flatten()).collect();
    }
}
