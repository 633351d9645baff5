//! Types as SQL writes them.

use python::object::Value;
use python::vm::{Result, Vm};

use super::object::ColumnType;

/// `VARCHAR(20)`, as the generic dialect has it; the repr where SQL has no word for a type.
pub fn type_sql(vm: &mut Vm, value: &Value) -> Result<String> {
    let Some(data) = value.host::<ColumnType>() else {
        return vm.repr(value);
    };
    let info = data.info;
    if info.sql.is_empty() {
        return decorated(vm, value);
    }
    let mut text = String::from(info.sql);
    let named = info.native.def.name;
    match info.sql {
        "VARCHAR" | "NVARCHAR" | "CHAR" | "NCHAR" | "TEXT" | "CLOB" | "BINARY" | "VARBINARY" => {
            if let Some(length) = attribute(vm, value, "length") {
                text.push_str(&format!("({})", vm.str(&length)?));
            }
            if let Some(collation) = attribute(vm, value, "collation") {
                text.push_str(&format!(" COLLATE {}", vm.str(&collation)?));
            }
        }
        "NUMERIC" | "DECIMAL" => {
            if let Some(precision) = attribute(vm, value, "precision") {
                let precision = vm.str(&precision)?;
                match attribute(vm, value, "scale") {
                    Some(scale) => text.push_str(&format!("({precision}, {})", vm.str(&scale)?)),
                    None => text.push_str(&format!("({precision})")),
                }
            }
        }
        _ if named == "Uuid" => {}
        _ => {}
    }
    Ok(text)
}

fn attribute(vm: &mut Vm, value: &Value, name: &str) -> Option<Value> {
    let name = vm.intern(name);
    vm.instance_attr(value, &name)
        .filter(|value| !value.is_none())
}

/// A type of the program's own: `impl` of a decorator, `get_col_spec()` of a user-defined type.
fn decorated(vm: &mut Vm, value: &Value) -> Result<String> {
    let name = vm.intern("impl");
    if let Some(inner) = vm.find_attr(value, &name)? {
        let inner = super::to_instance(vm, &inner)?;
        return type_sql(vm, &inner);
    }
    let name = vm.intern("get_col_spec");
    if let Some(function) = vm.find_attr(value, &name)? {
        let text = vm.call(&function, &[])?;
        return vm.str(&text);
    }
    vm.repr(value)
}
