//! Filling a dict from mappings and from pairs.

use std::cell::RefCell;

use crate::object::{Dict, Value};
use crate::types::arguments::about_type;
use crate::types::iterators::is_iterable;
use crate::vm::{Args, Result, Vm};

/// A copy of the items, to walk while Python code runs.
pub(crate) fn items_of(dict: &RefCell<Dict>) -> Vec<(Value, Value)> {
    dict.borrow()
        .iter()
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

/// `dict.update(source)`
pub(crate) fn merge(vm: &mut Vm, target: &RefCell<Dict>, source: &Value) -> Result<()> {
    if let Some(dict) = source.as_dict()
        && is_plain_dict(vm, source)
    {
        if std::ptr::eq(dict, target) {
            return Ok(());
        }
        let items = items_of(dict);
        vm.charge(items.len() as u64 * 3)?;
        for (key, value) in items {
            vm.dict_set(target, key, value)?;
        }
        return Ok(());
    }
    let keys = vm.names.keys.clone();
    if vm.find_attr(source, &keys)?.is_some() {
        let names = vm.call_method(source, &keys, &[])?;
        let iterator = vm.iter(&names)?;
        while let Some(key) = vm.next(&iterator)? {
            let value = vm.get_item(source, &key)?;
            vm.dict_set(target, key, value)?;
        }
        return Ok(());
    }
    pairs(vm, target, source)
}

/// Whether a dict's items are what its table holds: no method of a subclass says otherwise.
fn is_plain_dict(vm: &mut Vm, value: &Value) -> bool {
    let (class, dict) = (vm.class_of(value), vm.types.dict.clone());
    if std::rc::Rc::ptr_eq(&class, &dict) {
        return true;
    }
    let name = vm.names.__iter__.clone();
    match (vm.class_attr(&class, &name), vm.class_attr(&dict, &name)) {
        (Some(own), Some(inherited)) => own.is(&inherited),
        _ => false,
    }
}

fn pairs(vm: &mut Vm, target: &RefCell<Dict>, source: &Value) -> Result<()> {
    if !is_iterable(vm, source) {
        return Err(about_type(vm, "", source, " object is not iterable"));
    }
    let iterator = vm.iter(source)?;
    let mut index = 0;
    while let Some(pair) = vm.next(&iterator)? {
        if !is_iterable(vm, &pair) {
            let text =
                format!("cannot convert dictionary update sequence element #{index} to a sequence");
            return Err(vm.type_error(text));
        }
        let pair = vm.collect(&pair)?;
        let [key, value] = &*pair else {
            return Err(vm.value_error(format!(
                "dictionary update sequence element #{index} has length {}; 2 is required",
                pair.len()
            )));
        };
        vm.dict_set(target, key.clone(), value.clone())?;
        index += 1;
    }
    Ok(())
}

/// What `dict(...)` and `update(...)` do with their arguments.
pub(super) fn fill(vm: &mut Vm, target: &RefCell<Dict>, args: &Args, name: &str) -> Result<()> {
    if let [source] = Args::new(args.positional).between(vm, name, 0, 1)? {
        merge(vm, target, source)?;
    }
    for (name, value) in args.keywords() {
        vm.dict_set(target, Value::Str(name.clone()), value.clone())?;
    }
    Ok(())
}
