//! `collections`: the two classes that are made in Rust, the others in Python.

mod defaultdict;
mod deque;

use super::source;
use crate::object::Value;
use crate::vm::{ModuleDef, Result, Vm};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "collections",
    fill,
};

fn fill(vm: &mut Vm, module: &Value) -> Result<()> {
    let deque = vm.native_class(&deque::CLASS, &[], None);
    vm.set_global(module, "deque", Value::Class(deque));
    let dict = vm.types.dict.clone();
    let defaultdict = vm.native_class(&defaultdict::CLASS, &[dict], None);
    vm.set_global(module, "defaultdict", Value::Class(defaultdict));
    source::run(
        vm,
        module,
        "collections",
        include_str!("../python/collections.py"),
    )
}
