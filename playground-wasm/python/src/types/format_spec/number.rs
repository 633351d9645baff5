//! Formatting of `int` and `float`.

use super::{Spec, pad, parse, unknown_code};
use crate::types::float::repr::{digits, float_repr, positional, scientific, special};
use crate::types::int::{Integer, number_to_text, radix_text};
use crate::vm::{Result, Vm};

/// `format(int, spec)`; `name` is that of the value's type.
pub(crate) fn format_int(vm: &mut Vm, int: Integer, text: &str, name: &str) -> Result<String> {
    if text.is_empty() {
        return number_to_text(vm, int);
    }
    let spec = parse(vm, text, name, '>')?;
    let kind = spec.kind.unwrap_or('d');
    let (radix, prefix) = match kind {
        'd' | 'n' | 'c' => (10, ""),
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => {
            let float = crate::types::float::from_integer(vm, int)?;
            return format_float(vm, float, text);
        }
        other => return Err(unknown_code(vm, other, name)),
    };
    if spec.precision.is_some() {
        return Err(vm.value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        let text = "Negative zero coercion (z) not allowed in integer format specifier";
        return Err(vm.value_error(text));
    }
    if kind == 'c' {
        return character(vm, int, &spec);
    }
    let mut body = match radix {
        10 => number_to_text(vm, int)?.trim_start_matches('-').to_string(),
        radix => radix_text(int, radix),
    };
    if kind == 'X' {
        body.make_ascii_uppercase();
    }
    let prefix = if spec.alternate { prefix } else { "" };
    let group = if radix == 10 { 3 } else { 4 };
    assemble(vm, &spec, int.is_negative(), prefix, &body, "", group)
}

fn character(vm: &mut Vm, int: Integer, spec: &Spec) -> Result<String> {
    if spec.sign.is_some() {
        let text = "Sign not allowed with integer format specifier 'c'";
        return Err(vm.value_error(text));
    }
    if spec.alternate {
        let text = "Alternate form (#) not allowed with integer format specifier 'c'";
        return Err(vm.value_error(text));
    }
    let code = int.to_i64().and_then(|code| u32::try_from(code).ok());
    match code.and_then(char::from_u32) {
        Some(c) => pad(vm, spec, &c.to_string(), 0),
        None => {
            let class = vm.exceptions.overflow_error.clone();
            Err(vm.error(&class, "%c arg not in range(0x110000)"))
        }
    }
}

/// Puts sign, prefix, grouped digits and fraction together and fills up to the width.
fn assemble(
    vm: &mut Vm,
    spec: &Spec,
    negative: bool,
    prefix: &str,
    whole: &str,
    fraction: &str,
    group: usize,
) -> Result<String> {
    let sign = match (negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    };
    let lead = sign.len() + prefix.len();
    let whole = match spec.grouping {
        Some(separator) => {
            // Zeros that fill the width are grouped like digits.
            let filled = spec.fill == '0' && spec.align == '=';
            let least = if filled { spec.width } else { 0 };
            vm.reserve(least)?;
            grouped(
                whole,
                separator,
                group,
                least.saturating_sub(lead + fraction.len()),
            )
        }
        None => whole.to_string(),
    };
    pad(vm, spec, &format!("{sign}{prefix}{whole}{fraction}"), lead)
}

/// Digits in groups, with leading zeros up to at least `least` characters.
fn grouped(digits: &str, separator: char, group: usize, least: usize) -> String {
    let mut reversed = String::with_capacity(digits.len() * 4 / 3 + 1);
    let mut digits = digits.bytes().rev();
    let mut count = 0;
    loop {
        let digit = match digits.next() {
            Some(digit) => digit,
            // A separator never leads: behind it stands a digit even beyond the width.
            None if reversed.len() >= least => break,
            None => b'0',
        };
        if count > 0 && count % group == 0 {
            reversed.push(separator);
        }
        reversed.push(digit as char);
        count += 1;
    }
    reversed.chars().rev().collect()
}

/// No float has more digits than this behind its point; what is asked for beyond are zeros.
const ALL_DIGITS: usize = 1100;

/// How the digits of a float are laid out, apart from sign and width.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FloatStyle {
    /// `e`, `f`, `g`, `%` (or their capitals); `r` is `repr`'s.
    pub kind: char,
    /// Digits behind the point, or significant digits for `g`.
    pub precision: Option<usize>,
    /// Keeps the point and, for `g`, trailing zeros.
    pub alternate: bool,
    /// As `g` but always with a digit behind the point: a precision without a type.
    pub point: bool,
}

/// The magnitude of a float, without its sign.
pub(crate) fn float_text(float: f64, style: FloatStyle) -> String {
    let float = float.abs();
    let kind = style.kind.to_ascii_lowercase();
    let upper = style.kind.is_ascii_uppercase();
    let text = if let Some(text) = special(float) {
        text.to_string() + if kind == '%' { "%" } else { "" }
    } else {
        let wanted = style.precision.unwrap_or(6);
        let precision = wanted.min(ALL_DIGITS);
        let zeros = "0".repeat(wanted - precision);
        match kind {
            'f' | '%' => {
                let scaled = if kind == '%' { float * 100.0 } else { float };
                let dot = if style.alternate && precision == 0 {
                    "."
                } else {
                    ""
                };
                let percent = if kind == '%' { "%" } else { "" };
                format!("{scaled:.precision$}{zeros}{dot}{percent}")
            }
            'e' => {
                let (digits, exponent) = digits(float, Some(precision + 1));
                let digits = digits + &zeros;
                let text = scientific(&digits, exponent, 'e');
                if style.alternate && precision == 0 {
                    text.replacen('e', ".e", 1)
                } else {
                    text
                }
            }
            'r' => float_repr(float),
            _ => general(float, precision.max(1), style),
        }
    };
    if upper {
        text.to_ascii_uppercase()
    } else {
        text
    }
}

/// `g`: the shorter of the two layouts.
fn general(float: f64, precision: usize, style: FloatStyle) -> String {
    let (mut digits, exponent) = digits(float, Some(precision));
    let limit = precision as i32 - i32::from(style.point);
    if !style.alternate {
        let kept = digits.trim_end_matches('0').len().max(1);
        digits.truncate(kept);
    }
    if exponent < -4 || exponent >= limit {
        let text = scientific(&digits, exponent, 'e');
        let bare = style.alternate && digits.len() == 1;
        return if bare {
            text.replacen('e', ".e", 1)
        } else {
            text
        };
    }
    let text = positional(&digits, exponent);
    match text.contains('.') {
        true => text,
        false if style.point => text + ".0",
        false if style.alternate => text + ".",
        false => text,
    }
}

/// `format(float, spec)`
pub(crate) fn format_float(vm: &mut Vm, float: f64, text: &str) -> Result<String> {
    if text.is_empty() {
        return Ok(float_repr(float));
    }
    let spec = parse(vm, text, "float", '>')?;
    let kind = match (spec.kind, spec.precision) {
        (None, None) => 'r',
        (None, Some(_)) | (Some('n'), _) => 'g',
        (Some(kind @ ('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%')), _) => kind,
        (Some(other), _) => return Err(unknown_code(vm, other, "float")),
    };
    if let Some(precision) = spec.precision {
        vm.reserve(precision)?;
        if precision > i32::MAX as usize {
            return Err(vm.value_error("precision too big"));
        }
    }
    let style = FloatStyle {
        kind,
        precision: spec.precision,
        alternate: spec.alternate,
        point: spec.kind.is_none(),
    };
    let body = float_text(float, style);
    let is_zero = !body.bytes().any(|digit| matches!(digit, b'1'..=b'9'));
    let plain_zero = spec.no_negative_zero && is_zero && float.is_finite();
    let negative = float.is_sign_negative() && !float.is_nan() && !plain_zero;
    let end = body
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(body.len());
    let (whole, fraction) = if float.is_finite() {
        body.split_at(end)
    } else {
        ("", &*body)
    };
    if whole.is_empty() {
        let sign = match (negative, spec.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            _ => "",
        };
        return pad(vm, &spec, &format!("{sign}{fraction}"), sign.len());
    }
    assemble(vm, &spec, negative, "", whole, fraction, 3)
}
