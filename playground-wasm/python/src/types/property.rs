//! `property`

use std::cell::RefCell;

use super::define::{getter, method, setter, static_method};
use crate::object::{ClassDef, Layout, MethodDef, Object, Payload, Property, Value};
use crate::vm::{Args, Result, Vm};

/// `property`
pub static CLASS: ClassDef = ClassDef {
    name: "property",
    module: "builtins",
    layout: Layout::Native,
    subclassable: true,
    methods: METHODS,
    doc: "Property attribute.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__init__", |_, _| Ok(Value::None)),
    method("__get__", get),
    method("__set__", set),
    method("__delete__", delete),
    method("__set_name__", set_name),
    method("getter", |vm, args| {
        replaced(vm, args, |property, function| property.get = function)
    }),
    method("setter", |vm, args| {
        replaced(vm, args, |property, function| property.set = function)
    }),
    method("deleter", |vm, args| {
        replaced(vm, args, |property, function| property.delete = function)
    }),
    getter("fget", |vm, args| Ok(this(vm, args)?.get.clone())),
    getter("fset", |vm, args| Ok(this(vm, args)?.set.clone())),
    getter("fdel", |vm, args| Ok(this(vm, args)?.delete.clone())),
    getter("__doc__", doc),
    setter("__doc__", |vm, _| {
        Err(vm.unsupported("assignment to the '__doc__' of a property"))
    }),
    getter("__isabstractmethod__", is_abstract),
];

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Property> {
    match args.this().obj().map(|object| &object.payload) {
        Some(Payload::Property(property)) => Ok(property),
        _ => Err(vm.type_error("descriptor requires a 'property' object")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = super::object::class_argument(vm, args, "property")?;
    let names = ["fget", "fset", "fdel", "doc"];
    let [get, set, delete, doc] = args.rest().bind(vm, "property", &names, 4, 0)?.0;
    let property = Property {
        get: get.unwrap_or(Value::None),
        set: set.unwrap_or(Value::None),
        delete: delete.unwrap_or(Value::None),
        doc: doc.unwrap_or(Value::None),
        name: RefCell::new(None),
    };
    let payload = Payload::Property(Box::new(property));
    Ok(Object::new(class.clone(), payload).into())
}

pub(super) fn get(vm: &mut Vm, args: &Args) -> Result {
    match args.at(1) {
        Value::None | Value::Unbound => Ok(args.this().clone()),
        instance => {
            let class = vm.class_of(instance);
            vm.bind_attr(args.this(), instance, &class)
        }
    }
}

pub(super) fn set(vm: &mut Vm, args: &Args) -> Result {
    let [property, instance, value] = args.exactly(vm, "__set__")?;
    vm.set_through(property, instance, value.clone())?;
    Ok(Value::None)
}

fn delete(vm: &mut Vm, args: &Args) -> Result {
    let [property, instance] = args.exactly(vm, "__delete__")?;
    vm.delete_through(property, instance)?;
    Ok(Value::None)
}

fn set_name(vm: &mut Vm, args: &Args) -> Result {
    let property = this(vm, args)?;
    property.name.replace(args.at(2).as_str_rc().cloned());
    Ok(Value::None)
}

/// A copy with one of its functions replaced.
fn replaced(vm: &mut Vm, args: &Args, change: fn(&mut Property, Value)) -> Result {
    let property = this(vm, args)?;
    let mut copy = Property {
        get: property.get.clone(),
        set: property.set.clone(),
        delete: property.delete.clone(),
        doc: property.doc.clone(),
        name: RefCell::new(property.name.borrow().clone()),
    };
    change(&mut copy, args.at(1).clone());
    let class = vm.class_of(args.this());
    Ok(Object::new(class, Payload::Property(Box::new(copy))).into())
}

fn doc(vm: &mut Vm, args: &Args) -> Result {
    let property = this(vm, args)?;
    if !property.doc.is_none() {
        return Ok(property.doc.clone());
    }
    let get = property.get.clone();
    let name = vm.names.__doc__.clone();
    Ok(vm.find_attr(&get, &name)?.unwrap_or(Value::None))
}

fn is_abstract(vm: &mut Vm, args: &Args) -> Result {
    let property = this(vm, args)?;
    let functions = [
        property.get.clone(),
        property.set.clone(),
        property.delete.clone(),
    ];
    let name = vm.intern("__isabstractmethod__");
    for function in functions {
        if let Some(answer) = vm.find_attr(&function, &name)?
            && vm.truthy(&answer)?
        {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}
