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

/// Whether an attribute of a class is one that a mapper lists beside its own: a hybrid or an association proxy.
pub fn is_descriptor(vm: &mut Vm, value: &Value) -> bool {
    let class = vm.class_of(value);
    let module = vm.names.__module__.clone();
    let module = vm.class_attr(&class, &module);
    matches!(
        (
            module.as_ref().and_then(Value::as_str),
            class.name().as_str()
        ),
        (
            Some("sqlalchemy.ext.hybrid"),
            "hybrid_property" | "hybrid_method"
        ) | (Some("sqlalchemy.ext.associationproxy"), "AssociationProxy")
    )
}
