//! `super`

use super::define::{getter, method, static_method};
use crate::object::{ClassDef, Layout, MethodDef, Payload, Super, Value};
use crate::vm::{Args, Result, Vm};

/// `super`
pub static CLASS: ClassDef = ClassDef {
    name: "super",
    module: "builtins",
    layout: Layout::Native,
    subclassable: true,
    methods: METHODS,
    doc: "super() -> same as super(__class__, <first argument>)",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__init__", |_, _| Ok(Value::None)),
    method("__repr__", repr),
    getter("__thisclass__", |vm, args| {
        Ok(Value::Class(this(vm, args)?.class.clone()))
    }),
    getter("__self__", |vm, args| Ok(this(vm, args)?.receiver.clone())),
    getter("__self_class__", |vm, args| {
        Ok(Value::Class(this(vm, args)?.receiver_class.clone()))
    }),
];

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Super> {
    match args.this().obj().map(|object| &object.payload) {
        Some(Payload::Super(proxy)) => Ok(proxy),
        _ => Err(vm.type_error("descriptor requires a 'super' object")),
    }
}

/// `super(class, receiver)`. (Without arguments it is a matter of the frame that calls it.)
fn new(vm: &mut Vm, args: &Args) -> Result {
    match args.rest().positional {
        [] => {
            let class = vm.exceptions.runtime_error.clone();
            Err(vm.error(&class, "super(): no arguments"))
        }
        [_] => Err(vm.unsupported("super() with one argument")),
        [Value::Class(class), receiver] => vm.make_super(class, receiver),
        [other, _] => {
            let found = vm.type_name(other);
            Err(vm.type_error(format!(
                "super() argument 1 must be a type, not {}",
                found.as_str()
            )))
        }
        more => {
            let count = more.len();
            Err(vm.type_error(format!("super() expected at most 2 arguments, got {count}")))
        }
    }
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let proxy = this(vm, args)?;
    Ok(Value::str(format!(
        "<super: <class '{}'>, <{} object>>",
        proxy.class.name().as_str(),
        proxy.receiver_class.name().as_str()
    )))
}
