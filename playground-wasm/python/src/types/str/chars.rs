//! What CPython's tables say of characters, from Rust's and a few ranges of our own.

/// Zeros of the decimal digits outside ASCII: each is followed by its one to nine.
const ZEROS: &[u32] = &[
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50,
    0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// Characters that are digits but not decimal: superscripts, subscripts, those in circles.
const DIGITS: &[(u32, u32)] = &[
    (0xb2, 0xb3),
    (0xb9, 0xb9),
    (0x1369, 0x1371),
    (0x19da, 0x19da),
    (0x2070, 0x2070),
    (0x2074, 0x2079),
    (0x2080, 0x2089),
    (0x2460, 0x2468),
    (0x2474, 0x247c),
    (0x2488, 0x2490),
    (0x24ea, 0x24ea),
    (0x24f5, 0x24fd),
    (0x24ff, 0x24ff),
    (0x2776, 0x277e),
    (0x2780, 0x2788),
    (0x278a, 0x2792),
];

/// The value of a decimal digit of any script.
pub(crate) fn digit_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let code = c as u32;
    let block = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    Some(code - ZEROS[block]).filter(|value| *value < 10)
}

/// `str.isdigit` of one character.
pub(super) fn is_digit(c: char) -> bool {
    let code = c as u32;
    digit_value(c).is_some()
        || DIGITS
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&code))
}

/// `str.isspace` of one character: what `split` and `strip` go by.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// What `splitlines` splits at.
pub(super) fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// `str.isprintable` of one character: what `repr` shows as it is.
pub(crate) fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    // A string's debug form escapes what is not printable; from its second character on it lets combining
    // marks through.
    let mut buffer = [b'a', 0, 0, 0, 0];
    let len = c.encode_utf8(&mut buffer[1..]).len();
    std::str::from_utf8(&buffer[..=len]).is_ok_and(|text| text.escape_debug().nth(1) == Some(c))
}

/// The capital that a word in a title begins with.
pub(super) fn push_title(text: &mut String, c: char) {
    match c {
        'ǆ' | 'Ǆ' => text.push('ǅ'),
        'ǉ' | 'Ǉ' => text.push('ǈ'),
        'ǌ' | 'Ǌ' => text.push('ǋ'),
        'ǳ' | 'Ǳ' => text.push('ǲ'),
        _ => {
            let mut upper = c.to_uppercase();
            text.extend(upper.next());
            text.extend(upper.flat_map(char::to_lowercase));
        }
    }
}

/// What comparison without case sees of a character.
pub(super) fn push_folded(text: &mut String, c: char) {
    match c {
        'ı' => text.push(c),
        _ => text.extend(c.to_uppercase().flat_map(char::to_lowercase)),
    }
}

/// Whether a text can be a name.
pub(crate) fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars
        .next()
        .is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
        && chars.all(unicode_ident::is_xid_continue)
}
