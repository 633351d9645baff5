//! `traceback`: exceptions as the machine itself prints them.

use super::source;
use crate::object::Value;
use crate::vm::{Args, ModuleDef, Result, Vm};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "traceback",
    fill,
};

fn fill(vm: &mut Vm, module: &Value) -> Result<()> {
    let whole = vm.native_function("traceback", "_format", format, Vec::new());
    vm.set_global(module, "_format", whole);
    let last = vm.native_function("traceback", "_format_only", format_only, Vec::new());
    vm.set_global(module, "_format_only", last);
    source::run(vm, module, "traceback", include_str!("python/traceback.py"))
}

fn format(vm: &mut Vm, args: &Args) -> Result {
    let [exception] = args.exactly(vm, "_format")?;
    Ok(match exception {
        Value::Obj(exception) => Value::str(vm.format_exception(exception)),
        _ => Value::str("NoneType: None\n"),
    })
}

fn format_only(vm: &mut Vm, args: &Args) -> Result {
    let [exception] = args.exactly(vm, "_format_only")?;
    Ok(match exception {
        Value::Obj(exception) => Value::str(vm.format_last_lines(exception)),
        _ => Value::str("NoneType: None\n"),
    })
}
