//! The methods of `list`.

use super::operators::{extend as extend_list, find};
use crate::object::Value;
use crate::types::sequence;
use crate::vm::{Args, Result, Vm};

pub(super) fn append(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "append")?;
    let [item] = args.rest().exactly(vm, "list.append")?;
    list.push(item.clone());
    Ok(Value::None)
}

pub(super) fn clear(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "clear")?;
    args.rest().exactly::<0>(vm, "list.clear")?;
    let former = std::mem::take(&mut *list.borrow_mut());
    list.settle();
    drop(former);
    Ok(Value::None)
}

pub(super) fn copy(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "copy")?;
    args.rest().exactly::<0>(vm, "list.copy")?;
    vm.charge(list.len() as u64 / 8)?;
    vm.reserve(list.len() * size_of::<Value>())?;
    let items = list.to_vec();
    Ok(vm.list(items))
}

pub(super) fn count(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "count")?;
    let [wanted] = args.rest().exactly(vm, "list.count")?;
    let (mut from, mut count) = (0, 0usize);
    while let Some(index) = find(vm, list, wanted, from, usize::MAX)? {
        count += 1;
        from = index + 1;
    }
    Ok(Value::from(count))
}

pub(super) fn extend(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "extend")?;
    let [items] = args.rest().exactly(vm, "list.extend")?;
    extend_list(vm, list, items)?;
    Ok(Value::None)
}

/// A bound of `index(x, start, end)`: negative ones count from the end.
pub(in crate::types) fn bound(
    vm: &mut Vm,
    value: Option<&Value>,
    len: usize,
    default: usize,
) -> Result<usize> {
    let Some(value) = value else {
        return Ok(default);
    };
    let index = vm.index(value)?;
    let index = if index < 0 {
        index.saturating_add(len as i64).max(0)
    } else {
        index
    };
    Ok(index as usize)
}

pub(super) fn index(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "index")?;
    let rest = args.rest().between(vm, "index", 1, 3)?;
    let start = bound(vm, rest.get(1), list.len(), 0)?;
    let end = bound(vm, rest.get(2), list.len(), usize::MAX)?;
    match find(vm, list, &rest[0], start, end)? {
        Some(index) => Ok(Value::from(index)),
        None => {
            let shown = vm.repr(&rest[0])?;
            Err(vm.value_error(format!("{shown} is not in list")))
        }
    }
}

pub(super) fn insert(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "insert")?;
    let [index, item] = args.rest().exactly(vm, "insert")?;
    let index = vm.index(index)?;
    let len = list.len();
    vm.charge(len as u64 / 64)?;
    let index = if index < 0 {
        index.saturating_add(len as i64).max(0)
    } else {
        index
    };
    let index = (index as usize).min(len);
    list.borrow_mut().insert(index, item.clone());
    list.settle();
    Ok(Value::None)
}

pub(super) fn pop(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "pop")?;
    let index = match args.rest().between(vm, "pop", 0, 1)? {
        [] => -1,
        [index, ..] => vm.index(index)?,
    };
    let len = list.len();
    if len == 0 {
        return Err(vm.index_error("pop from empty list"));
    }
    match sequence::within(index, len) {
        Some(index) => {
            vm.charge((len - index) as u64 / 64)?;
            let item = list.borrow_mut().remove(index);
            Ok(item)
        }
        None => Err(vm.index_error("pop index out of range")),
    }
}

pub(super) fn remove(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "remove")?;
    let [wanted] = args.rest().exactly(vm, "list.remove")?;
    match find(vm, list, wanted, 0, usize::MAX)? {
        Some(index) => {
            let removed = {
                let mut items = list.borrow_mut();
                (index < items.len()).then(|| items.remove(index))
            };
            drop(removed);
            Ok(Value::None)
        }
        None => Err(vm.value_error("list.remove(x): x not in list")),
    }
}

pub(super) fn reverse(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "reverse")?;
    args.rest().exactly::<0>(vm, "list.reverse")?;
    vm.charge(list.len() as u64 / 16)?;
    list.borrow_mut().reverse();
    Ok(Value::None)
}
