//! `set` and `frozenset`: open addressing laid out as CPython lays it out, so that sets of integers print
//! in CPython's order. (Where CPython's order depends on its random string hashes, ours is fixed.)

use super::{Heap, Value};

/// CPython looks at so many neighbours before it jumps.
const LINEAR_PROBES: u64 = 9;
const FIRST_SIZE: usize = 8;

#[derive(Clone)]
enum Slot {
    Empty,
    Dummy,
    Full(i64, Value),
}

/// The table of a set.
pub struct Set {
    slots: Vec<Slot>,
    live: usize,
    /// Slots that are not empty, dummies included.
    fill: usize,
    charged: usize,
    version: u32,
}

impl Default for Set {
    fn default() -> Self {
        let mut set = Set {
            slots: vec![Slot::Empty; FIRST_SIZE],
            live: 0,
            fill: 0,
            charged: 0,
            version: 0,
        };
        set.settle();
        set
    }
}

impl Set {
    /// Number of elements.
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether there are no elements.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Changes whenever an element is added or removed.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Elements in table order, with their hashes.
    pub fn iter(&self) -> impl Iterator<Item = (i64, &Value)> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Full(hash, value) => Some((*hash, value)),
            _ => None,
        })
    }

    /// The first element at or after a position, and the position behind it.
    pub fn next_from(&self, mut position: usize) -> Option<(usize, &Value)> {
        while let Some(slot) = self.slots.get(position) {
            position += 1;
            if let Slot::Full(_, value) = slot {
                return Some((position, value));
            }
        }
        None
    }

    /// The slot of the first element with this hash for which `same` holds.
    pub fn find(&self, hash: i64, mut same: impl FnMut(&Value) -> bool) -> Option<usize> {
        self.probe(hash, |slot| match &self.slots[slot] {
            Slot::Empty => Some(None),
            Slot::Full(other, value) if *other == hash && same(value) => Some(Some(slot)),
            _ => None,
        })
    }

    /// All slots with this hash: the candidates of a look-up whose equality runs Python code.
    pub fn candidates(&self, hash: i64) -> Vec<usize> {
        let mut slots = Vec::new();
        self.probe(hash, |slot| match &self.slots[slot] {
            Slot::Empty => Some(()),
            Slot::Full(other, _) if *other == hash => {
                if !slots.contains(&slot) {
                    slots.push(slot);
                }
                None
            }
            _ => None,
        });
        slots
    }

    /// The element in a slot.
    pub fn at(&self, slot: usize) -> Option<&Value> {
        match self.slots.get(slot) {
            Some(Slot::Full(_, value)) => Some(value),
            _ => None,
        }
    }

    /// Adds an element that is known to be absent.
    pub fn push(&mut self, hash: i64, value: Value) {
        self.version = self.version.wrapping_add(1);
        let slot = self.free_slot(hash);
        self.slots[slot] = Slot::Full(hash, value);
        self.fill += 1;
        self.live += 1;
        let mask = self.slots.len() - 1;
        if self.fill * 5 >= mask * 3 {
            let wanted = if self.live > 50_000 {
                self.live * 2
            } else {
                self.live * 4
            };
            self.resize(wanted);
        }
    }

    /// Removes the element in a slot.
    pub fn remove_at(&mut self, slot: usize) -> Value {
        self.version = self.version.wrapping_add(1);
        match std::mem::replace(&mut self.slots[slot], Slot::Dummy) {
            Slot::Full(_, value) => {
                self.live -= 1;
                value
            }
            other => {
                self.slots[slot] = other;
                Value::Unbound
            }
        }
    }

    /// Removes the first element in table order.
    pub fn pop(&mut self) -> Option<Value> {
        let slot = self
            .slots
            .iter()
            .position(|slot| matches!(slot, Slot::Full(..)))?;
        Some(self.remove_at(slot))
    }

    /// A copy, in the layout that CPython's `set(other)` gives.
    pub fn copy(&self) -> Set {
        let mut copy = Set::default();
        if (copy.fill + self.live) * 5 >= (copy.slots.len() - 1) * 3 {
            copy.resize(self.live * 2);
        }
        if self.fill == self.live && copy.slots.len() == self.slots.len() {
            copy.slots = self.slots.clone();
            copy.fill = self.fill;
            copy.live = self.live;
            return copy;
        }
        for (hash, value) in self.iter() {
            let slot = copy.free_slot(hash);
            copy.slots[slot] = Slot::Full(hash, value.clone());
            copy.fill += 1;
            copy.live += 1;
        }
        copy
    }

    /// Makes place for elements that will be merged in from another set, as CPython's set_merge does.
    pub fn make_room(&mut self, more: usize) {
        if (self.fill + more) * 5 >= (self.slots.len() - 1) * 3 {
            self.resize((self.live + more) * 2);
        }
    }

    fn resize(&mut self, wanted: usize) {
        let mut size = FIRST_SIZE;
        while size <= wanted {
            size <<= 1;
        }
        let old = std::mem::replace(&mut self.slots, vec![Slot::Empty; size]);
        self.fill = self.live;
        for slot in old {
            if let Slot::Full(hash, value) = slot {
                let place = self.free_slot(hash);
                self.slots[place] = Slot::Full(hash, value);
            }
        }
        self.settle();
    }

    fn free_slot(&self, hash: i64) -> usize {
        self.probe(hash, |slot| {
            matches!(self.slots[slot], Slot::Empty).then_some(slot)
        })
    }

    /// Walks the slots that a hash may stand in, until `stop` answers. A table always has an empty slot,
    /// so a walk always ends.
    fn probe<T>(&self, hash: i64, mut stop: impl FnMut(usize) -> Option<T>) -> T {
        let mask = self.slots.len() as u64 - 1;
        let mut perturb = hash as u64;
        let mut at = hash as u64 & mask;
        loop {
            let last = if at + LINEAR_PROBES <= mask {
                at + LINEAR_PROBES
            } else {
                at
            };
            for slot in at..=last {
                if let Some(answer) = stop(slot as usize) {
                    return answer;
                }
            }
            perturb >>= 5;
            at = (at.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb)) & mask;
        }
    }

    fn settle(&mut self) {
        let bytes = self.slots.capacity() * size_of::<Slot>();
        if bytes > self.charged {
            Heap::charge(bytes - self.charged);
        } else {
            Heap::release(self.charged - bytes);
        }
        self.charged = bytes;
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        Heap::release(self.charged);
    }
}
