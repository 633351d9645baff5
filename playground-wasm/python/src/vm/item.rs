//! Containers: length, membership, items.

use std::rc::Rc;

use super::class::flag;
use super::number::Number;
use super::{Raised, Result, Vm};
use crate::object::{Payload, Value};

impl Vm {
    /// `len(value)`
    pub fn len(&mut self, value: &Value) -> Result<usize> {
        match value {
            Value::Str(text) => return Ok(text.len()),
            Value::Obj(object) if self.flags(&object.class) & flag::BUILTIN != 0 => {
                match &object.payload {
                    Payload::List(list) => return Ok(list.len()),
                    Payload::Dict(dict) => return Ok(dict.borrow().len()),
                    Payload::Tuple(items) => return Ok(items.len()),
                    Payload::Set(set) => return Ok(set.borrow().len()),
                    _ => {}
                }
            }
            _ => {}
        }
        let name = self.names.__len__.clone();
        let Some(length) = self.call_special(value, &name, &[])? else {
            let class = self.type_name(value);
            return Err(self.type_error(format!("object of type '{}' has no len()", &**class)));
        };
        let length = self.index(&length)?;
        match usize::try_from(length) {
            Ok(length) => Ok(length),
            Err(_) => Err(self.value_error("__len__() should return >= 0")),
        }
    }

    /// `item in container`
    pub fn contains(&mut self, container: &Value, item: &Value) -> Result<bool> {
        if let Value::Obj(object) = container
            && self.flags(&object.class) & flag::BUILTIN != 0
        {
            match &object.payload {
                Payload::List(_) => return self.list_contains(container, item),
                Payload::Tuple(items) => {
                    for candidate in items {
                        self.charge(1)?;
                        if self.same(candidate, item)? {
                            return Ok(true);
                        }
                    }
                    return Ok(false);
                }
                Payload::Dict(dict) if Rc::ptr_eq(&object.class, &self.types.dict) => {
                    return Ok(self.dict_get(dict, item)?.is_some());
                }
                _ => {}
            }
        }
        let class = self.class_of(container);
        let name = self.names.__contains__.clone();
        match self.class_attr(&class, &name) {
            Some(Value::None) => {
                let text = format!("'{}' object is not a container", &**class.name());
                return Err(self.type_error(text));
            }
            Some(_) => {
                let answer = self
                    .call_special(container, &name, std::slice::from_ref(item))?
                    .unwrap_or(Value::Bool(false));
                return self.truthy(&answer);
            }
            None => {}
        }
        if !self.is_iterable(container) {
            let text = format!("argument of type '{}' is not iterable", &**class.name());
            return Err(self.type_error(text));
        }
        let iterator = self.iter(container)?;
        while let Some(candidate) = self.next(&iterator)? {
            if self.same(&candidate, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn list_contains(&mut self, list: &Value, item: &Value) -> Result<bool> {
        let mut index = 0;
        while let Some(candidate) = list.as_list().and_then(|list| list.get(index)) {
            self.charge(1)?;
            if self.same(&candidate, item)? {
                return Ok(true);
            }
            index += 1;
        }
        Ok(false)
    }

    /// `container[key]`
    pub fn get_item(&mut self, container: &Value, key: &Value) -> Result {
        if let Value::Obj(object) = container
            && self.flags(&object.class) & flag::BUILTIN != 0
        {
            match (&object.payload, key) {
                (Payload::List(list), Value::Int(index)) => {
                    let length = list.len();
                    let item = position(*index, length).and_then(|index| list.get(index));
                    return item.ok_or_else(|| self.index_error("list index out of range"));
                }
                (Payload::Tuple(items), Value::Int(index)) => {
                    let item = position(*index, items.len()).map(|index| items[index].clone());
                    return item.ok_or_else(|| self.index_error("tuple index out of range"));
                }
                (Payload::Dict(dict), _) if Rc::ptr_eq(&object.class, &self.types.dict) => {
                    return match self.dict_get(dict, key)? {
                        Some(value) => Ok(value),
                        None => Err(self.key_error(key)),
                    };
                }
                _ => {}
            }
        }
        let name = self.names.__getitem__.clone();
        if let Some(item) = self.call_special(container, &name, std::slice::from_ref(key))? {
            return Ok(item);
        }
        if let Value::Class(class) = container {
            return self.class_item(container, class, key);
        }
        let class = self.type_name(container);
        Err(self.type_error(format!("'{}' object is not subscriptable", &**class)))
    }

    /// `Class[key]` by `__class_getitem__`.
    fn class_item(
        &mut self,
        value: &Value,
        class: &Rc<crate::object::Class>,
        key: &Value,
    ) -> Result {
        if Rc::ptr_eq(class, &self.types.type_) {
            let origin = value.clone();
            return self.generic_alias(origin, key.clone());
        }
        let name = self.names.__class_getitem__.clone();
        match self.find_attr(value, &name)? {
            Some(function) if !function.is_none() => {
                self.call(&function, std::slice::from_ref(key))
            }
            _ => {
                let text = format!("type '{}' is not subscriptable", &**class.name());
                Err(self.type_error(text))
            }
        }
    }

    /// `origin[key]` as `list[int]` gives it, made by the class `types.GenericAlias`.
    pub fn generic_alias(&mut self, origin: Value, key: Value) -> Result {
        let class = Value::Class(self.types.generic_alias.clone());
        self.call(&class, &[origin, key])
    }

    /// `container[key] = value`
    pub fn set_item(&mut self, container: &Value, key: &Value, value: Value) -> Result<()> {
        if let Value::Obj(object) = container
            && self.flags(&object.class) & flag::BUILTIN != 0
        {
            match (&object.payload, key) {
                (Payload::List(list), Value::Int(index)) => {
                    let length = list.len();
                    let Some(index) = position(*index, length) else {
                        return Err(self.index_error("list assignment index out of range"));
                    };
                    let old = std::mem::replace(&mut list.borrow_mut()[index], value);
                    drop(old);
                    return Ok(());
                }
                (Payload::Dict(dict), _) if Rc::ptr_eq(&object.class, &self.types.dict) => {
                    drop(self.dict_set(dict, key.clone(), value)?);
                    return Ok(());
                }
                _ => {}
            }
        }
        let name = self.names.__setitem__.clone();
        match self.call_special(container, &name, &[key.clone(), value])? {
            Some(_) => Ok(()),
            None => {
                let class = self.type_name(container);
                let text = format!("'{}' object does not support item assignment", &**class);
                Err(self.type_error(text))
            }
        }
    }

    /// `del container[key]`
    pub fn delete_item(&mut self, container: &Value, key: &Value) -> Result<()> {
        if let Value::Obj(object) = container
            && let Payload::Dict(dict) = &object.payload
            && Rc::ptr_eq(&object.class, &self.types.dict)
        {
            return match self.dict_remove(dict, key)? {
                Some(old) => {
                    drop(old);
                    Ok(())
                }
                None => Err(self.key_error(key)),
            };
        }
        let name = self.names.__delitem__.clone();
        match self.call_special(container, &name, std::slice::from_ref(key))? {
            Some(_) => Ok(()),
            None => {
                let class = self.type_name(container);
                let does_not = if container.as_str().is_some() || container.as_tuple().is_some() {
                    "doesn't"
                } else {
                    "does not"
                };
                let text = format!("'{}' object {does_not} support item deletion", &**class);
                Err(self.type_error(text))
            }
        }
    }

    /// `operator.index(value)` that fits; else OverflowError or the TypeError `'str' object cannot be interpreted as an integer`.
    pub fn index(&mut self, value: &Value) -> Result<i64> {
        match value {
            Value::Int(value) => return Ok(*value),
            Value::Bool(value) => return Ok(i64::from(*value)),
            _ => {}
        }
        let index = self.index_value(value)?;
        match Number::of(&index) {
            Some(Number::Int(index)) => Ok(index),
            _ => {
                let class = self.type_name(value);
                let text = format!("cannot fit '{}' into an index-sized integer", &**class);
                Err(self.error(&self.exceptions.overflow_error.clone(), text))
            }
        }
    }

    /// `operator.index(value)`, an `int` of any size.
    pub fn index_value(&mut self, value: &Value) -> Result {
        if matches!(Number::of(value), Some(number) if !number.is_float()) {
            return Ok(value.clone());
        }
        let name = self.names.__index__.clone();
        match self.call_special(value, &name, &[])? {
            Some(index) if matches!(Number::of(&index), Some(number) if !number.is_float()) => {
                Ok(index)
            }
            Some(other) => {
                let class = self.type_name(&other);
                Err(self.type_error(format!("__index__ returned non-int (type {})", &**class)))
            }
            None => Err(self.not_an_integer(value)),
        }
    }

    fn not_an_integer(&mut self, value: &Value) -> Raised {
        let class = self.type_name(value);
        self.type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            &**class
        ))
    }
}

/// The position that an index, perhaps negative, means in a sequence.
#[inline]
pub fn position(index: i64, length: usize) -> Option<usize> {
    let index = if index < 0 {
        index + length as i64
    } else {
        index
    };
    usize::try_from(index).ok().filter(|index| *index < length)
}
