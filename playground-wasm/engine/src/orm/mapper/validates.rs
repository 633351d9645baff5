//! `@validates`

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Args, Result, Vm};

use crate::native::Keywords;

/// `@validates("name", "other", include_removes=False, include_backrefs=True)`
pub fn validates(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let include_removes = keywords.take_bool(vm, "include_removes")?;
    let include_backrefs = match keywords.take("include_backrefs") {
        Some(value) => vm.truthy(&value)?,
        None => true,
    };
    if let Some(key) = keywords.first() {
        return Err(vm.type_error(format!(
            "validates() got an unexpected keyword argument '{}'",
            key.as_str()
        )));
    }
    let mut captured = vec![Value::Bool(include_removes), Value::Bool(include_backrefs)];
    captured.extend_from_slice(args.positional);
    Ok(vm.native_function("sqlalchemy.orm.mapper", "wrap", mark, captured))
}

/// The decorator: notes on the function what it validates. Captured are the options and the names.
fn mark(vm: &mut Vm, args: &Args) -> Result {
    let Some((function, captured)) = args.positional.split_last() else {
        return Err(vm.type_error("validates() decorates a function"));
    };
    let name = vm.intern("__sa_validators__");
    let notes = vm.tuple(captured.to_vec());
    vm.set_attr(function, &name, notes)?;
    Ok(function.clone())
}

/// What the decorator noted: attribute, `include_removes`, `include_backrefs`.
pub(super) fn read(notes: &Value) -> Vec<(Rc<Str>, bool, bool)> {
    let Some([removes, backrefs, names @ ..]) = notes.as_tuple() else {
        return Vec::new();
    };
    let is_true = |value: &Value| matches!(value, Value::Bool(true));
    names
        .iter()
        .filter_map(|name| {
            Some((
                name.as_str_rc()?.clone(),
                is_true(removes),
                is_true(backrefs),
            ))
        })
        .collect()
}
