//! Waiting for a source of the site to change.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::config::FILE as CONFIG;
use crate::content::FOLDER as CONTENT;
use crate::theme::{STATICS, TEMPLATES};

/// An editor writes a file in several steps that follow each other closely; this is how long nothing
/// more has to come before the site is built.
const QUIET: Duration = Duration::from_millis(30);

const FOLDERS: [&str; 3] = [CONTENT, TEMPLATES, STATICS];

/// The changes to the sources of a site.
pub struct Changes {
    root: PathBuf,
    watcher: RecommendedWatcher,
    watched: Vec<&'static str>,
    events: Receiver<notify::Result<Event>>,
}

impl Changes {
    /// Begins to watch the site in `root`.
    pub fn of(root: &Path) -> notify::Result<Changes> {
        let root = root.canonicalize()?;
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender)?;
        watcher.watch(&root, RecursiveMode::NonRecursive)?;
        let mut changes = Changes {
            root,
            watcher,
            watched: Vec::new(),
            events,
        };
        changes.watch_folders();
        Ok(changes)
    }

    /// Watches the folders that are there now; one may come or go while the server runs.
    fn watch_folders(&mut self) {
        self.watched
            .retain(|folder| self.root.join(folder).is_dir());
        for folder in FOLDERS {
            let path = self.root.join(folder);
            let is_new = path.is_dir() && !self.watched.contains(&folder);
            if is_new && self.watcher.watch(&path, RecursiveMode::Recursive).is_ok() {
                self.watched.push(folder);
            }
        }
    }

    /// Waits until something changed and nothing changes any more. `false` if no change can come.
    pub fn wait(&mut self) -> bool {
        loop {
            match self.events.recv() {
                Ok(event) if self.is_change(&event) => break,
                Ok(_) => {}
                Err(_) => return false,
            }
        }
        loop {
            match self.events.recv_timeout(QUIET) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        self.watch_folders();
        true
    }

    fn is_change(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else {
            // Events were lost: whatever it was, building again sees it.
            return true;
        };
        !matches!(event.kind, EventKind::Access(_))
            && event.paths.iter().any(|path| self.is_source(path))
    }

    fn is_source(&self, path: &Path) -> bool {
        let Ok(path) = path.strip_prefix(&self.root) else {
            // A folder that is a symbolic link reports the paths behind it.
            return true;
        };
        let first = path.iter().next().unwrap_or_default();
        first == CONFIG || FOLDERS.iter().any(|folder| first == *folder)
    }
}
