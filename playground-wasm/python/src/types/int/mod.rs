//! `int`

mod arithmetic;
mod methods;
mod parse;

use std::borrow::Cow;
use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive};

pub(crate) use arithmetic::{big_ratio, holds, linear_cost, product_cost};
pub(crate) use methods::{from_float, number_to_text, radix_text};
pub(crate) use parse::parse_int;

use crate::object::{ClassDef, Layout, Payload, Value};
use crate::types::arguments::{about_type, wrong_receiver};
use crate::vm::{Args, Result, Vm};

/// `int`
pub static CLASS: ClassDef = ClassDef {
    name: "int",
    module: "builtins",
    layout: Layout::Int,
    subclassable: true,
    methods: methods::METHODS,
    doc: "A whole number of any size.",
};

/// The number in an `int`, a `bool` or an instance of a subclass.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Integer<'a> {
    /// One that fits.
    Small(i64),
    /// Any.
    Big(&'a BigInt),
}

/// The number in a value, if it is an `int`.
pub(crate) fn integer(value: &Value) -> Option<Integer<'_>> {
    match value {
        Value::Int(int) => Some(Integer::Small(*int)),
        Value::Bool(bool) => Some(Integer::Small(i64::from(*bool))),
        Value::Obj(object) => match &object.payload {
            Payload::Int(big) => Some(Integer::Big(big)),
            _ => None,
        },
        _ => None,
    }
}

impl<'a> Integer<'a> {
    /// The number, if it fits.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            Integer::Small(int) => Some(int),
            Integer::Big(big) => big.to_i64(),
        }
    }

    /// The number as a big one.
    pub fn to_big(self) -> Cow<'a, BigInt> {
        match self {
            Integer::Small(int) => Cow::Owned(BigInt::from(int)),
            Integer::Big(big) => Cow::Borrowed(big),
        }
    }

    /// The nearest float; infinite if there is none.
    pub fn to_f64(self) -> f64 {
        match self {
            Integer::Small(int) => int as f64,
            Integer::Big(big) => big.to_f64().unwrap_or(f64::INFINITY),
        }
    }

    /// Whether it is below 0.
    pub fn is_negative(self) -> bool {
        match self {
            Integer::Small(int) => int < 0,
            Integer::Big(big) => big.is_negative(),
        }
    }

    /// Whether it is 0.
    pub fn is_zero(self) -> bool {
        match self {
            Integer::Small(int) => int == 0,
            Integer::Big(big) => big.sign() == Sign::NoSign,
        }
    }

    /// Order of two integers.
    pub fn order(self, other: Integer) -> Ordering {
        match (self, other) {
            (Integer::Small(a), Integer::Small(b)) => a.cmp(&b),
            _ => self.to_big().cmp(&other.to_big()),
        }
    }

    /// Order of an integer and a float, exactly; `None` beside a NaN.
    pub fn order_float(self, other: f64) -> Option<Ordering> {
        const EXACT: i64 = 1 << 53;
        match self.to_i64() {
            Some(int) if int.abs() <= EXACT => return (int as f64).partial_cmp(&other),
            _ => {}
        }
        if other.is_nan() {
            return None;
        }
        if other.is_infinite() {
            return Some(if other > 0.0 {
                Ordering::Less
            } else {
                Ordering::Greater
            });
        }
        let floor = num_traits::FromPrimitive::from_f64(other.floor()).unwrap_or_default();
        let order = self.to_big().as_ref().cmp(&floor);
        Some(if order == Ordering::Equal && other.fract() != 0.0 {
            Ordering::Less
        } else {
            order
        })
    }

    /// CPython's hash: the number modulo the prime 2**61 - 1, with its sign.
    pub fn hash(self) -> i64 {
        const PRIME: i64 = (1 << 61) - 1;
        let hash = match self {
            Integer::Small(int) => int % PRIME,
            Integer::Big(big) => (big % BigInt::from(PRIME)).to_i64().unwrap_or(0),
        };
        if hash == -1 { -2 } else { hash }
    }
}

/// `operator.index(value)`: the value as an exact int, or TypeError.
pub(crate) fn from_index(vm: &mut Vm, value: &Value) -> Result {
    if let Some(int) = integer(value) {
        return Ok(exact(vm, int));
    }
    let name = vm.names.__index__.clone();
    match vm.call_special(value, &name, &[])? {
        Some(index) => match integer(&index) {
            Some(int) => Ok(exact(vm, int)),
            None => {
                let name = vm.type_name(&index);
                Err(vm.type_error(format!(
                    "__index__ returned non-int (type {})",
                    name.as_str()
                )))
            }
        },
        None => Err(about_type(
            vm,
            "",
            value,
            " object cannot be interpreted as an integer",
        )),
    }
}

/// The number as an exact `int`.
pub(crate) fn exact(vm: &mut Vm, int: Integer) -> Value {
    match int.to_i64() {
        Some(int) => Value::Int(int),
        None => vm.int(int.to_big().into_owned()),
    }
}

/// The receiver of a method of `int`.
pub(super) fn this<'a>(vm: &mut Vm, args: &Args<'a>, name: &str) -> Result<Integer<'a>> {
    integer(args.this()).ok_or_else(|| wrong_receiver(vm, args.this(), "int", name))
}
