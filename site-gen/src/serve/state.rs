//! What the server answers with, and how readers' pages hear of a new one.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

use crate::diagnostic::{Diagnostics, Printer};
use crate::output::Output;
use crate::pipeline::Assembled;
use crate::timing::Timings;

/// The last good site and the last build's errors.
#[derive(Clone, Debug, Default)]
pub struct Current {
    /// The files of the last build without errors.
    pub output: Arc<Output>,
    /// Counts the builds that changed a file.
    pub version: u64,
    /// What is wrong with the last build.
    pub error: Option<Arc<str>>,
}

/// What a rebuild came to.
pub struct Rebuilt {
    /// Errors and warnings.
    pub diagnostics: Diagnostics,
    /// How long each step took.
    pub timings: Timings,
    /// Whether a file changed.
    pub changed: bool,
    /// How long the build took.
    pub took: Duration,
}

/// Shared by the server and the thread that rebuilds.
pub struct State {
    base_path: String,
    sender: watch::Sender<Current>,
    publishing: Mutex<()>,
}

impl State {
    /// No site yet.
    pub fn new(base_path: String) -> State {
        // A page that outlives its server must not take the next one's versions for its own.
        let started = SystemTime::now().duration_since(UNIX_EPOCH);
        let version = started.map_or(0, |since| since.as_secs() << 16);
        State {
            base_path,
            sender: watch::Sender::new(Current {
                version,
                ..Current::default()
            }),
            publishing: Mutex::new(()),
        }
    }

    /// The path that the site is served below.
    pub fn base_path(&self) -> &str {
        &self.base_path
    }

    /// What is answered now.
    pub fn current(&self) -> Current {
        self.sender.borrow().clone()
    }

    /// Tells of every change from now on, and of what is current at once.
    pub fn subscribe(&self) -> watch::Receiver<Current> {
        let mut receiver = self.sender.subscribe();
        receiver.mark_changed();
        receiver
    }

    /// Takes over a build: its files if it is good, its errors if it is not.
    pub fn publish(&self, assembled: Assembled, took: Duration) -> Rebuilt {
        let _one_at_a_time = self
            .publishing
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let Assembled {
            output,
            diagnostics,
            timings,
            ..
        } = assembled;
        let mut next = self.current();
        next.error = diagnostics
            .have_errors()
            .then(|| Printer::plain().render_all(&diagnostics).into());
        let changed = next.error.is_none() && *next.output != output;
        if changed {
            next.output = Arc::new(output);
            next.version += 1;
        }
        self.sender.send_replace(next);
        Rebuilt {
            diagnostics,
            timings,
            changed,
            took,
        }
    }
}
