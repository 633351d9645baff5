//! Construction and operators of sets.

use std::cell::RefCell;
use std::rc::Rc;

use super::algebra;
use crate::code::CompareOperator;
use crate::object::{Iter, Object, Payload, Set, Value};
use crate::types::arguments::{object, wrong_receiver};
use crate::types::define::orderings;
use crate::types::repr_guard;
use crate::vm::{Args, Result, Vm};

orderings!(compare);

pub(super) fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    Ok(object(class, Payload::Set(RefCell::new(Set::default()))))
}

pub(super) fn init(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "__init__")?;
    let items = match args.rest().between(vm, "set", 0, 1)? {
        [items] => algebra::new_set(vm, items)?,
        _ => Set::default(),
    };
    let former = set.replace(items);
    drop(former);
    Ok(Value::None)
}

pub(super) fn new_frozen(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    let exact = Rc::ptr_eq(class, &vm.types.frozenset);
    let rest = Args::new(args.rest().positional);
    if exact {
        args.no_keywords(vm, "frozenset")?;
    }
    let items = match rest.between(vm, "frozenset", 0, 1)? {
        [Value::Obj(same)] if exact && Rc::ptr_eq(&same.class, class) => {
            return Ok(Value::Obj(same.clone()));
        }
        [items] => algebra::new_set(vm, items)?,
        _ => Set::default(),
    };
    Ok(object(class, Payload::Set(RefCell::new(items))))
}

pub(super) fn unhashable(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.type_name(args.this());
    Err(vm.type_error(format!("unhashable type: '{}'", name.as_str())))
}

/// CPython's hash: the same whatever the order of the elements.
pub(super) fn hash_frozen(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "__hash__")?.borrow();
    let shuffled = |hash: u64| ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167);
    let mut hash = set
        .iter()
        .fold(0, |acc, (hash, _)| acc ^ shuffled(hash as u64));
    hash ^= (set.len() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    Ok(Value::Int(if hash == u64::MAX {
        590_923_713
    } else {
        hash as i64
    }))
}

pub(super) fn repr(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "__repr__")?;
    let name = vm.type_name(args.this());
    let name = name.as_str();
    if set.borrow().is_empty() {
        return Ok(Value::str(format!("{name}()")));
    }
    let text = repr_guard::guarded(vm, args.this(), &format!("{name}(...)"), |vm| {
        let items = algebra::elements(set);
        let items = repr_guard::joined(vm, &items)?;
        Ok(match name {
            "set" => format!("{{{items}}}"),
            name => format!("{name}({{{items}}})"),
        })
    })?;
    Ok(Value::str(text))
}

pub(super) fn len(vm: &mut Vm, args: &Args) -> Result {
    let len = args.this_set(vm, "__len__")?.borrow().len();
    Ok(Value::from(len))
}

pub(super) fn iter(vm: &mut Vm, args: &Args) -> Result {
    let version = args.this_set(vm, "__iter__")?.borrow().version();
    let class = vm.types.set_iterator.clone();
    match args.this() {
        Value::Obj(set) => {
            let state = Box::new(RefCell::new(Iter::Set(set.clone(), 0, version)));
            Ok(Value::Obj(Object::new(class, Payload::Iter(state))))
        }
        other => Err(wrong_receiver(vm, other, "set", "__iter__")),
    }
}

pub(super) fn contains(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "__contains__")?;
    vm.set_contains(set, args.at(1)).map(Value::Bool)
}

pub(super) fn eq(vm: &mut Vm, args: &Args) -> Result {
    compare(vm, args, CompareOperator::Eq)
}

/// Sets are ordered by inclusion.
fn compare(vm: &mut Vm, args: &Args, op: CompareOperator) -> Result {
    let set = args.this_set(vm, "__eq__")?;
    let Some(other) = args.at(1).as_set() else {
        return Ok(Value::NotImplemented);
    };
    let (ours, theirs) = (set.borrow().len(), other.borrow().len());
    Ok(Value::Bool(match op {
        CompareOperator::Eq => ours == theirs && algebra::is_subset(vm, set, other)?,
        CompareOperator::Lt => ours < theirs && algebra::is_subset(vm, set, other)?,
        CompareOperator::Le => algebra::is_subset(vm, set, other)?,
        CompareOperator::Gt => ours > theirs && algebra::is_subset(vm, other, set)?,
        _ => algebra::is_subset(vm, other, set)?,
    }))
}

/// An operator between two sets; anything else is not its business.
fn operate(
    vm: &mut Vm,
    a: &Value,
    b: &Value,
    operation: fn(&mut Vm, &Value, &Value) -> Result,
) -> Result {
    if a.as_set().is_none() || b.as_set().is_none() {
        return Ok(Value::NotImplemented);
    }
    operation(vm, a, b)
}

pub(super) fn and(vm: &mut Vm, args: &Args) -> Result {
    operate(vm, args.this(), args.at(1), algebra::intersection)
}

pub(super) fn rand(vm: &mut Vm, args: &Args) -> Result {
    operate(vm, args.at(1), args.this(), algebra::intersection)
}

pub(super) fn or(vm: &mut Vm, args: &Args) -> Result {
    operate(vm, args.this(), args.at(1), algebra::union)
}

pub(super) fn ror(vm: &mut Vm, args: &Args) -> Result {
    operate(vm, args.at(1), args.this(), algebra::union)
}

pub(super) fn sub(vm: &mut Vm, args: &Args) -> Result {
    operate(vm, args.this(), args.at(1), algebra::difference)
}

pub(super) fn rsub(vm: &mut Vm, args: &Args) -> Result {
    operate(vm, args.at(1), args.this(), algebra::difference)
}

pub(super) fn xor(vm: &mut Vm, args: &Args) -> Result {
    operate(vm, args.this(), args.at(1), algebra::symmetric_difference)
}

pub(super) fn rxor(vm: &mut Vm, args: &Args) -> Result {
    operate(vm, args.at(1), args.this(), algebra::symmetric_difference)
}

/// An operator in place.
fn assign(
    vm: &mut Vm,
    args: &Args,
    change: fn(&mut Vm, &RefCell<Set>, &Value) -> Result<()>,
) -> Result {
    let set = args.this_set(vm, "__ior__")?;
    if args.at(1).as_set().is_none() {
        return Ok(Value::NotImplemented);
    }
    change(vm, set, args.at(1))?;
    Ok(args.this().clone())
}

pub(super) fn ior(vm: &mut Vm, args: &Args) -> Result {
    assign(vm, args, algebra::update)
}

pub(super) fn isub(vm: &mut Vm, args: &Args) -> Result {
    assign(vm, args, algebra::difference_update)
}

pub(super) fn ixor(vm: &mut Vm, args: &Args) -> Result {
    assign(vm, args, algebra::symmetric_update)
}

pub(super) fn iand(vm: &mut Vm, args: &Args) -> Result {
    let set = args.this_set(vm, "__iand__")?;
    if args.at(1).as_set().is_none() {
        return Ok(Value::NotImplemented);
    }
    let result = algebra::intersection(vm, args.this(), args.at(1))?;
    super::methods::replace(set, &result);
    Ok(args.this().clone())
}
