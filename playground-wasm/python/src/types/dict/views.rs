//! `dict.keys()`, `dict.values()`, `dict.items()`

use std::cell::RefCell;

use crate::code::CompareOperator;
use crate::object::{
    ClassDef, Dict, Host, Iter, Layout, MethodDef, NativeIterator, Object, Payload, Ref, Value,
};
use crate::types::arguments::{object, same, wrong_receiver};
use crate::types::define::{getter, method, orderings};
use crate::types::set::algebra;
use crate::types::{mapping_proxy, repr_guard};
use crate::vm::{Args, Result, Vm};

/// `dict_keys`
pub static KEYS: ClassDef = view(
    "dict_keys",
    &[
        method("__repr__", repr),
        method("__len__", len),
        method("__iter__", iter),
        method("__reversed__", reversed),
        method("__contains__", contains),
        method("__eq__", eq),
        method("__lt__", lt),
        method("__le__", le),
        method("__gt__", gt),
        method("__ge__", ge),
        method("__and__", |vm, args| {
            operate(vm, args, algebra::intersection)
        }),
        method("__rand__", |vm, args| {
            operate(vm, args, algebra::intersection)
        }),
        method("__or__", |vm, args| operate(vm, args, algebra::union)),
        method("__ror__", |vm, args| operate(vm, args, algebra::union)),
        method("__sub__", |vm, args| operate(vm, args, algebra::difference)),
        method("__rsub__", |vm, args| {
            reflected(vm, args, algebra::difference)
        }),
        method("__xor__", |vm, args| {
            operate(vm, args, algebra::symmetric_difference)
        }),
        method("__rxor__", |vm, args| {
            operate(vm, args, algebra::symmetric_difference)
        }),
        method("isdisjoint", isdisjoint),
        getter("mapping", mapping),
    ],
);

/// `dict_items`
pub static ITEMS: ClassDef = view("dict_items", KEYS.methods);

/// `dict_values`
pub static VALUES: ClassDef = view(
    "dict_values",
    &[
        method("__repr__", repr),
        method("__len__", len),
        method("__iter__", iter),
        method("__reversed__", reversed),
        getter("mapping", mapping),
    ],
);

const fn view(name: &'static str, methods: &'static [MethodDef]) -> ClassDef {
    ClassDef {
        name,
        module: "builtins",
        layout: Layout::Native,
        subclassable: false,
        methods,
        doc: "",
    }
}

/// What a view shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Keys,
    Values,
    Items,
}

struct View {
    dict: RefCell<Option<Ref>>,
    kind: Kind,
}

impl Host for View {
    fn clear(&self) {
        self.dict.take();
    }
}

fn make(vm: &mut Vm, args: &Args, name: &str, kind: Kind) -> Result {
    args.this_dict(vm, name)?;
    args.rest().exactly::<0>(vm, &format!("dict.{name}"))?;
    let class = match kind {
        Kind::Keys => vm.types.dict_keys.clone(),
        Kind::Values => vm.types.dict_values.clone(),
        Kind::Items => vm.types.dict_items.clone(),
    };
    let dict = RefCell::new(args.this().obj().cloned());
    Ok(object(&class, Payload::Host(Box::new(View { dict, kind }))))
}

pub(super) fn keys(vm: &mut Vm, args: &Args) -> Result {
    make(vm, args, "keys", Kind::Keys)
}

pub(super) fn values(vm: &mut Vm, args: &Args) -> Result {
    make(vm, args, "values", Kind::Values)
}

pub(super) fn items(vm: &mut Vm, args: &Args) -> Result {
    make(vm, args, "items", Kind::Items)
}

/// The dict of a view (also of one that is not the receiver).
fn parts(value: &Value) -> Option<(Ref, Kind)> {
    let view: &View = value.host()?;
    Some((view.dict.borrow().clone()?, view.kind))
}

fn this(vm: &mut Vm, args: &Args, name: &str) -> Result<(Ref, Kind)> {
    parts(args.this()).ok_or_else(|| wrong_receiver(vm, args.this(), "dict_keys", name))
}

/// Whether a value is a view that behaves as a set.
pub(crate) fn is_set_like(value: &Value) -> bool {
    parts(value).is_some_and(|(_, kind)| kind != Kind::Values)
}

fn shown(vm: &mut Vm, kind: Kind, key: &Value, value: &Value) -> Value {
    match kind {
        Kind::Keys => key.clone(),
        Kind::Values => value.clone(),
        Kind::Items => vm.tuple(vec![key.clone(), value.clone()]),
    }
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let (dict, kind) = this(vm, args, "__repr__")?;
    let text = repr_guard::guarded(vm, args.this(), "...", |vm| {
        let items: Vec<Value> = super::items_of(dict.payload.dict())
            .into_iter()
            .map(|(key, value)| shown(vm, kind, &key, &value))
            .collect();
        let name = vm.type_name(args.this());
        Ok(format!(
            "{}([{}])",
            name.as_str(),
            repr_guard::joined(vm, &items)?
        ))
    })?;
    Ok(Value::str(text))
}

fn len(vm: &mut Vm, args: &Args) -> Result {
    let (dict, _) = this(vm, args, "__len__")?;
    let len = dict.payload.dict().borrow().len();
    Ok(Value::from(len))
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    let (dict, kind) = this(vm, args, "__iter__")?;
    let version = dict.payload.dict().borrow().version();
    let (class, state) = match kind {
        Kind::Keys => (
            vm.types.dict_key_iterator.clone(),
            Iter::Keys(dict, 0, version),
        ),
        Kind::Values => (
            vm.types.dict_value_iterator.clone(),
            Iter::Values(dict, 0, version),
        ),
        Kind::Items => (
            vm.types.dict_item_iterator.clone(),
            Iter::Items(dict, 0, version),
        ),
    };
    let state = Box::new(RefCell::new(state));
    Ok(Value::Obj(Object::new(class, Payload::Iter(state))))
}

fn reversed(vm: &mut Vm, args: &Args) -> Result {
    let (dict, kind) = this(vm, args, "__reversed__")?;
    let table = dict.payload.dict();
    let dict = Value::Obj(dict.clone());
    match kind {
        Kind::Keys => reverse_iterator(vm, &dict, table, |key, _, _| key.clone()),
        Kind::Values => reverse_iterator(vm, &dict, table, |_, value, _| value.clone()),
        Kind::Items => reverse_iterator(vm, &dict, table, |key, value, vm| {
            vm.tuple(vec![key.clone(), value.clone()])
        }),
    }
}

/// What an iterator makes of an item.
type Show = fn(&Value, &Value, &mut Vm) -> Value;

struct Backwards {
    dict: Value,
    position: usize,
    version: u32,
    show: Show,
}

/// An iterator over a dict from its end.
pub(super) fn reverse_iterator(
    vm: &mut Vm,
    dict: &Value,
    table: &RefCell<Dict>,
    show: Show,
) -> Result {
    let (position, version) = (table.borrow().end(), table.borrow().version());
    let dict = dict.clone();
    Ok(vm.native_iterator(Backwards {
        dict,
        position,
        version,
        show,
    }))
}

impl NativeIterator for Backwards {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        let Some(table) = self.dict.as_dict() else {
            return Ok(None);
        };
        if table.borrow().version() != self.version {
            let class = vm.exceptions.runtime_error.clone();
            return Err(vm.error(&class, "dictionary changed size during iteration"));
        }
        let item = table
            .borrow()
            .previous_from(self.position)
            .map(|(at, key, value)| (at, key.clone(), value.clone()));
        match item {
            Some((position, key, value)) => {
                self.position = position;
                Ok(Some((self.show)(&key, &value, vm)))
            }
            None => {
                self.dict = Value::None;
                Ok(None)
            }
        }
    }
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    let (dict, kind) = this(vm, args, "__contains__")?;
    let table = dict.payload.dict();
    let item = args.at(1);
    if kind == Kind::Keys {
        return Ok(Value::Bool(vm.dict_get(table, item)?.is_some()));
    }
    let Some([key, value]) = item.as_tuple() else {
        return Ok(Value::Bool(false));
    };
    match vm.dict_get(table, key)? {
        Some(found) => same(vm, &found, value).map(Value::Bool),
        None => Ok(Value::Bool(false)),
    }
}

/// Whether a value can stand beside a view in a comparison.
fn comparable(value: &Value) -> bool {
    value.as_set().is_some() || is_set_like(value)
}

fn eq(vm: &mut Vm, args: &Args) -> Result {
    compare(vm, args, CompareOperator::Eq)
}

orderings!(compare);

fn compare(vm: &mut Vm, args: &Args, op: CompareOperator) -> Result {
    let (this, other) = (args.this(), args.at(1));
    if !comparable(other) {
        return Ok(Value::NotImplemented);
    }
    let (ours, theirs) = (vm.len(this)?, vm.len(other)?);
    let (fits, inner, outer) = match op {
        CompareOperator::Eq => (ours == theirs, this, other),
        CompareOperator::Lt => (ours < theirs, this, other),
        CompareOperator::Le => (ours <= theirs, this, other),
        CompareOperator::Gt => (ours > theirs, other, this),
        _ => (ours >= theirs, other, this),
    };
    if !fits {
        return Ok(Value::Bool(false));
    }
    for item in vm.collect(inner)? {
        if !vm.contains(outer, &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

type Operation = fn(&mut Vm, &Value, &Value) -> Result;

/// An operator over two iterables, one of them the view: the result is a set.
fn operate(vm: &mut Vm, args: &Args, operation: Operation) -> Result {
    apply(vm, args.this(), args.at(1), operation)
}

fn reflected(vm: &mut Vm, args: &Args, operation: Operation) -> Result {
    apply(vm, args.at(1), args.this(), operation)
}

fn apply(vm: &mut Vm, a: &Value, b: &Value, operation: Operation) -> Result {
    let a = algebra::new_set(vm, a)?;
    let a = vm.set(a);
    operation(vm, &a, b)
}

fn isdisjoint(vm: &mut Vm, args: &Args) -> Result {
    let [other] = args.rest().exactly(vm, "dict_keys.isdisjoint")?;
    for item in vm.collect(other)? {
        if vm.contains(args.this(), &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn mapping(vm: &mut Vm, args: &Args) -> Result {
    let (dict, _) = this(vm, args, "mapping")?;
    Ok(mapping_proxy::make(vm, &Value::Obj(dict)))
}
