//! The methods of sets.

use std::cell::RefCell;
use std::rc::Rc;

use super::algebra;
use crate::object::{Set, Value};
use crate::vm::{Args, Result, Vm};

/// Puts the elements of a newly made set into another.
pub(super) fn replace(set: &RefCell<Set>, made: &Value) {
    if let Some(made) = made.as_set() {
        let former = set.replace(made.take());
        drop(former);
    }
}

pub(super) fn add(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "add")?;
    let [item] = args.rest().exactly(vm, "set.add")?;
    vm.set_add(set, item.clone())?;
    Ok(Value::None)
}

pub(super) fn clear(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "clear")?;
    args.rest().exactly::<0>(vm, "set.clear")?;
    let former = set.take();
    drop(former);
    Ok(Value::None)
}

pub(super) fn copy(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "copy")?;
    args.rest().exactly::<0>(vm, "set.copy")?;
    let class = vm.class_of(args.this());
    if Rc::ptr_eq(&class, &vm.types.frozenset) {
        return Ok(args.this().clone());
    }
    vm.charge(set.borrow().len() as u64 * 2)?;
    let copy = set.borrow().copy();
    Ok(algebra::made(vm, args.this(), copy))
}

pub(super) fn discard(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "discard")?;
    let [item] = args.rest().exactly(vm, "set.discard")?;
    vm.set_remove(set, item)?;
    Ok(Value::None)
}

pub(super) fn remove(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "remove")?;
    let [item] = args.rest().exactly(vm, "set.remove")?;
    match vm.set_remove(set, item)? {
        true => Ok(Value::None),
        false => Err(vm.key_error(item)),
    }
}

pub(super) fn pop(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "pop")?;
    args.rest().exactly::<0>(vm, "set.pop")?;
    let item = set.borrow_mut().pop();
    item.ok_or_else(|| vm.key_error(&Value::str("pop from an empty set")))
}

pub(super) fn update(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "update")?;
    args.no_keywords(vm, "set.update")?;
    for items in args.rest().positional {
        algebra::update(vm, set, items)?;
    }
    Ok(Value::None)
}

pub(super) fn union(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "union")?;
    args.no_keywords(vm, "set.union")?;
    let result = RefCell::new(set.borrow().copy());
    for items in args.rest().positional {
        algebra::update(vm, &result, items)?;
    }
    Ok(algebra::made(vm, args.this(), result.into_inner()))
}

pub(super) fn intersection(vm: &mut Vm, args: &Args) -> Result {
    args.no_keywords(vm, "set.intersection")?;
    if args.positional.len() == 1 {
        return copy(vm, args);
    }
    let mut result = args.this().clone();
    for items in args.rest().positional {
        result = algebra::intersection(vm, &result, items)?;
    }
    Ok(result)
}

pub(super) fn intersection_update(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "intersection_update")?;
    let mut result = args.this().clone();
    for items in args.rest().positional {
        result = algebra::intersection(vm, &result, items)?;
    }
    if args.positional.len() > 1 {
        replace(set, &result);
    }
    Ok(Value::None)
}

pub(super) fn difference(vm: &mut Vm, args: &Args) -> Result {
    args.no_keywords(vm, "set.difference")?;
    if args.positional.len() == 1 {
        return copy(vm, args);
    }
    let mut result = args.this().clone();
    for items in args.rest().positional {
        result = algebra::difference(vm, &result, items)?;
    }
    Ok(result)
}

pub(super) fn difference_update(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "difference_update")?;
    for items in args.rest().positional {
        algebra::difference_update(vm, set, items)?;
    }
    Ok(Value::None)
}

pub(super) fn symmetric_difference(vm: &mut Vm, args: &Args) -> Result {
    args.this_set(vm, "symmetric_difference")?;
    let [items] = args.rest().exactly(vm, "set.symmetric_difference")?;
    algebra::symmetric_difference(vm, args.this(), items)
}

pub(super) fn symmetric_difference_update(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "symmetric_difference_update")?;
    let [items] = args.rest().exactly(vm, "set.symmetric_difference_update")?;
    algebra::symmetric_update(vm, set, items)?;
    Ok(Value::None)
}

/// The argument as a set, made if it is another iterable.
fn other_set(vm: &mut Vm, args: &Args, name: &str) -> Result {
    let [items] = args.rest().exactly(vm, name)?;
    if items.as_set().is_some() {
        return Ok(items.clone());
    }
    let set = algebra::new_set(vm, items)?;
    Ok(vm.set(set))
}

pub(super) fn isdisjoint(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "isdisjoint")?;
    let [items] = args.rest().exactly(vm, "set.isdisjoint")?;
    for item in vm.collect(items)? {
        if vm.set_contains(set, &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

pub(super) fn issubset(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "issubset")?;
    let other = other_set(vm, args, "set.issubset")?;
    match other.as_set() {
        Some(other) => algebra::is_subset(vm, set, other).map(Value::Bool),
        None => Ok(Value::Bool(false)),
    }
}

pub(super) fn issuperset(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "issuperset")?;
    let other = other_set(vm, args, "set.issuperset")?;
    match other.as_set() {
        Some(other) => algebra::is_subset(vm, other, set).map(Value::Bool),
        None => Ok(Value::Bool(false)),
    }
}
