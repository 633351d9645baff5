//! The class that a relationship refers to.

use python::object::Value;
use python::vm::{Result, Vm};

use super::Relationship;
use crate::exc;
use crate::handle::Handle;
use crate::orm::clsregistry::Resolver;
use crate::orm::inspect::class_mapper;
use crate::orm::mapper::Mapper;

/// Finds the mapper of the other side.
pub fn setup(vm: &mut Vm, relationship: &Handle<Relationship>) -> Result<()> {
    if relationship.mapper.get().is_some() {
        return Ok(());
    }
    let argument = relationship.arguments.borrow().argument.clone();
    let resolved = match argument.as_str() {
        Some(text) => Resolver { relationship, text }.class(vm)?,
        None if matches!(argument, Value::Obj(_))
            && argument.host::<Mapper>().is_none()
            && vm.is_callable(&argument) =>
        {
            vm.call(&argument, &[])?
        }
        None => argument,
    };
    let mapper = match &resolved {
        Value::Class(class) => class_mapper(vm, class)?,
        other => match Handle::<Mapper>::of(other) {
            Some(mapper) => mapper,
            None => {
                let class = vm.class_of(other);
                let shown = vm.str(&Value::Class(class))?;
                let text = format!(
                    "relationship '{}' expects a class or a mapper argument (received: {shown})",
                    relationship.key().as_str()
                );
                return Err(exc::ARGUMENT_ERROR.error(vm, text));
            }
        },
    };
    let _ = relationship.mapper.set(mapper);
    Ok(())
}
