//! `deque`: a queue with two ends.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::code::CompareOperator;
use crate::object::{ClassDef, Heap, Host, Layout, MethodDef, NativeIterator, Payload, Value};
use crate::types::arguments::{object, same, wrong_receiver};
use crate::types::define::{class_method, getter, method, orderings, static_method};
use crate::types::{generic_alias, repr_guard, sequence};
use crate::vm::{Args, Result, Vm};

/// The class.
pub(super) static CLASS: ClassDef = ClassDef {
    name: "deque",
    module: "collections",
    layout: Layout::Native,
    subclassable: true,
    methods: METHODS,
    doc: "A queue with two ends.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__init__", init),
    method("__repr__", repr),
    method("__hash__", unhashable),
    method("__len__", |vm, args| {
        Ok(Value::from(this(vm, args)?.items.borrow().len()))
    }),
    method("__bool__", |vm, args| {
        Ok(Value::Bool(!this(vm, args)?.items.borrow().is_empty()))
    }),
    method("__iter__", |vm, args| iterate(vm, args, false)),
    method("__reversed__", |vm, args| iterate(vm, args, true)),
    method("__contains__", |vm, args| {
        let wanted = args.at(1);
        Ok(Value::Bool(
            find(vm, args, wanted, 0, usize::MAX)?.is_some(),
        ))
    }),
    method("__getitem__", get_item),
    method("__setitem__", set_item),
    method("__delitem__", delete_item),
    method("__add__", add),
    method("__iadd__", iadd),
    method("__mul__", mul),
    method("__rmul__", mul),
    method("__eq__", eq),
    method("__lt__", lt),
    method("__le__", le),
    method("__gt__", gt),
    method("__ge__", ge),
    method("__copy__", copy),
    class_method("__class_getitem__", generic_alias::class_getitem),
    getter("maxlen", |vm, args| {
        Ok(this(vm, args)?.limit.get().map_or(Value::None, Value::from))
    }),
    method("append", append),
    method("appendleft", appendleft),
    method("clear", clear),
    method("copy", copy),
    method("count", count),
    method("extend", extend),
    method("extendleft", extendleft),
    method("index", index),
    method("insert", insert),
    method("pop", |vm, args| take(vm, args, "pop", VecDeque::pop_back)),
    method("popleft", |vm, args| {
        take(vm, args, "popleft", VecDeque::pop_front)
    }),
    method("remove", remove),
    method("reverse", reverse),
    method("rotate", rotate),
];

#[derive(Default)]
struct Deque {
    items: RefCell<VecDeque<Value>>,
    limit: Cell<Option<usize>>,
    /// Changes when items come or go; iterators compare it.
    version: Cell<u32>,
    charged: Cell<usize>,
}

impl Host for Deque {
    fn clear(&self) {
        self.items.take();
    }
}

impl Deque {
    /// Changes the items; what falls out is dropped when nothing is borrowed.
    fn change<T>(&self, change: impl FnOnce(&mut VecDeque<Value>) -> T) -> T {
        self.version.set(self.version.get().wrapping_add(1));
        let result = change(&mut self.items.borrow_mut());
        let bytes = self.items.borrow().capacity() * size_of::<Value>();
        Heap::release(self.charged.get());
        Heap::charge(bytes);
        self.charged.set(bytes);
        result
    }

    fn push(&self, item: Value, left: bool) {
        let limit = self.limit.get();
        let fallen = self.change(|items| {
            if left {
                items.push_front(item);
            } else {
                items.push_back(item);
            }
            match limit {
                Some(limit) if items.len() > limit && left => items.pop_back(),
                Some(limit) if items.len() > limit => items.pop_front(),
                _ => None,
            }
        });
        drop(fallen);
    }

    fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().iter().cloned().collect()
    }
}

impl Drop for Deque {
    fn drop(&mut self) {
        Heap::release(self.charged.get());
    }
}

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Deque> {
    args.this()
        .host()
        .ok_or_else(|| wrong_receiver(vm, args.this(), "collections.deque", "append"))
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    Ok(object(class, Payload::Host(Box::new(Deque::default()))))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let [items, limit] = args
        .rest()
        .bind(vm, "deque", &["iterable", "maxlen"], 2, 0)?
        .0;
    match limit {
        None | Some(Value::None) => deque.limit.set(None),
        Some(limit) => {
            if !matches!(limit, Value::Int(_)) {
                return Err(vm.type_error("an integer is required"));
            }
            match usize::try_from(vm.index(&limit)?) {
                Ok(limit) => deque.limit.set(Some(limit)),
                Err(_) => return Err(vm.value_error("maxlen must be non-negative")),
            }
        }
    }
    let former = deque.change(std::mem::take);
    drop(former);
    if let Some(items) = items.filter(|items| !items.is_none()) {
        fill(vm, deque, &items, false)?;
    }
    Ok(Value::None)
}

fn fill(vm: &mut Vm, deque: &Deque, items: &Value, left: bool) -> Result<()> {
    let own = items.host::<Deque>().map(Deque::to_vec);
    let items = match own {
        Some(items) => vm.list(items),
        None => items.clone(),
    };
    let iterator = vm.iter(&items)?;
    while let Some(item) = vm.next(&iterator)? {
        if deque.items.borrow().len().is_power_of_two() {
            vm.reserve(deque.items.borrow().len() * size_of::<Value>())?;
        }
        deque.push(item, left);
    }
    Ok(())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let name = vm.type_name(args.this());
    let text = repr_guard::guarded(vm, args.this(), "[...]", |vm| {
        let items = repr_guard::joined(vm, &deque.to_vec())?;
        Ok(match deque.limit.get() {
            Some(limit) => format!("{}([{items}], maxlen={limit})", name.as_str()),
            None => format!("{}([{items}])", name.as_str()),
        })
    })?;
    Ok(Value::str(text))
}

fn unhashable(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.type_name(args.this());
    Err(vm.type_error(format!("unhashable type: '{}'", full_name(name.as_str()))))
}

/// `collections.deque`, as messages name the class itself.
fn full_name(name: &str) -> String {
    if name == "deque" {
        "collections.deque".into()
    } else {
        name.into()
    }
}

struct Walk {
    deque: Value,
    left: usize,
    version: u32,
    backwards: bool,
}

impl NativeIterator for Walk {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        let Some(deque) = self.deque.host::<Deque>() else {
            return Ok(None);
        };
        if deque.version.get() != self.version {
            self.left = 0;
            let class = vm.exceptions.runtime_error.clone();
            return Err(vm.error(&class, "deque mutated during iteration"));
        }
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let items = deque.items.borrow();
        let index = if self.backwards {
            self.left
        } else {
            items.len() - 1 - self.left
        };
        Ok(items.get(index).cloned())
    }

    fn remaining(&self) -> Option<usize> {
        Some(self.left)
    }
}

fn iterate(vm: &mut Vm, args: &Args, backwards: bool) -> Result {
    let deque = this(vm, args)?;
    let walk = Walk {
        deque: args.this().clone(),
        left: deque.items.borrow().len(),
        version: deque.version.get(),
        backwards,
    };
    Ok(vm.native_iterator(walk))
}

/// The index of the first item equal to a value.
fn find(
    vm: &mut Vm,
    args: &Args,
    wanted: &Value,
    start: usize,
    end: usize,
) -> Result<Option<usize>> {
    let deque = this(vm, args)?;
    let version = deque.version.get();
    let mut at = start;
    loop {
        let item = deque.items.borrow().get(at).cloned();
        let Some(item) = item.filter(|_| at < end) else {
            return Ok(None);
        };
        vm.charge(1)?;
        if same(vm, &item, wanted)? {
            return Ok(Some(at));
        }
        if deque.version.get() != version {
            let class = vm.exceptions.runtime_error.clone();
            return Err(vm.error(&class, "deque mutated during iteration"));
        }
        at += 1;
    }
}

fn position(vm: &mut Vm, args: &Args) -> Result<usize> {
    let len = this(vm, args)?.items.borrow().len();
    match sequence::subscript(vm, args.at(1))? {
        Some(index) => {
            sequence::within(index, len).ok_or_else(|| vm.index_error("deque index out of range"))
        }
        None => {
            let name = vm.type_name(args.at(1));
            let text = format!("sequence index must be integer, not '{}'", name.as_str());
            Err(vm.type_error(text))
        }
    }
}

fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let at = position(vm, args)?;
    let item = this(vm, args)?.items.borrow().get(at).cloned();
    Ok(item.unwrap_or(Value::None))
}

fn set_item(vm: &mut Vm, args: &Args) -> Result {
    let at = position(vm, args)?;
    let deque = this(vm, args)?;
    let former = std::mem::replace(&mut deque.items.borrow_mut()[at], args.at(2).clone());
    drop(former);
    Ok(Value::None)
}

fn delete_item(vm: &mut Vm, args: &Args) -> Result {
    let at = position(vm, args)?;
    let former = this(vm, args)?.change(|items| items.remove(at));
    drop(former);
    Ok(Value::None)
}

/// A deque of the same class and length limit.
fn alike(vm: &mut Vm, args: &Args, items: Vec<Value>) -> Result {
    let limit = this(vm, args)?.limit.get().map_or(Value::None, Value::from);
    let class = Value::Class(vm.class_of(args.this()));
    let items = vm.list(items);
    vm.call(&class, &[items, limit])
}

fn copy(vm: &mut Vm, args: &Args) -> Result {
    let items = this(vm, args)?.to_vec();
    alike(vm, args, items)
}

fn add(vm: &mut Vm, args: &Args) -> Result {
    let mut items = this(vm, args)?.to_vec();
    match args.at(1).host::<Deque>() {
        Some(other) => items.extend(other.to_vec()),
        None => {
            let name = vm.type_name(args.at(1));
            return Err(vm.type_error(format!(
                "can only concatenate deque (not \"{}\") to deque",
                name.as_str()
            )));
        }
    }
    alike(vm, args, items)
}

fn iadd(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    fill(vm, deque, args.at(1), false)?;
    Ok(args.this().clone())
}

fn mul(vm: &mut Vm, args: &Args) -> Result {
    let items = this(vm, args)?.to_vec();
    let count = sequence::repetitions(vm, args.at(1), items.len(), size_of::<Value>())?;
    let items = std::iter::repeat_n(items, count).flatten().collect();
    alike(vm, args, items)
}

fn eq(vm: &mut Vm, args: &Args) -> Result {
    compare(vm, args, CompareOperator::Eq)
}

orderings!(compare);

fn compare(vm: &mut Vm, args: &Args, op: CompareOperator) -> Result {
    let ours = this(vm, args)?.to_vec();
    let Some(theirs) = args.at(1).host::<Deque>() else {
        return Ok(Value::NotImplemented);
    };
    let (ours, theirs) = (vm.list(ours), vm.list(theirs.to_vec()));
    vm.compare(op, &ours, &theirs)
}

fn append(vm: &mut Vm, args: &Args) -> Result {
    let [item] = args.rest().exactly(vm, "deque.append")?;
    this(vm, args)?.push(item.clone(), false);
    Ok(Value::None)
}

fn appendleft(vm: &mut Vm, args: &Args) -> Result {
    let [item] = args.rest().exactly(vm, "deque.appendleft")?;
    this(vm, args)?.push(item.clone(), true);
    Ok(Value::None)
}

fn extend(vm: &mut Vm, args: &Args) -> Result {
    let [items] = args.rest().exactly(vm, "deque.extend")?;
    let deque = this(vm, args)?;
    fill(vm, deque, items, false)?;
    Ok(Value::None)
}

fn extendleft(vm: &mut Vm, args: &Args) -> Result {
    let [items] = args.rest().exactly(vm, "deque.extendleft")?;
    let deque = this(vm, args)?;
    fill(vm, deque, items, true)?;
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: &Args) -> Result {
    let former = this(vm, args)?.change(std::mem::take);
    drop(former);
    Ok(Value::None)
}

fn count(vm: &mut Vm, args: &Args) -> Result {
    let [wanted] = args.rest().exactly(vm, "deque.count")?;
    let (mut from, mut count) = (0, 0usize);
    while let Some(at) = find(vm, args, wanted, from, usize::MAX)? {
        count += 1;
        from = at + 1;
    }
    Ok(Value::from(count))
}

fn index(vm: &mut Vm, args: &Args) -> Result {
    let rest = args.rest().between(vm, "index", 1, 3)?;
    let len = this(vm, args)?.items.borrow().len() as i64;
    let mut bound = |at: usize, default: i64| -> Result<usize> {
        let index = rest.get(at).map_or(Ok(default), |value| vm.index(value))?;
        Ok(if index < 0 {
            (index + len).max(0)
        } else {
            index
        } as usize)
    };
    let (start, end) = (bound(1, 0)?, bound(2, len)?);
    match find(vm, args, &rest[0], start, end)? {
        Some(at) => Ok(Value::from(at)),
        None => {
            let shown = vm.repr(&rest[0])?;
            Err(vm.value_error(format!("{shown} is not in deque")))
        }
    }
}

fn insert(vm: &mut Vm, args: &Args) -> Result {
    let [at, item] = args.rest().exactly(vm, "insert")?;
    let at = vm.index(at)?;
    let deque = this(vm, args)?;
    let len = deque.items.borrow().len();
    if deque.limit.get().is_some_and(|limit| len >= limit) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let at = if at < 0 { (at + len as i64).max(0) } else { at };
    deque.change(|items| items.insert((at as usize).min(len), item.clone()));
    Ok(Value::None)
}

fn take(
    vm: &mut Vm,
    args: &Args,
    name: &str,
    take: fn(&mut VecDeque<Value>) -> Option<Value>,
) -> Result {
    args.rest().exactly::<0>(vm, &format!("deque.{name}"))?;
    let item = this(vm, args)?.change(take);
    item.ok_or_else(|| {
        vm.index_error(format!("{name} from an empty deque").replace("popleft", "pop"))
    })
}

fn remove(vm: &mut Vm, args: &Args) -> Result {
    let [wanted] = args.rest().exactly(vm, "deque.remove")?;
    match find(vm, args, wanted, 0, usize::MAX)? {
        Some(at) => {
            let former = this(vm, args)?.change(|items| items.remove(at));
            drop(former);
            Ok(Value::None)
        }
        None => {
            let shown = vm.repr(wanted)?;
            Err(vm.value_error(format!("{shown} is not in deque")))
        }
    }
}

fn reverse(vm: &mut Vm, args: &Args) -> Result {
    this(vm, args)?.change(|items| items.make_contiguous().reverse());
    Ok(Value::None)
}

fn rotate(vm: &mut Vm, args: &Args) -> Result {
    let steps = match args.rest().between(vm, "rotate", 0, 1)? {
        [steps] => vm.index(steps)?,
        _ => 1,
    };
    let deque = this(vm, args)?;
    let len = deque.items.borrow().len();
    if len > 0 {
        let steps = steps.rem_euclid(len as i64) as usize;
        vm.charge(steps as u64 / 16)?;
        deque.change(|items| items.rotate_right(steps));
    }
    Ok(Value::None)
}
