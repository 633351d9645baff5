//! One string object for each text that is used as a name, so that names are compared by address.

use std::rc::Rc;

use hashbrown::HashTable;

use crate::object::{Str, hash_bytes};

/// The names of a run.
pub(crate) struct Interner {
    names: HashTable<Rc<Str>>,
}

/// About as many names as a machine begins with, so that the table need not grow up to there.
const FIRST_NAMES: usize = 3000;

impl Default for Interner {
    fn default() -> Self {
        Interner {
            names: HashTable::with_capacity(FIRST_NAMES),
        }
    }
}

impl Interner {
    /// The name with this text.
    pub fn intern(&mut self, text: &str) -> Rc<Str> {
        let hash = hash_bytes(text.as_bytes()) as u64;
        if let Some(name) = self.names.find(hash, |name| name.as_str() == text) {
            return name.clone();
        }
        self.insert(hash, Rc::new(text.into()))
    }

    /// The name with the text of a string at hand; the string itself if it is the first one.
    pub fn intern_str(&mut self, text: &Rc<Str>) -> Rc<Str> {
        if text.is_interned() {
            return text.clone();
        }
        let hash = text.hash() as u64;
        if let Some(name) = self.names.find(hash, |name| **name == **text) {
            return name.clone();
        }
        self.insert(hash, text.clone())
    }

    fn insert(&mut self, hash: u64, name: Rc<Str>) -> Rc<Str> {
        name.mark_interned();
        self.names
            .insert_unique(hash, name.clone(), |name| name.hash() as u64);
        name
    }
}
