//! Instances of column types.

use std::rc::Rc;

use python::object::{Class, Host, MethodDef, Value};
use python::vm::{Args, Result, Vm};

use super::python_types;
use super::sql::type_sql;
use super::table::{INFOS, Info, NULL_TYPE, Standard, TYPE_ENGINE};
use crate::native::{Native, getter, method, static_method};

/// What an instance of a type carries. Its parameters are attributes of the object.
pub struct ColumnType {
    /// The class that it is an instance of, or the nearest of ours that its class derives from.
    pub info: &'static Info,
}

impl Host for ColumnType {}

pub(super) const NEW: MethodDef = static_method("__new__", new);
pub(super) const INIT: MethodDef = method("__init__", init);
pub(super) const REPR: MethodDef = method("__repr__", repr);
pub(super) const STR: MethodDef = method("__str__", str);
pub(super) const PYTHON_TYPE: MethodDef = getter("python_type", python_type);

/// What is known of a class: its own entry, or that of the nearest class of ours that it derives from.
fn info_of(class: &Rc<Class>) -> &'static Info {
    let mro = class.mro.borrow();
    mro.iter()
        .filter_map(|class| class.def)
        .find_map(|def| {
            INFOS
                .iter()
                .find(|info| std::ptr::eq(&info.native.def, def))
        })
        .unwrap_or_else(|| INFOS.last().expect("TypeEngine is there"))
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.positional[0]
        .as_class()
        .expect("type.__call__ passes the class")
        .clone();
    let info = info_of(&class);
    Ok(vm.host_object(&class, ColumnType { info }))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let this = &args.positional[0];
    let class = vm.class_of(this);
    let info = this.host::<ColumnType>().expect("made by __new__").info;
    if class.is_user_defined() && info.parameters.is_empty() {
        return Ok(Value::None);
    }
    let name = class.name();
    let given = args.rest();
    if info.parameters.is_empty() && (!given.positional.is_empty() || !given.names.is_empty()) {
        return Err(vm.type_error(format!("{}() takes no arguments", &**name)));
    }
    if given.positional.len() > info.parameters.len() {
        let least = info
            .parameters
            .iter()
            .filter(|(_, default)| matches!(default, Standard::Required))
            .count();
        return Err(vm.type_error(format!(
            "{}.__init__() takes from {} to {} positional arguments but {} were given",
            &**name,
            least + 1,
            info.parameters.len() + 1,
            given.positional.len() + 1
        )));
    }
    for (key, _) in given.keywords() {
        if !info
            .parameters
            .iter()
            .any(|(name, _)| *name == key.as_str())
        {
            return Err(vm.type_error(format!(
                "{}.__init__() got an unexpected keyword argument '{}'",
                &**name, &***key
            )));
        }
    }
    for (index, (parameter, default)) in info.parameters.iter().enumerate() {
        let value = match given
            .positional
            .get(index)
            .or_else(|| given.keyword(parameter))
        {
            Some(value) if matches!(default, Standard::Required) => to_instance(vm, value)?,
            Some(value) => value.clone(),
            None => match default {
                Standard::None => Value::None,
                Standard::Bool(value) => Value::Bool(*value),
                Standard::Required => {
                    return Err(vm.type_error(format!(
                        "{}.__init__() missing 1 required positional argument: '{parameter}'",
                        &**name
                    )));
                }
            },
        };
        let parameter = vm.intern(parameter);
        vm.generic_set_attr(this, &parameter, value)?;
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let this = &args.positional[0];
    let class = vm.class_of(this);
    let info = this.host::<ColumnType>().expect("made by __new__").info;
    let mut parts = Vec::new();
    for (parameter, default) in info.parameters {
        let name = vm.intern(parameter);
        let Some(value) = vm.instance_attr(this, &name) else {
            continue;
        };
        match (default, &value) {
            (Standard::None, Value::None) => {}
            (Standard::Bool(default), Value::Bool(value)) if default == value => {}
            (Standard::Required, _) => parts.push(vm.repr(&value)?),
            _ => parts.push(format!("{parameter}={}", vm.repr(&value)?)),
        }
    }
    Ok(Value::str(format!(
        "{}({})",
        &**class.name(),
        parts.join(", ")
    )))
}

fn str(vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::str(type_sql(vm, &args.positional[0])?))
}

fn python_type(vm: &mut Vm, args: &Args) -> Result {
    python_types::python_type_of(vm, &args.positional[0])
}

/// An instance of a class without parameters, or with their defaults.
pub fn plain(vm: &mut Vm, native: &'static Native) -> Result {
    let class = native.class(vm);
    make(vm, &class)
}

/// `NullType()`
pub fn null_type(vm: &mut Vm) -> Result {
    plain(vm, &NULL_TYPE)
}

fn make(vm: &mut Vm, class: &Rc<Class>) -> Result {
    if class.is_user_defined() {
        return vm.call(&Value::Class(class.clone()), &[]);
    }
    let value = new(vm, &Args::new(&[Value::Class(class.clone())]))?;
    let special = class.def.is_some_and(|def| def.name == "Enum");
    if !special {
        init(vm, &Args::new(std::slice::from_ref(&value)))?;
    }
    Ok(value)
}

/// Whether a value is a type, as an instance or as a class.
pub fn is_type(vm: &mut Vm, value: &Value) -> bool {
    if value.host::<ColumnType>().is_some() {
        return true;
    }
    match value {
        Value::Class(class) => {
            let engine = TYPE_ENGINE.class(vm);
            class.is_subclass(&engine)
        }
        _ => false,
    }
}

/// An instance of a type that was given as an instance or as a class.
pub fn to_instance(vm: &mut Vm, value: &Value) -> Result {
    match value {
        Value::Class(class) => make(vm, &class.clone()),
        Value::None | Value::Unbound => null_type(vm),
        other => Ok(other.clone()),
    }
}

/// Whether it is `NullType()`, or none at all.
pub fn is_null(value: &Value) -> bool {
    match value.host::<ColumnType>() {
        Some(data) => std::ptr::eq(data.info.native, &NULL_TYPE),
        None => true,
    }
}
