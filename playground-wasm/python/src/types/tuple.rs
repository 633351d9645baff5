//! `tuple`

use std::cell::RefCell;
use std::rc::Rc;

use crate::code::CompareOperator;
use crate::object::{ClassDef, Iter, Layout, MethodDef, Payload, Value};
use crate::types::arguments::{object, same, wrong_receiver};
use crate::types::define::{class_method, method, orderings, static_method};
use crate::types::int::holds;
use crate::types::{repr_guard, sequence, slice};
use crate::vm::{Args, Result, Vm};

/// `tuple`
pub static CLASS: ClassDef = ClassDef {
    name: "tuple",
    module: "builtins",
    layout: Layout::Tuple,
    subclassable: true,
    methods: METHODS,
    doc: "An immutable sequence.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__repr__", repr),
    method("__hash__", hash),
    method("__len__", |vm, args| {
        Ok(Value::from(args.this_tuple(vm, "__len__")?.len()))
    }),
    method("__iter__", iter),
    method("__contains__", contains),
    method("__getitem__", get_item),
    method("__add__", add),
    method("__mul__", mul),
    method("__rmul__", mul),
    method("__eq__", eq),
    method("__lt__", lt),
    method("__le__", le),
    method("__gt__", gt),
    method("__ge__", ge),
    class_method("__class_getitem__", super::generic_alias::class_getitem),
    method("count", count),
    method("index", index),
];

orderings!(compare);

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    let exact = Rc::ptr_eq(class, &vm.types.tuple);
    let rest = args.rest();
    if exact {
        rest.no_keywords(vm, "tuple")?;
    }
    let items = match Args::new(rest.positional).between(vm, "tuple", 0, 1)? {
        [Value::Obj(same)] if exact && Rc::ptr_eq(&same.class, class) => {
            return Ok(Value::Obj(same.clone()));
        }
        [items] => vm.collect(items)?,
        _ => Vec::new(),
    };
    if exact {
        return Ok(vm.tuple(items));
    }
    Ok(object(class, Payload::Tuple(items.into())))
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let items = args.this_tuple(vm, "__repr__")?;
    let text = repr_guard::guarded(vm, args.this(), "(...)", |vm| {
        let comma = if items.len() == 1 { "," } else { "" };
        Ok(format!("({}{comma})", repr_guard::joined(vm, items)?))
    })?;
    Ok(Value::str(text))
}

/// CPython's mix of the items' hashes (a round of xxHash for each).
fn hash(vm: &mut Vm, args: &Args) -> Result {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let items = args.this_tuple(vm, "__hash__")?;
    vm.enter()?;
    let mut acc = PRIME_5;
    let mut outcome = Ok(());
    for item in items {
        match vm.hash(item) {
            Ok(hash) => {
                acc = acc.wrapping_add((hash as u64).wrapping_mul(PRIME_2));
                acc = acc.rotate_left(31).wrapping_mul(PRIME_1);
            }
            Err(raised) => {
                outcome = Err(raised);
                break;
            }
        }
    }
    vm.leave();
    outcome?;
    acc = acc.wrapping_add(items.len() as u64 ^ (PRIME_5 ^ 3_527_539));
    Ok(Value::Int(if acc == u64::MAX {
        1_546_275_796
    } else {
        acc as i64
    }))
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.types.tuple_iterator.clone();
    match args.this() {
        Value::Obj(tuple) if matches!(tuple.payload, Payload::Tuple(_)) => {
            let state = RefCell::new(Iter::Tuple(tuple.clone(), 0));
            Ok(object(&class, Payload::Iter(Box::new(state))))
        }
        other => Err(wrong_receiver(vm, other, "tuple", "__iter__")),
    }
}

/// The index of the first item equal to a value, from an index on.
fn find(vm: &mut Vm, items: &[Value], wanted: &Value, from: usize) -> Result<Option<usize>> {
    for (index, item) in items.iter().enumerate().skip(from) {
        vm.charge(1)?;
        if same(vm, item, wanted)? {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    let items = args.this_tuple(vm, "__contains__")?;
    Ok(Value::Bool(find(vm, items, args.at(1), 0)?.is_some()))
}

fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let items = args.this_tuple(vm, "__getitem__")?;
    let key = args.at(1);
    let Some(parts) = slice::parts(key) else {
        let index = sequence::item_index(vm, key, items.len(), "tuple")?;
        return Ok(items[index].clone());
    };
    let picked = slice::resolve(vm, parts, items.len())?;
    vm.charge(picked.count as u64 / 8)?;
    let items = picked.indices().map(|index| items[index].clone()).collect();
    Ok(vm.tuple(items))
}

fn add(vm: &mut Vm, args: &Args) -> Result {
    let items = args.this_tuple(vm, "__add__")?;
    let other = args.at(1);
    let Some(more) = other.as_tuple() else {
        let reflected = vm.names.__radd__.clone();
        if sequence::defers_to(vm, other, &reflected) {
            return Ok(Value::NotImplemented);
        }
        let name = vm.type_name(other);
        return Err(vm.type_error(format!(
            "can only concatenate tuple (not \"{}\") to tuple",
            name.as_str()
        )));
    };
    let count = items.len() + more.len();
    vm.charge(count as u64 / 8)?;
    vm.reserve(count * size_of::<Value>())?;
    let items = [items, more].concat();
    Ok(vm.tuple(items))
}

fn mul(vm: &mut Vm, args: &Args) -> Result {
    let items = args.this_tuple(vm, "__mul__")?;
    let reflected = vm.names.__rmul__.clone();
    if sequence::defers_to(vm, args.at(1), &reflected) {
        return Ok(Value::NotImplemented);
    }
    let count = sequence::repetitions(vm, args.at(1), items.len(), size_of::<Value>())?;
    let mut result = Vec::with_capacity(items.len() * count);
    for _ in 0..count {
        result.extend_from_slice(items);
    }
    Ok(vm.tuple(result))
}

fn eq(vm: &mut Vm, args: &Args) -> Result {
    let items = args.this_tuple(vm, "__eq__")?;
    match args.at(1).as_tuple() {
        Some(other) if other.len() != items.len() => Ok(Value::Bool(false)),
        Some(_) => compare(vm, args, CompareOperator::Eq),
        None => Ok(Value::NotImplemented),
    }
}

/// The first pair of items that differ decides, else the lengths.
fn compare(vm: &mut Vm, args: &Args, op: CompareOperator) -> Result {
    let items = args.this_tuple(vm, "__lt__")?;
    let Some(other) = args.at(1).as_tuple() else {
        return Ok(Value::NotImplemented);
    };
    vm.enter()?;
    let result = differ(vm, items, other, op);
    vm.leave();
    result
}

fn differ(vm: &mut Vm, items: &[Value], other: &[Value], op: CompareOperator) -> Result {
    for (a, b) in items.iter().zip(other) {
        vm.charge(1)?;
        if !same(vm, a, b)? {
            return match op {
                CompareOperator::Eq => Ok(Value::Bool(false)),
                op => vm.compare(op, a, b),
            };
        }
    }
    Ok(Value::Bool(holds(op, items.len().cmp(&other.len()))))
}

fn count(vm: &mut Vm, args: &Args) -> Result {
    let items = args.this_tuple(vm, "count")?;
    let [wanted] = args.rest().exactly(vm, "tuple.count")?;
    let (mut from, mut count) = (0, 0usize);
    while let Some(index) = find(vm, items, wanted, from)? {
        count += 1;
        from = index + 1;
    }
    Ok(Value::from(count))
}

fn index(vm: &mut Vm, args: &Args) -> Result {
    let items = args.this_tuple(vm, "index")?;
    let rest = args.rest().between(vm, "index", 1, 3)?;
    let start = super::list::bound(vm, rest.get(1), items.len(), 0)?;
    let end = super::list::bound(vm, rest.get(2), items.len(), usize::MAX)?;
    let end = end.min(items.len());
    match find(vm, &items[..end], &rest[0], start)? {
        Some(index) => Ok(Value::from(index)),
        None => Err(vm.value_error("tuple.index(x): x not in tuple")),
    }
}
