//! The shortest text that reads back as the same float, as CPython writes it.

/// The digits of a float and its decimal exponent: `d.ddd * 10**exponent`. With `digits`, rounded (halves of
/// the exact value to even) to that many; without, the fewest that tell it from its neighbours.
pub(crate) fn digits(float: f64, digits: Option<usize>) -> (String, i32) {
    let text = match digits {
        Some(digits) => format!("{:.*e}", digits.max(1) - 1, float.abs()),
        None => format!("{:e}", float.abs()),
    };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    (mantissa.replace('.', ""), exponent.parse().unwrap_or(0))
}

/// `nan`, `inf`, `-inf`
pub(crate) fn special(float: f64) -> Option<&'static str> {
    if float.is_nan() {
        Some("nan")
    } else if float.is_infinite() {
        Some(if float > 0.0 { "inf" } else { "-inf" })
    } else {
        None
    }
}

/// `repr(float)`
pub(crate) fn float_repr(float: f64) -> String {
    if let Some(text) = special(float) {
        return text.to_string();
    }
    let (digits, exponent) = digits(float, None);
    let sign = if float.is_sign_negative() { "-" } else { "" };
    if (-4..16).contains(&exponent) {
        let text = positional(&digits, exponent);
        let dot = if text.contains('.') { "" } else { ".0" };
        format!("{sign}{text}{dot}")
    } else {
        format!("{sign}{}", scientific(&digits, exponent, 'e'))
    }
}

/// Digits with the decimal point in its place: `0.0012`, `120`, `1.2`.
pub(crate) fn positional(digits: &str, exponent: i32) -> String {
    let point = exponent + 1;
    if point <= 0 {
        return format!("0.{}{digits}", "0".repeat(-point as usize));
    }
    let point = point as usize;
    if digits.len() <= point {
        return format!("{digits}{}", "0".repeat(point - digits.len()));
    }
    format!("{}.{}", &digits[..point], &digits[point..])
}

/// `1.2e+20`
pub(crate) fn scientific(digits: &str, exponent: i32, letter: char) -> String {
    let (first, rest) = digits.split_at(1);
    let dot = if rest.is_empty() { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{dot}{rest}{letter}{sign}{:02}", exponent.abs())
}
