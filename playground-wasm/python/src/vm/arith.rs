//! Arithmetic on the built-in numbers.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::number::Number;
use super::{Result, Vm};
use crate::code::BinaryOperator;
use crate::object::Value;
use crate::types::int;

impl Vm {
    /// A binary operator on built-in numbers, subclasses of them included; `None` where it is not defined for them.
    pub fn number_binary(
        &mut self,
        op: BinaryOperator,
        a: &Value,
        b: &Value,
    ) -> Result<Option<Value>> {
        use BinaryOperator::{And, Or, Xor};
        if let (Value::Bool(x), Value::Bool(y)) = (a, b)
            && matches!(op, And | Or | Xor)
        {
            return Ok(Some(Value::Bool(match op {
                And => x & y,
                Or => x | y,
                _ => x ^ y,
            })));
        }
        match (Number::of(a), Number::of(b)) {
            (Some(x), Some(y)) => self.numbers(op, x, y),
            _ => Ok(None),
        }
    }

    pub(crate) fn numbers(
        &mut self,
        op: BinaryOperator,
        x: Number,
        y: Number,
    ) -> Result<Option<Value>> {
        match (x, y) {
            (Number::Int(x), Number::Int(y)) => self.small_integers(op, x, y).map(Some),
            (x, y) if x.is_float() || y.is_float() => {
                let (Some(x), Some(y)) = (x.to_float(), y.to_float()) else {
                    let class = self.exceptions.overflow_error.clone();
                    return Err(self.error(&class, "int too large to convert to float"));
                };
                self.floats(op, x, y)
            }
            (x, y) => self.integers(op, &x.to_big(), &y.to_big()).map(Some),
        }
        .map(|answer| answer.filter(|answer| !answer.is_unbound()))
    }

    /// Integers that fit; `Unbound` where the operator is not one of integers.
    #[inline]
    fn small_integers(&mut self, op: BinaryOperator, x: i64, y: i64) -> Result {
        let small = match op {
            BinaryOperator::Add => x.checked_add(y),
            BinaryOperator::Sub => x.checked_sub(y),
            BinaryOperator::Mul => x.checked_mul(y),
            BinaryOperator::And => Some(x & y),
            BinaryOperator::Or => Some(x | y),
            BinaryOperator::Xor => Some(x ^ y),
            BinaryOperator::FloorDiv if y != 0 => floor_div(x, y),
            BinaryOperator::Mod if y != 0 => floor_mod(x, y),
            BinaryOperator::RShift if y >= 0 => Some(x >> y.min(63)),
            BinaryOperator::LShift if (0..63).contains(&y) => {
                let shifted = x << y;
                (shifted >> y == x).then_some(shifted)
            }
            BinaryOperator::Pow if (0..64).contains(&y) => x.checked_pow(y as u32),
            BinaryOperator::TrueDiv if y != 0 && exact(x) && exact(y) => {
                return Ok(Value::Float(x as f64 / y as f64));
            }
            _ => None,
        };
        match small {
            Some(value) => Ok(Value::Int(value)),
            None => self.integers(op, &x.into(), &y.into()),
        }
    }

    fn integers(&mut self, op: BinaryOperator, x: &BigInt, y: &BigInt) -> Result {
        self.charge(int::linear_cost(x.bits(), y.bits()))?;
        let result = match op {
            BinaryOperator::Add => x + y,
            BinaryOperator::Sub => x - y,
            BinaryOperator::Mul => {
                let bits = x.bits() + y.bits();
                self.reserve(bits as usize / 8)?;
                self.charge(int::product_cost(x.bits(), y.bits()))?;
                x * y
            }
            BinaryOperator::And => x & y,
            BinaryOperator::Or => x | y,
            BinaryOperator::Xor => x ^ y,
            BinaryOperator::TrueDiv => return self.true_division(x, y),
            BinaryOperator::FloorDiv | BinaryOperator::Mod => {
                if y.is_zero() {
                    let text = match op {
                        BinaryOperator::Mod => "integer modulo by zero",
                        _ => "integer division or modulo by zero",
                    };
                    return Err(self.error(&self.exceptions.zero_division_error.clone(), text));
                }
                self.charge(int::product_cost(x.bits(), y.bits()))?;
                match op {
                    BinaryOperator::Mod => x.mod_floor(y),
                    _ => x.div_floor(y),
                }
            }
            BinaryOperator::LShift | BinaryOperator::RShift => {
                if y.is_negative() {
                    return Err(self.value_error("negative shift count"));
                }
                return self.shift(op, x, y);
            }
            BinaryOperator::Pow => {
                if y.is_negative() {
                    let (Some(base), Some(exponent)) = (x.to_f64(), y.to_f64()) else {
                        return Ok(Value::Float(0.0));
                    };
                    return self.float_power(base, exponent);
                }
                return self.integer_power(x, y);
            }
            BinaryOperator::MatMul => return Ok(Value::Unbound),
        };
        Ok(self.int(result))
    }

    fn shift(&mut self, op: BinaryOperator, x: &BigInt, y: &BigInt) -> Result {
        if x.is_zero() {
            return Ok(Value::Int(0));
        }
        let Some(count) = y.to_usize() else {
            return match op {
                BinaryOperator::RShift if x.is_negative() => Ok(Value::Int(-1)),
                BinaryOperator::RShift => Ok(Value::Int(0)),
                _ => {
                    let class = self.exceptions.overflow_error.clone();
                    Err(self.error(&class, "too many digits in integer"))
                }
            };
        };
        if op == BinaryOperator::RShift {
            return Ok(self.int(x >> count));
        }
        self.reserve(count / 8)?;
        Ok(self.int(x << count))
    }

    fn integer_power(&mut self, x: &BigInt, y: &BigInt) -> Result {
        if x.is_zero() || *x == BigInt::from(1) {
            let one = y.is_zero() || !x.is_zero();
            return Ok(Value::Int(i64::from(one)));
        }
        if *x == BigInt::from(-1) {
            return Ok(Value::Int(if y.is_even() { 1 } else { -1 }));
        }
        let bits = y.to_u64().and_then(|y| y.checked_mul(x.bits()));
        let Some(bits) = bits.filter(|bits| *bits < 1 << 40) else {
            return Err(self.out_of_memory());
        };
        self.reserve(bits as usize / 8)?;
        self.charge(int::product_cost(bits, bits))?;
        let power = num_traits::pow::Pow::pow(x, y.to_u64().unwrap_or(0));
        Ok(self.int(power))
    }

    /// The float nearest to the quotient of two integers.
    fn true_division(&mut self, x: &BigInt, y: &BigInt) -> Result {
        if y.is_zero() {
            let class = self.exceptions.zero_division_error.clone();
            return Err(self.error(&class, "division by zero"));
        }
        let negative = x.is_negative() != y.is_negative();
        let (x, y) = (x.magnitude(), y.magnitude());
        // A quotient of at least 66 bits: enough for rounding, with what is lost noted in the last bit.
        let shift = 66 + y.bits() as i64 - x.bits() as i64;
        let (dividend, divisor) = if shift >= 0 {
            (x << shift, y.clone())
        } else {
            (x.clone(), y << -shift)
        };
        let (mut quotient, rest) = dividend.div_rem(&divisor);
        if !rest.is_zero() {
            quotient |= num_bigint::BigUint::from(1u8);
        }
        let (quotient, shift) = reduce_to_subnormal(quotient, shift);
        let mantissa = quotient.to_f64().unwrap_or(f64::INFINITY);
        let result = scale(mantissa, -shift);
        if result.is_infinite() {
            let class = self.exceptions.overflow_error.clone();
            return Err(self.error(&class, "integer division result too large for a float"));
        }
        Ok(Value::Float(if negative { -result } else { result }))
    }

    fn floats(&mut self, op: BinaryOperator, x: f64, y: f64) -> Result<Option<Value>> {
        let zero = match op {
            BinaryOperator::TrueDiv => "float division by zero",
            BinaryOperator::FloorDiv => "float floor division by zero",
            BinaryOperator::Mod => "float modulo",
            _ => "",
        };
        if y == 0.0 && !zero.is_empty() {
            return Err(self.error(&self.exceptions.zero_division_error.clone(), zero));
        }
        let result = match op {
            BinaryOperator::Add => x + y,
            BinaryOperator::Sub => x - y,
            BinaryOperator::Mul => x * y,
            BinaryOperator::TrueDiv => x / y,
            BinaryOperator::FloorDiv => float_divmod(x, y).0,
            BinaryOperator::Mod => float_divmod(x, y).1,
            BinaryOperator::Pow => return self.float_power(x, y).map(Some),
            _ => return Ok(None),
        };
        Ok(Some(Value::Float(result)))
    }

    fn float_power(&mut self, x: f64, y: f64) -> Result {
        if x == 0.0 && y < 0.0 {
            let class = self.exceptions.zero_division_error.clone();
            return Err(self.error(&class, "0.0 cannot be raised to a negative power"));
        }
        if x < 0.0 && x.is_finite() && y.is_finite() && y.fract() != 0.0 {
            return Err(self.unsupported("a complex number"));
        }
        let result = x.powf(y);
        if result.is_infinite() && x.is_finite() && y.is_finite() {
            let arguments = [Value::Int(34), Value::str("Numerical result out of range")];
            return Err(self.raise(&self.exceptions.overflow_error.clone(), &arguments));
        }
        Ok(Value::Float(result))
    }

    /// `-x`, `+x`, `~x` of the built-in numbers.
    pub fn number_unary(&mut self, op: char, value: &Value) -> Option<Value> {
        let number = Number::of(value)?;
        Some(match (op, number) {
            ('+', Number::Int(value)) => Value::Int(value),
            ('+', Number::Big(value)) => self.int(value.clone()),
            ('+', Number::Float(value)) => Value::Float(value),
            ('-', Number::Int(value)) => match value.checked_neg() {
                Some(value) => Value::Int(value),
                None => self.int(-BigInt::from(value)),
            },
            ('-', Number::Big(value)) => self.int(-value),
            ('-', Number::Float(value)) => Value::Float(-value),
            ('~', Number::Int(value)) => Value::Int(!value),
            ('~', Number::Big(value)) => self.int(!value.clone()),
            _ => return None,
        })
    }
}

/// Whether a float holds the integer exactly.
fn exact(value: i64) -> bool {
    value.unsigned_abs() <= 1 << 53
}

fn floor_div(x: i64, y: i64) -> Option<i64> {
    let quotient = x.checked_div(y)?;
    Some(if x % y != 0 && (x < 0) != (y < 0) {
        quotient - 1
    } else {
        quotient
    })
}

fn floor_mod(x: i64, y: i64) -> Option<i64> {
    let rest = x.checked_rem(y)?;
    Some(if rest != 0 && (rest < 0) != (y < 0) {
        rest + y
    } else {
        rest
    })
}

/// `divmod` of floats as CPython computes it.
pub fn float_divmod(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest != 0.0 {
        if (y < 0.0) != (rest < 0.0) {
            rest += y;
            quotient -= 1.0;
        }
    } else {
        rest = 0.0_f64.copysign(y);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        }
    } else {
        0.0_f64.copysign(x / y)
    };
    (floor, rest)
}

/// A quotient below the normal range keeps only the bits that a subnormal float has, so that it is rounded once.
fn reduce_to_subnormal(quotient: num_bigint::BigUint, shift: i64) -> (num_bigint::BigUint, i64) {
    let exponent = quotient.bits() as i64 - shift;
    let lost = -1021 - exponent;
    if lost <= 0 {
        return (quotient, shift);
    }
    // 53 - lost bits are left: a rounding to nearest, ties to even, by hand.
    let keep = 53 - lost;
    let drop = quotient.bits() as i64 - keep;
    if keep < 0 {
        return (num_bigint::BigUint::ZERO, 0);
    }
    let high = &quotient >> drop;
    let low = &quotient - (&high << drop);
    let half = num_bigint::BigUint::from(1u8) << (drop - 1);
    let up = low > half || (low == half && high.bit(0));
    let rounded = if up { high + 1u8 } else { high };
    (rounded, shift - drop)
}

/// `value * 2**exponent`, in steps that neither overflow nor underflow early.
fn scale(mut value: f64, mut exponent: i64) -> f64 {
    while exponent > 1000 {
        value *= 2f64.powi(1000);
        exponent -= 1000;
        if value.is_infinite() {
            return value;
        }
    }
    while exponent < -1000 {
        value *= 2f64.powi(-1000);
        exponent += 1000;
        if value == 0.0 {
            return value;
        }
    }
    value * 2f64.powi(exponent as i32)
}

/// The integer that a float without a fraction stands for.
pub(crate) fn float_to_big(value: f64) -> Option<BigInt> {
    num_traits::FromPrimitive::from_f64(value)
}

/// How a float and an integer compare.
pub(crate) fn compare_mixed(float: f64, integer: &BigInt) -> Option<std::cmp::Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 {
            std::cmp::Ordering::Greater
        } else {
            std::cmp::Ordering::Less
        });
    }
    let whole = float_to_big(float.trunc())?;
    let order = whole.cmp(integer);
    Some(order.then_with(|| {
        let fraction = float.fract();
        fraction
            .partial_cmp(&0.0)
            .unwrap_or(std::cmp::Ordering::Equal)
    }))
}
