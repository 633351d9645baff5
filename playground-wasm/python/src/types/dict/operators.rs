//! Construction and operators of `dict`.

use std::cell::RefCell;

use super::update::{fill, items_of, merge};
use crate::object::{Dict, Iter, Payload, Value};
use crate::types::arguments::{object, same, wrong_receiver};
use crate::types::repr_guard;
use crate::vm::{Args, Result, Vm};

pub(super) fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    Ok(object(class, Payload::Dict(RefCell::default())))
}

pub(super) fn init(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "__init__")?;
    fill(vm, dict, &args.rest(), "dict")?;
    Ok(Value::None)
}

pub(super) fn repr(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "__repr__")?;
    let text = repr_guard::guarded(vm, args.this(), "{...}", |vm| text_of(vm, dict))?;
    Ok(Value::str(text))
}

fn text_of(vm: &mut Vm, dict: &RefCell<Dict>) -> Result<String> {
    let mut text = String::from("{");
    for (index, (key, value)) in items_of(dict).into_iter().enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        text.push_str(&vm.repr(&key)?);
        text.push_str(": ");
        text.push_str(&vm.repr(&value)?);
        vm.charge(2)?;
    }
    text.push('}');
    Ok(text)
}

pub(super) fn unhashable(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.type_name(args.this());
    Err(vm.type_error(format!("unhashable type: '{}'", name.as_str())))
}

pub(super) fn len(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "__len__")?;
    let len = dict.borrow().len();
    Ok(Value::from(len))
}

pub(super) fn iter(vm: &mut Vm, args: &Args) -> Result {
    let version = args.this_dict(vm, "__iter__")?.borrow().version();
    let class = vm.types.dict_key_iterator.clone();
    match args.this() {
        Value::Obj(dict) => {
            let state = RefCell::new(Iter::Keys(dict.clone(), 0, version));
            Ok(object(&class, Payload::Iter(Box::new(state))))
        }
        other => Err(wrong_receiver(vm, other, "dict", "__iter__")),
    }
}

pub(super) fn reversed(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "__reversed__")?;
    super::views::reverse_iterator(vm, args.this(), dict, |key, _, _| key.clone())
}

pub(super) fn contains(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "__contains__")?;
    Ok(Value::Bool(vm.dict_get(dict, args.at(1))?.is_some()))
}

pub(super) fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "__getitem__")?;
    let key = args.at(1);
    if let Some(value) = vm.dict_get(dict, key)? {
        return Ok(value);
    }
    let is_exact =
        matches!(args.this(), Value::Obj(this) if std::rc::Rc::ptr_eq(&this.class, &vm.types.dict));
    if !is_exact {
        let name = vm.names.__missing__.clone();
        if let Some(value) = vm.call_special(args.this(), &name, std::slice::from_ref(key))? {
            return Ok(value);
        }
    }
    Err(vm.key_error(key))
}

pub(super) fn set_item(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "__setitem__")?;
    vm.dict_set(dict, args.at(1).clone(), args.at(2).clone())?;
    Ok(Value::None)
}

pub(super) fn delete_item(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "__delitem__")?;
    match vm.dict_remove(dict, args.at(1))? {
        Some(_) => Ok(Value::None),
        None => Err(vm.key_error(args.at(1))),
    }
}

pub(super) fn eq(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "__eq__")?;
    let Some(other) = args.at(1).as_dict() else {
        return Ok(Value::NotImplemented);
    };
    if std::ptr::eq(dict, other) {
        return Ok(Value::Bool(true));
    }
    if dict.borrow().len() != other.borrow().len() {
        return Ok(Value::Bool(false));
    }
    vm.enter()?;
    let result = equal_items(vm, dict, other);
    vm.leave();
    result.map(Value::Bool)
}

fn equal_items(vm: &mut Vm, dict: &RefCell<Dict>, other: &RefCell<Dict>) -> Result<bool> {
    for (key, value) in items_of(dict) {
        vm.charge(1)?;
        match vm.dict_get(other, &key)? {
            Some(theirs) if same(vm, &value, &theirs)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

fn union(vm: &mut Vm, a: &Value, b: &Value) -> Result {
    let (Some(first), Some(_)) = (a.as_dict(), b.as_dict()) else {
        return Ok(Value::NotImplemented);
    };
    vm.charge(first.borrow().len() as u64 * 2)?;
    let merged = RefCell::new(first.borrow().copy());
    merge(vm, &merged, b)?;
    Ok(vm.dict(merged.into_inner()))
}

pub(super) fn or(vm: &mut Vm, args: &Args) -> Result {
    union(vm, args.this(), args.at(1))
}

pub(super) fn ror(vm: &mut Vm, args: &Args) -> Result {
    union(vm, args.at(1), args.this())
}

pub(super) fn ior(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.this_dict(vm, "__ior__")?;
    merge(vm, dict, args.at(1))?;
    Ok(args.this().clone())
}
