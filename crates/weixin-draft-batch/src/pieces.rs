//! Rows, gathered into pieces of work.

use std::ops::Range;

/// Less work than this is done sooner than another thread begins.
const BYTES: usize = 64 << 10;
/// Short rows take time too.
const ROWS: usize = 512;

/// Gathers neighbouring rows of these sizes in bytes into pieces that are worth
/// being handed to another thread: ranges over the rows, in order.
///
/// ```
/// let sizes = [10, 100_000, 20, 30];
/// assert_eq!(weixin_draft_batch::pieces(sizes), [0..2, 2..4]);
/// ```
pub fn pieces(sizes: impl IntoIterator<Item = usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut start, mut end, mut bytes) = (0, 0, 0_usize);
    for size in sizes {
        end += 1;
        bytes = bytes.saturating_add(size);
        if bytes >= BYTES || end - start == ROWS {
            pieces.push(start..end);
            (start, bytes) = (end, 0);
        }
    }
    if start < end {
        pieces.push(start..end);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_in_one_piece() {
        for (rows, size) in [(0, 1), (1, 0), (5000, 0), (5000, 700), (3, BYTES), (7, usize::MAX)] {
            let found = pieces((0..rows).map(|_| size));
            assert_eq!(
                found.iter().cloned().flatten().collect::<Vec<_>>(),
                (0..rows).collect::<Vec<_>>()
            );
            assert!(found.iter().all(|piece| !piece.is_empty() && piece.len() <= ROWS));
        }
    }
}
