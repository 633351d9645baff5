//! Small things that are done with values everywhere.

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Dict, Set, Str, Value};
use python::vm::{Result, Vm};

/// A `set` of objects.
pub fn set_of(vm: &mut Vm, items: impl IntoIterator<Item = Value>) -> Result {
    let set = RefCell::new(Set::default());
    for item in items {
        vm.set_add(&set, item)?;
    }
    Ok(vm.set(set.into_inner()))
}

/// A `dict` with string keys.
pub fn dict_of(vm: &mut Vm, items: impl IntoIterator<Item = (Rc<Str>, Value)>) -> Value {
    let mut dict = Dict::default();
    for (key, value) in items {
        dict.insert_str(key, value);
    }
    vm.dict(dict)
}

/// The value of a cell that holds a value, `None` where it is unset.
pub fn or_none(cell: &RefCell<Value>) -> Value {
    match &*cell.borrow() {
        Value::Unbound => Value::None,
        value => value.clone(),
    }
}

/// A string, or `None`.
pub fn text_or_none(text: Option<&Rc<Str>>) -> Value {
    text.map_or(Value::None, |text| Value::Str(text.clone()))
}

/// A dict that is made when it is first asked for.
pub fn dict_in(vm: &mut Vm, cell: &RefCell<Value>) -> Value {
    if cell.borrow().is_unbound() {
        let dict = vm.dict(Dict::default());
        *cell.borrow_mut() = dict;
    }
    cell.borrow().clone()
}

/// The string of a value that must be one, interned.
pub fn name_of(vm: &mut Vm, value: &Value) -> Option<Rc<Str>> {
    let text = value.as_str_rc()?.clone();
    Some(vm.intern_str(&text))
}

/// The attribute of a name that may be missing.
pub fn find(vm: &mut Vm, value: &Value, name: &str) -> Result<Option<Value>> {
    let name = vm.intern(name);
    vm.find_attr(value, &name)
}

/// The attribute of a name.
pub fn get(vm: &mut Vm, value: &Value, name: &str) -> Result {
    let name = vm.intern(name);
    vm.get_attr(value, &name)
}

/// Several values where one or a sequence of them was given.
pub fn to_list(vm: &mut Vm, value: &Value) -> Result<Vec<Value>> {
    match value {
        Value::None | Value::Unbound => Ok(Vec::new()),
        _ if value.as_list().is_some()
            || value.as_tuple().is_some()
            || value.as_set().is_some() =>
        {
            vm.collect(value)
        }
        _ => Ok(vec![value.clone()]),
    }
}
