//! Stands in for the crate of this name, whose table of all Unicode names would be three quarters of the
//! module that readers load. Here no character has a name, so `"\N{...}"` is a syntax error of the
//! parser's, on the page and in the generator alike.

/// The character of this name: always none.
pub fn character(_name: &str) -> Option<char> {
    None
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_character_has_a_name() {
        assert_eq!(super::character("BULLET"), None);
    }
}
