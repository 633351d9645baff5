//! `repr(str)` and `ascii()`.

use std::fmt::Write;

use super::chars::is_printable;

/// `repr(text)`
pub(crate) fn repr_of(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut repr = String::with_capacity(text.len() + 2);
    repr.push(quote);
    for c in text.chars() {
        match c {
            '\\' => repr.push_str("\\\\"),
            '\n' => repr.push_str("\\n"),
            '\r' => repr.push_str("\\r"),
            '\t' => repr.push_str("\\t"),
            c if c == quote => {
                repr.push('\\');
                repr.push(c);
            }
            c if is_printable(c) => repr.push(c),
            c => push_escape(&mut repr, c),
        }
    }
    repr.push(quote);
    repr
}

/// What `ascii()` makes of a repr.
pub(crate) fn ascii_of(repr: &str) -> String {
    let mut text = String::with_capacity(repr.len());
    for c in repr.chars() {
        if c.is_ascii() {
            text.push(c);
        } else {
            push_escape(&mut text, c);
        }
    }
    text
}

fn push_escape(text: &mut String, c: char) {
    let code = c as u32;
    let _ = match code {
        0..=0xff => write!(text, "\\x{code:02x}"),
        0x100..=0xffff => write!(text, "\\u{code:04x}"),
        _ => write!(text, "\\U{code:08x}"),
    };
}
