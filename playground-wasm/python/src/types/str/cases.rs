//! Upper and lower case.

use super::chars::{push_folded, push_title};
use crate::object::Value;
use crate::vm::{Args, Result, Vm};

/// A method without arguments that makes another text of the receiver.
fn mapped(vm: &mut Vm, args: &Args, name: &str, map: impl FnOnce(&str) -> String) -> Result {
    let text = args.this_str(vm, name)?;
    args.rest().exactly::<0>(vm, &format!("str.{name}"))?;
    vm.charge(text.len() as u64 / 16)?;
    Ok(Value::str(map(text)))
}

pub(super) fn upper(vm: &mut Vm, args: &Args) -> Result {
    mapped(vm, args, "upper", str::to_uppercase)
}

pub(super) fn lower(vm: &mut Vm, args: &Args) -> Result {
    mapped(vm, args, "lower", str::to_lowercase)
}

pub(super) fn casefold(vm: &mut Vm, args: &Args) -> Result {
    mapped(vm, args, "casefold", |text| {
        let mut folded = String::with_capacity(text.len());
        text.chars().for_each(|c| push_folded(&mut folded, c));
        folded
    })
}

pub(super) fn capitalize(vm: &mut Vm, args: &Args) -> Result {
    mapped(vm, args, "capitalize", |text| {
        let mut result = String::with_capacity(text.len());
        let mut chars = text.chars();
        if let Some(first) = chars.next() {
            push_title(&mut result, first);
            result.push_str(&chars.as_str().to_lowercase());
        }
        result
    })
}

pub(super) fn title(vm: &mut Vm, args: &Args) -> Result {
    mapped(vm, args, "title", |text| {
        let mut result = String::with_capacity(text.len());
        let mut in_word = false;
        for c in text.chars() {
            if in_word {
                result.extend(c.to_lowercase());
            } else {
                push_title(&mut result, c);
            }
            in_word = c.is_uppercase() || c.is_lowercase();
        }
        result
    })
}

pub(super) fn swapcase(vm: &mut Vm, args: &Args) -> Result {
    mapped(vm, args, "swapcase", |text| {
        let mut result = String::with_capacity(text.len());
        for c in text.chars() {
            if c.is_uppercase() {
                result.extend(c.to_lowercase());
            } else {
                result.extend(c.to_uppercase());
            }
        }
        result
    })
}
