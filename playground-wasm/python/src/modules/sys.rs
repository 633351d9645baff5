//! `sys`: the part that asks the machine.

use super::source;
use crate::object::{Dict, Value};
use crate::vm::{Args, ModuleDef, NativeFn, Result, Vm};
use std::cell::RefCell;

/// The module.
pub static MODULE: ModuleDef = ModuleDef { name: "sys", fill };

const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("exc_info", exc_info),
    ("exception", exception),
    ("exit", exit),
    ("getrecursionlimit", recursion_limit),
    ("intern", intern),
    ("_modules", modules),
    ("_write", write),
];

fn fill(vm: &mut Vm, module: &Value) -> Result<()> {
    for (name, call) in FUNCTIONS {
        let function = vm.native_function("sys", name, *call, Vec::new());
        vm.set_global(module, name, function);
    }
    source::run(vm, module, "sys", include_str!("python/sys.py"))
}

fn exception(vm: &mut Vm, _args: &Args) -> Result {
    Ok(vm.handled_exception().map_or(Value::None, Value::Obj))
}

fn exc_info(vm: &mut Vm, _args: &Args) -> Result {
    let parts = match vm.handled_exception().map(Value::Obj) {
        None => vec![Value::None, Value::None, Value::None],
        Some(exception) => {
            let class = Value::Class(vm.class_of(&exception));
            let traceback = vm.traceback_of(&exception);
            vec![class, exception, traceback]
        }
    };
    Ok(vm.tuple(parts))
}

fn exit(vm: &mut Vm, args: &Args) -> Result {
    let status = args.between(vm, "exit", 0, 1)?;
    let class = vm.exceptions.system_exit.clone();
    Err(vm.raise(&class, status))
}

fn recursion_limit(vm: &mut Vm, _args: &Args) -> Result {
    Ok(Value::from(vm.recursion_limit()))
}

fn intern(vm: &mut Vm, args: &Args) -> Result {
    let [text] = args.exactly(vm, "intern")?;
    match text {
        Value::Str(text) => Ok(Value::Str(vm.intern_str(text))),
        other => {
            let name = vm.type_name(other);
            let text = format!("intern() argument must be str, not {}", name.as_str());
            Err(vm.type_error(text))
        }
    }
}

fn modules(vm: &mut Vm, _args: &Args) -> Result {
    let table = RefCell::new(Dict::default());
    for (name, module) in vm.imported_modules() {
        vm.dict_set(&table, Value::str(name), module)?;
    }
    Ok(vm.dict(table.into_inner()))
}

/// What is written to standard output and to standard error: a page shows both in one place.
fn write(vm: &mut Vm, args: &Args) -> Result {
    let [text] = args.exactly(vm, "write")?;
    match text.as_str() {
        Some(text) => {
            vm.print(text)?;
            Ok(Value::from(text.chars().count()))
        }
        None => {
            let name = vm.type_name(text);
            let text = format!("write() argument must be str, not {}", name.as_str());
            Err(vm.type_error(text))
        }
    }
}
