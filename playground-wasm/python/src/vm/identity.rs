//! `id`: numbers that look like addresses and are the same in every run, given out as they are asked for.

use std::any::Any;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::{Rc, Weak};

use hashbrown::HashMap;

use super::Vm;
use crate::object::{Class, Object, Str, Value};

/// The first address; so far apart are they.
const FIRST: u64 = 0x7f3a_5c00_1000;
const STEP: u64 = 0x30;

/// Addresses are hashed by a multiplication.
#[derive(Default)]
struct AddressHasher(u64);

impl Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_usize(self.0 as usize ^ byte as usize);
        }
    }

    fn write_usize(&mut self, address: usize) {
        self.0 = (address as u64 >> 4).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// What keeps an object's place in memory from being used again while its number is remembered.
enum Known {
    Object(Weak<Object>),
    Class(Weak<Class>),
    Str(Weak<Str>),
}

impl Known {
    fn is_alive(&self) -> bool {
        match self {
            Known::Object(object) => object.strong_count() > 0,
            Known::Class(class) => class.strong_count() > 0,
            Known::Str(text) => text.strong_count() > 0,
        }
    }
}

/// The numbers given out so far.
pub(crate) struct Identities {
    known: HashMap<usize, (Known, u64), BuildHasherDefault<AddressHasher>>,
    next: u64,
    sweep_at: usize,
}

impl Default for Identities {
    fn default() -> Self {
        Identities {
            known: HashMap::default(),
            next: FIRST,
            sweep_at: 1024,
        }
    }
}

impl Identities {
    fn of<T: ?Sized + Any>(&mut self, address: *const T, known: impl FnOnce() -> Known) -> u64 {
        let key = address.cast::<()>() as usize;
        if let Some((_, id)) = self.known.get(&key) {
            return *id;
        }
        if self.known.len() >= self.sweep_at {
            self.known.retain(|_, (known, _)| known.is_alive());
            self.sweep_at = (self.known.len() * 2).max(1024);
        }
        let id = self.next;
        self.next += STEP;
        self.known.insert(key, (known(), id));
        id
    }
}

impl Vm {
    /// `id(value)`: the same from run to run.
    pub fn id(&mut self, value: &Value) -> u64 {
        let ids = &mut self.identities;
        match value {
            Value::Unbound => 0,
            Value::None => 0x7f3a_5b00_0010,
            Value::NotImplemented => 0x7f3a_5b00_0040,
            Value::Ellipsis => 0x7f3a_5b00_0070,
            Value::Bool(value) => 0x7f3a_5b00_00a0 + u64::from(*value) * 0x30,
            Value::Int(value) => {
                0x7f30_0000_0000_u64.wrapping_add((*value as u64).wrapping_mul(0x20))
            }
            Value::Float(value) => 0x7f50_0000_0000_u64.wrapping_add(value.to_bits() >> 16 << 4),
            Value::Str(text) => ids.of(Rc::as_ptr(text), || Known::Str(Rc::downgrade(text))),
            Value::Class(class) => ids.of(Rc::as_ptr(class), || Known::Class(Rc::downgrade(class))),
            Value::Obj(object) => {
                ids.of(Rc::as_ptr(object), || Known::Object(Rc::downgrade(object)))
            }
        }
    }

    /// `0x7f…`, the id as reprs show it.
    pub fn address(&mut self, value: &Value) -> String {
        format!("{:#x}", self.id(value))
    }
}
