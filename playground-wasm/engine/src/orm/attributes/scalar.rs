//! Attributes that hold a column's value.

use std::rc::Rc;

use python::object::Value;
use python::vm::{Result, Vm};

use super::listeners::{self, Event};
use super::{AttributeImpl, Operation, Runtime, State, Token};
use crate::orm::story::changes;

/// Sets the value: listeners first, then the note of the change, then the value itself.
pub fn set(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    mut value: Value,
    initiator: Option<&Token>,
) -> Result<()> {
    let old = state.get(&attribute.key);
    if !attribute.listeners.set.is_empty() {
        let own = attribute.token(Operation::Replace);
        let token = initiator.unwrap_or(&own);
        value = listeners::fire_set(vm, runtime, attribute, state, value, old.as_ref(), token)?;
    }
    changes::setting_column(vm, runtime, attribute, state, &value);
    state.modified_event(vm, runtime, attribute, old)?;
    state.put(vm, &attribute.key, value);
    Ok(())
}

/// Deletes the value.
pub fn delete(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
) -> Result<()> {
    let old = state.get(&attribute.key);
    if !attribute.listeners.remove.is_empty() {
        let token = attribute.token(Operation::Remove);
        listeners::fire_remove(
            vm,
            runtime,
            attribute,
            state,
            Event {
                value: old.as_ref(),
                token: &token,
                key: None,
            },
        )?;
    }
    let missing = old.is_none();
    state.modified_event(vm, runtime, attribute, old)?;
    let existing = state.remove(&attribute.key);
    if existing.is_none() && missing && state.key.borrow().is_none() {
        let message = format!("{} object does not have a value", attribute.label());
        let class = vm.exceptions.attribute_error.clone();
        return Err(vm.error(&class, message));
    }
    Ok(())
}
