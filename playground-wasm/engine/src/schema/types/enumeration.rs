//! `Enum`

use python::object::{MethodDef, Value};
use python::vm::{Args, Result, Vm};

use crate::native::{Keywords, method};

pub(super) const INIT: MethodDef = method("__init__", init);
pub(super) const REPR: MethodDef = method("__repr__", repr);

/// The members' names of an enumeration class, if it is one.
fn member_names(vm: &mut Vm, value: &Value) -> Result<Option<Vec<Value>>> {
    if value.as_class().is_none() {
        return Ok(None);
    }
    let name = vm.intern("__members__");
    match vm.find_attr(value, &name)? {
        Some(members) => vm.collect(&members).map(Some),
        None => Ok(None),
    }
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let this = args.positional[0].clone();
    let given = &args.positional[1..];
    let mut keywords = Keywords::of(args);
    let mut enum_class = Value::None;
    let mut name = keywords.take("name").unwrap_or(Value::None);
    let mut values = given.to_vec();
    if let [only] = given
        && let Some(names) = member_names(vm, only)?
    {
        enum_class = only.clone();
        if name.is_none() {
            let class = only.as_class().expect("it has members").name();
            name = Value::str(class.to_lowercase());
        }
        values = names;
        if let Some(callable) = keywords.take_some("values_callable") {
            let chosen = vm.call(&callable, std::slice::from_ref(only))?;
            values = vm.collect(&chosen)?;
        }
    }
    let longest = values
        .iter()
        .filter_map(Value::as_str)
        .map(|text| text.chars().count())
        .max();
    let length = match keywords.take_some("length") {
        Some(length) => length,
        None => Value::from(longest.unwrap_or(0)),
    };
    let native = keywords.take("native_enum").unwrap_or(Value::Bool(true));
    let enums = vm.list(values);
    for (attribute, value) in [
        ("enums", enums),
        ("enum_class", enum_class),
        ("name", name),
        ("length", length),
        ("collation", Value::None),
        ("native_enum", native),
    ] {
        let attribute = vm.intern(attribute);
        vm.generic_set_attr(&this, &attribute, value)?;
    }
    for (key, value) in keywords.rest() {
        vm.generic_set_attr(&this, &key, value)?;
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let this = &args.positional[0];
    let mut parts = Vec::new();
    let enums = vm.intern("enums");
    if let Some(enums) = vm.instance_attr(this, &enums) {
        for value in vm.collect(&enums)? {
            parts.push(vm.repr(&value)?);
        }
    }
    for (attribute, default) in [("name", Value::None), ("native_enum", Value::Bool(true))] {
        let name = vm.intern(attribute);
        if let Some(value) = vm
            .instance_attr(this, &name)
            .filter(|value| !value.is(&default))
        {
            parts.push(format!("{attribute}={}", vm.repr(&value)?));
        }
    }
    Ok(Value::str(format!("Enum({})", parts.join(", "))))
}
