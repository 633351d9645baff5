//! How long each step of a build takes, for `-v`.

use std::time::{Duration, Instant};

/// A stopwatch that notes laps.
#[derive(Debug)]
pub struct Timings {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Default for Timings {
    fn default() -> Self {
        Timings {
            last: Instant::now(),
            laps: Vec::new(),
        }
    }
}

impl Timings {
    /// Notes that a step has ended.
    pub fn lap(&mut self, step: &'static str) {
        let now = Instant::now();
        self.laps.push((step, now - self.last));
        self.last = now;
    }

    /// The steps in order, with the time that each took.
    pub fn laps(&self) -> impl Iterator<Item = (&'static str, Duration)> {
        self.laps.iter().copied()
    }
}
