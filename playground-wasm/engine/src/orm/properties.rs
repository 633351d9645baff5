//! `ReadOnlyProperties`: the properties of a mapper by name.

use std::rc::Rc;

use python::object::{Host, Str, Value};
use python::vm::{Args, Result, Vm};

use crate::native::{Native, method};

/// Objects by name, in order.
pub struct Properties(Vec<(Rc<Str>, Value)>);

impl Host for Properties {}

impl Properties {
    /// The object that the program sees.
    pub fn make(vm: &mut Vm, entries: Vec<(Rc<Str>, Value)>) -> Value {
        let class = READ_ONLY_PROPERTIES.class(vm);
        vm.host_object(&class, Properties(entries))
    }

    fn find(&self, key: &Value) -> Option<Value> {
        let key = key.as_str()?;
        self.0
            .iter()
            .find(|(name, _)| name.as_str() == key)
            .map(|(_, value)| value.clone())
    }
}

/// `ReadOnlyProperties`
pub static READ_ONLY_PROPERTIES: Native = Native::new(
    "ReadOnlyProperties",
    "sqlalchemy.util._collections",
    &[],
    &[
        method("__getattr__", |vm, args| {
            let [receiver, name] = args.exactly(vm, "__getattr__")?;
            match this(args).find(name) {
                Some(value) => Ok(value),
                None => {
                    let class = vm.exceptions.attribute_error.clone();
                    let _ = receiver;
                    Err(vm.error(&class, name.as_str().unwrap_or_default()))
                }
            }
        }),
        method("__getitem__", |vm, args| {
            let [_, key] = args.exactly(vm, "__getitem__")?;
            this(args).find(key).ok_or_else(|| vm.key_error(key))
        }),
        method("__contains__", |vm, args| {
            let [_, key] = args.exactly(vm, "__contains__")?;
            Ok(Value::Bool(this(args).find(key).is_some()))
        }),
        method("__len__", |_, args| Ok(Value::from(this(args).0.len()))),
        method("__iter__", |vm, args| {
            let values = values(vm, args);
            vm.iter(&values)
        }),
        method("keys", |vm, args| {
            let keys = this(args)
                .0
                .iter()
                .map(|(key, _)| Value::Str(key.clone()))
                .collect();
            Ok(vm.list(keys))
        }),
        method("values", |vm, args| Ok(values(vm, args))),
        method("items", |vm, args| {
            let mut items = Vec::new();
            for (key, value) in &this(args).0 {
                items.push(vm.tuple(vec![Value::Str(key.clone()), value.clone()]));
            }
            Ok(vm.list(items))
        }),
        method("get", get),
    ],
);

fn this<'a>(args: &Args<'a>) -> &'a Properties {
    args.positional[0]
        .host()
        .expect("a method of the collection has one")
}

fn values(vm: &mut Vm, args: &Args) -> Value {
    let values = this(args)
        .0
        .iter()
        .map(|(_, value)| value.clone())
        .collect();
    vm.list(values)
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    let given = args.rest().between(vm, "get", 1, 2)?;
    Ok(this(args)
        .find(&given[0])
        .unwrap_or_else(|| given.get(1).cloned().unwrap_or(Value::None)))
}
