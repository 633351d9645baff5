//! Putting a finished site in place, whole or not at all.
//!
//! The new tree is made beside the old one and then exchanged with it. A file whose bytes did not
//! change is not written again: it is linked into the new tree.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use crate::content::{FOLDER as CONTENT, walk};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::{File, Output};
use crate::theme::{STATICS, TEMPLATES};

/// Marks a folder as made by this program, so that no other folder is ever replaced.
const MARK: &str = ".site-gen";

/// What writing changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have other bytes.
    pub changed: usize,
    /// Files that are gone.
    pub removed: usize,
}

/// Puts the files of `output` into the folder `out`.
pub fn write(root: &Path, out: &Path, output: &Output) -> Result<Written, Diagnostic> {
    guard(root, out)?;
    replace(out, output).map_err(|error| {
        Diagnostic::error("io", format!("cannot write {}: {error}", out.display()))
            .note("the site that was there before is unchanged")
    })
}

/// Refuses folders that hold anything but a finished site.
fn guard(root: &Path, out: &Path) -> Result<(), Diagnostic> {
    let refuse = |why: &str| {
        Err(Diagnostic::error(
            "output",
            format!("will not write into {}: {why}", out.display()),
        )
        .help("name a folder of its own with --out"))
    };
    let here = std::env::current_dir().unwrap_or_default();
    let normal = |path: &Path| {
        let absolute = here.join(path);
        absolute.canonicalize().unwrap_or(absolute)
    };
    let target = normal(out);
    for folder in ["", CONTENT, TEMPLATES, STATICS] {
        let source = normal(&root.join(folder));
        if source.starts_with(&target) || (!folder.is_empty() && target.starts_with(&source)) {
            return refuse("the site's sources are there");
        }
    }
    match fs::read_dir(out) {
        Ok(entries) => match entries.count() == 0 || out.join(MARK).is_file() {
            true => Ok(()),
            false => refuse("it is not empty, and site-gen did not make it"),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(_) => refuse("it is not a folder"),
    }
}

fn replace(out: &Path, output: &Output) -> io::Result<Written> {
    let parent = match out.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent)?;
    // One build at a time; the lock goes with the process, however that ends.
    let lock = fs::File::open(parent)?;
    lock.lock()?;
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    let staged = parent.join(format!(".{name}.new"));
    remove(&staged)?;

    let removed = old_files(out)
        .iter()
        .filter(|path| output.get(path).is_none())
        .count();
    let files: Vec<_> = output.iter().collect();
    let changed: Vec<bool> = (files.par_iter())
        .map(|(path, file)| !is_same(&out.join(path), &file.bytes))
        .collect();
    let written = Written {
        changed: changed.iter().filter(|changed| **changed).count(),
        removed,
    };
    if written == Written::default() && out.join(MARK).is_file() {
        return Ok(written);
    }
    fs::create_dir(&staged)?;
    let folders: BTreeSet<&str> = (files.iter())
        .filter_map(|(path, _)| Some(path.rsplit_once('/')?.0))
        .collect();
    for folder in folders {
        fs::create_dir_all(staged.join(folder))?;
    }
    let put = |((path, file), changed): (&(&str, &File), bool)| {
        let to = staged.join(path);
        match !changed && fs::hard_link(out.join(path), &to).is_ok() {
            true => Ok(()),
            false => fs::write(&to, &file.bytes),
        }
    };
    (files.par_iter().zip(changed)).try_for_each(put)?;
    fs::write(staged.join(MARK), "")?;
    exchange(&staged, out)?;
    remove(&staged)?;
    Ok(written)
}

/// The files of the last site. Only their number matters, so what cannot be read is passed over.
fn old_files(out: &Path) -> Vec<String> {
    match out.is_dir() {
        true => walk(out, &mut Diagnostics::new()),
        false => Vec::new(),
    }
}

fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let same_length = fs::symlink_metadata(path)
        .is_ok_and(|data| data.is_file() && data.len() == bytes.len() as u64);
    same_length && fs::read(path).is_ok_and(|old| old == bytes)
}

/// Puts the new tree in the place of the old one in one step, and the old one in its place.
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    if !old.exists() {
        return fs::rename(new, old);
    }
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
            Ok(()) => return Ok(()),
            // A file system that cannot exchange has to do with two steps.
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let aside = old.with_extension("old");
    remove(&aside)?;
    fs::rename(old, &aside)?;
    fs::rename(new, old)?;
    fs::rename(&aside, new)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(files: &[(&str, &'static str)]) -> Output {
        let mut output = Output::new();
        for (path, text) in files {
            output.add(*path, text.as_bytes(), "").unwrap();
        }
        output
    }

    #[test]
    fn only_what_changed_is_written() {
        let root = tempfile::tempdir().unwrap();
        let out = root.path().join("public");
        let write =
            |files: &[(&str, &'static str)]| write(root.path(), &out, &output(files)).unwrap();
        let written = |changed, removed| Written { changed, removed };
        assert_eq!(write(&[("a", "1"), ("b/c", "2")]), written(2, 0));
        let before = fs::metadata(out.join("b/c")).unwrap().modified().unwrap();
        assert_eq!(write(&[("a", "1"), ("b/c", "2")]), written(0, 0));
        assert_eq!(write(&[("a", "x"), ("b/c", "2")]), written(1, 0));
        assert_eq!(
            fs::metadata(out.join("b/c")).unwrap().modified().unwrap(),
            before
        );
        assert_eq!(write(&[("a", "x")]), written(0, 1));
        assert!(!out.join("b").exists());
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }

    #[test]
    fn other_peoples_folders_are_refused() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("content/sub")).unwrap();
        fs::create_dir(root.path().join("mine")).unwrap();
        fs::write(root.path().join("mine/thesis.txt"), "").unwrap();
        for out in [
            "",
            "content",
            "content/sub",
            "mine",
            "mine/thesis.txt",
            "..",
        ] {
            let refused = write(root.path(), &root.path().join(out), &output(&[("a", "1")]));
            assert!(refused.is_err(), "{out}");
        }
        assert!(root.path().join("mine/thesis.txt").exists());
    }
}
