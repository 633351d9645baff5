//! Builds the engine for the browser: sources in, `playground.js` and `playground_bg.wasm` out.
//!
//! Cargo compiles `playground-wasm`, wasm-bindgen (as a library, so that its version always matches) writes
//! the JavaScript beside the module, binaryen makes it smaller where it is installed, and node loads the
//! result once before anybody relies on it.

mod bindgen;
mod cargo;
mod error;
mod fingerprint;
mod optimise;
mod tools;
mod trial;

use std::{
    env,
    fs::{self, File},
    path::{Path, PathBuf},
};

use crate::assets::Coding;

pub use error::Error;

/// The module's JavaScript half.
pub const SCRIPT: &str = "playground.js";
/// The module.
pub const MODULE: &str = "playground_bg.wasm";

/// Everything that [`build`] makes: the two, and the module in the forms that browsers take compressed.
pub fn files() -> impl Iterator<Item = String> {
    let compressed = Coding::ALL.map(|coding| format!("{MODULE}{}", coding.suffix()));
    [SCRIPT, MODULE]
        .map(String::from)
        .into_iter()
        .chain(compressed)
}

/// Where things are.
#[derive(Clone, Debug)]
pub struct Paths {
    /// The workspace that holds `playground-wasm`, `Cargo.lock` and, where npm has run, `node_modules`.
    pub workspace: PathBuf,
    /// Where intermediate files are kept from build to build.
    pub target: PathBuf,
    /// The folder that [`SCRIPT`] and [`MODULE`] go to. It is this function's own.
    pub output: PathBuf,
}

impl Paths {
    /// The places by custom: `engine` and the intermediate files in cargo's target folder.
    pub fn of(workspace: &Path) -> Paths {
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
        let target = workspace.join(target);
        Paths {
            workspace: workspace.to_owned(),
            output: target.join("engine"),
            target,
        }
    }
}

/// What a call of [`build`] did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Built {
    /// The output was of these very sources.
    UpToDate,
    /// It was built.
    Fresh,
}

/// Brings the output folder up to date with the sources. `say` is told each step that takes its time.
///
/// Builds of several processes wait for each other.
///
/// # Errors
///
/// When a tool is missing or fails; the message says what to do about it. The last good output stays.
pub fn build(paths: &Paths, say: &mut dyn FnMut(&str)) -> Result<Built, Error> {
    fs::create_dir_all(&paths.output).map_err(Error::io("create", &paths.output))?;
    let lock_path = paths.output.join(".lock");
    let lock = File::create(&lock_path).map_err(Error::io("create", &lock_path))?;
    lock.lock().map_err(Error::io("lock", &lock_path))?;

    let fingerprint = fingerprint::of(&paths.workspace)?;
    let fingerprint_path = paths.output.join(".fingerprint");
    let complete = files().all(|name| paths.output.join(name).is_file());
    if complete && fs::read_to_string(&fingerprint_path).is_ok_and(|last| last == fingerprint) {
        return Ok(Built::UpToDate);
    }

    let compiled = cargo::build(paths, say)?;
    let mut glued = bindgen::glue(&compiled)?;
    if let Some(module) = optimise::smaller(&glued, paths, say)? {
        glued.module = module;
    }

    // Without a fingerprint the output counts as none, should the process end between these lines.
    let _ = fs::remove_file(&fingerprint_path);
    replace(&paths.output.join(SCRIPT), glued.script.as_bytes())?;
    replace(&paths.output.join(MODULE), &glued.module)?;
    for coding in Coding::ALL {
        let path = paths.output.join(format!("{MODULE}{}", coding.suffix()));
        let encoded = coding.encode(&glued.module, true);
        replace(&path, &encoded.map_err(Error::io("compress", &path))?)?;
    }
    replace(&fingerprint_path, fingerprint.as_bytes())?;
    Ok(Built::Fresh)
}

/// Writes a file so that whoever reads it finds the old content or the new, never a part.
fn replace(path: &Path, content: &[u8]) -> Result<(), Error> {
    let beside = path.with_extension("new");
    fs::write(&beside, content).map_err(Error::io("write", &beside))?;
    fs::rename(&beside, path).map_err(Error::io("write", path))
}
