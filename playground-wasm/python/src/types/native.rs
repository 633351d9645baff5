//! What functions made in Rust have in common.

use std::rc::Rc;

use crate::object::{NativeFunction, Payload, Value};
use crate::vm::{Args, Result, Vm};

/// The function, and the instance that it is bound to.
pub(super) fn parts<'a>(
    vm: &mut Vm,
    args: &Args<'a>,
) -> Result<(&'a NativeFunction, Option<&'a Value>)> {
    match args.this().obj().map(|object| &object.payload) {
        Some(Payload::Native(native)) => Ok((native, None)),
        Some(Payload::Method(method)) => {
            match method.function.obj().map(|object| &object.payload) {
                Some(Payload::Native(native)) => Ok((native, Some(&method.receiver))),
                _ => Err(vm.type_error("not a built-in function")),
            }
        }
        _ => Err(vm.type_error("not a built-in function")),
    }
}

pub(super) fn name(vm: &mut Vm, args: &Args) -> Result {
    let (native, _) = parts(vm, args)?;
    Ok(Value::Str(vm.intern(native.name)))
}

pub(super) fn qualname(vm: &mut Vm, args: &Args) -> Result {
    let (native, receiver) = parts(vm, args)?;
    let owner = match (&native.owner, receiver) {
        (Some(owner), _) => Some(owner.name()),
        (None, Some(Value::Class(class))) => Some(class.name()),
        _ => None,
    };
    Ok(match owner {
        Some(owner) => Value::str(format!("{}.{}", owner.as_str(), native.name)),
        None => Value::Str(vm.intern(native.name)),
    })
}

pub(super) fn module(vm: &mut Vm, args: &Args) -> Result {
    let (native, _) = parts(vm, args)?;
    if native.owner.is_some() {
        return Ok(Value::None);
    }
    Ok(Value::Str(vm.intern(native.module)))
}

pub(super) fn owner(vm: &mut Vm, args: &Args) -> Result {
    let (native, _) = parts(vm, args)?;
    let owner = native.owner.clone();
    Ok(owner.map_or(Value::None, Value::Class))
}

pub(super) fn receiver(vm: &mut Vm, args: &Args) -> Result {
    let (_, receiver) = parts(vm, args)?;
    match receiver {
        Some(receiver) => Ok(receiver.clone()),
        None => vm.import("builtins"),
    }
}

pub(super) fn no_doc(_vm: &mut Vm, _args: &Args) -> Result {
    Ok(Value::None)
}

pub(super) fn call(vm: &mut Vm, args: &Args) -> Result {
    vm.call_args(args.this(), &args.rest())
}

/// Two bound functions are equal if they are the same function of the same instance.
pub(super) fn eq(vm: &mut Vm, args: &Args) -> Result {
    let [a, b] = args.exactly(vm, "__eq__")?;
    let method = |value: &Value| match value.obj().map(|object| &object.payload) {
        Some(Payload::Method(method)) => Some((method.function.clone(), method.receiver.clone())),
        _ => None,
    };
    Ok(match (method(a), method(b)) {
        (Some((f, x)), Some((g, y))) => Value::Bool(f.is(&g) && x.is(&y)),
        _ if a.is(b) => Value::Bool(true),
        _ => Value::NotImplemented,
    })
}

pub(super) fn hash(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "__hash__")?;
    Ok(Value::Int(
        match value.obj().map(|object| &object.payload) {
            Some(Payload::Method(method)) => {
                let (function, receiver) = (method.function.clone(), method.receiver.clone());
                vm.hash_identity(&function) ^ vm.hash_identity(&receiver).rotate_left(1)
            }
            _ => vm.hash_identity(value),
        },
    ))
}

/// `Class.method` of the class that defines a method, for reprs.
pub(super) fn owner_name(native: &NativeFunction) -> Rc<crate::object::Str> {
    match &native.owner {
        Some(owner) => owner.name(),
        None => Rc::new("object".into()),
    }
}
