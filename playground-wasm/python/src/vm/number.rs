//! Numbers as the operators see them.

use std::borrow::Cow;
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Vm;
use crate::object::{Payload, Value};

/// The number in a value.
#[derive(Clone, Copy)]
pub enum Number<'a> {
    /// An `int` (or a `bool`) that fits.
    Int(i64),
    /// A larger one.
    Big(&'a BigInt),
    /// A `float`.
    Float(f64),
}

impl<'a> Number<'a> {
    /// The number in an `int`, a `bool`, a `float` or an instance of a subclass of them.
    pub fn of(value: &'a Value) -> Option<Number<'a>> {
        match value {
            Value::Int(value) => Some(Number::Int(*value)),
            Value::Bool(value) => Some(Number::Int(i64::from(*value))),
            Value::Float(value) => Some(Number::Float(*value)),
            Value::Obj(object) => match &object.payload {
                Payload::Int(value) => Some(value.to_i64().map_or(Number::Big(value), Number::Int)),
                Payload::Float(value) => Some(Number::Float(*value)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The integer.
    ///
    /// # Panics
    /// If it is a float.
    pub fn to_big(self) -> Cow<'a, BigInt> {
        match self {
            Number::Int(value) => Cow::Owned(value.into()),
            Number::Big(value) => Cow::Borrowed(value),
            Number::Float(_) => panic!("not an integer"),
        }
    }

    /// The nearest float; `None` if it is too large for one.
    pub fn to_float(self) -> Option<f64> {
        match self {
            Number::Int(value) => Some(value as f64),
            Number::Big(value) => value.to_f64().filter(|value| value.is_finite()),
            Number::Float(value) => Some(value),
        }
    }

    /// Whether it is a float.
    pub fn is_float(self) -> bool {
        matches!(self, Number::Float(_))
    }
}

impl Vm {
    /// The number in a value of exactly one of the number classes: no subclass can have changed its operators.
    #[inline]
    pub(crate) fn exact_number<'a>(&self, value: &'a Value) -> Option<Number<'a>> {
        match value {
            Value::Obj(object) if !Rc::ptr_eq(&object.class, &self.types.int) => None,
            _ => Number::of(value),
        }
    }
}
