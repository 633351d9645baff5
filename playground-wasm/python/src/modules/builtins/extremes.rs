//! `min` and `max`

use super::attributes::holds;
use crate::code::CompareOperator;
use crate::object::Value;
use crate::vm::{Args, Result, Vm};

pub(super) fn min(vm: &mut Vm, args: &Args) -> Result {
    extreme(vm, args, "min", CompareOperator::Lt)
}

pub(super) fn max(vm: &mut Vm, args: &Args) -> Result {
    extreme(vm, args, "max", CompareOperator::Gt)
}

/// The first item that no other exceeds in the sense of `op`.
fn extreme(vm: &mut Vm, args: &Args, name: &str, op: CompareOperator) -> Result {
    for (key, _) in args.keywords() {
        if !matches!(key.as_str(), "key" | "default") {
            let text = format!(
                "'{}' is an invalid keyword argument for {name}()",
                key.as_str()
            );
            return Err(vm.type_error(text));
        }
    }
    let key = args.keyword("key").filter(|key| !key.is_none());
    let default = args.keyword("default");
    let items = match args.positional {
        [] => {
            return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0")));
        }
        [items] => vm.iter(items)?,
        _ if default.is_some() => {
            return Err(vm.type_error(format!(
                "Cannot specify a default for {name}() with multiple positional arguments"
            )));
        }
        several => {
            let several = vm.tuple(several.to_vec());
            vm.iter(&several)?
        }
    };
    let mut best: Option<(Value, Value)> = None;
    while let Some(item) = vm.next(&items)? {
        let rank = match key {
            Some(key) => vm.call(key, std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        let better = match &best {
            Some((_, champion)) => holds(vm, op, &rank, champion)?,
            None => true,
        };
        if better {
            best = Some((item, rank));
        }
    }
    match (best, default) {
        (Some((item, _)), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.value_error(format!("{name}() arg is an empty sequence"))),
    }
}
