//! Modules, or parts of them, written in Python: compiled when they are first imported.

use crate::object::{Attrs, Value};
use crate::vm::{Result, Vm};

/// Executes a text in a module's namespace.
pub(super) fn run(vm: &mut Vm, module: &Value, name: &str, text: &'static str) -> Result<()> {
    let Value::Obj(object) = module else {
        return Ok(());
    };
    let globals = match &*object.attrs.borrow() {
        Attrs::Dict(globals) => globals.clone(),
        Attrs::Inline(_) => return Ok(()),
    };
    let future_annotations = std::mem::take(&mut vm.future_annotations);
    let code = vm.compile_library(text, &format!("<{name}>"));
    let outcome = code.and_then(|code| vm.run_code(&code, &globals, Value::Unbound));
    vm.future_annotations = future_annotations;
    outcome.map(drop)
}

/// A module that is a Python text.
macro_rules! python_module {
    ($name:literal, $file:literal) => {
        &$crate::vm::ModuleDef {
            name: $name,
            fill: |vm, module| {
                let text = include_str!(concat!("python/", $file));
                $crate::modules::source::run(vm, module, $name, text)
            },
        }
    };
}
pub(super) use python_module;
