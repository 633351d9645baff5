//! `generator`

use std::cell::RefCell;

use super::define::{getter, method};
use crate::object::{ClassDef, Layout, MethodDef, Payload, Ref, Value};
use crate::vm::{Args, Generator, Raised, Result, Vm};

/// `generator`
pub static CLASS: ClassDef = ClassDef {
    name: "generator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "",
};

const METHODS: &[MethodDef] = &[
    method("__repr__", repr),
    method("__iter__", |_, args| Ok(args.this().clone())),
    method("__next__", |vm, args| step(vm, args, Value::None)),
    method("send", |vm, args| {
        let [_, value] = args.exactly(vm, "generator.send")?;
        step(vm, args, value.clone())
    }),
    method("throw", throw),
    method("close", close),
    getter("__name__", |vm, args| {
        Ok(Value::Str(this(vm, args)?.1.borrow().name.clone()))
    }),
    getter("__qualname__", |vm, args| {
        Ok(Value::Str(this(vm, args)?.1.borrow().qualname.clone()))
    }),
    getter("gi_running", |vm, args| {
        Ok(Value::Bool(this(vm, args)?.1.borrow().is_running()))
    }),
];

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<(&'a Ref, &'a RefCell<Generator>)> {
    if let Value::Obj(object) = args.this()
        && let Payload::Generator(generator) = &object.payload
    {
        return Ok((object, generator));
    }
    Err(vm.type_error("descriptor requires a 'generator' object"))
}

fn answer(vm: &mut Vm, stepped: std::result::Result<Value, Value>) -> Result {
    match stepped {
        Ok(yielded) => Ok(yielded),
        Err(returned) => Err(vm.stop_iteration(returned)),
    }
}

fn step(vm: &mut Vm, args: &Args, value: Value) -> Result {
    let (object, generator) = this(vm, args)?;
    let stepped = vm.send_into(object, generator, value)?;
    answer(vm, stepped)
}

/// `throw(exception)`, `throw(class)`, `throw(class, value)`
fn throw(vm: &mut Vm, args: &Args) -> Result {
    let given = args.between(vm, "throw", 2, 4)?;
    let raised = match (&given[1], given.get(2)) {
        (Value::Class(class), Some(value)) if !value.is_none() => match value {
            Value::Obj(object) if value.as_exception().is_some() => Raised(object.clone()),
            value => vm.raise(class, std::slice::from_ref(value)),
        },
        (value, _) => vm.raise_value(value.clone(), None),
    };
    let (object, generator) = this(vm, args)?;
    let stepped = vm.throw_into(object, generator, raised)?;
    answer(vm, stepped)
}

fn close(vm: &mut Vm, args: &Args) -> Result {
    let (object, generator) = this(vm, args)?;
    vm.close_generator(object, generator)?;
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let name = this(vm, args)?.1.borrow().qualname.clone();
    let address = vm.address(args.this());
    Ok(Value::str(format!(
        "<generator object {} at {address}>",
        name.as_str()
    )))
}
