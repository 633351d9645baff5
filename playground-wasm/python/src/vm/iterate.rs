//! Iteration.

use std::rc::Rc;

use super::generator::{Resume, as_generator};
use super::{Result, Vm};
use crate::object::{Iter, Payload, Ref, Str, Value};

impl Vm {
    /// `iter(value)`
    pub fn iter(&mut self, value: &Value) -> Result {
        match value {
            Value::Str(text) => {
                let class = self.types.str_iterator.clone();
                return Ok(self.iterator(&class, Iter::Str(text.clone(), 0)));
            }
            Value::Obj(object) => {
                if let Some(iterator) = self.builtin_iter(object) {
                    return Ok(iterator);
                }
            }
            _ => {}
        }
        let class = self.class_of(value);
        let name = self.names.__iter__.clone();
        match self.class_attr(&class, &name) {
            Some(Value::None) => {}
            Some(_) => {
                let iterator = self
                    .call_special(value, &name, &[])?
                    .unwrap_or(Value::Unbound);
                return self.checked_iterator(iterator);
            }
            None => {
                let name = self.names.__getitem__.clone();
                if !matches!(value, Value::Class(_)) && self.class_attr(&class, &name).is_some() {
                    let class = self.types.sequence_iterator.clone();
                    return Ok(self.iterator(&class, Iter::Sequence(value.clone(), 0)));
                }
            }
        }
        let text = format!("'{}' object is not iterable", &**class.name());
        Err(self.type_error(text))
    }

    fn checked_iterator(&mut self, iterator: Value) -> Result {
        let builtin = match &iterator {
            Value::Obj(object) => {
                matches!(object.payload, Payload::Iter(_) | Payload::Generator(_))
            }
            _ => false,
        };
        if builtin {
            return Ok(iterator);
        }
        let class = self.class_of(&iterator);
        let name = self.names.__next__.clone();
        if self.class_attr(&class, &name).is_some() {
            return Ok(iterator);
        }
        let text = format!("iter() returned non-iterator of type '{}'", &**class.name());
        Err(self.type_error(text))
    }

    /// The iterator of one of the machine's own kinds, whose class does not override it.
    #[inline]
    fn builtin_iter(&mut self, object: &Ref) -> Option<Value> {
        if self.flags(&object.class.clone()) & super::class::flag::BUILTIN == 0 {
            return None;
        }
        let types = &self.types;
        let (class, state) = match &object.payload {
            Payload::List(_) => (&types.list_iterator, Iter::List(object.clone(), 0)),
            Payload::Tuple(_) => (&types.tuple_iterator, Iter::Tuple(object.clone(), 0)),
            Payload::Dict(dict) if Rc::ptr_eq(&object.class, &types.dict) => {
                let version = dict.borrow().version();
                (
                    &types.dict_key_iterator,
                    Iter::Keys(object.clone(), 0, version),
                )
            }
            Payload::Set(set) => {
                let version = set.borrow().version();
                (&types.set_iterator, Iter::Set(object.clone(), 0, version))
            }
            Payload::Range(range) => {
                let [start, stop, step] = **range;
                let count = range_length(start, stop, step);
                (&types.range_iterator, Iter::Range(start, count, step))
            }
            Payload::Iter(_) | Payload::Generator(_) => return Some(object.clone().into()),
            _ => return None,
        };
        let class = class.clone();
        Some(self.iterator(&class, state))
    }

    /// `next(iterator)`, `None` at the end.
    pub fn next(&mut self, iterator: &Value) -> Result<Option<Value>> {
        self.charge(1)?;
        if let Value::Obj(object) = iterator {
            match &object.payload {
                Payload::Iter(_) => return self.next_builtin(object),
                Payload::Generator(_) => {
                    let Some((object, generator)) = as_generator(iterator) else {
                        return Ok(None);
                    };
                    let stepped = self.resume(object, generator, Resume::Send(Value::None))?;
                    return Ok(stepped.ok());
                }
                _ => {}
            }
        }
        let name = self.names.__next__.clone();
        match self.call_special(iterator, &name, &[]) {
            Ok(Some(value)) => Ok(Some(value)),
            Ok(None) => {
                let class = self.type_name(iterator);
                Err(self.type_error(format!("'{}' object is not an iterator", &**class)))
            }
            Err(raised) if self.caught(&raised, &self.exceptions.stop_iteration) => Ok(None),
            Err(raised) => Err(raised),
        }
    }

    /// The next item of one of the machine's own iterators.
    #[inline]
    pub(crate) fn next_builtin(&mut self, object: &Ref) -> Result<Option<Value>> {
        let Payload::Iter(cell) = &object.payload else {
            return Ok(None);
        };
        let Ok(mut state) = cell.try_borrow_mut() else {
            return Err(self.value_error("iterator already executing"));
        };
        let next = match &mut *state {
            Iter::Done => None,
            Iter::Range(next, left, step) => {
                if *left == 0 {
                    None
                } else {
                    let value = *next;
                    *left -= 1;
                    *next = next.wrapping_add(*step);
                    Some(Value::Int(value))
                }
            }
            Iter::List(list, index) => match &list.payload {
                Payload::List(items) => {
                    let item = items.get(*index);
                    *index += 1;
                    item
                }
                _ => None,
            },
            Iter::ListReversed(list, index) => match &list.payload {
                Payload::List(items) if *index > 0 => {
                    *index -= 1;
                    items.get(*index)
                }
                _ => None,
            },
            Iter::Tuple(tuple, index) => match &tuple.payload {
                Payload::Tuple(items) => {
                    let item = items.get(*index).cloned();
                    *index += 1;
                    item
                }
                _ => None,
            },
            Iter::Str(text, position) => {
                let next = text.as_str()[*position..].chars().next();
                next.map(|c| {
                    *position += c.len_utf8();
                    self.character(c)
                })
            }
            Iter::Keys(dict, position, version)
            | Iter::Values(dict, position, version)
            | Iter::Items(dict, position, version) => {
                let table = dict.payload.dict().borrow();
                if table.version() != *version {
                    let text = "dictionary changed size during iteration";
                    drop(table);
                    drop(state);
                    return Err(self.error(&self.exceptions.runtime_error.clone(), text));
                }
                let found = table.next_from(*position);
                let found = found.map(|(at, key, value)| (at, key.clone(), value.clone()));
                drop(table);
                match found {
                    None => None,
                    Some((at, key, value)) => {
                        *position = at;
                        Some(match &*state {
                            Iter::Keys(..) => key,
                            Iter::Values(..) => value,
                            _ => {
                                drop(state);
                                return Ok(Some(self.tuple(vec![key, value])));
                            }
                        })
                    }
                }
            }
            Iter::Set(set, position, version) => match &set.payload {
                Payload::Set(set) => {
                    let table = set.borrow();
                    if table.version() != *version {
                        drop(table);
                        drop(state);
                        let text = "Set changed size during iteration";
                        return Err(self.error(&self.exceptions.runtime_error.clone(), text));
                    }
                    table.next_from(*position).map(|(at, value)| {
                        *position = at;
                        value.clone()
                    })
                }
                _ => None,
            },
            Iter::Sequence(sequence, index) => {
                let sequence = sequence.clone();
                let key = Value::Int(*index);
                *index += 1;
                drop(state);
                return self.next_of_sequence(cell, &sequence, &key);
            }
            Iter::Native(_) => {
                let taken = std::mem::replace(&mut *state, Iter::Done);
                drop(state);
                let Iter::Native(mut native) = taken else {
                    return Ok(None);
                };
                let next = native.next(self);
                if !matches!(next, Ok(None)) {
                    *cell.borrow_mut() = Iter::Native(native);
                }
                return next;
            }
        };
        if next.is_none() {
            let done = std::mem::replace(&mut *state, Iter::Done);
            drop(state);
            drop(done);
        }
        Ok(next)
    }

    fn next_of_sequence(
        &mut self,
        cell: &std::cell::RefCell<Iter>,
        sequence: &Value,
        key: &Value,
    ) -> Result<Option<Value>> {
        match self.get_item(sequence, key) {
            Ok(item) => Ok(Some(item)),
            Err(raised)
                if self.caught(&raised, &self.exceptions.index_error)
                    || self.caught(&raised, &self.exceptions.stop_iteration) =>
            {
                drop(cell.replace(Iter::Done));
                Ok(None)
            }
            Err(raised) => Err(raised),
        }
    }

    /// A string of one character; those of ASCII are not made anew.
    pub(crate) fn character(&mut self, c: char) -> Value {
        match self.characters.get(c as usize) {
            Some(text) => Value::Str(text.clone()),
            None => Value::Str(Rc::new(Str::from(c))),
        }
    }

    /// `list(value)` as a vector.
    pub fn collect(&mut self, value: &Value) -> Result<Vec<Value>> {
        if let Some(items) = self.plain_items(value) {
            self.charge(items.len() as u64 / 8)?;
            return Ok(items);
        }
        let iterator = self.iter(value)?;
        let mut items = Vec::new();
        while let Some(item) = self.next(&iterator)? {
            items.push(item);
            if items.len() & 0xfff == 0 {
                self.reserve(items.len() * size_of::<Value>())?;
            }
        }
        Ok(items)
    }

    /// The items of an exact list or tuple.
    pub(crate) fn plain_items(&self, value: &Value) -> Option<Vec<Value>> {
        let object = value.obj()?;
        if Rc::ptr_eq(&object.class, &self.types.list) {
            return value.as_list().map(|list| list.to_vec());
        }
        if Rc::ptr_eq(&object.class, &self.types.tuple) {
            return value.as_tuple().map(<[Value]>::to_vec);
        }
        None
    }

    /// Takes a sequence apart: as many items as there are targets.
    pub(crate) fn unpack(&mut self, value: &Value, count: usize) -> Result<Vec<Value>> {
        let items = match self.plain_items(value) {
            Some(items) => {
                self.charge(items.len() as u64 / 8)?;
                items
            }
            None => self.unpack_iterable(value, count)?,
        };
        if items.len() == count {
            return Ok(items);
        }
        let text = if items.len() > count {
            format!("too many values to unpack (expected {count})")
        } else {
            let got = items.len();
            format!("not enough values to unpack (expected {count}, got {got})")
        };
        Err(self.value_error(text))
    }

    fn unpack_iterable(&mut self, value: &Value, count: usize) -> Result<Vec<Value>> {
        let iterator = self.unpack_iterator(value)?;
        let mut items = Vec::with_capacity(count);
        while items.len() <= count {
            match self.next(&iterator)? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        Ok(items)
    }

    fn unpack_iterator(&mut self, value: &Value) -> Result {
        self.iter(value).map_err(|raised| {
            let plain = self.is_iterable(value);
            if plain {
                return raised;
            }
            let class = self.type_name(value);
            self.type_error(format!("cannot unpack non-iterable {} object", &**class))
        })
    }

    /// Whether the class says that its instances can be iterated over.
    pub(crate) fn is_iterable(&mut self, value: &Value) -> bool {
        let class = self.class_of(value);
        let names = [self.names.__iter__.clone(), self.names.__getitem__.clone()];
        names
            .iter()
            .any(|name| self.class_attr(&class, name).is_some())
    }

    /// Takes a sequence apart around a starred target.
    pub(crate) fn unpack_star(
        &mut self,
        value: &Value,
        before: usize,
        after: usize,
    ) -> Result<(Vec<Value>, Vec<Value>, Vec<Value>)> {
        let mut items = match self.plain_items(value) {
            Some(items) => {
                self.charge(items.len() as u64 / 8)?;
                items
            }
            None => {
                let iterator = self.unpack_iterator(value)?;
                self.collect(&iterator)?
            }
        };
        if items.len() < before + after {
            let text = format!(
                "not enough values to unpack (expected at least {}, got {})",
                before + after,
                items.len()
            );
            return Err(self.value_error(text));
        }
        let last = items.split_off(items.len() - after);
        let middle = items.split_off(before);
        Ok((items, middle, last))
    }
}

/// Number of items of a range.
pub(crate) fn range_length(start: i64, stop: i64, step: i64) -> u64 {
    let (low, high, step) = if step > 0 {
        (start, stop, step as u64)
    } else {
        (stop, start, (step as i128).unsigned_abs() as u64)
    };
    if low >= high {
        return 0;
    }
    let distance = (high as i128 - low as i128) as u128 as u64;
    (distance - 1) / step + 1
}
