//! `History`: what was added to an attribute, what is unchanged and what was deleted since the last flush.

use std::rc::Rc;

use python::object::{ClassDef, Layout, MethodDef, MethodKind, Object, Payload, Value};
use python::vm::{Args, Result, Vm};

use super::{AttributeImpl, Kind, Runtime, State};
use crate::native::{Base, Native};
use crate::orm::collections;
use crate::orm::state::Committed;

/// `sqlalchemy.orm.attributes.History`
pub static HISTORY: Native = Native {
    def: ClassDef {
        name: "History",
        module: "sqlalchemy.orm.attributes",
        layout: Layout::Tuple,
        subclassable: false,
        methods: &[
            MethodDef {
                name: "added",
                kind: MethodKind::Getter,
                call: |_, args| Ok(part(args, 0)),
            },
            MethodDef {
                name: "unchanged",
                kind: MethodKind::Getter,
                call: |_, args| Ok(part(args, 1)),
            },
            MethodDef {
                name: "deleted",
                kind: MethodKind::Getter,
                call: |_, args| Ok(part(args, 2)),
            },
            MethodDef {
                name: "__repr__",
                kind: MethodKind::Method,
                call: repr,
            },
            MethodDef {
                name: "__bool__",
                kind: MethodKind::Method,
                call: |vm, args| Ok(filled(vm, args, &[0, 1, 2])?.into()),
            },
            MethodDef {
                name: "empty",
                kind: MethodKind::Method,
                call: |vm, args| Ok((!filled(vm, args, &[0, 1, 2])?).into()),
            },
            MethodDef {
                name: "has_changes",
                kind: MethodKind::Method,
                call: |vm, args| Ok(filled(vm, args, &[0, 2])?.into()),
            },
            MethodDef {
                name: "sum",
                kind: MethodKind::Method,
                call: |vm, args| joined(vm, args, &[0, 1, 2]),
            },
            MethodDef {
                name: "non_deleted",
                kind: MethodKind::Method,
                call: |vm, args| joined(vm, args, &[0, 1]),
            },
            MethodDef {
                name: "non_added",
                kind: MethodKind::Method,
                call: |vm, args| joined(vm, args, &[1, 2]),
            },
        ],
        doc: "A 3-tuple of added, unchanged and deleted values.",
    },
    bases: &[Base::Builtin(|vm| &vm.types.tuple)],
    meta: None,
};

fn part(args: &Args, index: usize) -> Value {
    args.positional[0]
        .as_tuple()
        .and_then(|parts| parts.get(index).cloned())
        .unwrap_or(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let mut shown = Vec::new();
    for index in 0..3 {
        shown.push(vm.repr(&part(args, index))?);
    }
    Ok(Value::str(format!(
        "History(added={}, unchanged={}, deleted={})",
        shown[0], shown[1], shown[2]
    )))
}

fn filled(vm: &mut Vm, args: &Args, parts: &[usize]) -> Result<bool> {
    for index in parts {
        if vm.truthy(&part(args, *index))? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn joined(vm: &mut Vm, args: &Args, parts: &[usize]) -> Result {
    let mut values = Vec::new();
    for index in parts {
        values.extend(vm.collect(&part(args, *index))?);
    }
    Ok(vm.list(values))
}

/// The values of one part: an empty tuple, or a list.
type Part = Option<Vec<Value>>;

fn make(vm: &mut Vm, parts: [Part; 3]) -> Value {
    let values: Vec<Value> = parts
        .into_iter()
        .map(|part| match part {
            Some(values) => vm.list(values),
            None => vm.tuple(Vec::new()),
        })
        .collect();
    let class = HISTORY.class(vm);
    Value::Obj(Object::new(class, Payload::Tuple(values.into())))
}

/// The history of an attribute of an instance. With `initialize`, a collection that was never touched counts
/// as an empty one, and an object that was set and deleted as replaced by `None`; else neither is looked at.
pub fn history(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    initialize: bool,
) -> Result {
    let mut current = state.get(&attribute.key);
    let original = state.committed(&attribute.key);
    if current.is_none() && initialize && attribute.is_collection() {
        current = Some(attribute.get(vm, runtime, state)?);
    }
    if current.is_none()
        && !initialize
        && attribute.uses_objects()
        && matches!(original, Some(Committed::NoValue))
    {
        return Ok(make(vm, [None, None, None]));
    }
    let parts = match &attribute.kind {
        Kind::Collection(_) => of_collection(vm, runtime, current, original)?,
        Kind::Scalar => of_scalar(vm, current, original)?,
        Kind::Object => of_object(current, original),
    };
    Ok(make(vm, parts))
}

fn of_scalar(
    vm: &mut Vm,
    current: Option<Value>,
    original: Option<Committed>,
) -> Result<[Part; 3]> {
    Ok(match (current, original) {
        (None, None) => [None, None, None],
        (Some(current), None) => [None, Some(vec![current]), None],
        (Some(current), Some(Committed::Value(original))) => {
            if vm.eq(&current, &original)? {
                [None, Some(vec![current]), None]
            } else {
                [Some(vec![current]), None, Some(vec![original])]
            }
        }
        (None, Some(Committed::Value(original))) => [None, None, Some(vec![original])],
        (Some(current), Some(_)) => [Some(vec![current]), None, None],
        // Deleted before it ever had a value that was known.
        (None, Some(_)) => [Some(vec![Value::None]), None, None],
    })
}

fn of_object(current: Option<Value>, original: Option<Committed>) -> [Part; 3] {
    match (current, original) {
        (None, None) => [None, None, None],
        (Some(current), None) => [None, Some(vec![current]), None],
        (current, Some(Committed::Value(original))) if !original.is_none() => match current {
            Some(current) if current.is(&original) => [None, Some(vec![current]), None],
            Some(current) => [Some(vec![current]), None, Some(vec![original])],
            None => [None, None, Some(vec![original])],
        },
        (Some(Value::None), Some(Committed::Value(_))) => [None, Some(vec![Value::None]), None],
        (Some(current), Some(_)) => [Some(vec![current]), None, None],
        (None, Some(_)) => [Some(vec![Value::None]), None, None],
    }
}

fn of_collection(
    vm: &mut Vm,
    runtime: &Runtime,
    current: Option<Value>,
    original: Option<Committed>,
) -> Result<[Part; 3]> {
    let Some(current) = current else {
        return Ok([None, None, None]);
    };
    let current = collections::iterate(vm, runtime, &current)?;
    Ok(match original {
        None => [None, Some(current), None],
        Some(Committed::Members(original)) => {
            // Members are compared by their states: what is no object of a mapped class has none.
            for member in current
                .iter()
                .chain(&original)
                .filter(|member| !member.is_none())
            {
                State::expect(vm, runtime, member)?;
            }
            let within =
                |values: &[Value], value: &Value| values.iter().any(|other| other.is(value));
            let (unchanged, added): (Vec<Value>, Vec<Value>) = current
                .iter()
                .cloned()
                .partition(|value| within(&original, value));
            let deleted = original
                .iter()
                .filter(|value| !within(&current, value))
                .cloned()
                .collect();
            [Some(added), Some(unchanged), Some(deleted)]
        }
        Some(_) => [Some(current), None, None],
    })
}
