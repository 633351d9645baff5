//! The iterators that are classes: `enumerate`, `filter`, `map`, `reversed`, `zip`.

use std::cell::RefCell;

use num_bigint::BigInt;

use crate::object::{ClassDef, Iter, Layout, MethodDef, NativeIterator, Payload, Value};
use crate::types::arguments::{about_type, object};
use crate::types::define::{method, static_method};
use crate::types::int::integer;
use crate::types::iterators::{itself, next};
use crate::vm::{Args, NativeFn, Result, Vm};

/// A class whose instances are iterators made by `new`.
pub(crate) const fn iterator_class(
    name: &'static str,
    module: &'static str,
    methods: &'static [MethodDef],
) -> ClassDef {
    ClassDef {
        name,
        module,
        layout: Layout::Native,
        subclassable: false,
        methods,
        doc: "",
    }
}

/// The methods of such a class.
pub(crate) const fn iterator_methods(new: NativeFn) -> [MethodDef; 3] {
    [
        static_method("__new__", new),
        method("__iter__", itself),
        method("__next__", next),
    ]
}

/// `enumerate`
pub static ENUMERATE: ClassDef = iterator_class(
    "enumerate",
    "builtins",
    const { &iterator_methods(new_enumerate) },
);
/// `filter`
pub static FILTER: ClassDef = iterator_class(
    "filter",
    "builtins",
    const { &iterator_methods(new_filter) },
);
/// `map`
pub static MAP: ClassDef = iterator_class("map", "builtins", const { &iterator_methods(new_map) });
/// `reversed`
pub static REVERSED: ClassDef = iterator_class(
    "reversed",
    "builtins",
    const { &iterator_methods(new_reversed) },
);
/// `zip`
pub static ZIP: ClassDef = iterator_class("zip", "builtins", const { &iterator_methods(new_zip) });

/// An instance of the class that `__new__` was given.
pub(crate) fn instance(
    vm: &mut Vm,
    args: &Args,
    iterator: impl NativeIterator + 'static,
) -> Result {
    let class = args.class(vm)?;
    let state = RefCell::new(Iter::Native(Box::new(iterator)));
    Ok(object(class, Payload::Iter(Box::new(state))))
}

struct Enumerate {
    items: Value,
    count: i64,
    /// Beyond 64 bits the count goes on here.
    large: Option<BigInt>,
}

impl NativeIterator for Enumerate {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        let Some(item) = vm.next(&self.items)? else {
            return Ok(None);
        };
        let number = match &mut self.large {
            Some(large) => {
                let number = large.clone();
                *large += 1;
                vm.int(number)
            }
            None => {
                let number = Value::Int(self.count);
                match self.count.checked_add(1) {
                    Some(next) => self.count = next,
                    None => self.large = Some(BigInt::from(self.count) + 1),
                }
                number
            }
        };
        Ok(Some(vm.tuple(vec![number, item])))
    }
}

fn new_enumerate(vm: &mut Vm, args: &Args) -> Result {
    let rest = args.rest();
    if rest.positional.is_empty() && rest.keyword("iterable").is_none() {
        return Err(vm.type_error("enumerate() missing required argument 'iterable'"));
    }
    let [items, start] = rest.bind(vm, "enumerate", &["iterable", "start"], 2, 1)?.0;
    let items = vm.iter(&items.unwrap_or_default())?;
    let start = match start {
        Some(start) => crate::types::int::from_index(vm, &start)?,
        None => Value::Int(0),
    };
    let (count, large) = match integer(&start).map(|int| (int.to_i64(), int)) {
        Some((Some(count), _)) => (count, None),
        Some((None, int)) => (0, Some(int.to_big().into_owned())),
        None => (0, None),
    };
    instance(
        vm,
        args,
        Enumerate {
            items,
            count,
            large,
        },
    )
}

struct Filter {
    test: Value,
    items: Value,
}

impl NativeIterator for Filter {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        while let Some(item) = vm.next(&self.items)? {
            let keeps = if self.test.is_none() {
                vm.truthy(&item)?
            } else {
                let answer = vm.call(&self.test, std::slice::from_ref(&item))?;
                vm.truthy(&answer)?
            };
            if keeps {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }
}

fn new_filter(vm: &mut Vm, args: &Args) -> Result {
    let [test, items] = args.rest().exactly(vm, "filter")?;
    let (test, items) = (test.clone(), vm.iter(items)?);
    instance(vm, args, Filter { test, items })
}

struct Map {
    function: Value,
    sources: Vec<Value>,
}

impl NativeIterator for Map {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        let mut items = Vec::with_capacity(self.sources.len());
        for source in &self.sources {
            match vm.next(source)? {
                Some(item) => items.push(item),
                None => return Ok(None),
            }
        }
        vm.call(&self.function, &items).map(Some)
    }
}

/// Iterators over several arguments.
pub(crate) fn iterators(vm: &mut Vm, values: &[Value]) -> Result<Vec<Value>> {
    values.iter().map(|value| vm.iter(value)).collect()
}

fn new_map(vm: &mut Vm, args: &Args) -> Result {
    args.no_keywords(vm, "map")?;
    let [function, sources @ ..] = args.rest().positional else {
        return Err(vm.type_error("map() must have at least two arguments."));
    };
    if sources.is_empty() {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    let (function, sources) = (function.clone(), iterators(vm, sources)?);
    instance(vm, args, Map { function, sources })
}

struct Backwards {
    sequence: Value,
    left: usize,
}

impl NativeIterator for Backwards {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        match vm.get_item(&self.sequence, &Value::from(self.left)) {
            Ok(item) => Ok(Some(item)),
            Err(raised) if vm.caught(&raised, &vm.exceptions.index_error) => {
                self.left = 0;
                Ok(None)
            }
            Err(raised) => Err(raised),
        }
    }

    fn remaining(&self) -> Option<usize> {
        Some(self.left)
    }
}

fn new_reversed(vm: &mut Vm, args: &Args) -> Result {
    let [sequence] = args.rest().exactly(vm, "reversed")?;
    let class = vm.class_of(sequence);
    let name = vm.names.__reversed__.clone();
    match vm.class_attr(&class, &name) {
        Some(Value::None) => {}
        Some(_) => {
            let iterator = vm.call_special(sequence, &name, &[])?;
            return Ok(iterator.unwrap_or(Value::None));
        }
        None => {
            let (item, len) = (vm.names.__getitem__.clone(), vm.names.__len__.clone());
            let is_mapping = sequence.as_dict().is_some();
            if !is_mapping
                && vm.class_attr(&class, &item).is_some()
                && vm.class_attr(&class, &len).is_some()
            {
                let (sequence, left) = (sequence.clone(), vm.len(sequence)?);
                return instance(vm, args, Backwards { sequence, left });
            }
        }
    }
    Err(about_type(vm, "", sequence, " object is not reversible"))
}

struct Zip {
    sources: Vec<Value>,
    strict: bool,
}

impl NativeIterator for Zip {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        if self.sources.is_empty() {
            return Ok(None);
        }
        let mut items = Vec::with_capacity(self.sources.len());
        for index in 0..self.sources.len() {
            match vm.next(&self.sources[index])? {
                Some(item) => items.push(item),
                None if !self.strict => return Ok(None),
                None if index > 0 => return Err(mismatch(vm, index, "shorter")),
                None => {
                    for index in 1..self.sources.len() {
                        if vm.next(&self.sources[index])?.is_some() {
                            return Err(mismatch(vm, index, "longer"));
                        }
                    }
                    return Ok(None);
                }
            }
        }
        Ok(Some(vm.tuple(items)))
    }
}

/// `zip() argument 2 is shorter than argument 1`
fn mismatch(vm: &mut Vm, index: usize, how: &str) -> crate::vm::Raised {
    let others = if index == 1 {
        " 1".to_string()
    } else {
        format!("s 1-{index}")
    };
    vm.value_error(format!(
        "zip() argument {} is {how} than argument{others}",
        index + 1
    ))
}

fn new_zip(vm: &mut Vm, args: &Args) -> Result {
    for (name, _) in args.keywords() {
        if name.as_str() != "strict" {
            let text = format!(
                "'{}' is an invalid keyword argument for zip()",
                name.as_str()
            );
            return Err(vm.type_error(text));
        }
    }
    let strict = match args.keyword("strict") {
        Some(strict) => vm.truthy(strict)?,
        None => false,
    };
    let sources = iterators(vm, args.rest().positional)?;
    instance(vm, args, Zip { sources, strict })
}
