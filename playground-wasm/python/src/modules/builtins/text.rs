//! Text of values: `repr`, `ascii`, `format`, `chr`, `ord`.

use crate::object::Value;
use crate::types::arguments::bytes_of;
use crate::types::int::{from_index, integer};
use crate::types::str::repr::ascii_of;
use crate::vm::{Args, Result, Vm};

pub(super) fn repr(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "repr")?;
    vm.repr(value).map(Value::str)
}

pub(super) fn ascii(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "ascii")?;
    let repr = vm.repr(value)?;
    Ok(Value::str(ascii_of(&repr)))
}

pub(super) fn format(vm: &mut Vm, args: &Args) -> Result {
    let (value, spec) = match args.between(vm, "format", 1, 2)? {
        [value, spec] => (value, spec.clone()),
        arguments => (&arguments[0], Value::str("")),
    };
    match spec.as_str() {
        Some(spec) => vm.format(value, spec).map(Value::str),
        None => {
            let name = vm.type_name(&spec);
            let text = format!("format() argument 2 must be str, not {}", name.as_str());
            Err(vm.type_error(text))
        }
    }
}

pub(super) fn chr(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "chr")?;
    let index = from_index(vm, value)?;
    let code = integer(&index)
        .and_then(|int| int.to_i64())
        .and_then(|code| u32::try_from(code).ok());
    match (code, code.and_then(char::from_u32)) {
        (_, Some(c)) => Ok(Value::str(c)),
        (Some(0xd800..=0xdfff), None) => Err(vm.unsupported("a lone surrogate in a str")),
        _ => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

pub(super) fn ord(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "ord")?;
    let len = match (value.as_str_rc(), bytes_of(value)) {
        (Some(text), _) => {
            if text.len() == 1 {
                let code = text.chars().next().map_or(0, u32::from);
                return Ok(Value::Int(i64::from(code)));
            }
            text.len()
        }
        (None, Some([byte])) => return Ok(Value::Int(i64::from(*byte))),
        (None, Some(bytes)) => bytes.len(),
        (None, None) => {
            let name = vm.type_name(value);
            return Err(vm.type_error(format!(
                "ord() expected string of length 1, but {} found",
                name.as_str()
            )));
        }
    };
    Err(vm.type_error(format!(
        "ord() expected a character, but string of length {len} found"
    )))
}
