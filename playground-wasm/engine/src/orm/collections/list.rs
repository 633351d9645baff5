//! `InstrumentedList`, and the operations of every list-like collection.
//!
//! Each operation fires its events and then does what the underlying class does: `base` is that class's own
//! method, or `None` for a plain `list`.

use python::object::{ClassDef, Layout, MethodDef, MethodKind, Value};
use python::vm::{Args, Result, Vm};

use super::adapter::{Initiator, before_pop, entering, leaving};
use super::instrument::{Wrapped, initiator_argument, slice_parts, underlying, wrapped};
use crate::native::{Base, Native};
use crate::orm::runtime::Runtime;

/// `sqlalchemy.orm.collections.InstrumentedList`
pub static INSTRUMENTED_LIST: Native = Native {
    def: ClassDef {
        name: "InstrumentedList",
        module: "sqlalchemy.orm.collections",
        layout: Layout::List,
        subclassable: true,
        methods: &[
            MethodDef {
                name: "append",
                kind: MethodKind::Method,
                call: |vm, args| append_method(vm, None, args),
            },
            MethodDef {
                name: "remove",
                kind: MethodKind::Method,
                call: |vm, args| remove_method(vm, None, args),
            },
            MethodDef {
                name: "insert",
                kind: MethodKind::Method,
                call: |vm, args| insert_method(vm, None, args),
            },
            MethodDef {
                name: "__setitem__",
                kind: MethodKind::Method,
                call: |vm, args| set_item(vm, None, args),
            },
            MethodDef {
                name: "__delitem__",
                kind: MethodKind::Method,
                call: |vm, args| delete_item(vm, None, args),
            },
            MethodDef {
                name: "extend",
                kind: MethodKind::Method,
                call: |vm, args| extend(vm, None, args),
            },
            MethodDef {
                name: "__iadd__",
                kind: MethodKind::Method,
                call: |vm, args| in_place_add(vm, None, args),
            },
            MethodDef {
                name: "pop",
                kind: MethodKind::Method,
                call: |vm, args| pop(vm, None, args),
            },
            MethodDef {
                name: "clear",
                kind: MethodKind::Method,
                call: |vm, args| clear(vm, None, args),
            },
        ],
        doc: "An instrumented version of the built-in list.",
    },
    bases: &[Base::Builtin(|vm| &vm.types.list)],
    meta: None,
};

/// The methods of a list-like class of the program that are wrapped, unless it takes care of them itself.
pub(super) static WRAPPED: &[(&str, Wrapped)] = &[
    ("append", |vm, args| wrapped(vm, args, append_method)),
    ("remove", |vm, args| wrapped(vm, args, remove_method)),
    ("insert", |vm, args| wrapped(vm, args, insert_method)),
    ("__setitem__", |vm, args| wrapped(vm, args, set_item)),
    ("__delitem__", |vm, args| wrapped(vm, args, delete_item)),
    ("extend", |vm, args| wrapped(vm, args, extend)),
    ("__iadd__", |vm, args| wrapped(vm, args, in_place_add)),
    ("pop", |vm, args| wrapped(vm, args, pop)),
    ("clear", |vm, args| wrapped(vm, args, clear)),
];

/// The append event, then the element.
pub(super) fn append(
    vm: &mut Vm,
    runtime: &Runtime,
    base: Option<&Value>,
    list: &Value,
    item: Value,
    initiator: Initiator<'_>,
) -> Result<()> {
    let item = entering(vm, runtime, list, item, initiator, None)?;
    match (base, list.as_list()) {
        (None, Some(items)) => {
            items.push(item);
            Ok(())
        }
        _ => underlying(vm, base, "append", &[list.clone(), item]).map(drop),
    }
}

/// The remove event (even of what is not in the list), then the removal.
pub(super) fn remove(
    vm: &mut Vm,
    runtime: &Runtime,
    base: Option<&Value>,
    list: &Value,
    item: &Value,
    initiator: Initiator<'_>,
) -> Result<()> {
    leaving(vm, runtime, list, item, initiator, None)?;
    underlying(vm, base, "remove", &[list.clone(), item.clone()]).map(drop)
}

fn append_method(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let (positional, token) = initiator_argument(vm, args, "append", 1)?;
    append(
        vm,
        &runtime,
        base,
        &args.positional[0],
        positional[0].clone(),
        token.initiator(),
    )?;
    Ok(Value::None)
}

fn remove_method(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let (positional, token) = initiator_argument(vm, args, "remove", 1)?;
    remove(
        vm,
        &runtime,
        base,
        &args.positional[0],
        &positional[0],
        token.initiator(),
    )?;
    Ok(Value::None)
}

fn insert_method(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [list, index, item] = args.exactly(vm, "insert")?;
    let item = entering(
        vm,
        &runtime,
        list,
        item.clone(),
        Initiator::Own,
        Some(index),
    )?;
    underlying(vm, base, "insert", &[list.clone(), index.clone(), item])
}

fn set_item(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [list, index, value] = args.exactly(vm, "__setitem__")?;
    let Some(slice) = slice_parts(index) else {
        let existing = vm.get_item(list, index)?;
        if !existing.is_none() {
            leaving(vm, &runtime, list, &existing, Initiator::Own, Some(index))?;
        }
        let value = entering(
            vm,
            &runtime,
            list,
            value.clone(),
            Initiator::Own,
            Some(index),
        )?;
        return underlying(
            vm,
            base,
            "__setitem__",
            &[list.clone(), index.clone(), value],
        );
    };
    let length = vm.len(list)? as i64;
    let part = |vm: &mut Vm, value: &Value, default: i64| match value {
        Value::None => Ok(default),
        // `index.step or 1`, `index.start or 0`: a zero counts as absent.
        other => vm
            .index(other)
            .map(|number| if number == 0 { default } else { number }),
    };
    let step = part(vm, &slice[2], 1)?;
    let mut start = part(vm, &slice[0], 0)?;
    if start < 0 {
        start += length;
    }
    let mut stop = match &slice[1] {
        Value::None => length,
        other => vm.index(other)?,
    };
    if stop < 0 {
        stop += length;
    }
    if step == 1 {
        if value.is(list) {
            return Ok(Value::None);
        }
        for _ in start..stop {
            vm.charge(1)?;
            if vm.len(list)? as i64 > start {
                vm.delete_item(list, &Value::Int(start))?;
            }
        }
        let name = vm.intern("insert");
        let items = vm.iter(value)?;
        let mut at = start;
        while let Some(item) = vm.next(&items)? {
            vm.call_method(list, &name, &[Value::Int(at), item])?;
            at += 1;
        }
        return Ok(Value::None);
    }
    let mut indices = Vec::new();
    let mut at = start;
    while (step > 0 && at < stop) || (step < 0 && at > stop) {
        vm.charge(1)?;
        indices.push(at);
        at += step;
    }
    let size = vm.len(value)?;
    if size != indices.len() {
        let message = format!(
            "attempt to assign sequence of size {size} to extended slice of size {}",
            indices.len()
        );
        return Err(vm.value_error(message));
    }
    for (index, item) in indices.into_iter().zip(vm.collect(value)?) {
        vm.set_item(list, &Value::Int(index), item)?;
    }
    Ok(Value::None)
}

fn delete_item(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [list, index] = args.exactly(vm, "__delitem__")?;
    let found = vm.get_item(list, index)?;
    if slice_parts(index).is_some() {
        for item in vm.collect(&found)? {
            leaving(vm, &runtime, list, &item, Initiator::Own, Some(index))?;
        }
    } else {
        leaving(vm, &runtime, list, &found, Initiator::Own, Some(index))?;
    }
    underlying(vm, base, "__delitem__", &[list.clone(), index.clone()])
}

/// Appends each of the values, which are all fetched first.
fn append_all(vm: &mut Vm, list: &Value, values: &Value) -> Result<()> {
    let name = vm.names.append.clone();
    for value in vm.collect(values)? {
        vm.call_method(list, &name, &[value])?;
    }
    Ok(())
}

fn extend(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let [list, values] = args.exactly(vm, "extend")?;
    append_all(vm, list, values)?;
    Ok(Value::None)
}

fn in_place_add(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let [list, values] = args.exactly(vm, "__iadd__")?;
    append_all(vm, list, values)?;
    Ok(list.clone())
}

fn pop(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let list = &args.positional[0];
    let index = args
        .rest()
        .between(vm, "pop", 0, 1)?
        .first()
        .cloned()
        .unwrap_or(Value::Int(-1));
    before_pop(vm, &runtime, list)?;
    let item = underlying(vm, base, "pop", &[list.clone(), index.clone()])?;
    leaving(vm, &runtime, list, &item, Initiator::Own, Some(&index))?;
    Ok(item)
}

fn clear(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let list = &args.positional[0];
    // The list is still full while the events run, and is looked at anew for each, as a `for` loop does.
    let members = vm.iter(list)?;
    while let Some(item) = vm.next(&members)? {
        leaving(
            vm,
            &runtime,
            list,
            &item,
            Initiator::Own,
            Some(&Value::Int(-1)),
        )?;
    }
    underlying(vm, base, "clear", std::slice::from_ref(list))
}
