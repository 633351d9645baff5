//! `member_descriptor`: an attribute declared in `__slots__`, as it is found on the class.

use std::rc::Rc;

use super::define::{getter, method};
use crate::object::{ClassDef, Layout, MethodDef, Str, Value};
use crate::vm::{Args, Result, Vm};

/// `member_descriptor`
pub static CLASS: ClassDef = ClassDef {
    name: "member_descriptor",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "",
};

const METHODS: &[MethodDef] = &[
    method("__repr__", repr),
    method("__get__", get),
    method("__set__", set),
    method("__delete__", delete),
    getter("__name__", |vm, args| Ok(Value::Str(name(vm, args)?))),
    getter("__doc__", super::native::no_doc),
];

fn name(vm: &mut Vm, args: &Args) -> Result<Rc<Str>> {
    match args.this().as_str_rc() {
        Some(name) => Ok(name.clone()),
        None => Err(vm.type_error("descriptor requires a 'member_descriptor' object")),
    }
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let name = name(vm, args)?;
    let key = vm.intern("__objclass__");
    let owner = vm.instance_attr(args.this(), &key);
    let owner = owner
        .as_ref()
        .and_then(Value::as_class)
        .map(|class| class.name());
    let owner = owner.as_ref().map_or("?", |name| name.as_str());
    Ok(Value::str(format!(
        "<member '{}' of '{owner}' objects>",
        name.as_str()
    )))
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    let name = name(vm, args)?;
    let instance = args.at(1);
    if matches!(instance, Value::None | Value::Unbound) {
        return Ok(args.this().clone());
    }
    match vm.instance_attr(instance, &name) {
        Some(value) => Ok(value),
        None => Err(vm.attribute_error(instance, &name)),
    }
}

fn set(vm: &mut Vm, args: &Args) -> Result {
    let name = name(vm, args)?;
    if let Value::Obj(instance) = args.at(1) {
        drop(instance.set_attr(&name, args.at(2).clone()));
    }
    Ok(Value::None)
}

fn delete(vm: &mut Vm, args: &Args) -> Result {
    let name = name(vm, args)?;
    let removed = match args.at(1) {
        Value::Obj(instance) => instance.remove_attr(&name),
        _ => None,
    };
    match removed {
        Some(old) => {
            drop(old);
            Ok(Value::None)
        }
        None => Err(vm.raise_attribute_error(args.at(1), &name, name.as_str())),
    }
}
