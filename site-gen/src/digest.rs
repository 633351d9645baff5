//! What stands for content: 128 bits of it, the same on every machine.

use std::fmt;
use std::io;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3Default, xxh3_128};

/// Stands for content. Two contents that differ have different digests, but for a chance that is smaller than
/// that of a broken disk; nobody is kept from making two that agree on purpose.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Digest(u128);

impl Digest {
    /// The digest of some bytes.
    pub fn of(bytes: impl AsRef<[u8]>) -> Digest {
        Digest(xxh3_128(bytes.as_ref()))
    }

    /// Eight digits, for a file's name.
    pub fn short(self) -> String {
        format!("{:08x}", self.0 as u32)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// Makes one digest of several parts. Where one ends and the next begins counts.
#[derive(Clone, Default)]
pub struct Digester(Xxh3Default);

impl Digester {
    /// Nothing yet.
    pub fn new() -> Digester {
        Digester::default()
    }

    /// Adds a part.
    pub fn add(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        let bytes = bytes.as_ref();
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds what another digest stands for.
    pub fn add_digest(&mut self, digest: Digest) -> &mut Self {
        self.add(digest.0.to_le_bytes())
    }

    /// Adds data, by what it is as JSON.
    pub fn add_data(&mut self, data: &impl Serialize) -> &mut Self {
        // Only a map whose keys are no strings could fail, or a writer that does.
        let written = serde_json::to_writer(Sink(&mut self.0), data);
        debug_assert!(written.is_ok(), "data that is no JSON");
        self.add([])
    }

    /// The digest of all parts.
    pub fn finish(&self) -> Digest {
        Digest(self.0.digest128())
    }
}

struct Sink<'d>(&'d mut Xxh3Default);

impl io::Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(parts: &[&str]) -> Digest {
        let mut digester = Digester::new();
        parts.iter().for_each(|part| {
            digester.add(part);
        });
        digester.finish()
    }

    #[test]
    fn where_parts_end_counts() {
        assert_eq!(digest(&["ab", "c"]), digest(&["ab", "c"]));
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
        assert_ne!(digest(&["a"]), digest(&["a", ""]));
        assert_eq!(Digest::of("a").short().len(), 8);
    }
}
