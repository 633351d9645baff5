//! `float`

mod arithmetic;
mod hex;
mod methods;
mod parse;
pub(crate) mod repr;

pub(crate) use arithmetic::power;
pub(crate) use methods::{number, split_exponent};

use crate::object::{ClassDef, Layout, Payload, Value};
use crate::types::int::{Integer, integer};
use crate::vm::{Result, Vm};

/// `float`
pub static CLASS: ClassDef = ClassDef {
    name: "float",
    module: "builtins",
    layout: Layout::Float,
    subclassable: true,
    methods: methods::METHODS,
    doc: "A number of double precision.",
};

/// The number in a `float` or in an instance of a subclass.
pub(crate) fn float_of(value: &Value) -> Option<f64> {
    match value {
        Value::Float(float) => Some(*float),
        Value::Obj(object) => match &object.payload {
            Payload::Float(float) => Some(*float),
            _ => None,
        },
        _ => None,
    }
}

/// An int as a float, or OverflowError.
pub(crate) fn from_integer(vm: &mut Vm, int: Integer) -> Result<f64> {
    let float = int.to_f64();
    if float.is_finite() {
        return Ok(float);
    }
    let class = vm.exceptions.overflow_error.clone();
    Err(vm.error(&class, "int too large to convert to float"))
}

/// An operand of float arithmetic: a float or an int.
fn operand(vm: &mut Vm, value: &Value) -> Result<Option<f64>> {
    match (float_of(value), integer(value)) {
        (Some(float), _) => Ok(Some(float)),
        (None, Some(int)) => from_integer(vm, int).map(Some),
        (None, None) => Ok(None),
    }
}
