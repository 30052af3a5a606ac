//! Work on all cores, with the answers in order.

use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many threads can run at once on this machine; 1 where that is unknown.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Works on every item, on at most `threads` threads, and returns the answers in
/// the order of the items.
///
/// Threads take turns at the items, so making the next item may be work too, such as
/// reading it from a file. The caller's thread works too, and one item alone is done
/// there. The threads end with the call, so that a process may fork between two calls.
///
/// ```
/// assert_eq!(weixin_draft_batch::in_order(&[3, 1, 2], 2, |item| item * 10), [30, 10, 20]);
/// ```
///
/// # Panics
/// When `work` does.
pub fn in_order<I: Send, T: Send>(
    items: impl IntoIterator<Item = I, IntoIter: Send>,
    threads: usize,
    work: impl Fn(I) -> T + Sync,
) -> Vec<T> {
    let items = items.into_iter();
    let others = items.size_hint().1.map_or(threads, |most| most.min(threads)).saturating_sub(1);
    if others == 0 {
        return items.map(work).collect();
    }
    let items = Mutex::new(items.enumerate());
    // The lock is held for this only, not during the work.
    let next = || items.lock().unwrap_or_else(PoisonError::into_inner).next();
    let share = || {
        let mut answers = Vec::new();
        loop {
            let Some((position, item)) = next() else { return answers };
            answers.push((position, work(item)));
        }
    };
    let mut answers = thread::scope(|scope| {
        // Where no thread can be had, this one does all the work.
        let handles: Vec<_> = (0..others)
            .filter_map(|_| thread::Builder::new().spawn_scoped(scope, share).ok())
            .collect();
        let mut answers = share();
        for handle in handles {
            let shares = handle.join();
            answers.extend(shares.unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        answers
    });
    answers.sort_unstable_by_key(|(position, _)| *position);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::Barrier;

    use super::*;

    #[test]
    fn answers_have_the_order_of_the_items() {
        let items: Vec<usize> = (0..10_000).collect();
        for threads in [0, 1, 2, 7] {
            let answers = in_order(&items, threads, |item| item + 1);
            assert_eq!(answers, (1..=10_000).collect::<Vec<_>>());
        }
        assert!(in_order(&[], 4, |item: &u8| *item).is_empty());
        // Nobody knows beforehand how many these are.
        let mut left = 0..10_000;
        let counted = in_order(std::iter::from_fn(|| left.next()), 3, |item| item);
        assert_eq!(counted, items);
    }

    #[test]
    fn as_many_threads_work_as_were_asked_for() {
        let (all_here, seen) = (Barrier::new(3), Mutex::new(HashSet::new()));
        in_order(&[(); 3], 3, |()| {
            all_here.wait();
            seen.lock().unwrap().insert(thread::current().id());
        });
        assert_eq!(seen.into_inner().unwrap().len(), 3);
    }

    #[test]
    #[should_panic(expected = "the third")]
    fn a_panic_reaches_the_caller() {
        in_order(&[1, 2, 3], 2, |item| assert_ne!(*item, 3, "the third"));
    }
}
