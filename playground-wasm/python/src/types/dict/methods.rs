//! The methods of `dict`.

use std::cell::RefCell;

use super::update::fill;
use crate::object::{Dict, Value};
use crate::vm::{Args, Result, Vm};

pub(super) fn fromkeys(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    let rest = args.rest().between(vm, "fromkeys", 1, 2)?;
    let value = rest.get(1).cloned().unwrap_or(Value::None);
    let made = vm.call(&Value::Class(class.clone()), &[])?;
    let exact = std::rc::Rc::ptr_eq(class, &vm.types.dict);
    let iterator = vm.iter(&rest[0])?;
    while let Some(key) = vm.next(&iterator)? {
        vm.charge(1)?;
        match made.as_dict() {
            Some(dict) if exact => drop(vm.dict_set(dict, key, value.clone())?),
            _ => vm.set_item(&made, &key, value.clone())?,
        }
    }
    Ok(made)
}

pub(super) fn clear(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "clear")?;
    args.rest().exactly::<0>(vm, "dict.clear")?;
    let former = dict.replace(Dict::default());
    drop(former);
    Ok(Value::None)
}

pub(super) fn copy(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "copy")?;
    args.rest().exactly::<0>(vm, "dict.copy")?;
    vm.charge(dict.borrow().len() as u64 * 2)?;
    let copy = dict.borrow().copy();
    Ok(vm.dict(copy))
}

pub(super) fn get(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "get")?;
    let rest = args.rest().between(vm, "get", 1, 2)?;
    let found = vm.dict_get(dict, &rest[0])?;
    Ok(found.unwrap_or_else(|| rest.get(1).cloned().unwrap_or(Value::None)))
}

pub(super) fn pop(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "pop")?;
    let rest = args.rest().between(vm, "pop", 1, 2)?;
    match (vm.dict_remove(dict, &rest[0])?, rest.get(1)) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.key_error(&rest[0])),
    }
}

pub(super) fn popitem(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "popitem")?;
    args.rest().exactly::<0>(vm, "dict.popitem")?;
    match pop_last(dict) {
        Some((key, value)) => Ok(vm.tuple(vec![key, value])),
        None => Err(vm.key_error(&Value::str("popitem(): dictionary is empty"))),
    }
}

/// Takes the last item out.
fn pop_last(dict: &RefCell<Dict>) -> Option<(Value, Value)> {
    let mut dict = dict.borrow_mut();
    let (slot, _, _) = dict.previous_from(dict.end())?;
    Some(dict.remove_at(slot))
}

pub(super) fn setdefault(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "setdefault")?;
    let rest = args.rest().between(vm, "setdefault", 1, 2)?;
    if let Some(value) = vm.dict_get(dict, &rest[0])? {
        return Ok(value);
    }
    let value = rest.get(1).cloned().unwrap_or(Value::None);
    vm.dict_set(dict, rest[0].clone(), value.clone())?;
    Ok(value)
}

pub(super) fn update(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "update")?;
    fill(vm, dict, &args.rest(), "update")?;
    Ok(Value::None)
}
