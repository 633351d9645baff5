//! `types.MappingProxyType`: a mapping that cannot be changed through it. A class's `__dict__` is one.

use std::cell::RefCell;

use crate::code::BinaryOperator;
use crate::object::{ClassDef, Host, Layout, MethodDef, Payload, Value};
use crate::types::arguments::{object, wrong_receiver};
use crate::types::define::{method, static_method};
use crate::vm::{Args, Result, Vm};

/// `mappingproxy`
pub static CLASS: ClassDef = ClassDef {
    name: "mappingproxy",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "A read-only view of a mapping.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__repr__", repr),
    method("__str__", |vm, args| {
        let mapping = this(vm, args, "__str__")?;
        vm.str(&mapping).map(Value::str)
    }),
    method("__len__", |vm, args| {
        let mapping = this(vm, args, "__len__")?;
        vm.len(&mapping).map(Value::from)
    }),
    method("__iter__", |vm, args| {
        let mapping = this(vm, args, "__iter__")?;
        vm.iter(&mapping)
    }),
    method("__contains__", |vm, args| {
        let mapping = this(vm, args, "__contains__")?;
        vm.contains(&mapping, args.at(1)).map(Value::Bool)
    }),
    method("__getitem__", |vm, args| {
        let mapping = this(vm, args, "__getitem__")?;
        vm.get_item(&mapping, args.at(1))
    }),
    method("__eq__", |vm, args| {
        let mapping = this(vm, args, "__eq__")?;
        let other = mapping_of(args.at(1)).unwrap_or_else(|| args.at(1).clone());
        vm.eq(&mapping, &other).map(Value::Bool)
    }),
    method("__or__", |vm, args| {
        let mapping = this(vm, args, "__or__")?;
        let other = mapping_of(args.at(1)).unwrap_or_else(|| args.at(1).clone());
        vm.binary(BinaryOperator::Or, &mapping, &other)
    }),
    method("__hash__", |vm, _| {
        Err(vm.type_error("unhashable type: 'mappingproxy'"))
    }),
    method("keys", |vm, args| forward(vm, args, "keys")),
    method("values", |vm, args| forward(vm, args, "values")),
    method("items", |vm, args| forward(vm, args, "items")),
    method("get", |vm, args| forward(vm, args, "get")),
    method("copy", |vm, args| forward(vm, args, "copy")),
];

/// What the proxy stands for.
struct Proxy(RefCell<Value>);

impl Host for Proxy {
    fn clear(&self) {
        self.0.take();
    }
}

/// A proxy of a mapping.
pub(crate) fn make(vm: &mut Vm, mapping: &Value) -> Value {
    let class = vm.types.mapping_proxy.clone();
    let proxy = Proxy(RefCell::new(mapping.clone()));
    object(&class, Payload::Host(Box::new(proxy)))
}

/// The mapping behind a proxy.
pub(crate) fn mapping_of(value: &Value) -> Option<Value> {
    let proxy: &Proxy = value.host()?;
    Some(proxy.0.borrow().clone())
}

fn this(vm: &mut Vm, args: &Args, name: &str) -> Result {
    mapping_of(args.this()).ok_or_else(|| wrong_receiver(vm, args.this(), "mappingproxy", name))
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let [mapping] = args.rest().exactly(vm, "mappingproxy")?;
    Ok(make(vm, mapping))
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let mapping = this(vm, args, "__repr__")?;
    let shown = vm.repr(&mapping)?;
    Ok(Value::str(format!("mappingproxy({shown})")))
}

fn forward(vm: &mut Vm, args: &Args, name: &str) -> Result {
    let mapping = this(vm, args, name)?;
    let name = vm.intern(name);
    let function = vm.get_attr(&mapping, &name)?;
    vm.call_args(&function, &args.rest())
}
