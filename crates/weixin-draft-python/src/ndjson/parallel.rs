//! Checks the lines of one batch on several threads.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use weixin_draft::{Checker, Report};

use super::batch::Line;

/// Smaller batches are checked sooner than a thread begins.
const WORTH_A_THREAD: usize = 32 << 10;

/// A thread takes so many lines at once.
const STEP: usize = 8;

/// The report of every line, in order.
pub(super) fn check(
    bytes: &[u8],
    batch: &[Line],
    checker: &Checker,
    threads: usize,
) -> Vec<(u64, Report)> {
    let reports: Vec<OnceLock<Report>> = batch.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let begin = next.fetch_add(STEP, Ordering::Relaxed);
            let slots = reports.get(begin..).unwrap_or_default();
            if slots.is_empty() {
                return;
            }
            for ((_, place), slot) in batch[begin..].iter().zip(slots).take(STEP) {
                slot.get_or_init(|| checker.check_json(&bytes[place.clone()]));
            }
        }
    };
    let size: usize = batch.iter().map(|(_, place)| place.len()).sum();
    let others = (size / WORTH_A_THREAD).min(threads.saturating_sub(1));
    thread::scope(|scope| {
        for _ in 0..others {
            // Without another thread, this one does all the work.
            drop(thread::Builder::new().spawn_scoped(scope, work));
        }
        work();
    });
    let numbers = batch.iter().map(|(number, _)| *number);
    numbers.zip(reports.into_iter().map(|report| report.into_inner().unwrap_or_default())).collect()
}
