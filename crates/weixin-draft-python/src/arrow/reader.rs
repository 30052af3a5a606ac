//! Checks one batch after the other, when it is asked for.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchReader};
use arrow_buffer::NullBuffer;
use arrow_schema::{ArrowError, SchemaRef};
use arrow_select::concat::concat_batches;
use weixin_draft::{Checker, Language};
use weixin_draft_batch::{in_order, pieces};

use super::bodies::bodies;
use super::column::Column;
use super::import::{self, Arrays};
use super::results::{Results, schema};
use crate::ndjson;

/// How many rows a batch of results has at most, however long the arrays are.
const MAX_ROWS: usize = 1 << 16;

/// How many bytes of requests are checked for one batch at most, unless a single row is
/// longer: a report can be much longer than the request.
const MAX_BYTES: usize = 8 << 20;

/// The results of a stream, batch by batch.
pub(super) struct CheckedBatches {
    /// Gone after the end or an error.
    source: Option<Arrays>,
    /// What is left of the current array.
    current: Option<ArrayRef>,
    check: Check,
}

/// How arrays are checked.
pub(super) struct Check {
    pub(super) column: Column,
    pub(super) checker: Arc<Checker>,
    pub(super) language: Language,
    pub(super) threads: usize,
}

impl CheckedBatches {
    pub(super) fn new(source: Arrays, check: Check) -> Self {
        CheckedBatches { source: Some(source), current: None, check }
    }

    /// The rows that are next.
    fn next_rows(&mut self) -> Option<Result<ArrayRef, ArrowError>> {
        match self.current.take() {
            Some(array) => Some(Ok(array)),
            None => import::next(self.source.as_mut()?),
        }
    }

    /// Checks the first rows, and keeps the others for later.
    fn check_first(&mut self, array: &ArrayRef) -> Result<RecordBatch, ArrowError> {
        let batch = self.check.check(&array.slice(0, array.len().min(MAX_ROWS)))?;
        let checked = batch.num_rows();
        if checked < array.len() {
            self.current = Some(array.slice(checked, array.len() - checked));
        }
        Ok(batch)
    }
}

impl Check {
    /// The results of the first rows, as many as are checked together.
    fn check(&self, array: &ArrayRef) -> Result<RecordBatch, ArrowError> {
        let (column, nulls) = self.column.of(array)?;
        let mut bodies = bodies(column.as_ref())?;
        bodies.truncate(together(&bodies));
        let pieces = pieces(bodies.iter().map(|body| body.len()));
        let work = |piece: &Range<usize>| self.check_piece(&bodies, nulls.as_ref(), piece);
        let batches = in_order(&pieces, self.threads, work);
        let batches = batches.into_iter().collect::<Result<Vec<_>, _>>()?;
        concat_batches(&schema(), &batches)
    }

    fn check_piece(
        &self,
        bodies: &[&[u8]],
        nulls: Option<&NullBuffer>,
        piece: &Range<usize>,
    ) -> Result<RecordBatch, ArrowError> {
        let mut results = Results::new(self.language, piece.len());
        for row in piece.clone() {
            if nulls.is_some_and(|nulls| nulls.is_null(row)) {
                results.push_null();
            } else {
                results.push(&ndjson::check(&self.checker, bodies[row]));
            }
        }
        results.finish()
    }
}

/// How many of the rows are checked together.
fn together(bodies: &[&[u8]]) -> usize {
    let mut bytes = 0_usize;
    let fits = |body: &&&[u8]| {
        bytes = bytes.saturating_add(body.len());
        bytes <= MAX_BYTES
    };
    bodies.iter().take_while(fits).count().max(1).min(bodies.len())
}

impl Iterator for CheckedBatches {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        // The caller is C code, which a panic must not reach.
        let next = catch_unwind(AssertUnwindSafe(|| {
            let rows = self.next_rows()?;
            Some(rows.and_then(|array| self.check_first(&array)))
        }));
        let next = next.unwrap_or_else(|_panic| {
            Some(Err(ArrowError::ComputeError("the check stopped unexpectedly".to_owned())))
        });
        if !matches!(next, Some(Ok(_))) {
            (self.source, self.current) = (None, None);
        }
        next
    }
}

impl RecordBatchReader for CheckedBatches {
    fn schema(&self) -> SchemaRef {
        schema()
    }
}
