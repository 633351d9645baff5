//! The operations on sets. Each goes the way CPython goes, since the order of a set's elements tells
//! how it was made.

use std::cell::RefCell;

use crate::object::{Payload, Set, Value};
use crate::types::arguments::object;
use crate::vm::{Result, Vm};

/// The elements in table order.
pub(crate) fn elements(set: &RefCell<Set>) -> Vec<Value> {
    set.borrow().iter().map(|(_, item)| item.clone()).collect()
}

/// `set(items)`
pub(crate) fn new_set(vm: &mut Vm, items: &Value) -> Result<Set> {
    if let Some(other) = items.as_set() {
        vm.charge(other.borrow().len() as u64 * 2)?;
        return Ok(other.borrow().copy());
    }
    let set = RefCell::new(Set::default());
    update(vm, &set, items)?;
    Ok(set.into_inner())
}

/// `set.update(items)`
pub(crate) fn update(vm: &mut Vm, set: &RefCell<Set>, items: &Value) -> Result<()> {
    let known = match (items.as_set(), items.as_dict()) {
        (Some(other), _) if std::ptr::eq(other, set) => return Ok(()),
        (Some(other), _) => Some(elements(other)),
        (None, Some(dict)) => Some(dict.borrow().iter().map(|(key, _)| key.clone()).collect()),
        (None, None) => None,
    };
    if let Some(items) = known {
        vm.charge(items.len() as u64 * 3)?;
        set.borrow_mut().make_room(items.len());
        for item in items {
            vm.set_add(set, item)?;
        }
        return Ok(());
    }
    let iterator = vm.iter(items)?;
    while let Some(item) = vm.next(&iterator)? {
        vm.charge(1)?;
        vm.set_add(set, item)?;
    }
    Ok(())
}

/// A new set of the kind of `like`: frozen if that is. (A subclass is not kept, as in CPython.)
pub(crate) fn made(vm: &mut Vm, like: &Value, set: Set) -> Value {
    let frozen = vm.types.frozenset.clone();
    if vm.is_instance(like, &frozen) {
        object(&frozen, Payload::Set(RefCell::new(set)))
    } else {
        vm.set(set)
    }
}

fn table<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a RefCell<Set>> {
    value
        .as_set()
        .ok_or_else(|| crate::types::arguments::wrong_receiver(vm, value, "set", "copy"))
}

/// `a | b`
pub(crate) fn union(vm: &mut Vm, a: &Value, b: &Value) -> Result {
    let set = RefCell::new(new_set(vm, a)?);
    update(vm, &set, b)?;
    Ok(made(vm, a, set.into_inner()))
}

/// `a & b`
pub(crate) fn intersection(vm: &mut Vm, a: &Value, b: &Value) -> Result {
    let ours = table(vm, a)?;
    let result = RefCell::new(Set::default());
    match b.as_set() {
        Some(theirs) => {
            let (walked, asked) = if theirs.borrow().len() > ours.borrow().len() {
                (ours, theirs)
            } else {
                (theirs, ours)
            };
            for item in elements(walked) {
                vm.charge(1)?;
                if vm.set_contains(asked, &item)? {
                    vm.set_add(&result, item)?;
                }
            }
        }
        None => {
            let iterator = vm.iter(b)?;
            while let Some(item) = vm.next(&iterator)? {
                vm.charge(1)?;
                if vm.set_contains(ours, &item)? {
                    vm.set_add(&result, item)?;
                }
            }
        }
    }
    Ok(made(vm, a, result.into_inner()))
}

/// `set.difference_update(items)`
pub(crate) fn difference_update(vm: &mut Vm, set: &RefCell<Set>, items: &Value) -> Result<()> {
    if items.as_set().is_some_and(|other| std::ptr::eq(other, set)) {
        let former = set.replace(Set::default());
        drop(former);
        return Ok(());
    }
    for item in vm.collect(items)? {
        vm.charge(1)?;
        vm.set_remove(set, &item)?;
    }
    Ok(())
}

/// `a - b`
pub(crate) fn difference(vm: &mut Vm, a: &Value, b: &Value) -> Result {
    let ours = table(vm, a)?;
    let small = match (b.as_set(), b.as_dict()) {
        (Some(other), _) => ours.borrow().len() >> 2 > other.borrow().len(),
        (_, Some(other)) => ours.borrow().len() >> 2 > other.borrow().len(),
        _ => true,
    };
    if small {
        vm.charge(ours.borrow().len() as u64 * 2)?;
        let set = RefCell::new(ours.borrow().copy());
        difference_update(vm, &set, b)?;
        return Ok(made(vm, a, set.into_inner()));
    }
    let result = RefCell::new(Set::default());
    for item in elements(ours) {
        vm.charge(1)?;
        if !vm.contains(b, &item)? {
            vm.set_add(&result, item)?;
        }
    }
    Ok(made(vm, a, result.into_inner()))
}

/// `set.symmetric_difference_update(items)`
pub(crate) fn symmetric_update(vm: &mut Vm, set: &RefCell<Set>, items: &Value) -> Result<()> {
    let other = RefCell::new(new_set(vm, items)?);
    for item in elements(&other) {
        vm.charge(1)?;
        if !vm.set_remove(set, &item)? {
            vm.set_add(set, item)?;
        }
    }
    Ok(())
}

/// `a ^ b`
pub(crate) fn symmetric_difference(vm: &mut Vm, a: &Value, b: &Value) -> Result {
    let result = RefCell::new(new_set(vm, b)?);
    symmetric_update(vm, &result, a)?;
    Ok(made(vm, a, result.into_inner()))
}

/// Whether every element of `a` is in `b`.
pub(crate) fn is_subset(vm: &mut Vm, a: &RefCell<Set>, b: &RefCell<Set>) -> Result<bool> {
    if a.borrow().len() > b.borrow().len() {
        return Ok(false);
    }
    for item in elements(a) {
        vm.charge(1)?;
        if !vm.set_contains(b, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}
