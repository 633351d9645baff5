//! `module`

use super::define::{method, static_method};
use crate::object::{ClassDef, Layout, MethodDef, Value};
use crate::vm::{Args, Result, Vm};

/// `module`
pub static CLASS: ClassDef = ClassDef {
    name: "module",
    module: "builtins",
    layout: Layout::Native,
    subclassable: true,
    methods: METHODS,
    doc: "Create a module object.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__init__", |_, _| Ok(Value::None)),
    method("__repr__", repr),
];

fn new(vm: &mut Vm, args: &Args) -> Result {
    let [name, doc] = args.rest().bind(vm, "module", &["name", "doc"], 2, 1)?.0;
    let Some(name) = name.as_ref().and_then(Value::as_str) else {
        return Err(vm.type_error("module() argument 'name' must be str"));
    };
    let module = vm.empty_module(name);
    if let Some(doc) = doc {
        vm.set_global(&module, "__doc__", doc);
    }
    Ok(module)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let [module] = args.exactly(vm, "__repr__")?;
    let key = vm.names.__name__.clone();
    let name = vm.instance_attr(module, &key);
    let name = name.as_ref().and_then(Value::as_str).unwrap_or("?");
    Ok(Value::str(if name == "__main__" {
        format!("<module '{name}'>")
    } else {
        format!("<module '{name}' (built-in)>")
    }))
}
