//! `int("…", base)`

use num_bigint::BigInt;
use num_traits::Num;

use crate::object::Value;
use crate::types::str::{digit_value, is_space, repr::repr_of};
use crate::vm::{Result, Vm};

/// Longer numbers are refused, as CPython refuses them, since the conversion takes quadratic time.
pub(crate) const MAX_DIGITS: usize = 4300;

/// The number that a text denotes in a base (0: as the literal says).
pub(crate) fn parse_int(vm: &mut Vm, text: &str, base: i64) -> Result {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    match digits(text, base as u32) {
        Some((negative, digits, radix)) => {
            if !radix.is_power_of_two() && digits.len() > MAX_DIGITS {
                return Err(vm.value_error(format!(
                    "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} \
                     digits; use sys.set_int_max_str_digits() to increase the limit",
                    digits.len()
                )));
            }
            vm.charge(digits.len() as u64 / 8)?;
            let sign = if negative { "-" } else { "" };
            if let Ok(int) = i64::from_str_radix(&format!("{sign}{digits}"), radix) {
                return Ok(Value::Int(int));
            }
            let big = BigInt::from_str_radix(&digits, radix).unwrap_or_default();
            Ok(vm.int(if negative { -big } else { big }))
        }
        None => {
            let shown = repr_of(text);
            Err(vm.value_error(format!(
                "invalid literal for int() with base {base}: {shown}"
            )))
        }
    }
}

/// Sign, digits (ASCII, without underscores) and radix of a literal.
fn digits(text: &str, base: u32) -> Option<(bool, String, u32)> {
    let text = text.trim_matches(is_space);
    let (negative, text) = match text.strip_prefix(['+', '-']) {
        Some(rest) => (text.starts_with('-'), rest),
        None => (false, text),
    };
    let prefixed = |letter: char| {
        let rest = text
            .strip_prefix('0')?
            .strip_prefix([letter, letter.to_ascii_uppercase()])?;
        Some(rest.strip_prefix('_').unwrap_or(rest))
    };
    let (text, radix) = match base {
        16 => (prefixed('x').unwrap_or(text), 16),
        8 => (prefixed('o').unwrap_or(text), 8),
        2 => (prefixed('b').unwrap_or(text), 2),
        0 => match [('x', 16), ('o', 8), ('b', 2)]
            .iter()
            .find_map(|(letter, radix)| Some((prefixed(*letter)?, *radix)))
        {
            Some(found) => found,
            None if text.starts_with('0') && !text.trim_matches(['0', '_']).is_empty() => {
                return None;
            }
            None => (text, 10),
        },
        base => (text, base),
    };
    let mut digits = String::with_capacity(text.len());
    let mut after_digit = false;
    for c in text.chars() {
        if c == '_' {
            if !after_digit {
                return None;
            }
            after_digit = false;
            continue;
        }
        let value = digit_value(c).or_else(|| c.is_ascii().then(|| c.to_digit(36)).flatten())?;
        digits.push(char::from_digit(value, 36).filter(|_| value < radix)?);
        after_digit = true;
    }
    after_digit.then_some((negative, digits, radix))
}
