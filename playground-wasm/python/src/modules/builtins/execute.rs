//! `__import__`

use crate::types::arguments::about_type;
use crate::vm::{Args, Result, Vm};

pub(super) fn import(vm: &mut Vm, args: &Args) -> Result {
    let parameters = ["name", "globals", "locals", "fromlist", "level"];
    let [name, _, _, from, _] = args.bind(vm, "__import__", &parameters, 5, 1)?.0;
    let name = name.unwrap_or_default();
    let Some(dotted) = name.as_str() else {
        return Err(about_type(
            vm,
            "__import__() argument 1 must be str, not ",
            &name,
            "",
        ));
    };
    let module = vm.import(dotted)?;
    let whole = match from {
        Some(from) => vm.truthy(&from)?,
        None => false,
    };
    match dotted.split_once('.') {
        Some((first, _)) if !whole => vm.import(first),
        _ => Ok(module),
    }
}

/// The names of the program at hand.
pub(super) fn locals(vm: &mut Vm, _args: &Args) -> Result {
    Ok(vm.main_globals())
}
