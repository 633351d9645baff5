//! `float.hex` and `float.fromhex`

use num_bigint::BigInt;
use num_traits::{Num, One, Zero};

use crate::types::int;
use crate::types::str::is_space;

/// `0x1.8p+1`
pub(super) fn to_hex(float: f64) -> String {
    if let Some(text) = super::repr::special(float) {
        return text.to_string();
    }
    let sign = if float.is_sign_negative() { "-" } else { "" };
    if float == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = float.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let (whole, exponent) = match (bits >> 52 & 0x7ff) as i32 {
        0 => (0, -1022),
        biased => (1, biased - 1023),
    };
    format!("{sign}0x{whole}.{fraction:013x}p{exponent:+}")
}

/// Why a hexadecimal text is refused.
pub(super) enum HexError {
    /// It is none.
    Invalid,
    /// It is too large for a float.
    Overflow,
}

/// The float that a hexadecimal text denotes.
pub(super) fn from_hex(text: &str) -> Result<f64, HexError> {
    let text = text.trim_matches(is_space).to_ascii_lowercase();
    let (negative, text) = match text.strip_prefix(['+', '-']) {
        Some(rest) => (text.starts_with('-'), rest),
        None => (false, &*text),
    };
    let signed = |float: f64| if negative { -float } else { float };
    match text {
        "inf" | "infinity" => return Ok(signed(f64::INFINITY)),
        "nan" => return Ok(signed(f64::NAN)),
        _ => {}
    }
    let text = text.strip_prefix("0x").unwrap_or(text);
    let (mantissa, exponent) = match text.split_once('p') {
        Some((mantissa, exponent)) => (
            mantissa,
            exponent.parse::<i64>().map_err(|_| HexError::Invalid)?,
        ),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Err(HexError::Invalid);
    }
    let number = BigInt::from_str_radix(&digits, 16).map_err(|_| HexError::Invalid)?;
    let exponent = exponent - 4 * fraction.len() as i64;
    if number.is_zero() {
        return Ok(signed(0.0));
    }
    if exponent > 2000 {
        return Err(HexError::Overflow);
    }
    if exponent < -10_000 {
        return Ok(signed(0.0));
    }
    let one = BigInt::one();
    let ratio = if exponent >= 0 {
        int::big_ratio(&(number << exponent as u64), &one)
    } else {
        int::big_ratio(&number, &(one << exponent.unsigned_abs()))
    };
    ratio.map(signed).ok_or(HexError::Overflow)
}
