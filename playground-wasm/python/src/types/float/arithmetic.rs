//! The operators of `float`.

use std::cmp::Ordering;

use super::{float_of, operand};
use crate::code::CompareOperator;
use crate::object::Value;
use crate::types::int::{holds, integer};
use crate::vm::{Args, Raised, Result, Vm};

/// The functions of an operator and of its reflected form.
macro_rules! operator {
    ($name:ident, $reflected:ident, $apply:path) => {
        pub(super) fn $name(vm: &mut Vm, args: &Args) -> Result {
            binary(vm, args.this(), args.at(1), $apply)
        }
        pub(super) fn $reflected(vm: &mut Vm, args: &Args) -> Result {
            binary(vm, args.at(1), args.this(), $apply)
        }
    };
}

operator!(add, radd, sum);
operator!(sub, rsub, difference);
operator!(mul, rmul, product);
operator!(truediv, rtruediv, quotient);
operator!(floordiv, rfloordiv, floor_quotient);
operator!(modulus, rmod, modulo);
operator!(divmod, rdivmod, divide);

fn binary(vm: &mut Vm, a: &Value, b: &Value, apply: fn(&mut Vm, f64, f64) -> Result) -> Result {
    match (operand(vm, a)?, operand(vm, b)?) {
        (Some(a), Some(b)) => apply(vm, a, b),
        _ => Ok(Value::NotImplemented),
    }
}

fn zero_division(vm: &mut Vm, message: &str) -> Raised {
    let class = vm.exceptions.zero_division_error.clone();
    vm.error(&class, message)
}

fn sum(_vm: &mut Vm, a: f64, b: f64) -> Result {
    Ok(Value::Float(a + b))
}

fn difference(_vm: &mut Vm, a: f64, b: f64) -> Result {
    Ok(Value::Float(a - b))
}

fn product(_vm: &mut Vm, a: f64, b: f64) -> Result {
    Ok(Value::Float(a * b))
}

fn quotient(vm: &mut Vm, a: f64, b: f64) -> Result {
    if b == 0.0 {
        return Err(zero_division(vm, "float division by zero"));
    }
    Ok(Value::Float(a / b))
}

/// Floored quotient and the rest that has the divisor's sign, rounded as CPython rounds them.
fn floor_divide(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    (
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        },
        rest,
    )
}

fn floor_quotient(vm: &mut Vm, a: f64, b: f64) -> Result {
    if b == 0.0 {
        return Err(zero_division(vm, "float floor division by zero"));
    }
    Ok(Value::Float(floor_divide(a, b).0))
}

fn modulo(vm: &mut Vm, a: f64, b: f64) -> Result {
    if b == 0.0 {
        return Err(zero_division(vm, "float modulo"));
    }
    Ok(Value::Float(floor_divide(a, b).1))
}

fn divide(vm: &mut Vm, a: f64, b: f64) -> Result {
    if b == 0.0 {
        return Err(zero_division(vm, "float divmod()"));
    }
    let (quotient, rest) = floor_divide(a, b);
    Ok(vm.tuple(vec![Value::Float(quotient), Value::Float(rest)]))
}

pub(super) fn pow(vm: &mut Vm, args: &Args) -> Result {
    if !matches!(args.at(2), Value::Unbound | Value::None) {
        return Err(
            vm.type_error("pow() 3rd argument not allowed unless all arguments are integers")
        );
    }
    binary(vm, args.this(), args.at(1), power)
}

pub(super) fn rpow(vm: &mut Vm, args: &Args) -> Result {
    binary(vm, args.at(1), args.this(), power)
}

/// `a ** b`
pub(crate) fn power(vm: &mut Vm, a: f64, b: f64) -> Result {
    if a == 0.0 && b < 0.0 {
        return Err(zero_division(
            vm,
            "0.0 cannot be raised to a negative power",
        ));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
        return Err(vm.unsupported("a complex number (a negative number to a fractional power)"));
    }
    let power = a.powf(b);
    if power.is_infinite() && a.is_finite() && b.is_finite() {
        let class = vm.exceptions.overflow_error.clone();
        let text = Value::str("Numerical result out of range");
        return Err(vm.raise(&class, &[Value::Int(34), text]));
    }
    Ok(Value::Float(power))
}

/// Order of a float and a number; the outer `None` says that it is no number.
fn order(a: f64, b: &Value) -> Option<Option<Ordering>> {
    match (float_of(b), integer(b)) {
        (Some(b), _) => Some(a.partial_cmp(&b)),
        (None, Some(b)) => Some(b.order_float(a).map(Ordering::reverse)),
        (None, None) => None,
    }
}

pub(super) fn compare(_vm: &mut Vm, args: &Args, op: CompareOperator) -> Result {
    Ok(
        match float_of(args.this()).and_then(|a| order(a, args.at(1))) {
            Some(order) => Value::Bool(order.is_some_and(|order| holds(op, order))),
            None => Value::NotImplemented,
        },
    )
}

pub(super) fn eq(vm: &mut Vm, args: &Args) -> Result {
    compare(vm, args, CompareOperator::Eq)
}
