//! Stands in for the crate of this name, whose tables would be a third of the module that readers load.
//!
//! The parser asks it for one thing: the NFKC form of identifiers outside ASCII. Here that form is the text
//! itself, so `ﬁ` and `fi` are two names where CPython has one. The patch holds for the whole workspace, so
//! it must not come to serve anybody else: the trait has no other method, and another user of the original
//! would not compile.

use std::str::Chars;

/// The forms of a text: of the original's methods, the one that the parser calls.
pub trait UnicodeNormalization<I: Iterator<Item = char>> {
    /// The text, character by character, unchanged.
    fn nfkc(self) -> I;
}

impl<'a> UnicodeNormalization<Chars<'a>> for &'a str {
    fn nfkc(self) -> Chars<'a> {
        self.chars()
    }
}

#[cfg(test)]
mod tests {
    use super::UnicodeNormalization;

    #[test]
    fn text_stays_as_it_is() {
        assert_eq!("\u{fb01}é".nfkc().collect::<String>(), "\u{fb01}é");
    }
}
