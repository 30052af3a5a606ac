//! Threads that wait for the next request, since starting one takes as long as
//! a request to a server nearby.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{io, process, thread};

/// What a thread is to do next.
pub(super) type Job = Box<dyn FnOnce() + Send>;

/// A thread that has waited so long ends.
const PATIENCE: Duration = Duration::from_secs(10);

/// The threads that have nothing to do, the last to become so at the end.
struct Idle {
    /// The process they belong to: a fork takes none of them along.
    process: u32,
    workers: Vec<Worker>,
    last_name: u64,
}

struct Worker {
    name: u64,
    jobs: Sender<Job>,
}

static IDLE: Mutex<Idle> = Mutex::new(Idle { process: 0, workers: Vec::new(), last_name: 0 });

fn idle() -> MutexGuard<'static, Idle> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does the job on a thread that is idle, or on a new one.
///
/// # Errors
/// When the system has no thread to give.
pub(super) fn spawn(job: Job) -> io::Result<()> {
    let mut idle = idle();
    if idle.process != process::id() {
        idle.process = process::id();
        idle.workers.clear();
    }
    if let Some(worker) = idle.workers.pop() {
        // One that is listed waits for a job, or for the list, to leave it.
        drop(worker.jobs.send(job));
        return Ok(());
    }
    idle.last_name += 1;
    let name = idle.last_name;
    drop(idle);
    let (jobs, received) = mpsc::channel();
    let body = move || work(name, &jobs, &received, job);
    thread::Builder::new().name("weixin-draft-client".to_owned()).spawn(body).map(drop)
}

/// What a thread does from its first job on.
fn work(name: u64, jobs: &Sender<Job>, received: &Receiver<Job>, first: Job) {
    first();
    loop {
        idle().workers.push(Worker { name, jobs: jobs.clone() });
        let next = match received.recv_timeout(PATIENCE) {
            Ok(job) => Some(job),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                // Whoever took this one from the list has sent it a job by now.
                let mut idle = idle();
                idle.workers.retain(|worker| worker.name != name);
                received.try_recv().ok()
            }
        };
        match next {
            Some(job) => job(),
            None => return,
        }
    }
}
