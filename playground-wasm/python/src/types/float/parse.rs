//! `float("…")`

use crate::types::str::{digit_value, is_space};

/// The float that a text denotes.
pub(crate) fn parse_float(text: &str) -> Option<f64> {
    let mut plain = String::with_capacity(text.len());
    let mut previous = ' ';
    let mut characters = text.trim_matches(is_space).chars().peekable();
    while let Some(c) = characters.next() {
        let c = match digit_value(c) {
            Some(digit) => char::from_digit(digit, 10)?,
            None => c,
        };
        if c == '_' {
            let digit_follows = characters
                .peek()
                .is_some_and(|next| digit_value(*next).is_some());
            if !previous.is_ascii_digit() || !digit_follows {
                return None;
            }
        } else {
            plain.push(c);
        }
        previous = c;
    }
    // Rust's grammar is Python's: digits, point and exponent, `inf`, `infinity` and `nan` in any case.
    plain.parse().ok()
}
