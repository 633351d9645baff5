//! `staticmethod`

use super::define::{getter, method, static_method};
use crate::object::{ClassDef, Layout, MethodDef, Object, Payload, Value};
use crate::vm::{Args, Result, Vm};

/// `staticmethod`
pub static CLASS: ClassDef = ClassDef {
    name: "staticmethod",
    module: "builtins",
    layout: Layout::Native,
    subclassable: true,
    methods: METHODS,
    doc: "Convert a function to be a static method.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__init__", |_, _| Ok(Value::None)),
    method("__repr__", repr),
    method("__get__", get),
    method("__call__", |vm, args| {
        vm.call_args(args.this(), &args.rest())
    }),
    getter("__func__", function),
    getter("__wrapped__", function),
    getter("__name__", |vm, args| of_function(vm, args, "__name__")),
    getter("__qualname__", |vm, args| {
        of_function(vm, args, "__qualname__")
    }),
    getter("__module__", |vm, args| of_function(vm, args, "__module__")),
    getter("__doc__", |vm, args| of_function(vm, args, "__doc__")),
    getter("__isabstractmethod__", is_abstract),
];

fn function(vm: &mut Vm, args: &Args) -> Result {
    match args.this().obj().map(|object| &object.payload) {
        Some(Payload::StaticMethod(function)) => Ok(function.clone()),
        _ => Err(vm.type_error("descriptor requires a 'staticmethod' object")),
    }
}

fn of_function(vm: &mut Vm, args: &Args, name: &str) -> Result {
    let function = function(vm, args)?;
    let name = vm.intern(name);
    vm.get_attr(&function, &name)
}

fn is_abstract(vm: &mut Vm, args: &Args) -> Result {
    let function = function(vm, args)?;
    let name = vm.intern("__isabstractmethod__");
    let answer = vm.find_attr(&function, &name)?;
    Ok(answer.unwrap_or(Value::Bool(false)))
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = super::object::class_argument(vm, args, "staticmethod")?;
    let [function] = args.rest().exactly(vm, "staticmethod")?;
    let payload = Payload::StaticMethod(function.clone());
    Ok(Object::new(class.clone(), payload).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let function = function(vm, args)?;
    let function = vm.repr(&function)?;
    Ok(Value::str(format!("<staticmethod({function})>")))
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    let owner = match (args.at(1), args.at(2)) {
        (_, Value::Class(class)) => class.clone(),
        (instance, _) => vm.class_of(instance),
    };
    vm.bind_attr(args.this(), args.at(1), &owner)
}
