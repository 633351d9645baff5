//! `sqlalchemy.ext`: what is built on top of mapped attributes.

pub mod hybrid;

use python::object::Value;
use python::vm::{Result, Vm};

/// Extensions that need nothing but Python are written in it.
const SOURCES: &[(&str, &str)] = &[
    (
        "sqlalchemy.ext.associationproxy",
        include_str!("associationproxy.py"),
    ),
    (
        "sqlalchemy.ext.orderinglist",
        include_str!("orderinglist.py"),
    ),
];

/// Executes the source of a module.
pub fn fill(vm: &mut Vm, module: &Value) -> Result<()> {
    let name = vm.names.__name__.clone();
    let name = vm.get_attr(module, &name)?;
    let Some((_, source)) = SOURCES
        .iter()
        .find(|(known, _)| Some(*known) == name.as_str())
    else {
        return Ok(());
    };
    let globals = vm.instance_dict(module).unwrap_or_default();
    vm.execute_text(&Value::str(*source), &globals, &globals, false)?;
    Ok(())
}
