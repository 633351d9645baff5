//! `dict`: entries in order of insertion and, beyond a few, an index of hashes.
//!
//! It stores and finds by hash and a caller's test. Equality that may run Python code is decided by the
//! machine (`vm::mapping`), which walks the candidates.

use std::rc::Rc;

use super::{Heap, Str, Value};

/// Up to so many entries a scan beats an index.
const SCAN: usize = 8;
const EMPTY: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;

struct Entry {
    hash: i64,
    /// `Unbound` in an entry that was removed.
    key: Value,
    value: Value,
}

/// The table of a dict.
#[derive(Default)]
pub struct Dict {
    entries: Vec<Entry>,
    /// Positions in `entries` by hash, a power of two long; empty while a scan does.
    index: Vec<u32>,
    live: usize,
    /// Filled slots of the index, deleted ones included.
    used: usize,
    charged: usize,
    /// Changes when keys are added or removed; iterators compare it.
    version: u32,
}

impl Dict {
    /// Number of items.
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether there are no items.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Changes whenever a key is added or removed.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Items in order of insertion.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Value, &Value)> {
        self.entries
            .iter()
            .filter(|entry| !entry.key.is_unbound())
            .map(|entry| (&entry.key, &entry.value))
    }

    /// The first item at or after a position, and the position behind it: iteration that survives changes.
    pub fn next_from(&self, mut position: usize) -> Option<(usize, &Value, &Value)> {
        while let Some(entry) = self.entries.get(position) {
            position += 1;
            if !entry.key.is_unbound() {
                return Some((position, &entry.key, &entry.value));
            }
        }
        None
    }

    /// The last item before a position, and its position: iteration backwards. Begin at [`Dict::end`].
    pub fn previous_from(&self, mut position: usize) -> Option<(usize, &Value, &Value)> {
        while position > 0 {
            position -= 1;
            let entry = self.entries.get(position)?;
            if !entry.key.is_unbound() {
                return Some((position, &entry.key, &entry.value));
            }
        }
        None
    }

    /// Behind the last position.
    pub fn end(&self) -> usize {
        self.entries.len()
    }

    /// The slot of the first entry with this hash for which `same` holds.
    pub fn find(&self, hash: i64, mut same: impl FnMut(&Value) -> bool) -> Option<usize> {
        if self.index.is_empty() {
            return self.entries.iter().position(|entry| {
                entry.hash == hash && !entry.key.is_unbound() && same(&entry.key)
            });
        }
        let mask = self.index.len() - 1;
        let mut at = spread(hash) & mask;
        loop {
            match self.index[at] {
                EMPTY => return None,
                DELETED => {}
                slot => {
                    let entry = &self.entries[slot as usize];
                    if entry.hash == hash && same(&entry.key) {
                        return Some(slot as usize);
                    }
                }
            }
            at = (at + 1) & mask;
        }
    }

    /// All slots with this hash: the candidates of a look-up whose equality runs Python code.
    pub fn candidates(&self, hash: i64) -> Vec<usize> {
        let mut slots = Vec::new();
        self.find(hash, |key| {
            let _ = key;
            false
        });
        if self.index.is_empty() {
            for (slot, entry) in self.entries.iter().enumerate() {
                if entry.hash == hash && !entry.key.is_unbound() {
                    slots.push(slot);
                }
            }
        } else {
            let mask = self.index.len() - 1;
            let mut at = spread(hash) & mask;
            while self.index[at] != EMPTY {
                let slot = self.index[at];
                if slot != DELETED && self.entries[slot as usize].hash == hash {
                    slots.push(slot as usize);
                }
                at = (at + 1) & mask;
            }
        }
        slots
    }

    /// Key and value in a slot; `None` if it was emptied meanwhile.
    pub fn at(&self, slot: usize) -> Option<(&Value, &Value)> {
        self.entries
            .get(slot)
            .filter(|entry| !entry.key.is_unbound())
            .map(|entry| (&entry.key, &entry.value))
    }

    /// The value at a remembered slot, if the interned name still stands there. For inline caches.
    #[inline]
    pub fn cached(&self, slot: usize, name: &Rc<Str>) -> Option<&Value> {
        match self.entries.get(slot) {
            Some(Entry {
                key: Value::Str(key),
                value,
                ..
            }) if Rc::ptr_eq(key, name) => Some(value),
            _ => None,
        }
    }

    /// Replaces the value in a slot, answering the former one.
    pub fn replace_at(&mut self, slot: usize, value: Value) -> Value {
        std::mem::replace(&mut self.entries[slot].value, value)
    }

    /// Appends an item whose key is known to be absent.
    pub fn push(&mut self, hash: i64, key: Value, value: Value) {
        self.version = self.version.wrapping_add(1);
        if self.entries.len() == self.entries.capacity() && self.live * 2 < self.entries.len() {
            self.rebuild();
        }
        let slot = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        if self.index.is_empty() {
            if self.entries.len() > SCAN {
                self.rebuild();
            }
        } else {
            if (self.used + 1) * 3 > self.index.len() * 2 {
                self.rebuild();
            } else {
                self.place(hash, slot);
            }
        }
        self.settle();
    }

    /// Removes the item in a slot.
    pub fn remove_at(&mut self, slot: usize) -> (Value, Value) {
        self.version = self.version.wrapping_add(1);
        let entry = &mut self.entries[slot];
        let item = (
            std::mem::take(&mut entry.key),
            std::mem::take(&mut entry.value),
        );
        let hash = entry.hash;
        self.live -= 1;
        if !self.index.is_empty() {
            let mask = self.index.len() - 1;
            let mut at = spread(hash) & mask;
            while self.index[at] != slot as u32 {
                at = (at + 1) & mask;
            }
            self.index[at] = DELETED;
        }
        while self
            .entries
            .last()
            .is_some_and(|entry| entry.key.is_unbound())
        {
            self.entries.pop();
        }
        item
    }

    /// The slot of a string key.
    pub fn find_str(&self, key: &Rc<Str>) -> Option<usize> {
        self.find(key.hash(), |candidate| match candidate {
            Value::Str(text) => Rc::ptr_eq(text, key) || **text == **key,
            other => other.as_str() == Some(key.as_str()),
        })
    }

    /// The value under a string key.
    pub fn get_str(&self, key: &Rc<Str>) -> Option<&Value> {
        self.find_str(key).map(|slot| &self.entries[slot].value)
    }

    /// The value under a string key that is not at hand as an object.
    pub fn get_text(&self, key: &str) -> Option<&Value> {
        let slot = self.find(super::string::hash_bytes(key.as_bytes()), |candidate| {
            candidate.as_str() == Some(key)
        })?;
        Some(&self.entries[slot].value)
    }

    /// Sets a string key, answering the former value.
    pub fn insert_str(&mut self, key: Rc<Str>, value: Value) -> Option<Value> {
        match self.find_str(&key) {
            Some(slot) => Some(self.replace_at(slot, value)),
            None => {
                self.push(key.hash(), Value::Str(key), value);
                None
            }
        }
    }

    /// Removes a string key.
    pub fn remove_str(&mut self, key: &Rc<Str>) -> Option<Value> {
        self.find_str(key).map(|slot| self.remove_at(slot).1)
    }

    /// A copy of hashes, keys and values.
    pub fn copy(&self) -> Dict {
        let mut copy = Dict::default();
        for entry in self.entries.iter().filter(|entry| !entry.key.is_unbound()) {
            copy.push(entry.hash, entry.key.clone(), entry.value.clone());
        }
        copy
    }

    /// The hash that an item was stored under.
    pub fn hash_at(&self, slot: usize) -> i64 {
        self.entries[slot].hash
    }

    /// Makes a place for an item in the index.
    fn place(&mut self, hash: i64, slot: u32) {
        let mask = self.index.len() - 1;
        let mut at = spread(hash) & mask;
        while self.index[at] < DELETED {
            at = (at + 1) & mask;
        }
        if self.index[at] == EMPTY {
            self.used += 1;
        }
        self.index[at] = slot;
    }

    /// Drops removed entries and makes the index anew.
    fn rebuild(&mut self) {
        self.entries.retain(|entry| !entry.key.is_unbound());
        self.index.clear();
        self.used = 0;
        if self.entries.len() > SCAN {
            self.index
                .resize((self.entries.len() * 2).next_power_of_two() * 2, EMPTY);
            for slot in 0..self.entries.len() {
                self.place(self.entries[slot].hash, slot as u32);
            }
        }
    }

    /// Tells the heap what the table occupies by now.
    fn settle(&mut self) {
        let bytes =
            self.entries.capacity() * size_of::<Entry>() + self.index.capacity() * size_of::<u32>();
        if bytes > self.charged {
            Heap::charge(bytes - self.charged);
        } else {
            Heap::release(self.charged - bytes);
        }
        self.charged = bytes;
    }
}

/// Integers hash to themselves; their low bits alone would cluster under linear probing.
fn spread(hash: i64) -> usize {
    (hash as u64)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .rotate_left(20) as usize
}

impl Drop for Dict {
    fn drop(&mut self) {
        Heap::release(self.charged);
    }
}
