//! `int | None`

use std::cell::RefCell;
use std::rc::Rc;

use crate::object::{ClassDef, Host, Layout, MethodDef, Payload, Value};
use crate::types::arguments::{object, wrong_receiver};
use crate::types::define::{getter, method};
use crate::types::generic_alias;
use crate::vm::{Args, Result, Vm};

/// `types.UnionType`
pub static CLASS: ClassDef = ClassDef {
    name: "UnionType",
    module: "types",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "Alternatives of types, such as int | None.",
};

const METHODS: &[MethodDef] = &[
    method("__repr__", repr),
    method("__hash__", hash),
    method("__eq__", eq),
    method("__or__", or),
    method("__ror__", ror),
    method("__instancecheck__", instance_check),
    method("__subclasscheck__", subclass_check),
    method("__getitem__", get_item),
    getter("__args__", |vm, args| {
        let items = this(vm, args, "__args__")?;
        Ok(vm.tuple(items))
    }),
    getter("__parameters__", |vm, args| {
        let items = this(vm, args, "__parameters__")?;
        let parameters = generic_alias::parameters(vm, &items)?;
        Ok(vm.tuple(parameters))
    }),
];

/// The alternatives.
struct Union(RefCell<Vec<Value>>);

impl Host for Union {
    fn clear(&self) {
        self.0.take();
    }
}

/// The alternatives of `int | None`; `None` of anything else.
pub fn alternatives(value: &Value) -> Option<Vec<Value>> {
    let union: &Union = value.host()?;
    Some(union.0.borrow().clone())
}

fn this(vm: &mut Vm, args: &Args, name: &str) -> Result<Vec<Value>> {
    alternatives(args.this())
        .ok_or_else(|| wrong_receiver(vm, args.this(), "types.UnionType", name))
}

/// What an operand adds to a union; `None` if it is no type.
fn operand(vm: &Vm, value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::None => Some(vec![Value::Class(vm.types.none_type.clone())]),
        Value::Class(_) => Some(vec![value.clone()]),
        _ if generic_alias::parts(value).is_some() => Some(vec![value.clone()]),
        _ => alternatives(value),
    }
}

/// `a | b` of types: what `type.__or__` answers. `NotImplemented` if one is no type.
pub(crate) fn unite(vm: &mut Vm, a: &Value, b: &Value) -> Result {
    let (Some(ours), Some(theirs)) = (operand(vm, a), operand(vm, b)) else {
        return Ok(Value::NotImplemented);
    };
    let mut items: Vec<Value> = Vec::new();
    for item in ours.into_iter().chain(theirs) {
        let mut known = false;
        for other in &items {
            known =
                known || other.is(&item) || (item.as_class().is_none() && vm.eq(other, &item)?);
        }
        if !known {
            items.push(item);
        }
    }
    if let [only] = &*items {
        return Ok(only.clone());
    }
    let class = vm.types.union.clone();
    let union = Union(RefCell::new(items));
    Ok(object(&class, Payload::Host(Box::new(union))))
}

/// `__or__` of a type.
pub(crate) fn or(vm: &mut Vm, args: &Args) -> Result {
    unite(vm, args.this(), args.at(1))
}

/// `__ror__` of a type.
pub(crate) fn ror(vm: &mut Vm, args: &Args) -> Result {
    unite(vm, args.at(1), args.this())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let items = this(vm, args, "__repr__")?;
    let mut shown = Vec::new();
    for item in &items {
        let is_none = item
            .as_class()
            .is_some_and(|class| Rc::ptr_eq(class, &vm.types.none_type));
        shown.push(if is_none {
            "None".into()
        } else {
            generic_alias::argument_repr(vm, item)?
        });
    }
    Ok(Value::str(shown.join(" | ")))
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let mut hash = 0;
    for item in this(vm, args, "__hash__")? {
        hash ^= vm.hash(&item)?.wrapping_mul(0x9e37_79b9);
    }
    Ok(Value::Int(if hash == -1 { -2 } else { hash }))
}

/// Whether each of some values is among others.
fn all_in(vm: &mut Vm, items: &[Value], others: &[Value]) -> Result<bool> {
    for item in items {
        let mut found = false;
        for other in others {
            found = found || vm.eq(item, other)?;
        }
        if !found {
            return Ok(false);
        }
    }
    Ok(true)
}

fn eq(vm: &mut Vm, args: &Args) -> Result {
    let ours = this(vm, args, "__eq__")?;
    let Some(theirs) = alternatives(args.at(1)) else {
        return Ok(Value::NotImplemented);
    };
    let equal = all_in(vm, &ours, &theirs)? && all_in(vm, &theirs, &ours)?;
    Ok(Value::Bool(equal))
}

fn instance_check(vm: &mut Vm, args: &Args) -> Result {
    let items = this(vm, args, "__instancecheck__")?;
    let choices = vm.tuple(items);
    crate::modules::builtins::is_instance(vm, args.at(1), &choices).map(Value::Bool)
}

fn subclass_check(vm: &mut Vm, args: &Args) -> Result {
    let items = this(vm, args, "__subclasscheck__")?;
    let choices = vm.tuple(items);
    crate::modules::builtins::is_subclass(vm, args.at(1), &choices).map(Value::Bool)
}

/// `(list[T] | None)[int]`
fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let items = this(vm, args, "__getitem__")?;
    let values = match args.at(1).as_tuple() {
        Some(values) => values.to_vec(),
        None => vec![args.at(1).clone()],
    };
    let parameters = generic_alias::parameters(vm, &items)?;
    if parameters.len() != values.len() {
        let shown = vm.repr(args.this())?;
        return Err(vm.type_error(format!("{shown} is not a generic class")));
    }
    let replaced = generic_alias::substitute(vm, &items, &parameters, &values)?;
    let mut replaced = replaced.into_iter();
    let mut union = replaced.next().unwrap_or(Value::None);
    for item in replaced {
        union = unite(vm, &union, &item)?;
    }
    Ok(union)
}
