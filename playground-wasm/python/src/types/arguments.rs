//! What natives ask of their arguments, with CPython's messages.

use crate::object::{Class, Dict, List, Object, Payload, Set, Str, Value};
use crate::vm::{Args, Raised, Result, Vm};
use std::cell::RefCell;
use std::rc::Rc;

impl<'a> Args<'a> {
    /// The instance that a method is called on (`Unbound` if it was called with nothing).
    pub(crate) fn this(&self) -> &'a Value {
        self.at(0)
    }

    /// A positional argument, `Unbound` if absent.
    pub(crate) fn at(&self, index: usize) -> &'a Value {
        self.positional
            .get(index)
            .unwrap_or(const { &Value::Unbound })
    }

    /// The instance as a list.
    pub(crate) fn this_list(&self, vm: &mut Vm, method: &str) -> Result<&'a List> {
        let this = self.this();
        this.as_list()
            .ok_or_else(|| wrong_receiver(vm, this, "list", method))
    }

    /// The instance as the items of a tuple.
    pub(crate) fn this_tuple(&self, vm: &mut Vm, method: &str) -> Result<&'a [Value]> {
        let this = self.this();
        this.as_tuple()
            .ok_or_else(|| wrong_receiver(vm, this, "tuple", method))
    }

    /// The instance as a dict.
    pub(crate) fn this_dict(&self, vm: &mut Vm, method: &str) -> Result<&'a RefCell<Dict>> {
        let this = self.this();
        this.as_dict()
            .ok_or_else(|| wrong_receiver(vm, this, "dict", method))
    }

    /// The instance as a set.
    pub(crate) fn this_set(&self, vm: &mut Vm, method: &str) -> Result<&'a RefCell<Set>> {
        let this = self.this();
        this.as_set()
            .ok_or_else(|| wrong_receiver(vm, this, "set", method))
    }

    /// The instance as a string.
    pub(crate) fn this_str(&self, vm: &mut Vm, method: &str) -> Result<&'a Rc<Str>> {
        let this = self.this();
        this.as_str_rc()
            .ok_or_else(|| wrong_receiver(vm, this, "str", method))
    }

    /// The instance as bytes; what reads all of them is paid for.
    pub(crate) fn this_bytes(&self, vm: &mut Vm, method: &str) -> Result<&'a [u8]> {
        let this = self.this();
        let Some(bytes) = bytes_of(this) else {
            return Err(wrong_receiver(vm, this, "bytes", method));
        };
        if !matches!(method, "__getitem__" | "__len__" | "__iter__") {
            vm.charge(bytes.len() as u64 / 64)?;
        }
        Ok(bytes)
    }

    /// The first argument of `__new__` or of a class method.
    pub(crate) fn class(&self, vm: &mut Vm) -> Result<&'a Rc<Class>> {
        match self.this() {
            Value::Class(class) => Ok(class),
            other => {
                let name = vm.type_name(other);
                Err(vm.type_error(format!("X is not a type object ({})", name.as_str())))
            }
        }
    }
}

/// The contents of `bytes`.
pub(crate) fn bytes_of(value: &Value) -> Option<&[u8]> {
    match &value.obj()?.payload {
        Payload::Bytes(bytes) => Some(bytes),
        _ => None,
    }
}

/// A method called through its class with a receiver of another type.
pub(crate) fn wrong_receiver(vm: &mut Vm, this: &Value, owner: &str, method: &str) -> Raised {
    if this.is_unbound() {
        return vm.type_error(format!(
            "unbound method {owner}.{method}() needs an argument"
        ));
    }
    let name = vm.type_name(this);
    vm.type_error(format!(
        "descriptor '{method}' for '{owner}' objects doesn't apply to a '{}' object",
        name.as_str()
    ))
}

/// `'int' object is not iterable` and its like: a message about a value's type.
pub(crate) fn about_type(vm: &mut Vm, before: &str, value: &Value, behind: &str) -> Raised {
    let name = vm.type_name(value);
    vm.type_error(format!("{before}'{}'{behind}", name.as_str()))
}

/// A new object of a class, with what the interpreter stores in it.
pub(crate) fn object(class: &Rc<Class>, payload: Payload) -> Value {
    Value::Obj(Object::new(class.clone(), payload))
}

/// The same object or an equal one: how containers compare their items.
pub(crate) fn same(vm: &mut Vm, a: &Value, b: &Value) -> Result<bool> {
    Ok(a.is(b) || vm.eq(a, b)?)
}
