//! The operators of `int`.

use num_bigint::{BigInt, Sign};
use num_integer::Integer as _;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::{Integer, integer, this};
use crate::code::CompareOperator;
use crate::object::Value;
use crate::vm::{Args, Raised, Result, Vm};

/// Results above so many bits are refused: CPython would run for hours on them.
const MAX_BITS: u64 = 1 << 27;

/// Both operands, or `NotImplemented` if one is no int.
macro_rules! operands {
    ($args:expr) => {
        match (integer($args.this()), integer($args.at(1))) {
            (Some(a), Some(b)) => (a, b),
            _ => return Ok(Value::NotImplemented),
        }
    };
    (reflected $args:expr) => {
        match (integer($args.at(1)), integer($args.this())) {
            (Some(a), Some(b)) => (a, b),
            _ => return Ok(Value::NotImplemented),
        }
    };
}

/// The functions of an operator and of its reflected form.
macro_rules! operator {
    ($name:ident, $reflected:ident, $apply:path) => {
        pub(super) fn $name(vm: &mut Vm, args: &Args) -> Result {
            let (a, b) = operands!(args);
            $apply(vm, a, b)
        }
        pub(super) fn $reflected(vm: &mut Vm, args: &Args) -> Result {
            let (a, b) = operands!(reflected args);
            $apply(vm, a, b)
        }
    };
}

operator!(add, radd, sum);
operator!(sub, rsub, difference);
operator!(mul, rmul, product);
operator!(floordiv, rfloordiv, floor_divide);
operator!(modulus, rmod, modulo);
operator!(truediv, rtruediv, true_divide);
operator!(divmod, rdivmod, divide);
operator!(lshift, rlshift, shift_left);
operator!(rshift, rrshift, shift_right);
operator!(and, rand, bit_and);
operator!(or, ror, bit_or);
operator!(xor, rxor, bit_xor);

fn bits(int: Integer) -> u64 {
    match int {
        Integer::Small(int) => u64::from(64 - int.unsigned_abs().leading_zeros()),
        Integer::Big(big) => big.bits(),
    }
}

/// The steps of an operation whose time grows with the product of the operands' lengths.
pub(crate) fn product_cost(a: u64, b: u64) -> u64 {
    (a / 64).saturating_mul(b / 64) / 64 + linear_cost(a, b)
}

/// The steps of an operation whose time grows with the operands' lengths.
pub(crate) fn linear_cost(a: u64, b: u64) -> u64 {
    a.saturating_add(b) / 64 / 32
}

fn pay(vm: &mut Vm, a: Integer, b: Integer) -> Result<()> {
    match product_cost(bits(a), bits(b)) {
        0 => Ok(()),
        steps => vm.charge(steps),
    }
}

fn pay_linear(vm: &mut Vm, a: Integer, b: Integer) -> Result<()> {
    match linear_cost(bits(a), bits(b)) {
        0 => Ok(()),
        steps => vm.charge(steps),
    }
}

fn sum(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    if let (Integer::Small(a), Integer::Small(b)) = (a, b)
        && let Some(sum) = a.checked_add(b)
    {
        return Ok(Value::Int(sum));
    }
    pay_linear(vm, a, b)?;
    Ok(vm.int(a.to_big().as_ref() + b.to_big().as_ref()))
}

fn difference(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    if let (Integer::Small(a), Integer::Small(b)) = (a, b)
        && let Some(difference) = a.checked_sub(b)
    {
        return Ok(Value::Int(difference));
    }
    pay_linear(vm, a, b)?;
    Ok(vm.int(a.to_big().as_ref() - b.to_big().as_ref()))
}

fn product(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    if let (Integer::Small(a), Integer::Small(b)) = (a, b)
        && let Some(product) = a.checked_mul(b)
    {
        return Ok(Value::Int(product));
    }
    pay(vm, a, b)?;
    vm.reserve(((bits(a) + bits(b)) / 8) as usize)?;
    Ok(vm.int(a.to_big().as_ref() * b.to_big().as_ref()))
}

fn zero_division(vm: &mut Vm, message: &str) -> Raised {
    let class = vm.exceptions.zero_division_error.clone();
    vm.error(&class, message)
}

/// `a // b`
pub(crate) fn floor_divide(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    if b.is_zero() {
        return Err(zero_division(vm, "integer division or modulo by zero"));
    }
    if let (Integer::Small(a), Integer::Small(b)) = (a, b)
        && b != -1
    {
        return Ok(Value::Int(num_integer::Integer::div_floor(&a, &b)));
    }
    pay(vm, a, b)?;
    Ok(vm.int(a.to_big().div_floor(&b.to_big())))
}

/// `a % b`
pub(crate) fn modulo(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    if b.is_zero() {
        return Err(zero_division(vm, "integer modulo by zero"));
    }
    if let (Integer::Small(a), Integer::Small(b)) = (a, b) {
        return Ok(Value::Int(if b == -1 { 0 } else { a.mod_floor(&b) }));
    }
    pay(vm, a, b)?;
    Ok(vm.int(a.to_big().mod_floor(&b.to_big())))
}

/// `divmod(a, b)`
pub(crate) fn divide(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    let (quotient, rest) = (floor_divide(vm, a, b)?, modulo(vm, a, b)?);
    Ok(vm.tuple(vec![quotient, rest]))
}

/// `a / b`, correctly rounded.
pub(crate) fn true_divide(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    if b.is_zero() {
        return Err(zero_division(vm, "division by zero"));
    }
    const EXACT: u64 = 53;
    if bits(a) <= EXACT && bits(b) <= EXACT {
        return Ok(Value::Float(a.to_f64() / b.to_f64()));
    }
    pay(vm, a, b)?;
    let (a, b) = (a.to_big(), b.to_big());
    match big_ratio(&a, &b) {
        Some(ratio) => Ok(Value::Float(ratio)),
        None => {
            let class = vm.exceptions.overflow_error.clone();
            Err(vm.error(&class, "integer division result too large for a float"))
        }
    }
}

/// The float nearest to a fraction; `None` if it is too large for one.
pub(crate) fn big_ratio(a: &BigInt, b: &BigInt) -> Option<f64> {
    if a.is_zero() {
        return Some(0.0);
    }
    let negative = a.is_negative() != b.is_negative();
    let (a, b) = (a.magnitude(), b.magnitude());
    // A quotient of at least 66 bits, its lowest made 1 if there is a rest ("sticky"): rounding it once to
    // the 53 bits of a float (or fewer, if it is subnormal) is rounding the fraction itself.
    let shift = 66 - (a.bits() as i64 - b.bits() as i64);
    let (quotient, rest) = if shift >= 0 {
        (a << shift as u64).div_rem(b)
    } else {
        a.div_rem(&(b << (-shift) as u64))
    };
    let mut quotient = quotient;
    // The smallest float is 2**-1074: bits below it must be cut before the one rounding.
    let exponent = -shift;
    let keep = (quotient.bits() as i64 + exponent + 1074).clamp(0, 53);
    let cut = quotient.bits() as i64 - keep;
    let sticky = !rest.is_zero();
    if cut > 0 {
        let half = num_bigint::BigUint::one() << (cut - 1) as u64;
        let low = &quotient & ((num_bigint::BigUint::one() << cut as u64) - 1u32);
        quotient >>= cut as u64;
        if low > half || (low == half && (sticky || quotient.is_odd())) {
            quotient += 1u32;
        }
    }
    let exponent = exponent + cut.max(0);
    let mut value = quotient.to_f64()?;
    let mut exponent = exponent;
    while exponent > 0 {
        let step = exponent.min(1000);
        value *= 2f64.powi(step as i32);
        exponent -= step;
    }
    while exponent < 0 {
        let step = (-exponent).min(1000);
        value *= 2f64.powi(-step as i32);
        exponent += step;
    }
    if value.is_infinite() {
        return None;
    }
    Some(if negative { -value } else { value })
}

fn shift_left(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    if b.is_negative() {
        return Err(vm.value_error("negative shift count"));
    }
    if a.is_zero() {
        return Ok(Value::Int(0));
    }
    let Some(count) = b.to_i64().filter(|count| (*count as u64) < MAX_BITS) else {
        let class = vm.exceptions.overflow_error.clone();
        return Err(vm.error(&class, "too many digits in integer"));
    };
    if let Integer::Small(a) = a
        && count < 63
        && let Some(shifted) = a.checked_mul(1 << count)
    {
        return Ok(Value::Int(shifted));
    }
    vm.reserve(count as usize / 8)?;
    Ok(vm.int(a.to_big().as_ref() << count as u64))
}

fn shift_right(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    if b.is_negative() {
        return Err(vm.value_error("negative shift count"));
    }
    let count = b.to_i64().unwrap_or(i64::MAX);
    if let Integer::Small(a) = a {
        return Ok(Value::Int(a >> count.min(63)));
    }
    pay_linear(vm, a, a)?;
    Ok(vm.int(a.to_big().as_ref() >> count as u64))
}

fn bit_and(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    match (a, b) {
        (Integer::Small(a), Integer::Small(b)) => Ok(Value::Int(a & b)),
        _ => {
            pay_linear(vm, a, b)?;
            Ok(vm.int(a.to_big().as_ref() & b.to_big().as_ref()))
        }
    }
}

fn bit_or(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    match (a, b) {
        (Integer::Small(a), Integer::Small(b)) => Ok(Value::Int(a | b)),
        _ => {
            pay_linear(vm, a, b)?;
            Ok(vm.int(a.to_big().as_ref() | b.to_big().as_ref()))
        }
    }
}

fn bit_xor(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    match (a, b) {
        (Integer::Small(a), Integer::Small(b)) => Ok(Value::Int(a ^ b)),
        _ => {
            pay_linear(vm, a, b)?;
            Ok(vm.int(a.to_big().as_ref() ^ b.to_big().as_ref()))
        }
    }
}

pub(super) fn pow(vm: &mut Vm, args: &Args) -> Result {
    let (a, b) = operands!(args);
    match args.at(2) {
        Value::Unbound | Value::None => power(vm, a, b),
        modulus => match integer(modulus) {
            Some(modulus) => power_modulo(vm, a, b, modulus),
            None => Ok(Value::NotImplemented),
        },
    }
}

pub(super) fn rpow(vm: &mut Vm, args: &Args) -> Result {
    let (a, b) = operands!(reflected args);
    power(vm, a, b)
}

/// `a ** b`
pub(crate) fn power(vm: &mut Vm, a: Integer, b: Integer) -> Result {
    if b.is_negative() {
        return crate::types::float::power(vm, a.to_f64(), b.to_f64());
    }
    if let (Integer::Small(a), Some(b)) = (a, b.to_i64()) {
        match a {
            0 | 1 => return Ok(Value::Int(if b == 0 { 1 } else { a })),
            -1 => return Ok(Value::Int(if b % 2 == 0 { 1 } else { -1 })),
            _ => {}
        }
        if let Ok(exponent) = u32::try_from(b)
            && let Some(power) = a.checked_pow(exponent)
        {
            return Ok(Value::Int(power));
        }
    }
    let size = b.to_i64().and_then(|b| bits(a).checked_mul(b as u64));
    let Some(size) = size.filter(|size| *size < MAX_BITS) else {
        vm.reserve(usize::MAX / 2)?;
        return Err(crate::types::sequence::memory_error(vm));
    };
    vm.charge(product_cost(size, size))?;
    vm.reserve(size as usize / 8)?;
    let exponent = b.to_i64().unwrap_or(0) as u64;
    Ok(vm.int(a.to_big().as_ref().pow(exponent as u32)))
}

fn power_modulo(vm: &mut Vm, a: Integer, b: Integer, modulus: Integer) -> Result {
    if modulus.is_zero() {
        return Err(vm.value_error("pow() 3rd argument cannot be 0"));
    }
    let words = bits(modulus) / 64 + 1;
    vm.charge(bits(b).saturating_mul(words * words) / 64)?;
    let (a, b, modulus) = (a.to_big(), b.to_big(), modulus.to_big());
    let (base, exponent) = if b.is_negative() {
        let gcd = a.extended_gcd(&modulus);
        if !gcd.gcd.abs().is_one() {
            return Err(vm.value_error("base is not invertible for the given modulus"));
        }
        let inverse = gcd.x * gcd.gcd;
        (inverse.mod_floor(&modulus), -b.into_owned())
    } else {
        (a.into_owned(), b.into_owned())
    };
    let power = base.modpow(&exponent, &modulus);
    Ok(vm.int(power))
}

pub(super) fn neg(vm: &mut Vm, args: &Args) -> Result {
    match this(vm, args, "__neg__")? {
        Integer::Small(int) if int != i64::MIN => Ok(Value::Int(-int)),
        int => Ok(vm.int(-int.to_big().into_owned())),
    }
}

pub(super) fn abs(vm: &mut Vm, args: &Args) -> Result {
    match this(vm, args, "__abs__")? {
        Integer::Small(int) if int != i64::MIN => Ok(Value::Int(int.abs())),
        int => Ok(vm.int(int.to_big().abs())),
    }
}

pub(super) fn invert(vm: &mut Vm, args: &Args) -> Result {
    match this(vm, args, "__invert__")? {
        Integer::Small(int) => Ok(Value::Int(!int)),
        int => Ok(vm.int(!int.to_big().into_owned())),
    }
}

pub(super) fn eq(vm: &mut Vm, args: &Args) -> Result {
    let (a, b) = operands!(args);
    pay_linear(vm, a, b)?;
    Ok(Value::Bool(a.order(b).is_eq()))
}

pub(super) fn compare(vm: &mut Vm, args: &Args, op: CompareOperator) -> Result {
    let (a, b) = operands!(args);
    pay_linear(vm, a, b)?;
    Ok(Value::Bool(holds(op, a.order(b))))
}

/// Whether an ordering comparison holds for an order.
pub(crate) fn holds(op: CompareOperator, order: std::cmp::Ordering) -> bool {
    match op {
        CompareOperator::Lt => order.is_lt(),
        CompareOperator::Le => order.is_le(),
        CompareOperator::Gt => order.is_gt(),
        CompareOperator::Ge => order.is_ge(),
        CompareOperator::Ne => order.is_ne(),
        _ => order.is_eq(),
    }
}

/// The number of bits of a number's magnitude, and how many are set.
pub(super) fn bit_counts(int: Integer) -> (u64, u64) {
    match int {
        Integer::Small(int) => (
            bits(Integer::Small(int)),
            u64::from(int.unsigned_abs().count_ones()),
        ),
        Integer::Big(big) => {
            let ones: u32 = big.magnitude().iter_u64_digits().map(u64::count_ones).sum();
            debug_assert!(big.sign() != Sign::NoSign || ones == 0);
            (big.bits(), u64::from(ones))
        }
    }
}
