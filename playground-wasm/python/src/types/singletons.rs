//! The classes of `None`, `NotImplemented` and `...`

use crate::object::{ClassDef, Layout, MethodDef, Value};
use crate::types::define::{method, static_method};
use crate::vm::{Args, Result, Vm};

/// `NoneType`
pub static NONE: ClassDef = singleton(
    "NoneType",
    &[
        static_method("__new__", |vm, args| {
            only(vm, args, "NoneType", Value::None)
        }),
        method("__repr__", |_, _| Ok(Value::str("None"))),
        method("__bool__", |_, _| Ok(Value::Bool(false))),
        method("__hash__", |_, _| Ok(Value::Int(0x0f_ca86_4200))),
    ],
);

/// `NotImplementedType`
pub static NOT_IMPLEMENTED: ClassDef = singleton(
    "NotImplementedType",
    &[
        static_method("__new__", |vm, args| {
            only(vm, args, "NotImplementedType", Value::NotImplemented)
        }),
        method("__repr__", |_, _| Ok(Value::str("NotImplemented"))),
        method("__hash__", |_, _| Ok(Value::Int(0x0f_ca86_4201))),
    ],
);

/// `ellipsis`
pub static ELLIPSIS: ClassDef = singleton(
    "ellipsis",
    &[
        static_method("__new__", |vm, args| {
            only(vm, args, "EllipsisType", Value::Ellipsis)
        }),
        method("__repr__", |_, _| Ok(Value::str("Ellipsis"))),
        method("__hash__", |_, _| Ok(Value::Int(0x0f_ca86_4202))),
    ],
);

const fn singleton(name: &'static str, methods: &'static [MethodDef]) -> ClassDef {
    ClassDef {
        name,
        module: "builtins",
        layout: Layout::Native,
        subclassable: false,
        methods,
        doc: "",
    }
}

fn only(vm: &mut Vm, args: &Args, name: &str, value: Value) -> Result {
    if args.rest().positional.is_empty() && args.names.is_empty() {
        return Ok(value);
    }
    Err(vm.type_error(format!("{name} takes no arguments")))
}
