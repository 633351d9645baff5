//! `cell`: a variable that closures share.

use super::define::{getter, method, setter, static_method};
use crate::object::{ClassDef, Layout, MethodDef, Payload, Value};
use crate::vm::{Args, Result, Vm};

/// `cell`
pub static CLASS: ClassDef = ClassDef {
    name: "cell",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "Create a new cell object.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", |vm, args| Ok(vm.cell(args.at(1).clone()))),
    method("__repr__", repr),
    getter("cell_contents", contents),
    setter("cell_contents", set_contents),
];

fn contents(vm: &mut Vm, args: &Args) -> Result {
    match value(args) {
        Value::Unbound => Err(vm.value_error("Cell is empty")),
        value => Ok(value),
    }
}

fn value(args: &Args) -> Value {
    match args.this().obj().map(|object| &object.payload) {
        Some(Payload::Cell(value)) => value.borrow().clone(),
        _ => Value::Unbound,
    }
}

fn set_contents(_vm: &mut Vm, args: &Args) -> Result {
    if let Some(Payload::Cell(value)) = args.this().obj().map(|object| &object.payload) {
        drop(value.replace(args.at(1).clone()));
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let address = vm.address(args.this());
    let text = match value(args) {
        Value::Unbound => format!("<cell at {address}: empty>"),
        value => {
            let class = vm.type_name(&value);
            let inner = vm.address(&value);
            format!("<cell at {address}: {} object at {inner}>", class.as_str())
        }
    };
    Ok(Value::str(text))
}
