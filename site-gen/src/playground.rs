//! The engine for the browser: where a site gets it from.

use std::path::{Path, PathBuf};

use crate::pipeline::EngineFiles;
use crate::wasm::{self, Paths};

/// The engine's files by their names, built from the workspace around `root` when its sources changed.
/// `None` where there is no such workspace: the pages then show what was recorded.
pub fn engine(root: &Path, say: &mut dyn FnMut(&str)) -> Result<Option<EngineFiles>, String> {
    let Some(workspace) = workspace(root) else {
        return Ok(None);
    };
    let paths = Paths::of(&workspace);
    wasm::build(&paths, say).map_err(|error| error.to_string())?;
    let read = |name: String| {
        let path = paths.output.join(&name);
        let bytes = std::fs::read(&path);
        let bytes = bytes.map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        Ok((name, bytes.into()))
    };
    wasm::files().map(read).collect::<Result<_, _>>().map(Some)
}

/// The workspace that the site is part of.
fn workspace(root: &Path) -> Option<PathBuf> {
    let root = root.canonicalize().ok()?;
    let holds_engine = |folder: &&Path| folder.join("playground-wasm/Cargo.toml").is_file();
    root.ancestors().find(holds_engine).map(Path::to_owned)
}
