//! Dicts and sets by Python's equality, which may run the program's code while it looks.

use std::cell::RefCell;

use super::{Result, Vm};
use crate::object::{Dict, Set, Value};

/// Whether two keys with the same hash are equal, where that can be told without running the program's code.
fn plainly_equal(a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => Some(**a == **b),
        (Value::Int(a), Value::Int(b)) => Some(a == b),
        (Value::Str(_), Value::Int(_)) | (Value::Int(_), Value::Str(_)) => Some(false),
        (Value::Class(_), Value::Str(_) | Value::Int(_))
        | (Value::Str(_) | Value::Int(_), Value::Class(_)) => Some(false),
        _ => None,
    }
}

impl Vm {
    fn dict_slot(&mut self, dict: &RefCell<Dict>, hash: i64, key: &Value) -> Result<Option<usize>> {
        let mut unsure = false;
        let found = dict.borrow().find(hash, |candidate| {
            plainly_equal(candidate, key).unwrap_or_else(|| {
                unsure = true;
                false
            })
        });
        if found.is_some() || !unsure {
            return Ok(found);
        }
        let candidates = dict.borrow().candidates(hash);
        for slot in candidates {
            let Some(candidate) = dict.borrow().at(slot).map(|(key, _)| key.clone()) else {
                continue;
            };
            if self.same(&candidate, key)? {
                return Ok(Some(slot));
            }
        }
        Ok(None)
    }

    /// `dict.get(key)`
    #[inline]
    pub fn dict_get(&mut self, dict: &RefCell<Dict>, key: &Value) -> Result<Option<Value>> {
        if let Value::Str(key) = key {
            let table = dict.borrow();
            if let Some(found) = table.get_str(key) {
                return Ok(Some(found.clone()));
            }
        }
        let hash = self.hash(key)?;
        let slot = self.dict_slot(dict, hash, key)?;
        Ok(slot.and_then(|slot| dict.borrow().at(slot).map(|(_, value)| value.clone())))
    }

    /// `dict[key] = value`; answers the former value.
    #[inline]
    pub fn dict_set(
        &mut self,
        dict: &RefCell<Dict>,
        key: Value,
        value: Value,
    ) -> Result<Option<Value>> {
        let hash = self.hash(&key)?;
        match self.dict_slot(dict, hash, &key)? {
            Some(slot) if dict.borrow().at(slot).is_some() => {
                Ok(Some(dict.borrow_mut().replace_at(slot, value)))
            }
            _ => {
                dict.borrow_mut().push(hash, key, value);
                Ok(None)
            }
        }
    }

    /// `dict.pop(key)`
    pub fn dict_remove(&mut self, dict: &RefCell<Dict>, key: &Value) -> Result<Option<Value>> {
        let hash = self.hash(key)?;
        let Some(slot) = self.dict_slot(dict, hash, key)? else {
            return Ok(None);
        };
        if dict.borrow().at(slot).is_none() {
            return Ok(None);
        }
        let (key, value) = dict.borrow_mut().remove_at(slot);
        drop(key);
        Ok(Some(value))
    }

    fn set_slot(&mut self, set: &RefCell<Set>, hash: i64, item: &Value) -> Result<Option<usize>> {
        let mut unsure = false;
        let found = set.borrow().find(hash, |candidate| {
            plainly_equal(candidate, item).unwrap_or_else(|| {
                unsure = true;
                false
            })
        });
        if found.is_some() || !unsure {
            return Ok(found);
        }
        let candidates = set.borrow().candidates(hash);
        for slot in candidates {
            let Some(candidate) = set.borrow().at(slot).cloned() else {
                continue;
            };
            if self.same(&candidate, item)? {
                return Ok(Some(slot));
            }
        }
        Ok(None)
    }

    /// `item in set`
    pub fn set_contains(&mut self, set: &RefCell<Set>, item: &Value) -> Result<bool> {
        let hash = self.hash(item)?;
        Ok(self.set_slot(set, hash, item)?.is_some())
    }

    /// `set.add(item)`; whether it was new.
    pub fn set_add(&mut self, set: &RefCell<Set>, item: Value) -> Result<bool> {
        let hash = self.hash(&item)?;
        if self.set_slot(set, hash, &item)?.is_some() {
            return Ok(false);
        }
        set.borrow_mut().push(hash, item);
        Ok(true)
    }

    /// `set.discard(item)`; whether it was there.
    pub fn set_remove(&mut self, set: &RefCell<Set>, item: &Value) -> Result<bool> {
        let hash = self.hash(item)?;
        let Some(slot) = self.set_slot(set, hash, item)? else {
            return Ok(false);
        };
        let removed = set.borrow_mut().remove_at(slot);
        drop(removed);
        Ok(true)
    }
}
