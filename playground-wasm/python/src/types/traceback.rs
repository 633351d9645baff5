//! `traceback`: what `__traceback__` gives, opaque but for its innermost line.

use super::define::{getter, method};
use crate::object::{ClassDef, Layout, MethodDef, Value};
use crate::vm::{Args, Result, Vm};

/// `traceback`
pub static CLASS: ClassDef = ClassDef {
    name: "traceback",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "",
};

const METHODS: &[MethodDef] = &[
    method("__repr__", repr),
    getter("tb_lineno", |vm, args| {
        Ok(vm.traceback_line(args.this()).into())
    }),
    getter("tb_next", |vm, args| Ok(vm.traceback_next(args.this()))),
];

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let address = vm.address(args.this());
    Ok(Value::str(format!("<traceback object at {address}>")))
}
