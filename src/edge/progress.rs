//! One line on a terminal's standard error while a run takes long.
//!
//! Nothing is written in the first second, nothing at all where it was switched off, and the line is wiped before
//! anything else is printed. It never touches standard output.

use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Shorter runs show nothing: a flash of text is noise.
const QUIET: Duration = Duration::from_secs(1);
/// Faster updates than this cannot be read.
const BETWEEN: Duration = Duration::from_millis(100);

/// Counts steps from any thread and shows the count when the run drags on. Dropping it wipes the line.
pub struct Progress {
    what: &'static str,
    total: usize,
    done: AtomicUsize,
    line: Option<Mutex<Line>>,
}

struct Line {
    next: Instant,
    drawn: bool,
}

impl Progress {
    /// `what` is a word such as "files"; `enabled` comes from the settings.
    pub fn new(enabled: bool, what: &'static str, total: usize) -> Self {
        let line = enabled.then(|| Mutex::new(Line { next: Instant::now() + QUIET, drawn: false }));
        Progress { what, total, done: AtomicUsize::new(0), line }
    }

    /// One more is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        // Whoever finds the line busy goes on working: a missed update is made up for by the next.
        let Some(Ok(mut line)) = self.line.as_ref().map(Mutex::try_lock) else { return };
        let now = Instant::now();
        if now < line.next {
            return;
        }
        line.next = now + BETWEEN;
        line.drawn = true;
        let _ = write!(std::io::stderr(), "\r\x1b[K{done} of {} {}", self.total, self.what);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(Ok(line)) = self.line.as_ref().map(Mutex::lock)
            && line.drawn
        {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_run_draws_nothing_and_counts_every_step() {
        let progress = Progress::new(true, "files", 2);
        progress.step();
        progress.step();
        assert_eq!(progress.done.load(Ordering::Relaxed), 2);
        assert!(!progress.line.as_ref().unwrap().lock().unwrap().drawn);
        assert!(Progress::new(false, "files", 2).line.is_none());
    }
}
