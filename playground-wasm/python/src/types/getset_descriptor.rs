//! `getset_descriptor`: computed attributes of the built-in classes, as they are found on the class.

use super::define::{getter, method};
use crate::object::{ClassDef, Layout, MethodDef, Payload, Value};
use crate::vm::{Args, Result, Vm};

/// `getset_descriptor`
pub static CLASS: ClassDef = ClassDef {
    name: "getset_descriptor",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "",
};

const METHODS: &[MethodDef] = &[
    method("__repr__", repr),
    method("__get__", super::property::get),
    method("__set__", super::property::set),
    getter("__name__", name),
    getter("__doc__", super::native::no_doc),
];

fn text(args: &Args) -> String {
    match args.this().obj().map(|object| &object.payload) {
        Some(Payload::Property(property)) => {
            let name = property.name.borrow();
            name.as_ref().map_or(String::new(), |name| name.to_string())
        }
        _ => String::new(),
    }
}

fn name(_vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::str(text(args)))
}

fn repr(_vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::str(format!("<attribute '{}'>", text(args))))
}
