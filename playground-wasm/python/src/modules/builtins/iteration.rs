//! `iter`, `next`, `all`, `any`, `sorted`

use crate::object::{NativeIterator, Value};
use crate::types::list::sorted_by;
use crate::vm::{Args, Result, Vm};

pub(super) fn all(vm: &mut Vm, args: &Args) -> Result {
    let [items] = args.exactly(vm, "all")?;
    quantify(vm, items, false).map(|found| Value::Bool(!found))
}

pub(super) fn any(vm: &mut Vm, args: &Args) -> Result {
    let [items] = args.exactly(vm, "any")?;
    quantify(vm, items, true).map(Value::Bool)
}

/// Whether some item is as true as wanted.
fn quantify(vm: &mut Vm, items: &Value, wanted: bool) -> Result<bool> {
    let iterator = vm.iter(items)?;
    while let Some(item) = vm.next(&iterator)? {
        if vm.truthy(&item)? == wanted {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `iter(callable, sentinel)`
struct Calls {
    function: Value,
    sentinel: Value,
}

impl NativeIterator for Calls {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        let value = vm.call(&self.function, &[])?;
        let ended = vm.eq(&value, &self.sentinel)?;
        Ok((!ended).then_some(value))
    }
}

pub(super) fn iter(vm: &mut Vm, args: &Args) -> Result {
    match args.between(vm, "iter", 1, 2)? {
        [function, sentinel] => {
            if !vm.is_callable(function) {
                return Err(vm.type_error("iter(v, w): v must be callable"));
            }
            let (function, sentinel) = (function.clone(), sentinel.clone());
            Ok(vm.native_iterator(Calls { function, sentinel }))
        }
        arguments => vm.iter(&arguments[0]),
    }
}

pub(super) fn next(vm: &mut Vm, args: &Args) -> Result {
    let (iterator, default) = match args.between(vm, "next", 1, 2)? {
        [iterator, default] => (iterator, Some(default)),
        arguments => (&arguments[0], None),
    };
    // An iterator of the program raises its own StopIteration, whose value must not be lost.
    let special = vm.names.__next__.clone();
    match default {
        Some(default) => Ok(vm.next(iterator)?.unwrap_or_else(|| default.clone())),
        None => match vm.call_special(iterator, &special, &[])? {
            Some(item) => Ok(item),
            None => {
                let text = " object is not an iterator";
                Err(crate::types::arguments::about_type(vm, "", iterator, text))
            }
        },
    }
}

pub(super) fn sorted(vm: &mut Vm, args: &Args) -> Result {
    let [items] = args.positional else {
        let given = args.positional.len();
        return Err(vm.type_error(format!("sorted expected 1 argument, got {given}")));
    };
    for (name, _) in args.keywords() {
        if !matches!(name.as_str(), "key" | "reverse") {
            let text = format!(
                "'{}' is an invalid keyword argument for sort()",
                name.as_str()
            );
            return Err(vm.type_error(text));
        }
    }
    let key = args.keyword("key").filter(|key| !key.is_none());
    let reverse = match args.keyword("reverse") {
        Some(reverse) => vm.truthy(reverse)?,
        None => false,
    };
    let items = vm.collect(items)?;
    let (items, outcome) = sorted_by(vm, items, key, reverse);
    outcome?;
    Ok(vm.list(items))
}
