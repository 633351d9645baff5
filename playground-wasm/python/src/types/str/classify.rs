//! `isalpha` and its like.

use super::chars::{digit_value, is_digit, is_identifier, is_printable, is_space};
use crate::object::Value;
use crate::vm::{Args, Result, Vm};

fn check(vm: &mut Vm, args: &Args, name: &str, test: impl FnOnce(&str) -> bool) -> Result {
    let text = args.this_str(vm, name)?;
    args.rest().exactly::<0>(vm, &format!("str.{name}"))?;
    vm.charge(text.len() as u64 / 4)?;
    Ok(Value::Bool(test(text)))
}

/// Whether there is a character and all are of a kind.
fn all(test: fn(char) -> bool) -> impl FnOnce(&str) -> bool {
    move |text| !text.is_empty() && text.chars().all(test)
}

fn is_numeric(c: char) -> bool {
    c.is_numeric() || is_digit(c)
}

pub(super) fn isalnum(vm: &mut Vm, args: &Args) -> Result {
    check(
        vm,
        args,
        "isalnum",
        all(|c| c.is_alphabetic() || is_numeric(c)),
    )
}

pub(super) fn isalpha(vm: &mut Vm, args: &Args) -> Result {
    check(vm, args, "isalpha", all(char::is_alphabetic))
}

pub(super) fn isascii(vm: &mut Vm, args: &Args) -> Result {
    check(vm, args, "isascii", str::is_ascii)
}

pub(super) fn isdecimal(vm: &mut Vm, args: &Args) -> Result {
    check(vm, args, "isdecimal", all(|c| digit_value(c).is_some()))
}

pub(super) fn isdigit(vm: &mut Vm, args: &Args) -> Result {
    check(vm, args, "isdigit", all(is_digit))
}

pub(super) fn isnumeric(vm: &mut Vm, args: &Args) -> Result {
    check(vm, args, "isnumeric", all(is_numeric))
}

pub(super) fn isidentifier(vm: &mut Vm, args: &Args) -> Result {
    check(vm, args, "isidentifier", is_identifier)
}

pub(super) fn isprintable(vm: &mut Vm, args: &Args) -> Result {
    check(vm, args, "isprintable", |text| {
        text.chars().all(is_printable)
    })
}

pub(super) fn isspace(vm: &mut Vm, args: &Args) -> Result {
    check(vm, args, "isspace", all(is_space))
}

pub(super) fn islower(vm: &mut Vm, args: &Args) -> Result {
    check(vm, args, "islower", |text| {
        text.chars().any(char::is_lowercase) && !text.chars().any(char::is_uppercase)
    })
}

pub(super) fn isupper(vm: &mut Vm, args: &Args) -> Result {
    check(vm, args, "isupper", |text| {
        text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
    })
}

pub(super) fn istitle(vm: &mut Vm, args: &Args) -> Result {
    check(vm, args, "istitle", |text| {
        let (mut found, mut in_word) = (false, false);
        for c in text.chars() {
            if c.is_uppercase() && in_word || c.is_lowercase() && !in_word {
                return false;
            }
            in_word = c.is_uppercase() || c.is_lowercase();
            found |= in_word;
        }
        found
    })
}
