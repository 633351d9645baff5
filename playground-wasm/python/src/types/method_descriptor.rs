//! `method_descriptor`: methods of the built-in classes, as they are found on the class.

use super::define::{getter, method};
use super::native;
use crate::object::{ClassDef, Layout, MethodDef, Value};
use crate::vm::{Args, Result, Vm};

/// `method_descriptor`
pub static CLASS: ClassDef = ClassDef {
    name: "method_descriptor",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "",
};

const METHODS: &[MethodDef] = &[
    method("__repr__", repr),
    method("__call__", native::call),
    method("__get__", super::function::get),
    getter("__name__", native::name),
    getter("__qualname__", native::qualname),
    getter("__objclass__", native::owner),
    getter("__doc__", native::no_doc),
];

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let (function, _) = native::parts(vm, args)?;
    Ok(Value::str(format!(
        "<method '{}' of '{}' objects>",
        function.name,
        native::owner_name(function).as_str()
    )))
}
