//! Where mapping meets instances: what the mapper asks of the attributes, and they of it.

use std::rc::Rc;

use python::object::{Class, Str};
use python::vm::{Result, Vm};

use super::mapper::Mapper;
use super::property::{ColumnProperty, MapperProperty};
use super::relationship::Relationship;
use crate::handle::Handle;

/// A class has been mapped: gives it its manager (kept as [`Class::host`], from where [`mapper_of`] answers)
/// and its `__init__`. Attributes come by [`register_descriptor`].
pub fn instrument_class(vm: &mut Vm, mapper: &Handle<Mapper>) -> Result<()> {
    let _ = (vm, mapper);
    Ok(())
}

/// A mapper (the property's own, or one that inherits it) has got a property: puts the `InstrumentedAttribute`
/// on `mapper.class`. Called when the class is mapped, before configuration.
pub fn register_descriptor(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    key: &Rc<Str>,
    property: &MapperProperty,
) -> Result<()> {
    let _ = (vm, mapper, key, property);
    Ok(())
}

/// Configuration has come to a column: the attribute of `mapper.class` gets its impl. Called for the
/// property's own mapper and for each that inherits it.
pub fn register_column(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    property: &Handle<ColumnProperty>,
) -> Result<()> {
    let _ = (vm, mapper, property);
    Ok(())
}

/// Configuration is through with a relationship: the attribute of `mapper.class` gets its impl (by
/// `is_collection()`, `collection_class`, `tracks_parent()`, `active_history`) and its built-in listeners
/// (validators, cascades, and the backref handlers if `back_populates` is set and `syncs_backref()`).
pub fn register_relationship(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    relationship: &Handle<Relationship>,
) -> Result<()> {
    let _ = (vm, mapper, relationship);
    Ok(())
}

/// The mapper of a class, if that very class is mapped.
pub fn mapper_of(class: &Class) -> Option<Handle<Mapper>> {
    let _ = class;
    None
}
