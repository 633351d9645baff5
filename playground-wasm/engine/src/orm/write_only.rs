//! `WriteOnlyMapped` and `DynamicMapped`: collections that are changed without being read.

use std::cell::RefCell;

use python::object::{Host, MethodDef, Value};
use python::vm::{Args, Result, Vm};

use super::attributes::INSTRUMENTED_ATTRIBUTE;
use super::property::MapperProperty;
use crate::native::{Base, Native, method};

/// What stands before the collection of an instance.
struct Facade {
    collection: RefCell<Value>,
}

impl Host for Facade {
    fn clear(&self) {
        self.collection.take();
    }
}

/// `WriteOnlyCollection`
static WRITE_ONLY_COLLECTION: Native = Native::new(
    "WriteOnlyCollection",
    "sqlalchemy.orm.writeonly",
    &[],
    &[ADD, ADD_ALL, REMOVE, method("__iter__", refuse_iteration)],
);

/// `AppenderQuery`
static APPENDER_QUERY: Native = Native::new(
    "AppenderQuery",
    "sqlalchemy.orm.dynamic",
    &[],
    &[
        ADD,
        ADD_ALL,
        REMOVE,
        method("append", |vm, args| pass_on(vm, args, "append", "append")),
        method("extend", |vm, args| pass_on(vm, args, "extend", "extend")),
        method("__iter__", |vm, args| {
            let members = members(vm, args)?;
            vm.iter(&members)
        }),
        method("all", members),
        method("count", |vm, args| {
            let members = members(vm, args)?;
            vm.len(&members).map(Value::from)
        }),
        method("__getitem__", |vm, args| {
            let [_, index] = args.exactly(vm, "__getitem__")?;
            let collection = collection(args);
            vm.get_item(&collection, index)
        }),
    ],
);

const ADD: MethodDef = method("add", |vm, args| pass_on(vm, args, "add", "append"));
const ADD_ALL: MethodDef = method("add_all", |vm, args| pass_on(vm, args, "add_all", "extend"));
const REMOVE: MethodDef = method("remove", |vm, args| pass_on(vm, args, "remove", "remove"));

fn collection(args: &Args) -> Value {
    let facade: &Facade = args.positional[0]
        .host()
        .expect("a method of a facade has one");
    facade.collection.borrow().clone()
}

/// Does to the collection what was asked of the facade.
fn pass_on(vm: &mut Vm, args: &Args, name: &str, operation: &str) -> Result {
    let given = args.rest().between(vm, name, 1, 1)?;
    let operation = vm.intern(operation);
    vm.call_method(&collection(args), &operation, given)
}

fn members(vm: &mut Vm, args: &Args) -> Result {
    let members = vm.collect(&collection(args))?;
    Ok(vm.list(members))
}

fn refuse_iteration(vm: &mut Vm, _: &Args) -> Result {
    Err(vm.type_error(
        "WriteOnly collections don't support iteration in-place; to query for collection items, use the select() \
         method to produce a SQL statement and execute it with session.scalars().",
    ))
}

/// The attribute of a write-only relationship.
static WRITE_ONLY_ATTRIBUTE: Native = Native::new(
    "InstrumentedAttribute",
    "sqlalchemy.orm.attributes",
    &[Base::Native(&INSTRUMENTED_ATTRIBUTE)],
    &[method("__get__", |vm, args| {
        get(vm, args, &WRITE_ONLY_COLLECTION)
    })],
);

/// The attribute of a dynamic relationship.
static DYNAMIC_ATTRIBUTE: Native = Native::new(
    "InstrumentedAttribute",
    "sqlalchemy.orm.attributes",
    &[Base::Native(&INSTRUMENTED_ATTRIBUTE)],
    &[method("__get__", |vm, args| get(vm, args, &APPENDER_QUERY))],
);

/// The class of the attribute that a property puts into a class.
pub fn attribute_class(property: &MapperProperty) -> &'static Native {
    let lazy = match property {
        MapperProperty::Relationship(relationship) => relationship.lazy.borrow().clone(),
        _ => Value::Unbound,
    };
    match lazy.as_str() {
        Some("write_only") => &WRITE_ONLY_ATTRIBUTE,
        Some("dynamic") => &DYNAMIC_ATTRIBUTE,
        _ => &INSTRUMENTED_ATTRIBUTE,
    }
}

/// The facade of an instance's collection; the attribute itself on the class.
fn get(vm: &mut Vm, args: &Args, facade: &'static Native) -> Result {
    let plain = INSTRUMENTED_ATTRIBUTE.class(vm);
    let name = vm.names.__get__.clone();
    let inherited = vm.class_attr(&plain, &name).unwrap_or_default();
    let value = vm.call_args(&inherited, args)?;
    let on_class = args
        .positional
        .get(1)
        .is_none_or(|instance| instance.obj().is_none());
    if on_class {
        return Ok(value);
    }
    let class = facade.class(vm);
    let collection = RefCell::new(value);
    Ok(vm.host_object(&class, Facade { collection }))
}
