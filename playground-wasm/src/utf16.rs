//! Positions as JavaScript counts them.

/// Turns byte offsets of a text, asked for in ascending order, into offsets in UTF-16 code units.
pub(crate) struct Position<'a> {
    rest: &'a str,
    bytes: usize,
    units: u32,
}

impl<'a> Position<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Position {
            rest: text,
            bytes: 0,
            units: 0,
        }
    }

    /// The offset in code units of the character at this offset in bytes.
    pub(crate) fn of(&mut self, offset: usize) -> u32 {
        let (passed, rest) = self.rest.split_at(offset - self.bytes);
        self.units += passed.chars().map(|c| c.len_utf16() as u32).sum::<u32>();
        self.bytes = offset;
        self.rest = rest;
        self.units
    }
}

/// The offset in bytes of the character at this offset in code units; the end for one behind it.
pub(crate) fn byte(text: &str, units: u32) -> usize {
    let mut passed = 0;
    let found = text.char_indices().find(|(_, c)| {
        let here = passed >= units;
        passed += c.len_utf16() as u32;
        here
    });
    found.map_or(text.len(), |(at, _)| at)
}

/// The offset in code units of the character at this offset in bytes.
pub(crate) fn unit(text: &str, bytes: usize) -> usize {
    text[..bytes].encode_utf16().count()
}
