//! Whether anything changed that the module is made of.

use super::{Error, cargo, optimise};
use std::{
    collections::BTreeSet,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::Command,
};

/// Folders of a crate that do not go into the module.
const ASIDE: [&str; 6] = ["tests", "benches", "examples", "fuzz", "recorded", "target"];

/// A short text that is another one when the sources, the locked dependencies or a tool are others.
pub(super) fn of(workspace: &Path) -> Result<String, Error> {
    let crates = workspace.join("playground-wasm");
    if !crates.join("Cargo.toml").is_file() {
        return Err(Error::new(format!(
            "{} does not hold the engine's sources",
            workspace.display()
        ))
        .help(
            "The engine is built in the project's own workspace: run site-gen in a checkout of it.",
        ));
    }
    let mut files = BTreeSet::from(["Cargo.toml", "Cargo.lock"].map(|name| workspace.join(name)));
    collect(&crates, &mut files)?;

    let mut hasher = DefaultHasher::new();
    for file in &files {
        file.strip_prefix(workspace)
            .unwrap_or(file)
            .hash(&mut hasher);
        fs::read(file)
            .map_err(Error::io("read", file))?
            .hash(&mut hasher);
    }
    super::tools::answer(Command::new(cargo::rustc()).arg("-vV")).hash(&mut hasher);
    env!("CARGO_PKG_VERSION").hash(&mut hasher);
    optimise::tool(workspace).hash(&mut hasher);
    Ok(format!("{:016x}\n", hasher.finish()))
}

fn collect(folder: &Path, files: &mut BTreeSet<PathBuf>) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::io("read", folder))? {
        let entry = entry.map_err(Error::io("read", folder))?;
        let name = entry.file_name();
        let kind = entry
            .file_type()
            .map_err(Error::io("read", &entry.path()))?;
        if name.as_encoded_bytes().starts_with(b".") || ASIDE.iter().any(|aside| name == *aside) {
            continue;
        }
        if kind.is_dir() {
            collect(&entry.path(), files)?;
        } else if kind.is_file() {
            files.insert(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "one").unwrap();
        };
        [
            "Cargo.toml",
            "Cargo.lock",
            "playground-wasm/Cargo.toml",
            "playground-wasm/src/lib.rs",
        ]
        .into_iter()
        .for_each(write);
        write("playground-wasm/engine/tests/run.rs");
        folder
    }

    #[test]
    fn sources_count_and_tests_do_not() {
        let folder = workspace();
        let first = of(folder.path()).unwrap();
        fs::write(
            folder.path().join("playground-wasm/engine/tests/run.rs"),
            "two",
        )
        .unwrap();
        assert_eq!(of(folder.path()).unwrap(), first);
        fs::write(folder.path().join("playground-wasm/src/lib.rs"), "two").unwrap();
        assert_ne!(of(folder.path()).unwrap(), first);
    }

    #[test]
    fn a_folder_without_the_engine_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = of(folder.path()).unwrap_err();
        assert!(
            error
                .problem()
                .contains(&folder.path().display().to_string())
        );
    }
}
