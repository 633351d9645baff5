//! The discriminator of new instances.

use python::object::Value;
use python::vm::{Result, Vm};

use super::Mapper;
use crate::exc;
use crate::handle::Handle;

/// Sets the attribute of `polymorphic_on` to the class's identity.
pub fn set_polymorphic_identity(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    instance: &Value,
) -> Result<()> {
    let Some(key) = mapper.polymorphic_key.borrow().clone() else {
        return Ok(());
    };
    let identity = mapper.polymorphic_identity.borrow().clone();
    if identity.is_none() && mapper.polymorphic_abstract {
        let text = format!(
            "Can't instantiate class for {}; mapper is marked polymorphic_abstract=True",
            mapper.describe()
        );
        return Err(exc::INVALID_REQUEST_ERROR.error(vm, text));
    }
    vm.set_attr(instance, &key, identity)
}
