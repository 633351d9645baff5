//! The finished site in memory: files by path, no path twice.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

use bytes::Bytes;

use crate::diagnostic::Diagnostic;

/// A file of the finished site.
#[derive(Clone, Debug, Eq)]
pub struct File {
    /// Its bytes.
    pub bytes: Bytes,
    /// What it was made from, for messages.
    pub origin: PathBuf,
}

impl PartialEq for File {
    /// Whether the bytes are the same. Those of a page that was not made anew are so without a look at them.
    fn eq(&self, other: &File) -> bool {
        let (one, other) = (&self.bytes, &other.bytes);
        one.len() == other.len() && (one.as_ptr() == other.as_ptr() || one == other)
    }
}

/// The files of the finished site, by their paths with forward slashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output(BTreeMap<String, File>);

impl Output {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. Two files cannot have one path, and one cannot be the folder of another.
    pub fn add(
        &mut self,
        path: impl Into<String>,
        bytes: impl Into<Bytes>,
        origin: impl Into<PathBuf>,
    ) -> Result<(), Diagnostic> {
        let (path, origin) = (path.into(), origin.into());
        if let Some(other) = self.in_the_way(&path) {
            return Err(collision(&path, &origin, &other));
        }
        match self.0.entry(path) {
            Entry::Occupied(taken) => Err(collision(taken.key(), &origin, &taken.get().origin)),
            Entry::Vacant(free) => {
                free.insert(File {
                    bytes: bytes.into(),
                    origin,
                });
                Ok(())
            }
        }
    }

    /// The origin of a file that has the path of one of `path`'s folders, or of one that is in `path`.
    fn in_the_way(&self, path: &str) -> Option<PathBuf> {
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        let as_file = folders.filter_map(|folder| self.0.get(folder)).next();
        let inside = format!("{path}/");
        let as_folder = self.0.range(inside.clone()..).next();
        let as_folder = as_folder.filter(|(other, _)| other.starts_with(&inside));
        as_file
            .or(as_folder.map(|(_, file)| file))
            .map(|file| file.origin.clone())
    }

    /// The file of a path.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.0.get(path)
    }

    /// All files in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &File)> {
        self.0.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Two sources of one file.
pub fn collision(path: &str, one: &Path, other: &Path) -> Diagnostic {
    Diagnostic::error(
        "output",
        format!(
            "{} and {} both want to be {path}",
            other.display(),
            one.display()
        ),
    )
    .help("rename one of them, or give a page another `slug`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_twice() {
        let mut output = Output::new();
        output.add("a/b", b"x".as_slice(), "1").unwrap();
        let told = |result: Result<(), Diagnostic>| result.unwrap_err().message;
        assert_eq!(
            told(output.add("a/b", b"y".as_slice(), "2")),
            "1 and 2 both want to be a/b"
        );
        assert!(output.add("a", b"".as_slice(), "3").is_err());
        assert!(output.add("a/b/c", b"".as_slice(), "4").is_err());
        output.add("a/c", b"".as_slice(), "5").unwrap();
        assert_eq!(output.len(), 2);
    }
}
