//! `defaultdict`: a dict that makes what is missing.

use crate::object::{ClassDef, Layout, MethodDef, Value};
use crate::types::define::{getter, method, setter};
use crate::types::dict::merge;
use crate::types::repr_guard;
use crate::vm::{Args, Result, Vm};

/// The class.
pub(super) static CLASS: ClassDef = ClassDef {
    name: "defaultdict",
    module: "collections",
    layout: Layout::Dict,
    subclassable: true,
    methods: METHODS,
    doc: "A dict that calls a function for the value of a missing key.",
};

const METHODS: &[MethodDef] = &[
    method("__init__", init),
    method("__missing__", missing),
    method("__repr__", repr),
    method("__or__", or),
    method("copy", copy),
    method("__copy__", copy),
    getter("default_factory", |vm, args| Ok(factory(vm, args.this()))),
    setter("default_factory", |vm, args| {
        set_factory(vm, args.this(), args.at(1));
        Ok(Value::None)
    }),
];

/// The factory is kept with the instance's attributes, under a name that no program can write.
const SLOT: &str = "default factory";

fn factory(vm: &mut Vm, this: &Value) -> Value {
    let name = vm.intern(SLOT);
    let kept = this.obj().and_then(|this| this.attr(&name));
    kept.unwrap_or(Value::None)
}

fn set_factory(vm: &mut Vm, this: &Value, factory: &Value) {
    let name = vm.intern(SLOT);
    if let Value::Obj(this) = this {
        this.set_attr(&name, factory.clone());
    }
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "__init__")?;
    let rest = args.rest();
    let factory = rest.at(0);
    if !matches!(factory, Value::Unbound | Value::None) && !vm.is_callable(factory) {
        return Err(vm.type_error("first argument must be callable or None"));
    }
    if !factory.is_unbound() {
        set_factory(vm, args.this(), factory);
    }
    let items = Args::new(rest.rest().positional);
    if let [items] = items.between(vm, "defaultdict", 0, 1)? {
        merge(vm, dict, items)?;
    }
    for (name, value) in args.keywords() {
        vm.dict_set(dict, Value::Str(name.clone()), value.clone())?;
    }
    Ok(Value::None)
}

fn missing(vm: &mut Vm, args: &Args) -> Result {
    let [key] = args.rest().exactly(vm, "defaultdict.__missing__")?;
    let factory = factory(vm, args.this());
    if factory.is_none() {
        return Err(vm.key_error(key));
    }
    let value = vm.call(&factory, &[])?;
    vm.set_item(args.this(), key, value.clone())?;
    Ok(value)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this();
    let name = vm.type_name(this);
    let kept = factory(vm, this);
    let kept = repr_guard::guarded(vm, &kept, "...", |vm| vm.repr(&kept))?;
    let dict = vm.types.dict.clone();
    let repr = vm.names.__repr__.clone();
    let items = match vm.class_attr(&dict, &repr) {
        Some(function) => vm.call(&function, std::slice::from_ref(this))?,
        None => Value::None,
    };
    let items = items.as_str().unwrap_or_default();
    Ok(Value::str(format!("{}({kept}, {items})", name.as_str())))
}

fn copy(vm: &mut Vm, args: &Args) -> Result {
    let class = Value::Class(vm.class_of(args.this()));
    let factory = factory(vm, args.this());
    vm.call(&class, &[factory, args.this().clone()])
}

fn or(vm: &mut Vm, args: &Args) -> Result {
    if args.at(1).as_dict().is_none() {
        return Ok(Value::NotImplemented);
    }
    let made = copy(vm, args)?;
    if let Some(table) = made.as_dict() {
        merge(vm, table, args.at(1))?;
    }
    Ok(made)
}
