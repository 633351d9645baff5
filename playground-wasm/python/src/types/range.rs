//! `range`

use std::cell::RefCell;

use crate::object::{ClassDef, Iter, Layout, MethodDef, Payload, Value};
use crate::types::arguments::{object, wrong_receiver};
use crate::types::define::{getter, method, static_method};
use crate::types::float::float_of;
use crate::types::int::{self, integer};
use crate::types::{sequence, slice};
use crate::vm::{Args, Result, Vm};

/// `range`
pub static CLASS: ClassDef = ClassDef {
    name: "range",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "Whole numbers from start to stop by a step.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__repr__", repr),
    method("__len__", |vm, args| {
        Ok(Value::from(count(this(vm, args, "__len__")?)))
    }),
    method("__bool__", |vm, args| {
        Ok(Value::Bool(count(this(vm, args, "__bool__")?) > 0))
    }),
    method("__iter__", iter),
    method("__reversed__", reversed),
    method("__contains__", contains),
    method("__getitem__", get_item),
    method("__eq__", eq),
    method("__hash__", hash),
    method("count", |vm, args| {
        let found = find(vm, args, "range.count")?;
        Ok(Value::Int(i64::from(found.is_some())))
    }),
    method("index", index),
    getter("start", |vm, args| {
        Ok(Value::Int(this(vm, args, "start")?[0]))
    }),
    getter("stop", |vm, args| {
        Ok(Value::Int(this(vm, args, "stop")?[1]))
    }),
    getter("step", |vm, args| {
        Ok(Value::Int(this(vm, args, "step")?[2]))
    }),
];

/// Start, stop and step of a range object.
pub(crate) fn parts(value: &Value) -> Option<[i64; 3]> {
    match &value.obj()?.payload {
        Payload::Range(parts) => Some(**parts),
        _ => None,
    }
}

/// How many numbers a range has.
pub(crate) fn count([start, stop, step]: [i64; 3]) -> usize {
    let distance = i128::from(stop) - i128::from(start);
    let step = i128::from(step);
    let count = if step > 0 {
        (distance + step - 1) / step
    } else {
        (distance + step + 1) / step
    };
    usize::try_from(count.max(0)).unwrap_or(usize::MAX)
}

fn this(vm: &mut Vm, args: &Args, name: &str) -> Result<[i64; 3]> {
    parts(args.this()).ok_or_else(|| wrong_receiver(vm, args.this(), "range", name))
}

fn make(vm: &mut Vm, parts: [i64; 3]) -> Value {
    let class = vm.types.range.clone();
    object(&class, Payload::Range(Box::new(parts)))
}

fn bound(vm: &mut Vm, value: &Value) -> Result<i64> {
    let index = int::from_index(vm, value)?;
    match integer(&index).and_then(|int| int.to_i64()) {
        Some(bound) => Ok(bound),
        None => Err(vm.unsupported("a range of numbers beyond 64 bits")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    args.no_keywords(vm, "range")?;
    let parts = match args.rest().between(vm, "range", 1, 3)? {
        [stop] => [0, bound(vm, stop)?, 1],
        [start, stop] => [bound(vm, start)?, bound(vm, stop)?, 1],
        [start, stop, step, ..] => [bound(vm, start)?, bound(vm, stop)?, bound(vm, step)?],
        [] => unreachable!("at least one argument"),
    };
    if parts[2] == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(make(vm, parts))
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let [start, stop, step] = this(vm, args, "__repr__")?;
    Ok(Value::str(match step {
        1 => format!("range({start}, {stop})"),
        step => format!("range({start}, {stop}, {step})"),
    }))
}

fn iterator(vm: &mut Vm, first: i64, count: usize, step: i64) -> Value {
    let class = vm.types.range_iterator.clone();
    let state = RefCell::new(Iter::Range(first, count as u64, step));
    object(&class, Payload::Iter(Box::new(state)))
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    let parts = this(vm, args, "__iter__")?;
    Ok(iterator(vm, parts[0], count(parts), parts[2]))
}

fn reversed(vm: &mut Vm, args: &Args) -> Result {
    let parts = this(vm, args, "__reversed__")?;
    let count = count(parts);
    let last = parts[0].wrapping_add((count as i64).wrapping_sub(1).wrapping_mul(parts[2]));
    Ok(iterator(vm, last, count, parts[2].wrapping_neg()))
}

/// Where a number stands in a range.
fn position(parts: [i64; 3], value: &Value) -> Option<usize> {
    let number = match (integer(value), float_of(value)) {
        (Some(int), _) => int.to_i64()?,
        (None, Some(float)) if float.fract() == 0.0 && float.abs() < 9e18 => float as i64,
        _ => return None,
    };
    let [start, _, step] = parts.map(i128::from);
    let distance = i128::from(number) - start;
    let index = usize::try_from(distance / step).ok()?;
    (distance % step == 0 && distance / step >= 0 && index < count(parts)).then_some(index)
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    let parts = this(vm, args, "__contains__")?;
    Ok(Value::Bool(position(parts, args.at(1)).is_some()))
}

fn find(vm: &mut Vm, args: &Args, name: &str) -> Result<Option<usize>> {
    let parts = this(vm, args, name)?;
    let [value] = args.rest().exactly(vm, name)?;
    Ok(position(parts, value))
}

fn index(vm: &mut Vm, args: &Args) -> Result {
    match find(vm, args, "range.index")? {
        Some(index) => Ok(Value::from(index)),
        None => {
            let shown = vm.repr(args.at(1))?;
            Err(vm.value_error(format!("{shown} is not in range")))
        }
    }
}

fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let range = this(vm, args, "__getitem__")?;
    let [start, _, step] = range;
    let key = args.at(1);
    if let Some(bounds) = slice::parts(key) {
        let picked = slice::resolve(vm, bounds, count(range))?;
        let parts = [
            start + picked.start * step,
            start + picked.stop * step,
            step * picked.step,
        ];
        return Ok(make(vm, parts));
    }
    match sequence::subscript(vm, key)? {
        Some(index) => match sequence::within(index, count(range)) {
            Some(index) => Ok(Value::Int(start + index as i64 * step)),
            None => Err(vm.index_error("range object index out of range")),
        },
        None => sequence::item_index(vm, key, 0, "range").map(Value::from),
    }
}

/// What tells ranges apart: the numbers in them.
fn identity(parts: [i64; 3]) -> (usize, Option<i64>, Option<i64>) {
    let count = count(parts);
    (
        count,
        (count > 0).then_some(parts[0]),
        (count > 1).then_some(parts[2]),
    )
}

fn eq(vm: &mut Vm, args: &Args) -> Result {
    let range = this(vm, args, "__eq__")?;
    Ok(match parts(args.at(1)) {
        Some(other) => Value::Bool(identity(range) == identity(other)),
        None => Value::NotImplemented,
    })
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let (count, first, step) = identity(this(vm, args, "__hash__")?);
    let part = |part: Option<i64>| part.map_or(Value::None, Value::Int);
    let tuple = vm.tuple(vec![Value::from(count), part(first), part(step)]);
    vm.hash(&tuple).map(Value::Int)
}
