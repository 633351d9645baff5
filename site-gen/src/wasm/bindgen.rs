//! wasm-bindgen: a module that JavaScript can call, and the JavaScript that calls it.

use super::Error;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// The two halves.
pub(super) struct Glued {
    pub(super) script: String,
    pub(super) module: Vec<u8>,
}

/// Takes a compiled module apart and writes both halves, for an ES module in a browser or a worker.
pub(super) fn glue(compiled: &Path) -> Result<Glued, Error> {
    let failed = |error| {
        Error::new(format!(
            "wasm-bindgen cannot take {}: {error:#}",
            compiled.display()
        ))
        .help("wasm-bindgen and wasm-bindgen-cli-support must have the same version in Cargo.lock.")
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).web(true).map_err(failed)?;
    bindgen
        .out_name("playground")
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output().map_err(failed)?;
    let script = output.js().to_owned();
    Ok(Glued {
        script,
        module: output.wasm_mut().emit_wasm(),
    })
}
