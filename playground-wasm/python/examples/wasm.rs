//! The machine alone as a module for WebAssembly: what its size and speed there are measured on.

use python::vm::{Settings, SourceText, Vm, with_stack};
use wasm_bindgen::prelude::wasm_bindgen;

/// Runs a script; answers what it shows.
#[wasm_bindgen]
pub fn run(text: &str) -> String {
    with_stack(|| {
        let mut vm = Vm::new(Settings {
            fuel: u64::MAX,
            ..Settings::default()
        });
        let _ = vm.run_source(SourceText {
            name: "program.py",
            text,
            index: 0,
            statement: None,
        });
        let pieces = vm.take_output();
        vm.finish();
        pieces.into_iter().map(|piece| piece.text).collect()
    })
}
