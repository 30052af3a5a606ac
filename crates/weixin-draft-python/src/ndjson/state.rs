//! Where an iterator over the lines of an input is.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::{PyTraverseError, PyVisit};
use weixin_draft::{Language, too_long};
use weixin_draft_batch::{Block, Blocks, Row, in_order, pieces};

use super::row;
use super::source::Source;
use crate::checker::Checker;
use crate::report::Report;

/// So many bytes are checked at once, if they are there.
const AT_ONCE: usize = 1 << 20;

pub(super) struct State {
    source: Source,
    blocks: Blocks,
    checked: VecDeque<(u64, weixin_draft::Report)>,
    checker: Arc<weixin_draft::Checker>,
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
        py.check_signals()?;
        let read = self.read(py)?;
        if read.is_empty() {
            return Ok(false);
        }
        let (checker, threads) = (&*self.checker, self.threads);
        let results = py.detach(|| check(&read, checker, threads));
        self.checked.extend(results);
        if let Some(bar) = &self.bar {
            let position = self.source.position();
            bar.call_method1(py, "update", (position - self.shown,))?;
            self.shown = position;
        }
        Ok(true)
    }

    /// Some blocks: as many as are worth all cores where the input is at hand,
    /// and one where the next may be long in coming.
    fn read(&mut self, py: Python<'_>) -> PyResult<Vec<Block>> {
        let mut read = Vec::new();
        let mut bytes = 0;
        while bytes < AT_ONCE && (read.is_empty() || self.source.is_at_hand()) {
            let mut block = Block::default();
            if !self.blocks.next(&mut block, |space| self.source.read(py, space))? {
                break;
            }
            bytes += block.len();
            read.push(block);
        }
        Ok(read)
    }
}

fn check(
    blocks: &[Block],
    checker: &weixin_draft::Checker,
    threads: usize,
) -> Vec<(u64, weixin_draft::Report)> {
    let rows: Vec<(u64, Row<'_>)> = blocks.iter().flat_map(Block::rows).collect();
    let sizes = rows.iter().map(|(_, row)| match row {
        Row::Bytes(line) => line.len(),
        Row::TooLong => 0,
    });
    let check = |row: &(u64, Row<'_>)| match row {
        (line, Row::Bytes(body)) => (*line, checker.check_json(body)),
        (line, Row::TooLong) => (*line, too_long()),
    };
    let work = |piece: &Range<usize>| rows[piece.clone()].iter().map(check).collect::<Vec<_>>();
    in_order(&pieces(sizes), threads, work).into_iter().flatten().collect()
}
