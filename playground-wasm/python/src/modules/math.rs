//! `math`: functions of floats; what works on whole numbers is written in Python.

use super::source;
use crate::object::Value;
use crate::types::float::{number, split_exponent};
use crate::types::int::{self, integer};
use crate::vm::{Args, ModuleDef, NativeFn, Raised, Result, Vm};

/// The module.
pub static MODULE: ModuleDef = ModuleDef { name: "math", fill };

/// The functions of one float, by name.
const UNARY: &[(&str, NativeFn)] = &[
    ("acos", |vm, args| unary(vm, args, "acos", f64::acos)),
    ("acosh", |vm, args| unary(vm, args, "acosh", f64::acosh)),
    ("asin", |vm, args| unary(vm, args, "asin", f64::asin)),
    ("asinh", |vm, args| unary(vm, args, "asinh", f64::asinh)),
    ("atan", |vm, args| unary(vm, args, "atan", f64::atan)),
    ("atanh", |vm, args| unary(vm, args, "atanh", f64::atanh)),
    ("cbrt", |vm, args| unary(vm, args, "cbrt", f64::cbrt)),
    ("cos", |vm, args| unary(vm, args, "cos", f64::cos)),
    ("cosh", |vm, args| unary(vm, args, "cosh", f64::cosh)),
    ("degrees", |vm, args| {
        unary(vm, args, "degrees", |x| x * (180.0 / std::f64::consts::PI))
    }),
    ("exp", |vm, args| unary(vm, args, "exp", f64::exp)),
    ("exp2", |vm, args| unary(vm, args, "exp2", f64::exp2)),
    ("expm1", |vm, args| unary(vm, args, "expm1", f64::exp_m1)),
    ("fabs", |vm, args| unary(vm, args, "fabs", f64::abs)),
    ("log1p", |vm, args| unary(vm, args, "log1p", f64::ln_1p)),
    ("radians", |vm, args| {
        unary(vm, args, "radians", |x| x * (std::f64::consts::PI / 180.0))
    }),
    ("sin", |vm, args| unary(vm, args, "sin", f64::sin)),
    ("sinh", |vm, args| unary(vm, args, "sinh", f64::sinh)),
    ("sqrt", |vm, args| unary(vm, args, "sqrt", f64::sqrt)),
    ("tan", |vm, args| unary(vm, args, "tan", f64::tan)),
    ("tanh", |vm, args| unary(vm, args, "tanh", f64::tanh)),
];

const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("atan2", |vm, args| binary(vm, args, "atan2", f64::atan2)),
    ("copysign", |vm, args| {
        binary(vm, args, "copysign", f64::copysign)
    }),
    ("fmod", |vm, args| binary(vm, args, "fmod", |x, y| x % y)),
    ("frexp", frexp),
    ("isfinite", |vm, args| {
        test(vm, args, "isfinite", f64::is_finite)
    }),
    ("isinf", |vm, args| {
        test(vm, args, "isinf", f64::is_infinite)
    }),
    ("isnan", |vm, args| test(vm, args, "isnan", f64::is_nan)),
    ("ldexp", ldexp),
    ("modf", modf),
    ("nextafter", |vm, args| {
        binary(vm, args, "nextafter", next_after)
    }),
    ("pow", |vm, args| binary(vm, args, "pow", f64::powf)),
    ("ceil", |vm, args| whole(vm, args, "ceil", f64::ceil)),
    ("floor", |vm, args| whole(vm, args, "floor", f64::floor)),
    ("trunc", |vm, args| whole(vm, args, "trunc", f64::trunc)),
    ("_ln", |vm, args| logarithm(vm, args, f64::ln)),
    ("log2", |vm, args| logarithm(vm, args, f64::log2)),
    ("log10", |vm, args| logarithm(vm, args, f64::log10)),
    ("_hypot", |vm, args| binary(vm, args, "hypot", f64::hypot)),
];

fn fill(vm: &mut Vm, module: &Value) -> Result<()> {
    for (name, call) in UNARY.iter().chain(FUNCTIONS) {
        let function = vm.native_function("math", name, *call, Vec::new());
        vm.set_global(module, name, function);
    }
    for (name, value) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        vm.set_global(module, name, Value::Float(value));
    }
    source::run(vm, module, "math", include_str!("python/math.py"))
}

fn float(vm: &mut Vm, value: &Value) -> Result<f64> {
    match number(vm, value)? {
        Some(float) => Ok(float),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("must be real number, not {}", name.as_str())))
        }
    }
}

fn domain(vm: &mut Vm) -> Raised {
    vm.value_error("math domain error")
}

/// A result, unless the function is not defined there or the result is too large.
fn checked(vm: &mut Vm, result: f64, finite: bool, nan: bool) -> Result {
    if result.is_nan() && !nan {
        return Err(domain(vm));
    }
    if result.is_infinite() && finite {
        let class = vm.exceptions.overflow_error.clone();
        return Err(vm.error(&class, "math range error"));
    }
    Ok(Value::Float(result))
}

fn unary(vm: &mut Vm, args: &Args, name: &str, apply: fn(f64) -> f64) -> Result {
    let [x] = args.exactly(vm, &format!("math.{name}"))?;
    let x = float(vm, x)?;
    if matches!(name, "atanh" | "log1p") && apply(x).is_infinite() && x.is_finite() {
        return Err(domain(vm));
    }
    checked(vm, apply(x), x.is_finite(), x.is_nan())
}

fn binary(vm: &mut Vm, args: &Args, name: &str, apply: fn(f64, f64) -> f64) -> Result {
    let [x, y] = args.exactly(vm, name)?;
    let (x, y) = (float(vm, x)?, float(vm, y)?);
    if name == "pow" && x == 0.0 && y < 0.0 {
        return Err(domain(vm));
    }
    let finite = x.is_finite() && y.is_finite() && name != "nextafter";
    checked(vm, apply(x, y), finite, x.is_nan() || y.is_nan())
}

fn test(vm: &mut Vm, args: &Args, name: &str, apply: fn(f64) -> bool) -> Result {
    let [x] = args.exactly(vm, &format!("math.{name}"))?;
    float(vm, x).map(|x| Value::Bool(apply(x)))
}

/// `floor` and its like: the class's own way, else by the float.
fn whole(vm: &mut Vm, args: &Args, name: &str, apply: fn(f64) -> f64) -> Result {
    let [x] = args.exactly(vm, &format!("math.{name}"))?;
    let special = vm.intern(&format!("__{name}__"));
    if let Some(result) = vm.call_special(x, &special, &[])? {
        return Ok(result);
    }
    if name == "trunc" {
        let name = vm.type_name(x);
        let text = format!("type {} doesn't define __trunc__ method", name.as_str());
        return Err(vm.type_error(text));
    }
    let x = float(vm, x)?;
    int::from_float(vm, apply(x))
}

/// A logarithm, also of integers that no float can hold.
fn logarithm(vm: &mut Vm, args: &Args, apply: fn(f64) -> f64) -> Result {
    let [x] = args.exactly(vm, "math.log")?;
    if let Some(int) = integer(x)
        && int.to_f64().is_infinite()
        && !int.is_negative()
    {
        let (big, one) = (int.to_big(), num_bigint::BigInt::from(1));
        let exponent = big.bits();
        let fraction = int::big_ratio(&big, &(one << exponent)).unwrap_or(0.5);
        return Ok(Value::Float(apply(fraction) + apply(2.0) * exponent as f64));
    }
    let x = float(vm, x)?;
    if x <= 0.0 {
        return Err(domain(vm));
    }
    Ok(Value::Float(apply(x)))
}

fn frexp(vm: &mut Vm, args: &Args) -> Result {
    let [x] = args.exactly(vm, "math.frexp")?;
    let (fraction, exponent) = split_exponent(float(vm, x)?);
    Ok(vm.tuple(vec![
        Value::Float(fraction),
        Value::Int(i64::from(exponent)),
    ]))
}

fn ldexp(vm: &mut Vm, args: &Args) -> Result {
    let [x, exponent] = args.exactly(vm, "ldexp")?;
    let x = float(vm, x)?;
    if integer(exponent).is_none() {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    }
    let mut left = vm.index(exponent)?.clamp(-3000, 3000);
    let mut result = x;
    while left != 0 {
        let step = left.clamp(-1000, 1000);
        result *= 2f64.powi(step as i32);
        left -= step;
    }
    checked(vm, result, x.is_finite(), true)
}

fn modf(vm: &mut Vm, args: &Args) -> Result {
    let [x] = args.exactly(vm, "math.modf")?;
    let x = float(vm, x)?;
    let fraction = if x.is_infinite() {
        0f64.copysign(x)
    } else {
        x.fract().copysign(x)
    };
    Ok(vm.tuple(vec![Value::Float(fraction), Value::Float(x.trunc())]))
}

fn next_after(x: f64, towards: f64) -> f64 {
    if x.is_nan() || towards.is_nan() {
        f64::NAN
    } else if x < towards {
        x.next_up()
    } else if x > towards {
        x.next_down()
    } else {
        towards
    }
}
