//! Escapes that a string literal may not have.

use super::SyntaxError;
use super::scan::point;

/// What CPython says of a literal whose escapes cannot be decoded. It points behind the literal.
pub(super) fn explain(literal: &str, end: usize) -> Box<SyntaxError> {
    let quote = literal.find(['"', '\'']).unwrap_or(0);
    let (prefix, rest) = literal.split_at(quote);
    let width = super::fstring::quotes(rest);
    let body = rest
        .get(width..rest.len().saturating_sub(width))
        .unwrap_or_default();
    let message = if prefix.to_ascii_lowercase().contains('b') {
        bytes_problem(body)
    } else {
        text_problem(body)
    };
    match message {
        Some(message) => SyntaxError::at(point(end), message),
        None => SyntaxError::unsupported(
            point(end).cover_offset(ruff_text_size::TextSize::new((end - literal.len()) as u32)),
            "a character by its name, '\\N{...}',",
        ),
    }
}

fn bytes_problem(body: &str) -> Option<String> {
    let mut position = 0;
    let bytes = body.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'\\' {
            let digits = hex_digits(&bytes[(at + 2).min(bytes.len())..], 2);
            if bytes.get(at + 1) == Some(&b'x') && digits < 2 {
                return Some(format!(
                    "(value error) invalid \\x escape at position {position}"
                ));
            }
            at += 1;
            position += 1;
        }
        at += 1;
        position += 1;
    }
    None
}

/// The position counts as CPython does, which writes characters beyond ASCII as ten bytes first.
fn text_problem(body: &str) -> Option<String> {
    let chars: Vec<char> = body.chars().collect();
    let (mut at, mut position) = (0, 0);
    while at < chars.len() {
        if chars[at] != '\\' {
            position += if chars[at].is_ascii() { 1 } else { 10 };
            at += 1;
            continue;
        }
        let rest: String = chars[(at + 2).min(chars.len())..].iter().collect();
        let escape = chars.get(at + 1).copied().unwrap_or(' ');
        let needed = match escape {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            'N' => {
                let close = rest.strip_prefix('{').and_then(|name| name.find('}'));
                let Some(close) = close.filter(|length| *length > 0) else {
                    return Some(decode_error(
                        position,
                        position + 1,
                        "malformed \\N character escape",
                    ));
                };
                let name = &rest[1..=close];
                if !looks_like_a_name(name) {
                    let end = position + 3 + close;
                    return Some(decode_error(
                        position,
                        end,
                        "unknown Unicode character name",
                    ));
                }
                at += 2 + close + 2;
                position += 2 + close + 2;
                continue;
            }
            _ => 0,
        };
        let digits = hex_digits(rest.as_bytes(), needed);
        if digits < needed {
            let what = match escape {
                'x' => "truncated \\xXX escape",
                'u' => "truncated \\uXXXX escape",
                _ => "truncated \\UXXXXXXXX escape",
            };
            return Some(decode_error(position, position + 1 + digits, what));
        }
        if needed == 8 && u32::from_str_radix(&rest[..8], 16).is_ok_and(|code| code > 0x10_ffff) {
            return Some(decode_error(
                position,
                position + 9,
                "illegal Unicode character",
            ));
        }
        at += 2;
        position += 2;
    }
    None
}

fn decode_error(start: usize, end: usize, what: &str) -> String {
    format!(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {what}"
    )
}

fn hex_digits(bytes: &[u8], most: usize) -> usize {
    bytes
        .iter()
        .take(most)
        .take_while(|byte| byte.is_ascii_hexdigit())
        .count()
}

/// Names of characters are in capitals; what is not cannot be one.
fn looks_like_a_name(name: &str) -> bool {
    name.bytes().any(|byte| byte.is_ascii_uppercase())
}
