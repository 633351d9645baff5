//! binaryen's `wasm-opt`, where it is installed.

use super::{Error, Paths, bindgen::Glued, tools, trial};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What rustc and wasm-bindgen use. `--all-features` would let binaryen use what browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-reference-types",
];

/// The workspace's own `wasm-opt`, which `npm install` puts there. One from elsewhere is not tried: older
/// versions, Debian 12's among them, break wasm-bindgen's modules.
pub(super) fn tool(workspace: &Path) -> Option<PathBuf> {
    let tool = workspace.join("node_modules/.bin/wasm-opt");
    tool.is_file().then_some(tool)
}

/// A smaller module that does the same; `None` where there is nothing to make one with.
///
/// What node is there to load is loaded before it is believed: the smaller one, else the original.
pub(super) fn smaller(
    glued: &Glued,
    paths: &Paths,
    say: &mut dyn FnMut(&str),
) -> Result<Option<Vec<u8>>, Error> {
    if !trial::possible() {
        say(
            "node is not installed: the engine goes into the site as the compiler leaves it, not tried out",
        );
        return Ok(None);
    }
    trial::load(&glued.script, &glued.module, &paths.target)?;
    let Some(tool) = tool(&paths.workspace) else {
        say(
            "binaryen is not installed (npm ci brings it): the engine stays as the compiler leaves it",
        );
        return Ok(None);
    };
    say("making the module smaller");
    let module = optimised(&tool, &glued.module, &paths.target)?;
    match trial::load(&glued.script, &module, &paths.target) {
        Ok(()) => Ok(Some(module)),
        Err(error) => {
            say(&format!(
                "binaryen broke the module, so it is used as it was: {}",
                error.problem()
            ));
            Ok(None)
        }
    }
}

fn optimised(tool: &Path, module: &[u8], scratch: &Path) -> Result<Vec<u8>, Error> {
    let (before, after) = (scratch.join("before.wasm"), scratch.join("after.wasm"));
    fs::write(&before, module).map_err(Error::io("write", &before))?;
    let mut command = Command::new(tool);
    command
        .args(FEATURES)
        .arg("-Os")
        .arg(&before)
        .arg("-o")
        .arg(&after);
    tools::run(&mut command).map_err(|status| {
        Error::new(format!("wasm-opt failed; it says why above ({status})")).help(format!(
            "The command was: {}\nRemove node_modules to do without it.",
            tools::line(&command)
        ))
    })?;
    fs::read(&after).map_err(Error::io("read", &after))
}
