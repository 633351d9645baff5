//! `slice`, and what a slice means for a sequence of a given length.

use crate::code::CompareOperator;
use crate::object::{ClassDef, Layout, MethodDef, Payload, Value};
use crate::types::arguments::{object, wrong_receiver};
use crate::types::define::{getter, method, orderings, static_method};
use crate::types::int::{self, Integer};
use crate::vm::{Args, Result, Vm};

/// `slice`
pub static CLASS: ClassDef = ClassDef {
    name: "slice",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "What stands between the brackets of a[start:stop:step].",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__repr__", repr),
    method("__eq__", eq),
    method("__lt__", lt),
    method("__le__", le),
    method("__gt__", gt),
    method("__ge__", ge),
    method("__hash__", unhashable),
    method("indices", indices),
    getter("start", |vm, args| part(vm, args, 0)),
    getter("stop", |vm, args| part(vm, args, 1)),
    getter("step", |vm, args| part(vm, args, 2)),
];

/// Start, stop and step of a slice object.
pub(crate) fn parts(value: &Value) -> Option<&[Value; 3]> {
    match &value.obj()?.payload {
        Payload::Slice(parts) => Some(parts),
        _ => None,
    }
}

/// The items that a slice picks from a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Picked {
    /// The first index (where something is inserted if nothing is picked).
    pub start: i64,
    /// The bound, clipped to the sequence.
    pub stop: i64,
    /// The step, never 0.
    pub step: i64,
    /// How many items.
    pub count: usize,
}

impl Picked {
    /// The indices picked, in order.
    pub fn indices(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |nth| (self.start + nth * self.step) as usize)
    }
}

/// Applies a slice to a sequence of `len` items.
pub(crate) fn resolve(vm: &mut Vm, [start, stop, step]: &[Value; 3], len: usize) -> Result<Picked> {
    let len = len as i64;
    let step = match step {
        Value::None => 1,
        step => match slice_index(vm, step)? {
            0 => return Err(vm.value_error("slice step cannot be zero")),
            step => step.max(-i64::MAX),
        },
    };
    let (lowest, highest) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let bound = |vm: &mut Vm, value: &Value, default: i64| -> Result<i64> {
        if value.is_none() {
            return Ok(default);
        }
        let index = slice_index(vm, value)?;
        let index = if index < 0 {
            index.saturating_add(len)
        } else {
            index
        };
        Ok(index.clamp(lowest, highest))
    };
    let (first, last) = if step < 0 {
        (highest, lowest)
    } else {
        (lowest, highest)
    };
    let start = bound(vm, start, first)?;
    let stop = bound(vm, stop, last)?;
    let count = if step > 0 && start < stop {
        (stop - start - 1) / step + 1
    } else if step < 0 && stop < start {
        (start - stop - 1) / -step + 1
    } else {
        0
    };
    let count = count as usize;
    Ok(Picked {
        start,
        stop,
        step,
        count,
    })
}

/// A bound as a number; what does not fit is as good as the largest.
fn slice_index(vm: &mut Vm, value: &Value) -> Result<i64> {
    let clipped = |int: Integer| {
        int.to_i64().unwrap_or(if int.is_negative() {
            i64::MIN
        } else {
            i64::MAX
        })
    };
    if let Some(int) = int::integer(value) {
        return Ok(clipped(int));
    }
    let name = vm.names.__index__.clone();
    match vm.call_special(value, &name, &[])? {
        Some(index) => match int::integer(&index) {
            Some(int) => Ok(clipped(int)),
            None => vm.index(value),
        },
        None => {
            Err(vm.type_error("slice indices must be integers or None or have an __index__ method"))
        }
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    let parts = match args.rest().between(vm, "slice", 1, 3)? {
        [stop] => [Value::None, stop.clone(), Value::None],
        [start, stop] => [start.clone(), stop.clone(), Value::None],
        [start, stop, step, ..] => [start.clone(), stop.clone(), step.clone()],
        [] => unreachable!("at least one argument"),
    };
    Ok(object(class, Payload::Slice(Box::new(parts))))
}

fn this<'a>(vm: &mut Vm, args: &Args<'a>, name: &str) -> Result<&'a [Value; 3]> {
    parts(args.this()).ok_or_else(|| wrong_receiver(vm, args.this(), "slice", name))
}

fn part(vm: &mut Vm, args: &Args, index: usize) -> Result {
    Ok(this(vm, args, "start")?[index].clone())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let [start, stop, step] = this(vm, args, "__repr__")?;
    let (start, stop, step) = (vm.repr(start)?, vm.repr(stop)?, vm.repr(step)?);
    Ok(Value::str(format!("slice({start}, {stop}, {step})")))
}

fn as_tuples(vm: &mut Vm, args: &Args) -> Option<(Value, Value)> {
    let (a, b) = (parts(args.this())?, parts(args.at(1))?);
    Some((vm.tuple(a.to_vec()), vm.tuple(b.to_vec())))
}

fn eq(vm: &mut Vm, args: &Args) -> Result {
    compare(vm, args, CompareOperator::Eq)
}

orderings!(compare);

fn compare(vm: &mut Vm, args: &Args, op: CompareOperator) -> Result {
    match as_tuples(vm, args) {
        Some((a, b)) => vm.compare(op, &a, &b),
        None => Ok(Value::NotImplemented),
    }
}

fn unhashable(vm: &mut Vm, _args: &Args) -> Result {
    Err(vm.type_error("unhashable type: 'slice'"))
}

fn indices(vm: &mut Vm, args: &Args) -> Result {
    let parts = this(vm, args, "indices")?;
    let [len] = args.rest().exactly(vm, "slice.indices")?;
    let len = vm.index(len)?;
    if len < 0 {
        return Err(vm.value_error("length should not be negative"));
    }
    let picked = resolve(vm, parts, len as usize)?;
    let items = [picked.start, picked.stop, picked.step].map(Value::Int);
    Ok(vm.tuple(items.to_vec()))
}
