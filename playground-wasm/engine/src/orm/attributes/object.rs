//! Attributes that hold one related object.

use std::rc::Rc;

use python::object::Value;
use python::vm::{Result, Vm};

use super::listeners::{self, Event};
use super::{AttributeImpl, Operation, Runtime, State, Token};
use crate::orm::story::changes;

/// The value so far: in `__dict__`, or none. With active history an attribute that was never set is `None`.
fn old_value(attribute: &AttributeImpl, state: &State) -> Option<Value> {
    let held = state.get(&attribute.key);
    if attribute.listeners.active_history.get() {
        held.or(Some(Value::None))
    } else {
        held
    }
}

/// Sets the object. With `check_old` it is the reverse side that takes its object out: nothing happens unless
/// that is the current value.
pub fn set(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    value: Value,
    initiator: Option<&Token>,
    check_old: Option<&Value>,
) -> Result<()> {
    let old = old_value(attribute, state);
    if let Some(expected) = check_old {
        let current = old.as_ref();
        if !current.is_some_and(|current| current.is(expected)) {
            changes::left_alone(vm, runtime, attribute, state, current);
            return Ok(());
        }
    }
    let own = attribute.token(Operation::Replace);
    let token = initiator.unwrap_or(&own);
    let change = (old.as_ref(), &value);
    let chapter = changes::setting(vm, runtime, attribute, state, change, initiator);
    let unchanged = old.as_ref().is_some_and(|old| old.is(&value));
    let value = fire_replace(vm, runtime, attribute, state, value, old, token)?;
    if initiator.is_none() && !unchanged {
        changes::unlinked(vm, runtime, attribute, &value);
    }
    drop(chapter);
    state.put(vm, &attribute.key, value);
    Ok(())
}

fn fire_replace(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    value: Value,
    old: Option<Value>,
    token: &Token,
) -> Result {
    if attribute.trackparent
        && let Some(previous) = old
            .as_ref()
            .filter(|previous| !previous.is_none() && !previous.is(&value))
    {
        let member = State::expect(vm, runtime, previous)?;
        attribute.set_has_parent(vm, &member, state, false)?;
    }
    let value = listeners::fire_set(vm, runtime, attribute, state, value, old.as_ref(), token)?;
    state.modified_event(vm, runtime, attribute, old)?;
    if attribute.trackparent && !value.is_none() {
        let member = State::expect(vm, runtime, &value)?;
        attribute.set_has_parent(vm, &member, state, true)?;
    }
    Ok(value)
}

/// Deletes the object: the remove event, then the key goes.
pub fn delete(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
) -> Result<()> {
    let old = old_value(attribute, state);
    if attribute.trackparent
        && let Some(previous) = old.as_ref().filter(|previous| !previous.is_none())
    {
        let member = State::expect(vm, runtime, previous)?;
        attribute.set_has_parent(vm, &member, state, false)?;
    }
    let token = attribute.token(Operation::Remove);
    let _chapter = changes::deleting(vm, runtime, attribute, state);
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
    state.modified_event(vm, runtime, attribute, old)?;
    let existing = state.remove(&attribute.key);
    if existing.is_none() && state.key.borrow().is_none() {
        let message = format!("{} object does not have a value", attribute.label());
        let class = vm.exceptions.attribute_error.clone();
        return Err(vm.error(&class, message));
    }
    Ok(())
}
