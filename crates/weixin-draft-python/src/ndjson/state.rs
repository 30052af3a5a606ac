//! Where an iterator over the lines of an input is.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::{PyTraverseError, PyVisit};
use weixin_draft::{Checker as Check, Language, too_long};
use weixin_draft_batch::{Block, Blocks, Row, in_order};

use super::at_once::{AtOnce, BLOCKS, BYTES};
use super::row;
use super::source::Source;
use crate::checker::Checker;
use crate::report::Report;

pub(super) struct State {
    source: Source,
    blocks: Blocks,
    /// Blocks to be filled again.
    empty: Vec<Block>,
    /// Why reading ended, to be raised after the reports before it.
    raised: Option<PyErr>,
    checked: VecDeque<(u64, weixin_draft::Report)>,
    checker: Arc<Check>,
    language: Language,
    threads: usize,
    /// A bar with `update` and `close`, as tqdm makes them.
    bar: Option<Py<PyAny>>,
    /// How far the bar is.
    shown: u64,
}

impl State {
    pub(super) fn new(
        source: Source,
        checker: &Checker,
        threads: usize,
        bar: Option<Py<PyAny>>,
    ) -> Self {
        State {
            source,
            blocks: Blocks::new(),
            empty: Vec::new(),
            raised: None,
            checked: VecDeque::new(),
            checker: Arc::clone(&checker.checker),
            language: checker.language,
            threads,
            bar,
            shown: 0,
        }
    }

    pub(super) fn next<'py>(
        &mut self,
        py: Python<'py>,
    ) -> PyResult<Option<(u64, Bound<'py, Report>)>> {
        while self.checked.is_empty() {
            if !self.fill(py)? {
                self.close(py)?;
                return Ok(None);
            }
        }
        let Some((line, report)) = self.checked.pop_front() else {
            return Ok(None);
        };
        Ok(Some((line, row::into_python(report, py, self.language, None)?)))
    }

    pub(super) fn close(&mut self, py: Python<'_>) -> PyResult<()> {
        self.checked.clear();
        self.blocks = Blocks::new();
        self.empty.clear();
        if let Some(bar) = self.bar.take() {
            bar.call_method0(py, "close")?;
        }
        self.source.close(py)
    }

    pub(super) fn traverse(&self, visit: &PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.bar)?;
        self.source.traverse(visit)
    }

    /// Checks the next lines; false at the end of the input.
    fn fill(&mut self, py: Python<'_>) -> PyResult<bool> {
        if let Some(raised) = self.raised.take() {
            return Err(raised);
        }
        py.check_signals()?;
        let results = self.check_some(py)?;
        let is_end = results.is_empty();
        for result in results {
            match result {
                Ok((reports, block)) => {
                    self.checked.extend(reports);
                    self.empty.push(block);
                }
                Err(error) => self.raised = Some(error.into()),
            }
        }
        if let Some(bar) = &self.bar {
            let position = self.source.position();
            bar.call_method1(py, "update", (position - self.shown,))?;
            self.shown = position;
        }
        Ok(!is_end)
    }

    /// The reports of some blocks, and the blocks.
    fn check_some(&mut self, py: Python<'_>) -> PyResult<Vec<io::Result<(Reports, Block)>>> {
        let (checker, threads) = (Arc::clone(&self.checker), self.threads);
        let check = |block: io::Result<Block>| block.map(|block| (check(&block, &checker), block));
        if let Some(source) = self.source.at_hand() {
            let (blocks, empty) = (&mut self.blocks, &mut self.empty);
            // Whoever is done with a block reads the next one while others check.
            return Ok(py.detach(|| in_order(AtOnce::of(source, blocks, empty), threads, check)));
        }
        let read = self.read(py)?;
        Ok(py.detach(|| in_order(read.into_iter().map(Ok), threads, check)))
    }

    /// Some blocks of an object of Python's: one where the next may be long in coming.
    fn read(&mut self, py: Python<'_>) -> PyResult<Vec<Block>> {
        let mut read = Vec::new();
        let mut bytes = 0;
        while bytes < BYTES && read.len() < BLOCKS && (read.is_empty() || self.source.has_rest()) {
            let mut block = self.empty.pop().unwrap_or_default();
            if !self.blocks.next(&mut block, |space| self.source.read(py, space))? {
                break;
            }
            bytes += block.len();
            read.push(block);
        }
        Ok(read)
    }
}

/// The lines of a block, each with its report.
type Reports = Vec<(u64, weixin_draft::Report)>;

fn check(block: &Block, checker: &Check) -> Reports {
    let check = |(line, row)| match row {
        Row::Bytes(body) => (line, checker.check_json(body)),
        Row::TooLong => (line, too_long()),
    };
    block.rows().map(check).collect()
}
