//! `maketrans` and `translate`.

use crate::object::{Dict, Value};
use crate::types::int::integer;
use crate::vm::{Args, Result, Vm};
use std::cell::RefCell;

fn code_of(c: char) -> Value {
    Value::Int(i64::from(u32::from(c)))
}

fn only_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

pub(super) fn maketrans(vm: &mut Vm, args: &Args) -> Result {
    let table = RefCell::new(Dict::default());
    match args.between(vm, "maketrans", 1, 3)? {
        [mapping] => {
            let Some(mapping) = mapping.as_dict() else {
                let text = "if you give only one argument to maketrans it must be a dict";
                return Err(vm.type_error(text));
            };
            let items: Vec<(Value, Value)> = mapping
                .borrow()
                .iter()
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect();
            for (key, value) in items {
                let key = match key.as_str() {
                    Some(text) => match only_char(text) {
                        Some(c) => code_of(c),
                        None => {
                            let text = "string keys in translate table must be of length 1";
                            return Err(vm.value_error(text));
                        }
                    },
                    None if integer(&key).is_some() => key,
                    None => {
                        let text = "keys in translate table must be strings or integers";
                        return Err(vm.type_error(text));
                    }
                };
                vm.dict_set(&table, key, value)?;
            }
        }
        [from, to, rest @ ..] => {
            let from = super::text(
                vm,
                from,
                "first maketrans argument must be a string if there is a second argument",
            )?;
            let to = super::text(vm, to, "maketrans() argument 2 must be str")?;
            if from.chars().count() != to.chars().count() {
                let text = "the first two maketrans arguments must have equal length";
                return Err(vm.value_error(text));
            }
            for (from, to) in from.chars().zip(to.chars()) {
                vm.dict_set(&table, code_of(from), code_of(to))?;
            }
            if let [dropped] = rest {
                let dropped = super::text(vm, dropped, "maketrans() argument 3 must be str")?;
                for c in dropped.chars() {
                    vm.dict_set(&table, code_of(c), Value::None)?;
                }
            }
        }
        [] => {}
    }
    Ok(vm.dict(table.into_inner()))
}

pub(super) fn translate(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "translate")?;
    let [table] = args.rest().exactly(vm, "str.translate")?;
    let mut text = String::with_capacity(this.as_str().len());
    let missing = vm.exceptions.lookup_error.clone();
    for c in this.chars() {
        vm.charge(1)?;
        let mapped = match table.as_dict() {
            Some(table) => vm.dict_get(table, &code_of(c))?,
            None => match vm.get_item(table, &code_of(c)) {
                Ok(value) => Some(value),
                Err(raised) if vm.caught(&raised, &missing) => None,
                Err(raised) => return Err(raised),
            },
        };
        match mapped {
            None => text.push(c),
            Some(Value::None) => {}
            Some(value) => match (value.as_str(), integer(&value)) {
                (Some(replacement), _) => {
                    vm.reserve(text.len() + replacement.len())?;
                    text.push_str(replacement);
                }
                (None, Some(code)) => {
                    let code = code.to_i64().and_then(|code| u32::try_from(code).ok());
                    match code.and_then(char::from_u32) {
                        Some(c) => text.push(c),
                        None => {
                            let text = "character mapping must be in range(0x110000)";
                            return Err(vm.value_error(text));
                        }
                    }
                }
                (None, None) => {
                    let text = "character mapping must return integer, None or str";
                    return Err(vm.type_error(text));
                }
            },
        }
    }
    Ok(Value::str(text))
}
