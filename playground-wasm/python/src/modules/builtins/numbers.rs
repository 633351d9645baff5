//! Arithmetic: `abs`, `divmod`, `pow`, `round`, `sum`, and numbers as text.

use crate::code::BinaryOperator;
use crate::object::Value;
use crate::types::arguments::{about_type, bytes_of};
use crate::types::int::{from_index, integer, radix_text};
use crate::vm::{Args, Result, Vm};

pub(super) fn abs(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "abs")?;
    let name = vm.names.__abs__.clone();
    match vm.call_special(value, &name, &[])? {
        Some(result) => Ok(result),
        None => Err(about_type(vm, "bad operand type for abs(): ", value, "")),
    }
}

pub(super) fn round(vm: &mut Vm, args: &Args) -> Result {
    if args.positional.is_empty() && args.keyword("number").is_none() {
        return Err(vm.type_error("round() missing required argument 'number' (pos 1)"));
    }
    let given = args.positional.len() + args.names.len();
    if given > 2 {
        return Err(vm.type_error(format!("round() takes at most 2 arguments ({given} given)")));
    }
    let [number, digits] = args.bind(vm, "round", &["number", "ndigits"], 2, 1)?.0;
    let number = number.unwrap_or_default();
    let name = vm.names.__round__.clone();
    let digits: Vec<Value> = digits
        .into_iter()
        .filter(|digits| !digits.is_none())
        .collect();
    match vm.call_special(&number, &name, &digits)? {
        Some(result) => Ok(result),
        None => {
            let name = vm.type_name(&number);
            let text = format!("type {} doesn't define __round__ method", name.as_str());
            Err(vm.type_error(text))
        }
    }
}

pub(super) fn divmod(vm: &mut Vm, args: &Args) -> Result {
    let [a, b] = args.exactly(vm, "divmod")?;
    let name = vm.names.__divmod__.clone();
    match vm.call_special(a, &name, std::slice::from_ref(b))? {
        Some(result) if !matches!(result, Value::NotImplemented) => return Ok(result),
        _ => {}
    }
    let name = vm.names.__rdivmod__.clone();
    match vm.call_special(b, &name, std::slice::from_ref(a))? {
        Some(result) if !matches!(result, Value::NotImplemented) => Ok(result),
        _ => {
            let (a, b) = (vm.type_name(a), vm.type_name(b));
            Err(vm.type_error(format!(
                "unsupported operand type(s) for divmod(): '{}' and '{}'",
                a.as_str(),
                b.as_str()
            )))
        }
    }
}

pub(super) fn pow(vm: &mut Vm, args: &Args) -> Result {
    let given = args.positional.len();
    for (at, name) in ["base", "exp"].iter().enumerate() {
        if given <= at && args.keyword(name).is_none() {
            let text = format!("pow() missing required argument '{name}' (pos {})", at + 1);
            return Err(vm.type_error(text));
        }
    }
    let [base, exponent, modulus] = args.bind(vm, "pow", &["base", "exp", "mod"], 3, 2)?.0;
    let (base, exponent) = (base.unwrap_or_default(), exponent.unwrap_or_default());
    let Some(modulus) = modulus.filter(|modulus| !modulus.is_none()) else {
        let names = |vm: &mut Vm| (vm.type_name(&base), vm.type_name(&exponent));
        let numbers = integer(&base).is_some() && integer(&exponent).is_some();
        if !numbers && base.as_str().is_some() {
            let (a, b) = names(vm);
            return Err(vm.type_error(format!(
                "unsupported operand type(s) for ** or pow(): '{}' and '{}'",
                a.as_str(),
                b.as_str()
            )));
        }
        return vm.binary(BinaryOperator::Pow, &base, &exponent);
    };
    let name = vm.names.__pow__.clone();
    let arguments = [exponent.clone(), modulus.clone()];
    match vm.call_special(&base, &name, &arguments)? {
        Some(Value::NotImplemented) | None => {
            let names = [&base, &exponent, &modulus].map(|value| vm.type_name(value));
            if names.iter().any(|name| name.as_str() == "float") {
                return Err(vm.type_error(
                    "pow() 3rd argument not allowed unless all arguments are integers",
                ));
            }
            let [a, b, c] = &names;
            Err(vm.type_error(format!(
                "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
                a.as_str(),
                b.as_str(),
                c.as_str()
            )))
        }
        Some(result) => Ok(result),
    }
}

pub(super) fn sum(vm: &mut Vm, args: &Args) -> Result {
    if args.positional.is_empty() {
        let text = "sum() takes at least 1 positional argument (0 given)";
        return Err(vm.type_error(text));
    }
    let [items, start] = args.bind(vm, "sum", &["iterable", "start"], 2, 1)?.0;
    let mut total = start.unwrap_or(Value::Int(0));
    let kind = if total.as_str().is_some() {
        Some(("strings", "''"))
    } else if bytes_of(&total).is_some() {
        Some(("bytes", "b''"))
    } else {
        None
    };
    if let Some((kind, empty)) = kind {
        return Err(vm.type_error(format!(
            "sum() can't sum {kind} [use {empty}.join(seq) instead]"
        )));
    }
    let iterator = vm.iter(&items.unwrap_or_default())?;
    while let Some(item) = vm.next(&iterator)? {
        total = vm.binary(BinaryOperator::Add, &total, &item)?;
    }
    Ok(total)
}

fn radix(vm: &mut Vm, args: &Args, name: &str, radix: u32, prefix: &str) -> Result {
    let [value] = args.exactly(vm, name)?;
    let index = from_index(vm, value)?;
    let Some(int) = integer(&index) else {
        return Ok(Value::None);
    };
    let sign = if int.is_negative() { "-" } else { "" };
    Ok(Value::str(format!(
        "{sign}{prefix}{}",
        radix_text(int, radix)
    )))
}

pub(super) fn hex(vm: &mut Vm, args: &Args) -> Result {
    radix(vm, args, "hex", 16, "0x")
}

pub(super) fn oct(vm: &mut Vm, args: &Args) -> Result {
    radix(vm, args, "oct", 8, "0o")
}

pub(super) fn bin(vm: &mut Vm, args: &Args) -> Result {
    radix(vm, args, "bin", 2, "0b")
}
