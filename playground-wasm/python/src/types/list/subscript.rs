//! Items and slices of `list`: reading, assigning, deleting.

use crate::object::{List, Value};
use crate::types::sequence::{self, item_index};
use crate::types::slice::{self, Picked};
use crate::vm::{Args, Result, Vm};

pub(super) fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "__getitem__")?;
    let key = args.at(1);
    let Some(parts) = slice::parts(key) else {
        let index = item_index(vm, key, list.len(), "list")?;
        return Ok(list.get(index).unwrap_or(Value::None));
    };
    let picked = slice::resolve(vm, parts, list.len())?;
    vm.charge(picked.count as u64 / 8)?;
    vm.reserve(picked.count * size_of::<Value>())?;
    let items = {
        let items = list.borrow();
        picked.indices().map(|index| items[index].clone()).collect()
    };
    Ok(vm.list(items))
}

/// An index to assign to or to delete.
fn assignment_index(vm: &mut Vm, key: &Value, len: usize) -> Result<usize> {
    match sequence::subscript(vm, key)? {
        Some(index) => match sequence::within(index, len) {
            Some(index) => Ok(index),
            None => Err(vm.index_error("list assignment index out of range")),
        },
        None => item_index(vm, key, len, "list"),
    }
}

pub(super) fn set_item(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "__setitem__")?;
    let (key, value) = (args.at(1), args.at(2));
    match slice::parts(key) {
        Some(parts) => assign_slice(vm, list, parts, value)?,
        None => {
            let index = assignment_index(vm, key, list.len())?;
            let former = std::mem::replace(&mut list.borrow_mut()[index], value.clone());
            drop(former);
        }
    }
    Ok(Value::None)
}

fn assign_slice(vm: &mut Vm, list: &List, parts: &[Value; 3], value: &Value) -> Result<()> {
    let simple = parts[2].is_none() || matches!(parts[2], Value::Int(1));
    if !crate::types::iterators::is_iterable(vm, value) {
        return Err(vm.type_error(match simple {
            true => "can only assign an iterable",
            false => "must assign iterable to extended slice",
        }));
    }
    let items = vm.collect(value)?;
    let picked = slice::resolve(vm, parts, list.len())?;
    vm.charge((items.len() + list.len() / 8) as u64 / 8)?;
    if picked.step == 1 {
        let range = range_of(picked);
        let former: Vec<Value> = list.borrow_mut().splice(range, items).collect();
        list.settle();
        drop(former);
        return Ok(());
    }
    if items.len() != picked.count {
        return Err(vm.value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            items.len(),
            picked.count
        )));
    }
    let mut former = Vec::with_capacity(items.len());
    {
        let mut target = list.borrow_mut();
        for (index, item) in picked.indices().zip(items) {
            former.push(std::mem::replace(&mut target[index], item));
        }
    }
    drop(former);
    Ok(())
}

/// The items of a slice with step 1, which may be empty.
fn range_of(picked: Picked) -> std::ops::Range<usize> {
    let start = picked.start as usize;
    start..start + picked.count
}

pub(super) fn delete_item(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "__delitem__")?;
    let key = args.at(1);
    vm.charge(list.len() as u64 / 64)?;
    let Some(parts) = slice::parts(key) else {
        let index = assignment_index(vm, key, list.len())?;
        let former = list.borrow_mut().remove(index);
        drop(former);
        return Ok(Value::None);
    };
    let picked = slice::resolve(vm, parts, list.len())?;
    let former: Vec<Value> = if picked.step == 1 {
        list.borrow_mut().drain(range_of(picked)).collect()
    } else {
        let mut gone: Vec<usize> = picked.indices().collect();
        gone.sort_unstable();
        let mut items = list.borrow_mut();
        let mut next = gone.iter().peekable();
        let (mut kept, mut removed) = (Vec::with_capacity(items.len()), Vec::new());
        for (index, item) in items.drain(..).enumerate() {
            if next.peek() == Some(&&index) {
                next.next();
                removed.push(item);
            } else {
                kept.push(item);
            }
        }
        *items = kept;
        removed
    };
    list.settle();
    drop(former);
    Ok(Value::None)
}
