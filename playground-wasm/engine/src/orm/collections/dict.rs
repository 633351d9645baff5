//! `InstrumentedDict`, and the operations of every dict-like collection. `base` as in [`super::list`].

use python::object::{ClassDef, Layout, MethodDef, MethodKind, Value};
use python::vm::{Args, Result, Vm};

use super::adapter::{Initiator, before_pop, entering, entering_again, leaving};
use super::instrument::{Wrapped, initiator_argument, underlying, wrapped};
use crate::native::{Base, Native};
use crate::orm::runtime::Runtime;

/// The canned roles: a dict has no appender or remover of its own.
pub(super) const ROLES: [&str; 3] = ["", "", "values"];

/// `sqlalchemy.orm.collections.InstrumentedDict`
pub static INSTRUMENTED_DICT: Native = Native {
    def: ClassDef {
        name: "InstrumentedDict",
        module: "sqlalchemy.orm.collections",
        layout: Layout::Dict,
        subclassable: true,
        methods: METHODS,
        doc: "An instrumented version of the built-in dict.",
    },
    bases: &[Base::Builtin(|vm| &vm.types.dict)],
    meta: None,
};

/// The instrumented methods, for dicts whose class is made in Rust.
pub(super) const METHODS: &[MethodDef] = &[
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
        name: "clear",
        kind: MethodKind::Method,
        call: |vm, args| clear(vm, None, args),
    },
    MethodDef {
        name: "pop",
        kind: MethodKind::Method,
        call: |vm, args| pop(vm, None, args),
    },
    MethodDef {
        name: "popitem",
        kind: MethodKind::Method,
        call: |vm, args| pop_item(vm, None, args),
    },
    MethodDef {
        name: "setdefault",
        kind: MethodKind::Method,
        call: |vm, args| set_default(vm, None, args),
    },
    MethodDef {
        name: "update",
        kind: MethodKind::Method,
        call: |vm, args| update(vm, None, args),
    },
];

/// The methods of a dict-like class of the program that are wrapped.
pub(super) static WRAPPED: &[(&str, Wrapped)] = &[
    ("__setitem__", |vm, args| wrapped(vm, args, set_item)),
    ("__delitem__", |vm, args| wrapped(vm, args, delete_item)),
    ("clear", |vm, args| wrapped(vm, args, clear)),
    ("pop", |vm, args| wrapped(vm, args, pop)),
    ("popitem", |vm, args| wrapped(vm, args, pop_item)),
    ("setdefault", |vm, args| wrapped(vm, args, set_default)),
    ("update", |vm, args| wrapped(vm, args, update)),
];

fn set_item(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let (positional, token) = initiator_argument(vm, args, "__setitem__", 2)?;
    let (dict, key, value) = (&args.positional[0], &positional[0], &positional[1]);
    if vm.contains(dict, key)? {
        let existing = vm.get_item(dict, key)?;
        leaving(vm, &runtime, dict, &existing, token.initiator(), Some(key))?;
    }
    let value = entering(
        vm,
        &runtime,
        dict,
        value.clone(),
        token.initiator(),
        Some(key),
    )?;
    underlying(vm, base, "__setitem__", &[dict.clone(), key.clone(), value])
}

fn delete_item(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let (positional, token) = initiator_argument(vm, args, "__delitem__", 1)?;
    let (dict, key) = (&args.positional[0], &positional[0]);
    if vm.contains(dict, key)? {
        let existing = vm.get_item(dict, key)?;
        leaving(vm, &runtime, dict, &existing, token.initiator(), Some(key))?;
    }
    underlying(vm, base, "__delitem__", &[dict.clone(), key.clone()])
}

fn clear(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [dict] = args.exactly(vm, "clear")?;
    let keys = vm.iter(dict)?;
    while let Some(key) = vm.next(&keys)? {
        let item = vm.get_item(dict, &key)?;
        leaving(vm, &runtime, dict, &item, Initiator::Own, Some(&key))?;
    }
    underlying(vm, base, "clear", std::slice::from_ref(dict))
}

fn pop(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let dict = &args.positional[0];
    let given = args.rest().between(vm, "pop", 1, 2)?;
    before_pop(vm, &runtime, dict)?;
    let present = vm.contains(dict, &given[0])?;
    let item = underlying(vm, base, "pop", args.positional)?;
    if present {
        leaving(vm, &runtime, dict, &item, Initiator::Own, Some(&given[0]))?;
    }
    Ok(item)
}

fn pop_item(vm: &mut Vm, base: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [dict] = args.exactly(vm, "popitem")?;
    before_pop(vm, &runtime, dict)?;
    let item = underlying(vm, base, "popitem", std::slice::from_ref(dict))?;
    if let Some([_, value]) = item.as_tuple() {
        leaving(
            vm,
            &runtime,
            dict,
            value,
            Initiator::Own,
            Some(&Value::Int(1)),
        )?;
    }
    Ok(item)
}

fn set_default(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let dict = &args.positional[0];
    let given = args.rest().between(vm, "setdefault", 1, 2)?;
    let default = given.get(1).cloned().unwrap_or(Value::None);
    if !vm.contains(dict, &given[0])? {
        vm.set_item(dict, &given[0], default.clone())?;
        return Ok(default);
    }
    let value = vm.get_item(dict, &given[0])?;
    if value.is(&default) {
        entering_again(vm, &runtime, dict, &value, Initiator::Own)?;
    }
    Ok(value)
}

/// Sets an item unless that very value is there.
fn update_one(
    vm: &mut Vm,
    runtime: &Runtime,
    dict: &Value,
    key: &Value,
    value: Value,
) -> Result<()> {
    if vm.contains(dict, key)? && vm.get_item(dict, key)?.is(&value) {
        return entering_again(vm, runtime, dict, &value, Initiator::Own);
    }
    vm.set_item(dict, key, value)
}

fn update(vm: &mut Vm, _: Option<&Value>, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let dict = &args.positional[0];
    if args.positional.len() > 2 {
        let given = args.positional.len();
        return Err(vm.type_error(format!(
            "update() takes from 1 to 2 positional arguments but {given} were given"
        )));
    }
    if let Some(other) = args.positional.get(1) {
        let keys = vm.names.keys.clone();
        if vm.find_attr(other, &keys)?.is_some() {
            for key in vm.collect(other)? {
                let value = vm.get_item(other, &key)?;
                update_one(vm, &runtime, dict, &key, value)?;
            }
        } else {
            let pairs = vm.iter(other)?;
            while let Some(pair) = vm.next(&pairs)? {
                let parts = vm.collect(&pair)?;
                let [key, value] = parts.as_slice() else {
                    let message = if parts.len() > 2 {
                        "too many values to unpack (expected 2)".to_owned()
                    } else {
                        format!(
                            "not enough values to unpack (expected 2, got {})",
                            parts.len()
                        )
                    };
                    return Err(vm.value_error(message));
                };
                update_one(vm, &runtime, dict, key, value.clone())?;
            }
        }
    }
    for (key, value) in args.keywords() {
        update_one(vm, &runtime, dict, &Value::Str(key.clone()), value.clone())?;
    }
    Ok(Value::None)
}

/// `dict[key] = value` on behalf of an initiator.
pub(super) fn put(
    vm: &mut Vm,
    runtime: &Runtime,
    dict: &Value,
    key: &Value,
    value: Value,
    initiator: &Value,
) -> Result<()> {
    with_initiator(
        vm,
        runtime,
        dict,
        "__setitem__",
        &[key.clone(), value],
        initiator,
    )
}

/// `del dict[key]` on behalf of an initiator.
pub(super) fn take(
    vm: &mut Vm,
    runtime: &Runtime,
    dict: &Value,
    key: &Value,
    initiator: &Value,
) -> Result<()> {
    with_initiator(
        vm,
        runtime,
        dict,
        "__delitem__",
        std::slice::from_ref(key),
        initiator,
    )
}

fn with_initiator(
    vm: &mut Vm,
    runtime: &Runtime,
    dict: &Value,
    method: &str,
    positional: &[Value],
    initiator: &Value,
) -> Result<()> {
    let name = vm.intern(method);
    let method = vm.get_attr(dict, &name)?;
    let names = [runtime.names.sa_initiator.clone()];
    vm.call_args(
        &method,
        &Args {
            positional,
            names: &names,
            values: std::slice::from_ref(initiator),
        },
    )?;
    Ok(())
}
