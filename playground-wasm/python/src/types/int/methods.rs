//! The methods of `int`.

use num_bigint::{BigInt, Sign};
use num_traits::{FromPrimitive, One, Signed};

use super::arithmetic::{self, compare};
use super::parse::MAX_DIGITS;
use super::{Integer, exact, integer, parse_int, this};
use crate::object::{Class, MethodDef, Payload, Value};
use crate::types::arguments::{about_type, bytes_of, object};
use crate::types::define::{class_method, getter, method, orderings, static_method};
use crate::types::format_spec;
use crate::vm::{Args, Raised, Result, Vm};
use std::rc::Rc;

orderings!(compare);

pub(super) const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__repr__", repr),
    method("__hash__", hash),
    method("__bool__", truth),
    method("__int__", itself),
    method("__index__", itself),
    method("__trunc__", itself),
    method("__floor__", itself),
    method("__ceil__", itself),
    method("__pos__", itself),
    method("conjugate", itself),
    method("__float__", float),
    method("__neg__", arithmetic::neg),
    method("__abs__", arithmetic::abs),
    method("__invert__", arithmetic::invert),
    method("__add__", arithmetic::add),
    method("__radd__", arithmetic::radd),
    method("__sub__", arithmetic::sub),
    method("__rsub__", arithmetic::rsub),
    method("__mul__", arithmetic::mul),
    method("__rmul__", arithmetic::rmul),
    method("__floordiv__", arithmetic::floordiv),
    method("__rfloordiv__", arithmetic::rfloordiv),
    method("__truediv__", arithmetic::truediv),
    method("__rtruediv__", arithmetic::rtruediv),
    method("__mod__", arithmetic::modulus),
    method("__rmod__", arithmetic::rmod),
    method("__divmod__", arithmetic::divmod),
    method("__rdivmod__", arithmetic::rdivmod),
    method("__pow__", arithmetic::pow),
    method("__rpow__", arithmetic::rpow),
    method("__lshift__", arithmetic::lshift),
    method("__rlshift__", arithmetic::rlshift),
    method("__rshift__", arithmetic::rshift),
    method("__rrshift__", arithmetic::rrshift),
    method("__and__", arithmetic::and),
    method("__rand__", arithmetic::rand),
    method("__or__", arithmetic::or),
    method("__ror__", arithmetic::ror),
    method("__xor__", arithmetic::xor),
    method("__rxor__", arithmetic::rxor),
    method("__eq__", arithmetic::eq),
    method("__lt__", lt),
    method("__le__", le),
    method("__gt__", gt),
    method("__ge__", ge),
    method("__round__", round),
    method("__format__", format),
    method("bit_length", bit_length),
    method("bit_count", bit_count),
    method("to_bytes", to_bytes),
    class_method("from_bytes", from_bytes),
    method("as_integer_ratio", as_integer_ratio),
    method("is_integer", |_, _| Ok(Value::Bool(true))),
    getter("real", itself),
    getter("numerator", itself),
    getter("imag", |_, _| Ok(Value::Int(0))),
    getter("denominator", |_, _| Ok(Value::Int(1))),
];

/// An instance of `int` or of a class derived from it.
fn instance(vm: &mut Vm, class: &Rc<Class>, value: Value) -> Value {
    if Rc::ptr_eq(class, &vm.types.int) {
        return value;
    }
    let big = integer(&value).map(|int| int.to_big().into_owned());
    object(class, Payload::Int(Box::new(big.unwrap_or_default())))
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    let given = args.positional.len() - 1 + args.names.len();
    if given > 2 {
        return Err(vm.type_error(format!("int() takes at most 2 arguments ({given} given)")));
    }
    let parameters = ["", "base"];
    let bound = match args.keywords().find(|(name, _)| name.as_str() != "base") {
        Some((name, _)) => {
            let text = format!(
                "'{}' is an invalid keyword argument for int()",
                name.as_str()
            );
            return Err(vm.type_error(text));
        }
        None => args.rest().bind(vm, "int", &parameters, 2, 0)?,
    };
    let value = match bound.0 {
        [None, None] => Value::Int(0),
        [None, Some(_)] => return Err(vm.type_error("int() missing string argument")),
        [Some(x), None] => to_int(vm, &x)?,
        [Some(x), Some(base)] => {
            let base = vm.index(&base)?;
            match (x.as_str(), bytes_of(&x)) {
                (Some(text), _) => parse_int(vm, text, base)?,
                (_, Some(bytes)) => parse_int(vm, &String::from_utf8_lossy(bytes), base)?,
                _ => {
                    let message = "int() can't convert non-string with explicit base";
                    return Err(vm.type_error(message));
                }
            }
        }
    };
    Ok(instance(vm, class, value))
}

/// `int(value)`
fn to_int(vm: &mut Vm, value: &Value) -> Result {
    if let Value::Float(float) = value {
        return from_float(vm, float.trunc());
    }
    if let Value::Int(_) | Value::Bool(_) = value {
        return Ok(exact(vm, integer(value).unwrap_or(Integer::Small(0))));
    }
    if let Some(text) = value.as_str() {
        return parse_int(vm, text, 10);
    }
    for name in [
        vm.names.__int__.clone(),
        vm.names.__index__.clone(),
        vm.names.__trunc__.clone(),
    ] {
        if let Some(result) = vm.call_special(value, &name, &[])? {
            return match integer(&result) {
                Some(int) => Ok(exact(vm, int)),
                None => {
                    let kind = vm.type_name(&result);
                    let (name, kind) = (name.as_str(), kind.as_str());
                    Err(vm.type_error(format!("{name} returned non-int (type {kind})")))
                }
            };
        }
    }
    if let Some(bytes) = bytes_of(value) {
        return parse_int(vm, &String::from_utf8_lossy(bytes), 10);
    }
    Err(about_type(
        vm,
        "int() argument must be a string, a bytes-like object or a real number, not ",
        value,
        "",
    ))
}

/// A float that has no fraction, as an int.
pub(crate) fn from_float(vm: &mut Vm, float: f64) -> Result {
    if float.abs() < 9e18 {
        return Ok(Value::Int(float as i64));
    }
    match BigInt::from_f64(float) {
        Some(big) => Ok(vm.int(big)),
        None if float.is_nan() => Err(vm.value_error("cannot convert float NaN to integer")),
        None => {
            let class = vm.exceptions.overflow_error.clone();
            Err(vm.error(&class, "cannot convert float infinity to integer"))
        }
    }
}

/// The decimal digits of a number, as `str()` and `repr()` give them.
pub(crate) fn number_to_text(vm: &mut Vm, int: Integer) -> Result<String> {
    match int {
        Integer::Small(int) => Ok(int.to_string()),
        Integer::Big(big) => {
            // 4300 digits are 14285 bits at most.
            let digits = big.bits() as usize / 64;
            if big.bits() as usize > MAX_DIGITS * 10 / 3 + 64 {
                return Err(too_long(vm));
            }
            vm.charge((digits * digits) as u64 / 32)?;
            let text = big.to_string();
            if text.trim_start_matches('-').len() > MAX_DIGITS {
                return Err(too_long(vm));
            }
            Ok(text)
        }
    }
}

fn too_long(vm: &mut Vm) -> Raised {
    vm.value_error(format!(
        "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion; use \
         sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// The digits of a number's magnitude in base 2, 8 or 16.
pub(crate) fn radix_text(int: Integer, radix: u32) -> String {
    match (int, radix) {
        (Integer::Small(int), 2) => format!("{:b}", int.unsigned_abs()),
        (Integer::Small(int), 8) => format!("{:o}", int.unsigned_abs()),
        (Integer::Small(int), 16) => format!("{:x}", int.unsigned_abs()),
        _ => int.to_big().abs().to_str_radix(radix),
    }
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let int = this(vm, args, "__repr__")?;
    Ok(Value::str(number_to_text(vm, int)?))
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::Int(this(vm, args, "__hash__")?.hash()))
}

fn truth(vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::Bool(!this(vm, args, "__bool__")?.is_zero()))
}

fn itself(vm: &mut Vm, args: &Args) -> Result {
    let int = this(vm, args, "__int__")?;
    Ok(exact(vm, int))
}

fn float(vm: &mut Vm, args: &Args) -> Result {
    let int = this(vm, args, "__float__")?;
    crate::types::float::from_integer(vm, int).map(Value::Float)
}

/// `round(n, -d)`: to a multiple of a power of ten, halves to even.
fn round(vm: &mut Vm, args: &Args) -> Result {
    let int = this(vm, args, "__round__")?;
    let digits = match args.rest().between(vm, "__round__", 0, 1)? {
        [] | [Value::None] => 0,
        [digits, ..] => vm.index(digits)?,
    };
    if digits >= 0 {
        return Ok(exact(vm, int));
    }
    let places = digits.unsigned_abs();
    let big = int.to_big();
    if places > big.bits() {
        return Ok(Value::Int(0));
    }
    use num_integer::Integer as _;
    let unit = num_traits::pow(BigInt::from(10), places as usize);
    let (quotient, rest) = big.div_mod_floor(&unit);
    let twice = &rest + &rest;
    let up = twice > unit || (twice == unit && quotient.is_odd());
    let rounded = if up {
        quotient + BigInt::one()
    } else {
        quotient
    } * unit;
    Ok(vm.int(rounded))
}

fn format(vm: &mut Vm, args: &Args) -> Result {
    let int = this(vm, args, "__format__")?;
    let spec = format_spec::argument(vm, args)?;
    if spec.is_empty() {
        return Ok(Value::str(vm.str(args.this())?));
    }
    let name = vm.class_of(args.this()).name();
    format_spec::format_int(vm, int, &spec, name.as_str()).map(Value::str)
}

fn bit_length(vm: &mut Vm, args: &Args) -> Result {
    let int = this(vm, args, "bit_length")?;
    Ok(Value::Int(arithmetic::bit_counts(int).0 as i64))
}

fn bit_count(vm: &mut Vm, args: &Args) -> Result {
    let int = this(vm, args, "bit_count")?;
    Ok(Value::Int(arithmetic::bit_counts(int).1 as i64))
}

fn as_integer_ratio(vm: &mut Vm, args: &Args) -> Result {
    let int = itself(vm, args)?;
    Ok(vm.tuple(vec![int, Value::Int(1)]))
}

/// Whether the byte order is `big`.
fn is_big_endian(vm: &mut Vm, order: Option<Value>) -> Result<bool> {
    match order.as_ref().map(|order| order.as_str()) {
        None | Some(Some("big")) => Ok(true),
        Some(Some("little")) => Ok(false),
        _ => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn to_bytes(vm: &mut Vm, args: &Args) -> Result {
    let int = this(vm, args, "to_bytes")?;
    let parameters = ["length", "byteorder", "signed"];
    let [length, order, signed] = args.rest().bind(vm, "to_bytes", &parameters, 2, 0)?.0;
    let length = match length {
        Some(length) => vm.index(&length)?,
        None => 1,
    };
    let big_endian = is_big_endian(vm, order)?;
    let signed = match signed {
        Some(signed) => vm.truthy(&signed)?,
        None => false,
    };
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    let overflow = vm.exceptions.overflow_error.clone();
    if int.is_negative() && !signed {
        return Err(vm.error(&overflow, "can't convert negative int to unsigned"));
    }
    vm.reserve(length)?;
    let big = int.to_big();
    let mut bytes = match (signed, int.is_zero()) {
        (_, true) => Vec::new(),
        (true, _) => big.to_signed_bytes_le(),
        (false, _) => big.to_bytes_le().1,
    };
    if bytes.len() > length {
        return Err(vm.error(&overflow, "int too big to convert"));
    }
    bytes.resize(length, if int.is_negative() { 0xff } else { 0 });
    if big_endian {
        bytes.reverse();
    }
    let class = vm.types.bytes.clone();
    Ok(object(&class, Payload::Bytes(bytes.into())))
}

fn from_bytes(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    let parameters = ["bytes", "byteorder", "signed"];
    let [bytes, order, signed] = args.rest().bind(vm, "from_bytes", &parameters, 2, 1)?.0;
    let bytes = bytes.unwrap_or_default();
    let mut bytes = crate::types::bytes::contents(vm, &bytes)?;
    if !is_big_endian(vm, order)? {
        bytes.reverse();
    }
    let signed = match signed {
        Some(signed) => vm.truthy(&signed)?,
        None => false,
    };
    let big = if signed {
        BigInt::from_signed_bytes_be(&bytes)
    } else {
        BigInt::from_bytes_be(Sign::Plus, &bytes)
    };
    let value = vm.int(big);
    Ok(instance(vm, class, value))
}
