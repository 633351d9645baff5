//! `str`: UTF-8 with its length in characters and its hash remembered.

use std::cell::Cell;

use compact_str::CompactString;

use super::Heap;

/// The text of a `str`. Indices of Python count code points: [`Str::is_ascii`] tells when bytes do as well.
pub struct Str {
    text: CompactString,
    chars: u32,
    interned: Cell<bool>,
    hash: Cell<i64>,
}

impl Str {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// This text with another behind it.
    pub fn joined(&self, other: &Str) -> Str {
        let mut text = CompactString::with_capacity(self.text.len() + other.text.len());
        text.push_str(&self.text);
        text.push_str(&other.text);
        Str::with_chars(text, self.chars + other.chars)
    }

    /// Appends to a text that nothing else refers to.
    pub(crate) fn append(&mut self, other: &Str) {
        Heap::charge(other.text.len());
        self.text.push_str(&other.text);
        self.chars += other.chars;
        self.hash.set(0);
    }

    fn with_chars(text: CompactString, chars: u32) -> Str {
        Heap::charge(size_of::<Str>() + text.len());
        Str {
            text,
            chars,
            interned: Cell::new(false),
            hash: Cell::new(0),
        }
    }

    /// Length in code points.
    pub fn len(&self) -> usize {
        self.chars as usize
    }

    /// Whether it is `""`.
    pub fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// Whether every code point is one byte.
    pub fn is_ascii(&self) -> bool {
        self.chars as usize == self.text.len()
    }

    /// Whether this is the one string that the machine uses for this text as a name.
    #[inline]
    pub fn is_interned(&self) -> bool {
        self.interned.get()
    }

    pub(crate) fn mark_interned(&self) {
        self.interned.set(true);
    }

    /// The hash: the same on every machine.
    pub fn hash(&self) -> i64 {
        match self.hash.get() {
            0 => {
                let hash = hash_bytes(self.text.as_bytes());
                self.hash.set(hash);
                hash
            }
            hash => hash,
        }
    }
}

/// A fixed hash of bytes, never 0 (which stands for "not computed") and never -1 (which CPython reserves).
/// FNV-1a with a final mix: short keys, deterministic, no table to choke on.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for &byte in bytes {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    match (hash ^ (hash >> 29)) as i64 {
        0 => 1,
        -1 => -2,
        hash => hash,
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Str {}

impl std::fmt::Debug for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.text.as_str())
    }
}

impl std::ops::Deref for Str {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl From<CompactString> for Str {
    fn from(text: CompactString) -> Self {
        let chars = if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        } as u32;
        Str::with_chars(text, chars)
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        CompactString::from(text).into()
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        CompactString::from(text).into()
    }
}

impl From<char> for Str {
    fn from(c: char) -> Self {
        let mut buffer = [0; 4];
        CompactString::from(&*c.encode_utf8(&mut buffer)).into()
    }
}

impl Drop for Str {
    fn drop(&mut self) {
        Heap::release(size_of::<Str>() + self.text.len());
    }
}
