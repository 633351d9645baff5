//! `function`: what `def` and `lambda` make.

use std::cell::RefCell;
use std::rc::Rc;

use super::define::{getter, method, setter};
use crate::object::{ClassDef, Dict, Function, Layout, MethodDef, Object, Payload, Str, Value};
use crate::vm::{Args, Result, Vm};

/// `function`
pub static CLASS: ClassDef = ClassDef {
    name: "function",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "",
};

const METHODS: &[MethodDef] = &[
    method("__repr__", repr),
    method("__call__", call),
    method("__get__", get),
    getter("__name__", |vm, args| {
        let name = this(vm, args)?.name.borrow().clone();
        Ok(Value::Str(name))
    }),
    setter("__name__", |vm, args| {
        let name = text(vm, args, "__name__")?;
        this(vm, args)?.name.replace(name);
        Ok(Value::None)
    }),
    getter("__qualname__", |vm, args| {
        let name = this(vm, args)?.qualname.borrow().clone();
        Ok(Value::Str(name))
    }),
    setter("__qualname__", |vm, args| {
        let name = text(vm, args, "__qualname__")?;
        this(vm, args)?.qualname.replace(name);
        Ok(Value::None)
    }),
    getter("__doc__", |vm, args| {
        Ok(this(vm, args)?.doc.borrow().clone())
    }),
    setter("__doc__", |vm, args| {
        drop(this(vm, args)?.doc.replace(args.at(1).clone()));
        Ok(Value::None)
    }),
    getter("__module__", |vm, args| {
        Ok(this(vm, args)?.module.borrow().clone())
    }),
    setter("__module__", |vm, args| {
        drop(this(vm, args)?.module.replace(args.at(1).clone()));
        Ok(Value::None)
    }),
    getter("__defaults__", defaults),
    setter("__defaults__", set_defaults),
    getter("__kwdefaults__", |vm, args| {
        let defaults = this(vm, args)?.kw_defaults.borrow().clone();
        Ok(none_if_unbound(defaults))
    }),
    setter("__kwdefaults__", |vm, args| {
        let new = match args.at(1) {
            Value::None => Value::Unbound,
            value if value.as_dict().is_some() => value.clone(),
            _ => return Err(vm.type_error("__kwdefaults__ must be set to a dict object")),
        };
        drop(this(vm, args)?.kw_defaults.replace(new));
        Ok(Value::None)
    }),
    getter("__annotations__", annotations),
    setter("__annotations__", |vm, args| {
        drop(this(vm, args)?.annotations.replace(args.at(1).clone()));
        Ok(Value::None)
    }),
    getter("__globals__", |vm, args| {
        Ok(Value::Obj(this(vm, args)?.globals.clone()))
    }),
    getter("__code__", |vm, args| {
        let code = this(vm, args)?.code.clone();
        Ok(Object::new(vm.types.code.clone(), Payload::Code(code)).into())
    }),
    getter("__closure__", |vm, args| {
        let cells: Vec<Value> = this(vm, args)?
            .closure
            .iter()
            .cloned()
            .map(Value::Obj)
            .collect();
        if cells.is_empty() {
            return Ok(Value::None);
        }
        Ok(vm.tuple(cells))
    }),
];

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Function> {
    match args.this().obj().map(|object| &object.payload) {
        Some(Payload::Function(function)) => Ok(function),
        _ => Err(vm.type_error("descriptor requires a 'function' object")),
    }
}

fn text(vm: &mut Vm, args: &Args, name: &str) -> Result<Rc<Str>> {
    match args.at(1).as_str_rc() {
        Some(text) => Ok(text.clone()),
        None => Err(vm.type_error(format!("{name} must be set to a string object"))),
    }
}

fn none_if_unbound(value: Value) -> Value {
    match value {
        Value::Unbound => Value::None,
        value => value,
    }
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let name = this(vm, args)?.qualname.borrow().clone();
    let address = vm.address(args.this());
    Ok(Value::str(format!(
        "<function {} at {address}>",
        name.as_str()
    )))
}

fn call(vm: &mut Vm, args: &Args) -> Result {
    vm.call_args(args.this(), &args.rest())
}

/// What a function becomes when it is read through an instance.
pub(crate) fn get(vm: &mut Vm, args: &Args) -> Result {
    Ok(match args.at(1) {
        Value::None | Value::Unbound => args.this().clone(),
        instance => vm.bound_method(args.this().clone(), instance.clone()),
    })
}

fn defaults(vm: &mut Vm, args: &Args) -> Result {
    let defaults = this(vm, args)?.defaults.borrow().clone();
    if defaults.is_empty() {
        return Ok(Value::None);
    }
    Ok(vm.tuple(defaults.to_vec()))
}

fn set_defaults(vm: &mut Vm, args: &Args) -> Result {
    let function = this(vm, args)?;
    let new = match args.at(1) {
        Value::None => Vec::new(),
        value => match value.as_tuple() {
            Some(items) => items.to_vec(),
            None => return Err(vm.type_error("__defaults__ must be set to a tuple object")),
        },
    };
    drop(function.defaults.replace(new.into()));
    Ok(Value::None)
}

fn annotations(vm: &mut Vm, args: &Args) -> Result {
    let function = this(vm, args)?;
    let known = function.annotations.borrow().clone();
    if !known.is_unbound() {
        return Ok(known);
    }
    let payload = Payload::Dict(RefCell::new(Dict::default()));
    let made: Value = Object::new(vm.types.dict.clone(), payload).into();
    drop(function.annotations.replace(made.clone()));
    Ok(made)
}
