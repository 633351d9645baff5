//! `bool`

use crate::object::{ClassDef, Layout, MethodDef, Value};
use crate::types::arguments::wrong_receiver;
use crate::types::define::{method, static_method};
use crate::vm::{Args, NativeFn, Result, Vm};

/// `bool`
pub static CLASS: ClassDef = ClassDef {
    name: "bool",
    module: "builtins",
    layout: Layout::Int,
    subclassable: false,
    methods: METHODS,
    doc: "True or False.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__repr__", repr),
    method("__and__", AND),
    method("__rand__", AND),
    method("__or__", OR),
    method("__ror__", OR),
    method("__xor__", XOR),
    method("__rxor__", XOR),
];

const AND: NativeFn = |vm, args| combine(vm, args, "__and__", |a, b| a & b);
const OR: NativeFn = |vm, args| combine(vm, args, "__or__", |a, b| a | b);
const XOR: NativeFn = |vm, args| combine(vm, args, "__xor__", |a, b| a ^ b);

fn new(vm: &mut Vm, args: &Args) -> Result {
    let args = args.rest();
    match args.between(vm, "bool", 0, 1)? {
        [value] => vm.truthy(value).map(Value::Bool),
        _ => Ok(Value::Bool(false)),
    }
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    match args.this() {
        Value::Bool(true) => Ok(Value::str("True")),
        Value::Bool(false) => Ok(Value::str("False")),
        other => Err(wrong_receiver(vm, other, "bool", "__repr__")),
    }
}

/// Two bools give a bool; a bool and another int give what `int` does.
fn combine(vm: &mut Vm, args: &Args, name: &str, apply: fn(bool, bool) -> bool) -> Result {
    if let (Value::Bool(a), Value::Bool(b)) = (args.this(), args.at(1)) {
        return Ok(Value::Bool(apply(*a, *b)));
    }
    let (int, name) = (vm.types.int.clone(), vm.intern(name));
    match vm.class_attr(&int, &name) {
        Some(function) => vm.call_args(&function, args),
        None => Ok(Value::NotImplemented),
    }
}
