//! Checks a file with one request a line, batch by batch, on all cores.

mod batch;
mod parallel;
mod source;

use std::collections::VecDeque;

use pyo3::prelude::*;
use pyo3::{PyTraverseError, PyVisit};
use weixin_draft::Language;

use crate::checker::Checker;
use crate::report::Report;
use batch::Lines;
use source::Source;

/// Iterates over (line, report); lines count from 1, empty ones are passed over.
///
/// At any time about 1 MiB of input and its reports are in memory.
#[pyclass(module = "weixin_draft._core")]
pub(crate) struct NdjsonReports {
    source: Source,
    lines: Lines,
    checked: VecDeque<(u64, weixin_draft::Report)>,
    checker: std::sync::Arc<weixin_draft::Checker>,
    language: Language,
    threads: usize,
}

#[pymethods]
impl NdjsonReports {
    #[new]
    #[pyo3(signature = (source, checker, /))]
    fn new(source: &Bound<'_, PyAny>, checker: &Bound<'_, Checker>) -> PyResult<Self> {
        let Checker { checker, language } = checker.get();
        Ok(NdjsonReports {
            source: Source::of(source)?,
            lines: Lines::default(),
            checked: VecDeque::new(),
            checker: std::sync::Arc::clone(checker),
            language: *language,
            threads: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        })
    }

    /// The size of the input in bytes, where it is known.
    #[getter]
    fn total(&self) -> Option<u64> {
        self.source.total()
    }

    /// How many bytes were read so far.
    #[getter]
    fn position(&self) -> u64 {
        self.source.position()
    }

    /// Lets go of the input and of what was read ahead; nothing follows then.
    fn close(&mut self, py: Python<'_>) -> PyResult<()> {
        self.lines = Lines::ended();
        self.checked.clear();
        self.source.close(py)
    }

    fn __enter__(this: Py<Self>) -> Py<Self> {
        this
    }

    #[pyo3(signature = (*_exception))]
    fn __exit__(&mut self, py: Python<'_>, _exception: &Bound<'_, PyAny>) -> PyResult<()> {
        self.close(py)
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        self.source.traverse(&visit)
    }

    fn __iter__(this: Py<Self>) -> Py<Self> {
        this
    }

    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<(u64, Bound<'py, Report>)>> {
        while self.checked.is_empty() {
            if !self.fill(py)? {
                return Ok(None);
            }
        }
        let Some((line, report)) = self.checked.pop_front() else {
            return Ok(None);
        };
        if report.violations().is_empty() {
            return Ok(Some((line, Report::spotless(py, self.language)?)));
        }
        Ok(Some((line, Bound::new(py, Report::new(report, self.language, None))?)))
    }
}

impl NdjsonReports {
    /// Checks the next batch; false at the end of the input.
    fn fill(&mut self, py: Python<'_>) -> PyResult<bool> {
        py.check_signals()?;
        while self.lines.want_more() {
            let space = self.lines.space();
            let read = self.source.read(py, space)?;
            self.lines.took(read);
        }
        let (lines, checker, threads) = (&mut self.lines, &*self.checker, self.threads);
        let reports = py.detach(|| {
            let batch = lines.next_batch();
            (!batch.is_empty()).then(|| parallel::check(lines.bytes(), &batch, checker, threads))
        });
        match reports {
            Some(reports) => {
                self.checked.extend(reports);
                Ok(true)
            }
            None if self.lines.is_at_end() => {
                self.source.close(py)?;
                Ok(false)
            }
            None => Ok(true),
        }
    }
}
