//! `InstrumentedSet`, and the operations of every set-like collection. `base` as in [`super::list`].

use python::object::{ClassDef, Layout, MethodDef, MethodKind, Value};
use python::vm::{Args, Result, Vm};

use super::adapter::{Initiator, before_pop, entering, entering_again, leaving};
use super::instrument::{Wrapped, initiator_argument, underlying, wrapped};
use crate::native::{Base, Native};
use crate::orm::runtime::Runtime;

macro_rules! methods {
    ($(($name:literal, $call:expr)),* $(,)?) => {
        /// `sqlalchemy.orm.collections.InstrumentedSet`
        pub static INSTRUMENTED_SET: Native = Native {
            def: ClassDef {
                name: "InstrumentedSet",
                module: "sqlalchemy.orm.collections",
                layout: Layout::Set,
                subclassable: true,
                methods: &[
                    $(MethodDef { name: $name, kind: MethodKind::Method, call: |vm, args| $call(vm, None, args) }),*
                ],
                doc: "An instrumented version of the built-in set.",
            },
            bases: &[Base::Builtin(|vm| &vm.types.set)],
            meta: None,
        };

        /// The methods of a set-like class of the program that are wrapped.
        pub(super) static WRAPPED: &[(&str, Wrapped)] = &[
            $(($name, |vm, args| wrapped(vm, args, $call))),*
        ];
    };
}

methods! {
    ("add", add_method), ("remove", remove_method), ("discard", discard_method), ("pop", pop), ("clear", clear),
    ("update", update), ("__ior__", in_place_or), ("difference_update", difference_update),
    ("__isub__", in_place_sub), ("intersection_update", intersection_update), ("__iand__", in_place_and),
    ("symmetric_difference_update", symmetric_difference_update), ("__ixor__", in_place_xor),
}

/// Adds an element: the append event if it is new, a cascade only if it is not.
pub(super) fn add(
    vm: &mut Vm,
    runtime: &Runtime,
    base: Option<&Value>,
    set: &Value,
    item: Value,
    initiator: Initiator<'_>,
) -> Result<()> {
    let item = if vm.contains(set, &item)? {
        entering_again(vm, runtime, set, &item, initiator)?;
        item
    } else {
        entering(vm, runtime, set, item, initiator, None)?
    };
    underlying(vm, base, "add", &[set.clone(), item]).map(drop)
}

/// Removes an element that must be there.
pub(super) fn remove(
    vm: &mut Vm,
    runtime: &Runtime,
    base: Option<&Value>,
    set: &Value,
    item: &Value,
    initiator: Initiator<'_>,
) -> Result<()> {
    if vm.contains(set, item)? {
        leaving(vm, runtime, set, item, initiator, None)?;
    }
    underlying(vm, base, "remove", &[set.clone(), item.clone()]).map(drop)
}

fn add_method(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let (positional, token) = initiator_argument(vm, args, "add", 1)?;
    add(
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

fn discard_method(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let (positional, token) = initiator_argument(vm, args, "discard", 1)?;
    let (set, item) = (&args.positional[0], &positional[0]);
    if vm.contains(set, item)? {
        leaving(vm, &runtime, set, item, token.initiator(), None)?;
    }
    underlying(vm, base, "discard", &[set.clone(), item.clone()])
}

fn pop(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [set] = args.exactly(vm, "pop")?;
    before_pop(vm, &runtime, set)?;
    let item = underlying(vm, base, "pop", std::slice::from_ref(set))?;
    leaving(vm, &runtime, set, &item, Initiator::Own, None)?;
    Ok(item)
}

/// Calls a method of the collection for each of the values. `frozen`: they are all fetched first.
fn each(vm: &mut Vm, set: &Value, method: &str, values: &Value, frozen: bool) -> Result<()> {
    let name = vm.intern(method);
    if frozen {
        for value in vm.collect(values)? {
            vm.call_method(set, &name, &[value])?;
        }
        return Ok(());
    }
    let values = vm.iter(values)?;
    while let Some(value) = vm.next(&values)? {
        vm.call_method(set, &name, &[value])?;
    }
    Ok(())
}

fn clear(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let [set] = args.exactly(vm, "clear")?;
    each(vm, set, "remove", set, true)?;
    Ok(Value::None)
}

fn update(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let [set, values] = args.exactly(vm, "update")?;
    each(vm, set, "add", values, false)?;
    Ok(Value::None)
}

fn difference_update(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let [set, values] = args.exactly(vm, "difference_update")?;
    each(vm, set, "discard", values, false)?;
    Ok(Value::None)
}

/// Makes the set what its method `operation` with `other` gives, element by element.
fn become_result(vm: &mut Vm, set: &Value, operation: &str, other: &Value) -> Result<()> {
    let operation = vm.intern(operation);
    let want = vm.call_method(set, &operation, std::slice::from_ref(other))?;
    let plain = Value::Class(vm.types.set.clone());
    let have = vm.call(&plain, std::slice::from_ref(set))?;
    let difference = vm.intern("difference");
    let removed = vm.call_method(&have, &difference, std::slice::from_ref(&want))?;
    let added = vm.call_method(&want, &difference, std::slice::from_ref(&have))?;
    each(vm, set, "remove", &removed, true)?;
    each(vm, set, "add", &added, true)
}

fn intersection_update(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let [set, other] = args.exactly(vm, "intersection_update")?;
    become_result(vm, set, "intersection", other)?;
    Ok(Value::None)
}

fn symmetric_difference_update(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let [set, other] = args.exactly(vm, "symmetric_difference_update")?;
    become_result(vm, set, "symmetric_difference", other)?;
    Ok(Value::None)
}

/// In-place operators take sets only.
fn strict(vm: &mut Vm, set: &Value, other: &Value) -> bool {
    let class = vm.class_of(set);
    [vm.types.set.clone(), vm.types.frozenset.clone(), class]
        .iter()
        .any(|class| vm.is_instance(other, class))
}

fn in_place_or(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let [set, other] = args.exactly(vm, "__ior__")?;
    if !strict(vm, set, other) {
        return Ok(Value::NotImplemented);
    }
    each(vm, set, "add", other, false)?;
    Ok(set.clone())
}

fn in_place_sub(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let [set, other] = args.exactly(vm, "__isub__")?;
    if !strict(vm, set, other) {
        return Ok(Value::NotImplemented);
    }
    each(vm, set, "discard", other, false)?;
    Ok(set.clone())
}

fn in_place_and(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let [set, other] = args.exactly(vm, "__iand__")?;
    if !strict(vm, set, other) {
        return Ok(Value::NotImplemented);
    }
    become_result(vm, set, "intersection", other)?;
    Ok(set.clone())
}

fn in_place_xor(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let [set, other] = args.exactly(vm, "__ixor__")?;
    if !strict(vm, set, other) {
        return Ok(Value::NotImplemented);
    }
    become_result(vm, set, "symmetric_difference", other)?;
    Ok(set.clone())
}
