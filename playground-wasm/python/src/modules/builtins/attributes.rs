//! Attributes and identity: `getattr`, `dir`, `id` and their like.

use std::rc::Rc;

use crate::code::CompareOperator;
use crate::object::{Payload, Str, Value};
use crate::types::arguments::about_type;
use crate::vm::{Args, Result, Vm};

/// The argument that names an attribute.
fn name(vm: &mut Vm, value: &Value) -> Result<Rc<Str>> {
    match value.as_str_rc() {
        Some(name) => Ok(vm.intern_str(name)),
        None => Err(about_type(
            vm,
            "attribute name must be string, not ",
            value,
            "",
        )),
    }
}

pub(super) fn getattr(vm: &mut Vm, args: &Args) -> Result {
    let (value, attribute, default) = match args.between(vm, "getattr", 2, 3)? {
        [value, attribute] => (value, attribute, None),
        [value, attribute, default, ..] => (value, attribute, Some(default)),
        _ => unreachable!("at least two arguments"),
    };
    let name = name(vm, attribute)?;
    match default {
        None => vm.get_attr(value, &name),
        Some(default) => Ok(vm
            .find_attr(value, &name)?
            .unwrap_or_else(|| default.clone())),
    }
}

pub(super) fn hasattr(vm: &mut Vm, args: &Args) -> Result {
    let [value, attribute] = args.exactly(vm, "hasattr")?;
    let name = name(vm, attribute)?;
    Ok(Value::Bool(vm.find_attr(value, &name)?.is_some()))
}

pub(super) fn setattr(vm: &mut Vm, args: &Args) -> Result {
    let [value, attribute, new] = args.exactly(vm, "setattr")?;
    let name = name(vm, attribute)?;
    vm.set_attr(value, &name, new.clone())?;
    Ok(Value::None)
}

pub(super) fn delattr(vm: &mut Vm, args: &Args) -> Result {
    let [value, attribute] = args.exactly(vm, "delattr")?;
    let name = name(vm, attribute)?;
    vm.delete_attr(value, &name)?;
    Ok(Value::None)
}

pub(super) fn callable(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "callable")?;
    Ok(Value::Bool(vm.is_callable(value)))
}

pub(super) fn hash(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "hash")?;
    vm.hash(value).map(Value::Int)
}

pub(super) fn id(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "id")?;
    Ok(Value::Int(vm.id(value) as i64))
}

pub(super) fn len(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "len")?;
    vm.len(value).map(Value::from)
}

pub(super) fn vars(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.between(vm, "vars", 0, 1)? else {
        return super::execute::locals(vm, args);
    };
    let name = vm.names.__dict__.clone();
    match vm.find_attr(value, &name)? {
        Some(dict) => Ok(dict),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}

pub(super) fn dir(vm: &mut Vm, args: &Args) -> Result {
    let names = match args.between(vm, "dir", 0, 1)? {
        [value] => {
            let special = vm.names.__dir__.clone();
            match vm.call_special(value, &special, &[])? {
                Some(names) => vm.collect(&names)?,
                None => names_of(vm, value)?,
            }
        }
        _ => {
            let locals = super::execute::locals(vm, args)?;
            vm.collect(&locals)?
        }
    };
    let (names, outcome) = crate::types::list::sorted_by(vm, names, None, false);
    outcome?;
    Ok(vm.list(names))
}

/// The names that a value has attributes under: its own, its class's, those of the classes behind.
pub(crate) fn names_of(vm: &mut Vm, value: &Value) -> Result<Vec<Value>> {
    let mut names: Vec<Value> = Vec::new();
    if let Value::Obj(object) = value {
        names.extend(
            object
                .attr_entries()
                .into_iter()
                .map(|(name, _)| Value::Str(name)),
        );
        if matches!(object.payload, Payload::Module) {
            return Ok(names);
        }
    }
    let class = match value {
        Value::Class(class) => class.clone(),
        other => vm.class_of(other),
    };
    let mro = class.mro.borrow().clone();
    for class in mro {
        if let Some(def) = class.def {
            names.extend(def.methods.iter().map(|method| Value::str(method.name)));
        }
        let attrs = class.attrs.borrow();
        names.extend(attrs.iter().map(|(name, _)| name.clone()));
    }
    vm.charge(names.len() as u64)?;
    names.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
    names.dedup_by(|a, b| a.as_str() == b.as_str());
    Ok(names)
}

/// `a < b` and the like as a condition.
pub(super) fn holds(vm: &mut Vm, op: CompareOperator, a: &Value, b: &Value) -> Result<bool> {
    let answer = vm.compare(op, a, b)?;
    vm.truthy(&answer)
}
