//! The faults that wait, each for calls of one endpoint.

use std::collections::VecDeque;

use crate::fault::Fault;

/// How many faults wait at most: a sandbox may run for days.
const MAX_COUNT: usize = 1_000;
/// How many bytes they have together at most.
const MAX_SIZE: usize = 1 << 20;

/// A fault, for whom, and when.
#[derive(Debug)]
pub(crate) struct Waiting {
    pub(crate) endpoint: String,
    pub(crate) fault: Fault,
    /// How many calls of the endpoint go well before.
    pub(crate) after: u32,
    pub(crate) times: u32,
}

#[derive(Debug, Default)]
pub(crate) struct Faults(VecDeque<Waiting>);

impl Faults {
    /// Puts a fault at the end; false if there are too many.
    pub(crate) fn add(&mut self, waiting: Waiting) -> bool {
        if waiting.times == 0 {
            return true;
        }
        let size: usize = self.0.iter().map(Waiting::size).sum();
        let fits = self.0.len() < MAX_COUNT && size + waiting.size() <= MAX_SIZE;
        if fits {
            self.0.push_back(waiting);
        }
        fits
    }

    /// The fault that the call at hand is to suffer.
    pub(crate) fn take(&mut self, endpoint: &str) -> Option<Fault> {
        let place = self.0.iter().position(|waiting| waiting.endpoint == endpoint)?;
        let waiting = self.0.get_mut(place)?;
        if waiting.after > 0 {
            waiting.after -= 1;
            return None;
        }
        waiting.times -= 1;
        if waiting.times > 0 {
            return Some(waiting.fault.clone());
        }
        self.0.remove(place).map(|waiting| waiting.fault)
    }
}

impl Waiting {
    fn size(&self) -> usize {
        self.endpoint.len() + self.fault.size()
    }
}
