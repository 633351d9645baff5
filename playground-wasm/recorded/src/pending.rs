//! The list of programs that are known to differ.

use crate::Case;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// `pending.txt`: a program's name a line; `#` begins a comment.
pub(crate) struct Pending {
    path: PathBuf,
    text: String,
    listed: BTreeSet<String>,
    agreed: BTreeSet<String>,
}

impl Pending {
    /// Reads the list; a folder without one has no pending programs.
    pub(crate) fn read(path: &Path, cases: &[Case]) -> Pending {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let listed: BTreeSet<String> = text.lines().filter_map(entry).map(str::to_owned).collect();
        for name in &listed {
            let known = cases.iter().any(|case| case.name == *name);
            assert!(
                known,
                "{} lists {name}, which does not exist",
                path.display()
            );
        }
        Pending {
            path: path.to_owned(),
            text,
            listed,
            agreed: BTreeSet::new(),
        }
    }

    pub(crate) fn lists(&self, name: &str) -> bool {
        self.listed.contains(name)
    }

    /// Notes that a program gave what was recorded.
    pub(crate) fn agreed(&mut self, name: &str) {
        if self.lists(name) {
            self.agreed.insert(name.to_owned());
        }
    }

    /// Complains of the listed programs that agreed, or strikes them, when `PENDING=shrink` asks for it.
    pub(crate) fn finish(self) -> Result<(), String> {
        println!("{} pending", self.listed.len());
        if self.agreed.is_empty() {
            return Ok(());
        }
        let path = self.path.display();
        if std::env::var_os("PENDING").is_none_or(|wish| wish != "shrink") {
            let names: Vec<_> = self.agreed.into_iter().collect();
            return Err(format!(
                "these pass: remove them from {path} (or run again with PENDING=shrink)\n{}",
                names.join("\n")
            ));
        }
        let keep = |line: &&str| entry(line).is_none_or(|name| !self.agreed.contains(name));
        let mut text: String = self
            .text
            .lines()
            .filter(keep)
            .collect::<Vec<_>>()
            .join("\n");
        text.push('\n');
        std::fs::write(&self.path, text).map_err(|error| format!("{path}: {error}"))?;
        println!("{} struck from {path}", self.agreed.len());
        Ok(())
    }
}

/// The program that a line names, if it names one.
fn entry(line: &str) -> Option<&str> {
    let name = line.split('#').next().unwrap_or_default().trim();
    (!name.is_empty()).then_some(name)
}
