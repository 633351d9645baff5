//! Which column type belongs to which Python type.

use std::rc::Rc;

use python::object::{Class, Value};
use python::vm::{Result, Vm};

use super::object::{ColumnType, plain};
use super::{
    BOOLEAN, DATE, DATE_TIME, DOUBLE, ENUM, INTEGER, INTERVAL, LARGE_BINARY, NULL_TYPE, NUMERIC,
    STRING, TIME, UUID_,
};
use crate::native::Native;

/// Classes of the library, by module and name: they are compared so that nothing needs importing.
const LIBRARY: &[(&str, &str, &Native)] = &[
    ("uuid", "UUID", &UUID_),
    ("decimal", "Decimal", &NUMERIC),
    ("datetime", "datetime", &DATE_TIME),
    ("datetime", "date", &DATE),
    ("datetime", "time", &TIME),
    ("datetime", "timedelta", &INTERVAL),
    ("enum", "Enum", &ENUM),
];

/// The entry of SQLAlchemy's own table for exactly this class.
fn exact(vm: &mut Vm, class: &Rc<Class>) -> Option<&'static Native> {
    let types = &vm.types;
    let builtins: [(&Rc<Class>, &'static Native); 6] = [
        (&types.int, &INTEGER),
        (&types.str, &STRING),
        (&types.bool, &BOOLEAN),
        (&types.float, &DOUBLE),
        (&types.bytes, &LARGE_BINARY),
        (&types.none_type, &NULL_TYPE),
    ];
    if let Some((_, native)) = builtins
        .iter()
        .find(|(builtin, _)| Rc::ptr_eq(builtin, class))
    {
        return Some(native);
    }
    let (module, name) = named(vm, class);
    LIBRARY
        .iter()
        .find(|entry| entry.0 == module && entry.1 == name)
        .map(|entry| entry.2)
}

fn named(vm: &mut Vm, class: &Rc<Class>) -> (String, String) {
    let full = vm.full_name(class);
    match full.rsplit_once('.') {
        Some((module, name)) => (module.to_owned(), name.to_owned()),
        None => (String::new(), full),
    }
}

/// The column type for the class in an annotation. A class is matched by itself; what derives from another
/// must be in the program's own map, except for enumerations.
pub fn for_python_type(vm: &mut Vm, class: &Rc<Class>) -> Result<Option<Value>> {
    if let Some(native) = exact(vm, class) {
        if std::ptr::eq(native, &ENUM) {
            return Ok(None);
        }
        return plain(vm, native).map(Some);
    }
    let mro = class.mro.borrow().clone();
    for base in mro.iter().skip(1) {
        if exact(vm, base).is_some_and(|native| std::ptr::eq(native, &ENUM)) {
            let class = Value::Class(class.clone());
            let enumeration = ENUM.value(vm);
            return vm.call(&enumeration, &[class]).map(Some);
        }
    }
    Ok(None)
}

/// The column type for a literal value; `NullType` if there is none.
pub fn for_value(vm: &mut Vm, value: &Value) -> Result {
    let class = vm.class_of(value);
    match exact(vm, &class) {
        Some(native) => plain(vm, native),
        None => plain(vm, &NULL_TYPE),
    }
}

/// `type.python_type`
pub(super) fn python_type_of(vm: &mut Vm, value: &Value) -> Result {
    let Some(data) = value.host::<ColumnType>() else {
        return Err(vm.unsupported("python_type of this type"));
    };
    let mro = vm.class_of(value).mro.borrow().clone();
    let _ = data;
    for class in mro.iter() {
        let name = class.name();
        let builtin = match name.as_str() {
            "Integer" => &vm.types.int,
            "Enum" | "String" => &vm.types.str,
            "Boolean" => &vm.types.bool,
            "Float" => &vm.types.float,
            "_Binary" => &vm.types.bytes,
            "TypeEngine" => &vm.types.object,
            "ARRAY" => &vm.types.list,
            _ => {
                let library = match name.as_str() {
                    "Numeric" => ("decimal", "Decimal"),
                    "DateTime" => ("datetime", "datetime"),
                    "Date" => ("datetime", "date"),
                    "Time" => ("datetime", "time"),
                    "Interval" => ("datetime", "timedelta"),
                    "Uuid" => ("uuid", "UUID"),
                    _ => continue,
                };
                let module = vm.import(library.0)?;
                let name = vm.intern(library.1);
                return vm.get_attr(&module, &name);
            }
        };
        return Ok(Value::Class(builtin.clone()));
    }
    Ok(Value::None)
}
