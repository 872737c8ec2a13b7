//! A thread for calls that may hang or panic, as sled's can on a failing disk or a damaged folder.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

type Job = Box<dyn FnOnce() + Send>;

/// A thread that runs one job after the other. A job that hangs takes the thread with it; nobody waits longer
/// than the limit.
#[derive(Debug)]
pub struct Worker {
    jobs: Sender<Job>,
}

/// Why a job gave no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// It took longer than the limit.
    Hung,
    /// It panicked, with this message.
    Panicked(String),
}

impl Worker {
    /// Starts the thread.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(name: &str) -> std::io::Result<Self> {
        let (jobs, queue) = mpsc::channel::<Job>();
        thread::Builder::new().name(name.into()).spawn(move || queue.into_iter().for_each(|job| job()))?;
        Ok(Self { jobs })
    }

    /// Runs a job and waits for its answer until the limit.
    ///
    /// # Errors
    /// The job hung or panicked.
    pub fn run<T: Send + 'static>(
        &self,
        limit: Duration,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Lost> {
        let (answer, answered) = mpsc::channel();
        let watched = move || {
            // Whoever asked may have given up waiting.
            let _ = answer.send(catch_unwind(AssertUnwindSafe(job)));
        };
        self.jobs.send(Box::new(watched)).map_err(|_| Lost::Hung)?;
        match answered.recv_timeout(limit) {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(panic)) => Err(Lost::Panicked(message(panic.as_ref()))),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Err(Lost::Hung),
        }
    }
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("unknown").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_panics_and_hangs_are_told_apart() {
        let worker = Worker::start("test").unwrap();
        let long = Duration::from_secs(60);
        assert_eq!(worker.run(long, || 2 + 2), Ok(4));
        assert_eq!(worker.run(long, || panic!("no")), Err::<(), _>(Lost::Panicked("no".into())));
        assert_eq!(worker.run(long, || 3), Ok(3), "a panic does not end the thread");
        let (release, held) = mpsc::channel::<()>();
        let hung = worker.run(Duration::ZERO, move || held.recv().is_ok());
        assert_eq!(hung, Err(Lost::Hung));
        drop(release);
    }
}
