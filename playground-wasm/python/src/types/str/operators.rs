//! Construction, operators and subscripts of `str`.

use std::rc::Rc;

use crate::code::CompareOperator;
use crate::object::{Payload, Str, Value};
use crate::types::arguments::{about_type, bytes_of, object};
use crate::types::define::orderings;
use crate::types::int::holds;
use crate::types::slice::{self, Picked};
use crate::types::{format_spec, sequence};
use crate::vm::{Args, Result, Vm};

orderings!(compare_with);

pub(super) fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    let parameters = ["object", "encoding", "errors"];
    let bound = args.rest().bind(vm, "str", &parameters, 3, 0)?.0;
    let text = match &bound {
        [None, None, None] => Rc::new(Str::from("")),
        [Some(value), None, None] => vm.str_value(value)?,
        [value, encoding, errors] => {
            let value = value.clone().unwrap_or_default();
            match bytes_of(&value) {
                Some(bytes) => crate::types::bytes::decode(vm, bytes, encoding, errors)?,
                None if value.as_str().is_some() => {
                    return Err(vm.type_error("decoding str is not supported"));
                }
                None => {
                    let text = "decoding to str: need a bytes-like object, ";
                    let name = vm.type_name(&value);
                    return Err(vm.type_error(format!("{text}{} found", name.as_str())));
                }
            }
        }
    };
    if Rc::ptr_eq(class, &vm.types.str) {
        Ok(Value::Str(text))
    } else {
        Ok(object(class, Payload::Str(text)))
    }
}

pub(super) fn repr(vm: &mut Vm, args: &Args) -> Result {
    let text = args.this_str(vm, "__repr__")?;
    vm.charge(text.len() as u64 / 16)?;
    Ok(Value::str(super::repr::repr_of(text)))
}

pub(super) fn str(vm: &mut Vm, args: &Args) -> Result {
    args.this_str(vm, "__str__")
        .map(|text| Value::Str(text.clone()))
}

pub(super) fn hash(vm: &mut Vm, args: &Args) -> Result {
    args.this_str(vm, "__hash__")
        .map(|text| Value::Int(text.hash()))
}

pub(super) fn len(vm: &mut Vm, args: &Args) -> Result {
    args.this_str(vm, "__len__")
        .map(|text| Value::from(text.len()))
}

pub(super) fn contains(vm: &mut Vm, args: &Args) -> Result {
    let text = args.this_str(vm, "__contains__")?;
    let item = args.at(1);
    match item.as_str() {
        Some(part) => {
            vm.charge(text.len() as u64 / 32)?;
            Ok(Value::Bool(text.contains(part)))
        }
        None => {
            let name = vm.type_name(item);
            let text = "'in <string>' requires string as left operand, not ";
            Err(vm.type_error(format!("{text}{}", name.as_str())))
        }
    }
}

/// The character at an index.
fn char_at(text: &Str, index: usize) -> char {
    if text.is_ascii() {
        char::from(text.as_bytes()[index])
    } else {
        text.chars().nth(index).unwrap_or_default()
    }
}

/// What a slice picks from a string.
pub(crate) fn slice_text(text: &Str, picked: Picked) -> String {
    if picked.step == 1 {
        let start = picked.start as usize;
        return char_range(text, start, start + picked.count).to_string();
    }
    if text.is_ascii() {
        let bytes = text.as_bytes();
        return picked
            .indices()
            .map(|index| char::from(bytes[index]))
            .collect();
    }
    let chars: Vec<char> = text.chars().collect();
    picked.indices().map(|index| chars[index]).collect()
}

/// The characters from one index up to another.
pub(super) fn char_range(text: &Str, start: usize, end: usize) -> &str {
    if text.is_ascii() {
        return &text[start..end.max(start)];
    }
    let mut offsets = text.char_indices().map(|(offset, _)| offset);
    let first = offsets.nth(start).unwrap_or(text.as_str().len());
    if end <= start {
        return "";
    }
    let last = offsets.nth(end - start - 1).unwrap_or(text.as_str().len());
    &text[first..last]
}

/// What finding a character costs: beyond ASCII they are counted from the start.
fn way_to(text: &Str, index: usize) -> u64 {
    if text.is_ascii() {
        return 0;
    }
    index as u64 / 64
}

pub(super) fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let text = args.this_str(vm, "__getitem__")?;
    let key = args.at(1);
    if let Some(parts) = slice::parts(key) {
        let picked = slice::resolve(vm, parts, text.len())?;
        if picked.count == text.len() && picked.step == 1 {
            return Ok(Value::Str(text.clone()));
        }
        vm.charge(picked.count as u64 / 16 + way_to(text, picked.start as usize))?;
        return Ok(Value::str(slice_text(text, picked)));
    }
    match sequence::subscript(vm, key)? {
        Some(index) => match sequence::within(index, text.len()) {
            Some(index) => {
                vm.charge(way_to(text, index))?;
                Ok(Value::str(char_at(text, index)))
            }
            None => Err(vm.index_error("string index out of range")),
        },
        None => Err(about_type(
            vm,
            "string indices must be integers, not ",
            key,
            "",
        )),
    }
}

pub(super) fn add(vm: &mut Vm, args: &Args) -> Result {
    let text = args.this_str(vm, "__add__")?;
    let other = args.at(1);
    let Some(more) = other.as_str() else {
        let reflected = vm.names.__radd__.clone();
        if sequence::defers_to(vm, other, &reflected) {
            return Ok(Value::NotImplemented);
        }
        let name = vm.type_name(other);
        return Err(vm.type_error(format!(
            "can only concatenate str (not \"{}\") to str",
            name.as_str()
        )));
    };
    vm.reserve(text.as_str().len() + more.len())?;
    vm.charge((text.as_str().len() + more.len()) as u64 / 64)?;
    Ok(Value::str([text.as_str(), more].concat()))
}

pub(super) fn mul(vm: &mut Vm, args: &Args) -> Result {
    let text = args.this_str(vm, "__mul__")?;
    let count = args.at(1);
    let reflected = vm.names.__rmul__.clone();
    if sequence::defers_to(vm, count, &reflected) {
        return Ok(Value::NotImplemented);
    }
    let count = sequence::repetitions(vm, count, text.as_str().len(), 1)?;
    Ok(Value::str(text.repeat(count)))
}

pub(super) fn eq(vm: &mut Vm, args: &Args) -> Result {
    let text = args.this_str(vm, "__eq__")?;
    Ok(match args.at(1).as_str() {
        Some(other) => {
            vm.charge(text.as_str().len().min(other.len()) as u64 / 256)?;
            Value::Bool(text.as_str() == other)
        }
        None => Value::NotImplemented,
    })
}

fn compare_with(vm: &mut Vm, args: &Args, op: CompareOperator) -> Result {
    let text = args.this_str(vm, "__lt__")?;
    // UTF-8 sorts as code points do.
    Ok(match args.at(1).as_str() {
        Some(other) => {
            vm.charge(text.as_str().len().min(other.len()) as u64 / 256)?;
            Value::Bool(holds(op, text.as_str().cmp(other)))
        }
        None => Value::NotImplemented,
    })
}

pub(super) fn format(vm: &mut Vm, args: &Args) -> Result {
    let text = args.this_str(vm, "__format__")?;
    let spec = format_spec::argument(vm, args)?;
    if spec.is_empty() {
        return Ok(Value::str(vm.str(args.this())?));
    }
    format_spec::format_str(vm, text, &spec).map(Value::str)
}
