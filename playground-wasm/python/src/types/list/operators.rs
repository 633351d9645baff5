//! Construction and operators of `list`.

use std::cell::RefCell;

use crate::code::CompareOperator;
use crate::object::{Iter, List, Payload, Value};
use crate::types::arguments::{object, same, wrong_receiver};
use crate::types::define::orderings;
use crate::types::int::holds;
use crate::types::{repr_guard, sequence};
use crate::vm::{Args, Result, Vm};

orderings!(compare);

pub(super) fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    Ok(object(class, Payload::List(List::default())))
}

pub(super) fn init(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "__init__")?;
    let is_exact = matches!(args.this(), Value::Obj(object) if object.class.def.is_some());
    let rest = args.rest();
    if is_exact {
        rest.no_keywords(vm, "list")?;
    }
    let items = match Args::new(rest.positional).between(vm, "list", 0, 1)? {
        [items] => vm.collect(items)?,
        _ => Vec::new(),
    };
    let former = std::mem::replace(&mut *list.borrow_mut(), items);
    list.settle();
    drop(former);
    Ok(Value::None)
}

pub(super) fn repr(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "__repr__")?;
    let text = repr_guard::guarded(vm, args.this(), "[...]", |vm| {
        let items = list.to_vec();
        Ok(format!("[{}]", repr_guard::joined(vm, &items)?))
    })?;
    Ok(Value::str(text))
}

pub(super) fn unhashable(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.type_name(args.this());
    Err(vm.type_error(format!("unhashable type: '{}'", name.as_str())))
}

pub(super) fn len(vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::from(args.this_list(vm, "__len__")?.len()))
}

pub(super) fn iter(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.types.list_iterator.clone();
    match args.this() {
        Value::Obj(list) if matches!(list.payload, Payload::List(_)) => {
            let state = RefCell::new(Iter::List(list.clone(), 0));
            Ok(object(&class, Payload::Iter(Box::new(state))))
        }
        other => Err(wrong_receiver(vm, other, "list", "__iter__")),
    }
}

pub(super) fn reversed(vm: &mut Vm, args: &Args) -> Result {
    let len = args.this_list(vm, "__reversed__")?.len();
    let class = vm.types.list_reverse_iterator.clone();
    match args.this() {
        Value::Obj(list) => {
            let state = RefCell::new(Iter::ListReversed(list.clone(), len));
            Ok(object(&class, Payload::Iter(Box::new(state))))
        }
        other => Err(wrong_receiver(vm, other, "list", "__reversed__")),
    }
}

pub(super) fn contains(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "__contains__")?;
    let found = find(vm, list, args.at(1), 0, usize::MAX)?;
    Ok(Value::Bool(found.is_some()))
}

/// The index of the first item equal to a value. Equality may change the list meanwhile.
pub(super) fn find(
    vm: &mut Vm,
    list: &List,
    wanted: &Value,
    start: usize,
    end: usize,
) -> Result<Option<usize>> {
    let mut index = start;
    while index < end
        && let Some(item) = list.get(index)
    {
        vm.charge(1)?;
        if same(vm, &item, wanted)? {
            return Ok(Some(index));
        }
        index += 1;
    }
    Ok(None)
}

pub(super) fn add(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "__add__")?;
    let other = args.at(1);
    let Some(more) = other.as_list() else {
        let reflected = vm.names.__radd__.clone();
        if sequence::defers_to(vm, other, &reflected) {
            return Ok(Value::NotImplemented);
        }
        let name = vm.type_name(other);
        return Err(vm.type_error(format!(
            "can only concatenate list (not \"{}\") to list",
            name.as_str()
        )));
    };
    let count = list.len() + more.len();
    vm.charge(count as u64 / 8)?;
    vm.reserve(count * size_of::<Value>())?;
    let mut items = Vec::with_capacity(count);
    items.extend_from_slice(&list.borrow());
    items.extend_from_slice(&more.borrow());
    Ok(vm.list(items))
}

pub(super) fn iadd(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "__iadd__")?;
    extend(vm, list, args.at(1))?;
    Ok(args.this().clone())
}

/// `list.extend(items)`
pub(super) fn extend(vm: &mut Vm, list: &List, items: &Value) -> Result<()> {
    // What holds its items itself is copied; an iterator is stepped while the list grows, as a program
    // that looks at the list meanwhile would see.
    let own = items
        .as_list()
        .map(List::to_vec)
        .or_else(|| items.as_tuple().map(<[Value]>::to_vec));
    if let Some(items) = own.filter(|_| crate::types::iterators::is_plain(vm, items)) {
        vm.charge(items.len() as u64 / 8)?;
        vm.reserve(items.len() * size_of::<Value>())?;
        list.borrow_mut().extend(items);
        list.settle();
        return Ok(());
    }
    let iterator = vm.iter(items)?;
    while let Some(item) = vm.next(&iterator)? {
        vm.charge(1)?;
        if list.len().is_power_of_two() {
            vm.reserve(list.len() * size_of::<Value>())?;
        }
        list.push(item);
    }
    Ok(())
}

fn repeated(vm: &mut Vm, list: &List, count: &Value) -> Result<Vec<Value>> {
    let count = sequence::repetitions(vm, count, list.len(), size_of::<Value>())?;
    let items = list.borrow();
    let mut result = Vec::with_capacity(items.len() * count);
    for _ in 0..count {
        result.extend_from_slice(&items);
    }
    Ok(result)
}

pub(super) fn mul(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "__mul__")?;
    let reflected = vm.names.__rmul__.clone();
    if sequence::defers_to(vm, args.at(1), &reflected) {
        return Ok(Value::NotImplemented);
    }
    let items = repeated(vm, list, args.at(1))?;
    Ok(vm.list(items))
}

pub(super) fn imul(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "__imul__")?;
    let items = repeated(vm, list, args.at(1))?;
    let former = std::mem::replace(&mut *list.borrow_mut(), items);
    list.settle();
    drop(former);
    Ok(args.this().clone())
}

pub(super) fn eq(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "__eq__")?;
    match args.at(1).as_list() {
        Some(other) if other.len() != list.len() => Ok(Value::Bool(false)),
        Some(_) => compare(vm, args, CompareOperator::Eq),
        None => Ok(Value::NotImplemented),
    }
}

/// The first pair of items that differ decides, else the lengths.
fn compare(vm: &mut Vm, args: &Args, op: CompareOperator) -> Result {
    let list = args.this_list(vm, "__lt__")?;
    let Some(other) = args.at(1).as_list() else {
        return Ok(Value::NotImplemented);
    };
    vm.enter()?;
    let result = differ(vm, list, other, op);
    vm.leave();
    result
}

fn differ(vm: &mut Vm, list: &List, other: &List, op: CompareOperator) -> Result {
    let mut index = 0;
    while let (Some(a), Some(b)) = (list.get(index), other.get(index)) {
        vm.charge(1)?;
        if !same(vm, &a, &b)? {
            return match op {
                CompareOperator::Eq => Ok(Value::Bool(false)),
                op => vm.compare(op, &a, &b),
            };
        }
        index += 1;
    }
    Ok(Value::Bool(holds(op, list.len().cmp(&other.len()))))
}
