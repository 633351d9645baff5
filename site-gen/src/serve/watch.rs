//! Waiting for a source of the site to change.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::config::FILE as CONFIG;
use crate::content::FOLDER as CONTENT;
use crate::import::mdbook::FILE as BOOK;
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
    /// Files and folders outside of those that pages are made from.
    others: BTreeSet<PathBuf>,
    /// What is watched because of them.
    watched_for_others: BTreeSet<PathBuf>,
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
            others: BTreeSet::new(),
            watched_for_others: BTreeSet::new(),
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

    /// Watches what else the last build has read: files that pages include, the pages of a book of mdBook. One
    /// that is not there may come.
    pub fn also(&mut self, others: impl IntoIterator<Item = PathBuf>) {
        self.others.clear();
        for path in others {
            let path = self.root.join(path);
            let (folder, mode) = match path.is_dir() {
                true => (Some(path.as_path()), RecursiveMode::Recursive),
                false => (path.parent(), RecursiveMode::NonRecursive),
            };
            let Some(folder) = folder.and_then(|folder| folder.canonicalize().ok()) else {
                continue;
            };
            self.others.insert(match mode {
                RecursiveMode::Recursive => folder.clone(),
                RecursiveMode::NonRecursive => folder.join(path.file_name().unwrap_or_default()),
            });
            let within = |watched: &&str| folder.starts_with(self.root.join(watched));
            let is_watched = folder == self.root || self.watched.iter().any(within);
            if !is_watched
                && !self.watched_for_others.contains(&folder)
                && self.watcher.watch(&folder, mode).is_ok()
            {
                self.watched_for_others.insert(folder);
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
        if self.others.iter().any(|other| path.starts_with(other)) {
            return true;
        }
        let Ok(path) = path.strip_prefix(&self.root) else {
            // A folder that is a symbolic link reports the paths behind it.
            return true;
        };
        let first = path.iter().next().unwrap_or_default();
        first == CONFIG || first == BOOK || FOLDERS.iter().any(|folder| first == *folder)
    }
}
