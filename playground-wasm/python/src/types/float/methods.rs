//! The methods of `float`.

use std::rc::Rc;

use num_bigint::BigInt;

use super::arithmetic::{self, compare};
use super::hex::{HexError, from_hex, to_hex};
use super::parse::parse_float;
use super::repr::{float_repr, special};
use super::{float_of, from_integer};
use crate::object::{Class, MethodDef, Payload, Value};
use crate::types::arguments::{about_type, bytes_of, object, wrong_receiver};
use crate::types::define::{class_method, getter, method, orderings, static_method};
use crate::types::format_spec;
use crate::types::int::{self, integer};
use crate::types::str::repr::repr_of;
use crate::vm::{Args, Result, Vm};

orderings!(compare);

pub(super) const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__repr__", repr),
    method("__hash__", hash),
    method("__bool__", |vm, args| {
        Ok(Value::Bool(this(vm, args, "__bool__")? != 0.0))
    }),
    method("__float__", itself),
    method("__pos__", itself),
    method("conjugate", itself),
    method("__int__", trunc),
    method("__trunc__", trunc),
    method("__floor__", |vm, args| {
        let float = this(vm, args, "__floor__")?;
        int::from_float(vm, float.floor())
    }),
    method("__ceil__", |vm, args| {
        let float = this(vm, args, "__ceil__")?;
        int::from_float(vm, float.ceil())
    }),
    method("__neg__", |vm, args| {
        Ok(Value::Float(-this(vm, args, "__neg__")?))
    }),
    method("__abs__", |vm, args| {
        Ok(Value::Float(this(vm, args, "__abs__")?.abs()))
    }),
    method("__add__", arithmetic::add),
    method("__radd__", arithmetic::radd),
    method("__sub__", arithmetic::sub),
    method("__rsub__", arithmetic::rsub),
    method("__mul__", arithmetic::mul),
    method("__rmul__", arithmetic::rmul),
    method("__truediv__", arithmetic::truediv),
    method("__rtruediv__", arithmetic::rtruediv),
    method("__floordiv__", arithmetic::floordiv),
    method("__rfloordiv__", arithmetic::rfloordiv),
    method("__mod__", arithmetic::modulus),
    method("__rmod__", arithmetic::rmod),
    method("__divmod__", arithmetic::divmod),
    method("__rdivmod__", arithmetic::rdivmod),
    method("__pow__", arithmetic::pow),
    method("__rpow__", arithmetic::rpow),
    method("__eq__", arithmetic::eq),
    method("__lt__", lt),
    method("__le__", le),
    method("__gt__", gt),
    method("__ge__", ge),
    method("__round__", round),
    method("__format__", format),
    method("is_integer", is_integer),
    method("as_integer_ratio", as_integer_ratio),
    method("hex", |vm, args| {
        Ok(Value::str(to_hex(this(vm, args, "hex")?)))
    }),
    class_method("fromhex", fromhex),
    getter("real", itself),
    getter("imag", |_, _| Ok(Value::Float(0.0))),
];

fn this(vm: &mut Vm, args: &Args, name: &str) -> Result<f64> {
    float_of(args.this()).ok_or_else(|| wrong_receiver(vm, args.this(), "float", name))
}

fn instance(vm: &mut Vm, class: &Rc<Class>, float: f64) -> Value {
    if Rc::ptr_eq(class, &vm.types.float) {
        Value::Float(float)
    } else {
        object(class, Payload::Float(float))
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    let float = match args.rest().between(vm, "float", 0, 1)? {
        [] => 0.0,
        [value, ..] => to_float(vm, value)?,
    };
    Ok(instance(vm, class, float))
}

/// `float(value)`
pub(crate) fn to_float(vm: &mut Vm, value: &Value) -> Result<f64> {
    let bytes = bytes_of(value).map(String::from_utf8_lossy);
    if let Some(text) = value.as_str().or(bytes.as_deref()) {
        return match parse_float(text) {
            Some(float) => Ok(float),
            None => {
                let shown = if bytes.is_some() {
                    vm.repr(value)?
                } else {
                    repr_of(text)
                };
                Err(vm.value_error(format!("could not convert string to float: {shown}")))
            }
        };
    }
    match number(vm, value)? {
        Some(float) => Ok(float),
        None => {
            let text = "float() argument must be a string or a real number, not ";
            Err(about_type(vm, text, value, ""))
        }
    }
}

/// The float that a number's class makes of it (`__float__`, `__index__`); `None` if it is no real number.
pub(crate) fn number(vm: &mut Vm, value: &Value) -> Result<Option<f64>> {
    if let Some(float) = float_of(value) {
        return Ok(Some(float));
    }
    if let Some(int) = integer(value) {
        return from_integer(vm, int).map(Some);
    }
    let name = vm.names.__float__.clone();
    if let Some(result) = vm.call_special(value, &name, &[])? {
        return match float_of(&result) {
            Some(float) => Ok(Some(float)),
            None => {
                let (owner, kind) = (vm.type_name(value), vm.type_name(&result));
                let (owner, kind) = (owner.as_str(), kind.as_str());
                let text = format!("{owner}.__float__ returned non-float (type {kind})");
                Err(vm.type_error(text))
            }
        };
    }
    let name = vm.names.__index__.clone();
    match vm.call_special(value, &name, &[])? {
        Some(index) => match integer(&index) {
            Some(int) => from_integer(vm, int).map(Some),
            None => {
                let name = vm.type_name(&index);
                let text = format!("__index__ returned non-int (type {})", name.as_str());
                Err(vm.type_error(text))
            }
        },
        None => Ok(None),
    }
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::str(float_repr(this(vm, args, "__repr__")?)))
}

fn itself(vm: &mut Vm, args: &Args) -> Result {
    this(vm, args, "__float__").map(Value::Float)
}

fn trunc(vm: &mut Vm, args: &Args) -> Result {
    let float = this(vm, args, "__int__")?;
    int::from_float(vm, float.trunc())
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::Int(hash_float(this(vm, args, "__hash__")?)))
}

/// CPython's hash: equal numbers hash alike whatever their type.
pub(crate) fn hash_float(float: f64) -> i64 {
    const BITS: u32 = 61;
    const PRIME: u64 = (1 << BITS) - 1;
    if float.is_nan() {
        return 0;
    }
    if float.is_infinite() {
        return if float > 0.0 { 314_159 } else { -314_159 };
    }
    if float.fract() == 0.0 && float.abs() < 1e18 {
        return int::Integer::Small(float as i64).hash();
    }
    let (mut mantissa, mut exponent) = (0u64, 0i32);
    let (mut rest, shift) = split_exponent(float.abs());
    exponent += shift;
    while rest != 0.0 {
        mantissa = ((mantissa << 28) & PRIME) | (mantissa >> (BITS - 28));
        rest *= 268_435_456.0;
        exponent -= 28;
        let digit = rest as u64;
        rest -= digit as f64;
        mantissa += digit;
        if mantissa >= PRIME {
            mantissa -= PRIME;
        }
    }
    let turn = exponent.rem_euclid(BITS as i32) as u32;
    if turn > 0 {
        mantissa = ((mantissa << turn) & PRIME) | (mantissa >> (BITS - turn));
    }
    match if float < 0.0 {
        -(mantissa as i64)
    } else {
        mantissa as i64
    } {
        -1 => -2,
        hash => hash,
    }
}

/// `frexp`: a fraction in [0.5, 1) and an exponent of two.
pub(crate) fn split_exponent(float: f64) -> (f64, i32) {
    if float == 0.0 || !float.is_finite() {
        return (float, 0);
    }
    let (float, extra) = if float.abs() < f64::MIN_POSITIVE {
        (float * 2f64.powi(64), -64)
    } else {
        (float, 0)
    };
    let bits = float.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i32 - 1022;
    let fraction = f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52);
    (fraction, exponent + extra)
}

fn round(vm: &mut Vm, args: &Args) -> Result {
    let float = this(vm, args, "__round__")?;
    match args.rest().between(vm, "__round__", 0, 1)? {
        [] | [Value::None] => int::from_float(vm, float.round_ties_even()),
        [digits, ..] => {
            let digits = vm.index(digits)?;
            Ok(Value::Float(round_to(float, digits)))
        }
    }
}

/// Rounds to so many decimals, exact halves to even.
pub(crate) fn round_to(float: f64, decimals: i64) -> f64 {
    if !float.is_finite() || float == 0.0 || decimals > 330 {
        return float;
    }
    let (_, exponent) = super::repr::digits(float, Some(17));
    let places = i64::from(exponent) + decimals;
    if places < -1 {
        return 0f64.copysign(float);
    }
    if places == -1 {
        // Between zero and one unit: the exact value decides.
        let unit: f64 = format!("1e{}", -decimals).parse().unwrap_or(f64::INFINITY);
        return if float.abs() > unit / 2.0 {
            unit.copysign(float)
        } else {
            0f64.copysign(float)
        };
    }
    format!("{float:.*e}", places as usize)
        .parse()
        .unwrap_or(float)
}

fn format(vm: &mut Vm, args: &Args) -> Result {
    let float = this(vm, args, "__format__")?;
    let spec = format_spec::argument(vm, args)?;
    if spec.is_empty() {
        return Ok(Value::str(vm.str(args.this())?));
    }
    format_spec::format_float(vm, float, &spec).map(Value::str)
}

fn is_integer(vm: &mut Vm, args: &Args) -> Result {
    let float = this(vm, args, "is_integer")?;
    Ok(Value::Bool(float.is_finite() && float.fract() == 0.0))
}

fn as_integer_ratio(vm: &mut Vm, args: &Args) -> Result {
    let float = this(vm, args, "as_integer_ratio")?;
    if float.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    if special(float).is_some() {
        let class = vm.exceptions.overflow_error.clone();
        return Err(vm.error(&class, "cannot convert Infinity to integer ratio"));
    }
    let (mut fraction, mut exponent) = split_exponent(float);
    while fraction.fract() != 0.0 {
        fraction *= 2.0;
        exponent -= 1;
    }
    let (mut numerator, mut denominator) = (BigInt::from(fraction as i64), BigInt::from(1));
    if exponent > 0 {
        numerator <<= exponent as u64;
    } else {
        denominator <<= exponent.unsigned_abs() as u64;
    }
    let parts = vec![vm.int(numerator), vm.int(denominator)];
    Ok(vm.tuple(parts))
}

fn fromhex(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    let [text] = args.rest().exactly(vm, "float.fromhex")?;
    let Some(text) = text.as_str() else {
        let name = vm.type_name(text);
        let text = format!(
            "bad argument type for built-in operation ({})",
            name.as_str()
        );
        return Err(vm.type_error(text));
    };
    match from_hex(text) {
        Ok(float) => Ok(instance(vm, class, float)),
        Err(HexError::Invalid) => Err(vm.value_error("invalid hexadecimal floating-point string")),
        Err(HexError::Overflow) => {
            let class = vm.exceptions.overflow_error.clone();
            let text = "hexadecimal value too large to represent as a float";
            Err(vm.error(&class, text))
        }
    }
}
