//! Names as small numbers while compiling, and the mangling of private ones.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use super::Constants;
use crate::object::{Str, hash_bytes};

/// A name within one compilation.
pub(super) type NameId = u32;

/// A map with numbers for keys.
pub(super) type IdMap<K, V> = HashMap<K, V, BuildHasherDefault<MixHasher>>;

/// Hashes small keys: quick and the same on every machine.
#[derive(Default)]
pub(super) struct MixHasher(u64);

impl Hasher for MixHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        self.write_u64(hash_bytes(bytes) as u64);
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_u32(&mut self, value: u32) {
        self.write_u64(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }
}

/// All names of a compilation.
pub(super) struct NameTable<'m> {
    /// What the compiler asks of the machine.
    pub(super) make: &'m mut dyn Constants,
    ids: IdMap<Box<str>, NameId>,
    texts: Vec<Rc<Str>>,
}

impl<'m> NameTable<'m> {
    pub(super) fn new(make: &'m mut dyn Constants) -> Self {
        NameTable {
            make,
            ids: IdMap::default(),
            texts: Vec::new(),
        }
    }

    /// The number of a name.
    pub(super) fn id(&mut self, name: &str) -> NameId {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        let id = self.texts.len() as NameId;
        self.texts.push(self.make.intern(name));
        self.ids.insert(name.into(), id);
        id
    }

    /// The number of a name as it is written within a class: `__x` becomes `_Class__x`.
    pub(super) fn mangled(&mut self, class: Option<&str>, name: &str) -> NameId {
        match mangle(class, name) {
            Some(mangled) => self.id(&mangled),
            None => self.id(name),
        }
    }

    /// The text of a name.
    pub(super) fn text(&self, id: NameId) -> &Rc<Str> {
        &self.texts[id as usize]
    }
}

/// The mangled form of a private name, if the name is one.
fn mangle(class: Option<&str>, name: &str) -> Option<String> {
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return None;
    }
    let class = class?.trim_start_matches('_');
    (!class.is_empty()).then(|| format!("_{class}{name}"))
}

#[cfg(test)]
mod tests {
    use super::mangle;

    #[test]
    fn private_names_are_mangled_as_cpython_does() {
        assert_eq!(mangle(Some("_Sub"), "__x").as_deref(), Some("_Sub__x"));
        assert_eq!(mangle(Some("C"), "__x__"), None);
        assert_eq!(mangle(Some("C"), "_x"), None);
        assert_eq!(mangle(Some("__"), "__x"), None);
        assert_eq!(mangle(None, "__x"), None);
    }
}
