//! `method`: a function of the program bound to an instance or a class.

use super::define::{getter, method, static_method};
use super::native;
use crate::object::{BoundMethod, ClassDef, Layout, MethodDef, Payload, Str, Value};
use crate::vm::{Args, Result, Vm};
use std::rc::Rc;

/// `method`
pub static CLASS: ClassDef = ClassDef {
    name: "method",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "Create a bound instance method object.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__repr__", repr),
    method("__call__", native::call),
    method("__eq__", native::eq),
    method("__hash__", native::hash),
    method("__getattribute__", getattribute),
    getter("__func__", |vm, args| Ok(this(vm, args)?.function.clone())),
    getter("__self__", |vm, args| Ok(this(vm, args)?.receiver.clone())),
];

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a BoundMethod> {
    match args.this().obj().map(|object| &object.payload) {
        Some(Payload::Method(method)) => Ok(method),
        _ => Err(vm.type_error("descriptor requires a 'method' object")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let [_, function, receiver] = args.exactly(vm, "method")?;
    if receiver.is_none() {
        return Err(vm.type_error("self must not be None"));
    }
    Ok(vm.bound_method(function.clone(), receiver.clone()))
}

/// What a method does not have itself it has from its function.
fn getattribute(vm: &mut Vm, args: &Args) -> Result {
    let [value, name] = args.exactly(vm, "__getattribute__")?;
    let Some(name) = name.as_str_rc() else {
        return Err(vm.type_error("attribute name must be string"));
    };
    let name = vm.intern_str(name);
    let function = this(vm, args)?.function.clone();
    let own = vm.types.method.clone();
    let defined = vm.own_class_attr(&own, &name).is_some() && !is_shared(&name);
    if !defined && let Some(found) = vm.find_attr(&function, &name)? {
        return Ok(found);
    }
    vm.generic_get_attr(value, &name)
}

/// Attributes that every class has, which a method shows as its function's.
fn is_shared(name: &Str) -> bool {
    matches!(name.as_str(), "__doc__" | "__module__")
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let method = this(vm, args)?;
    let key: Rc<Str> = vm.names.__qualname__.clone();
    let name = vm.find_attr(&method.function, &key)?;
    let receiver = vm.repr(&method.receiver)?;
    let name = name.as_ref().and_then(Value::as_str).unwrap_or("?");
    Ok(Value::str(format!("<bound method {name} of {receiver}>")))
}
