//! Attributes that hold a collection of related objects.

use std::rc::Rc;

use python::object::Value;
use python::vm::{Result, Vm};

use super::listeners::{self, Event};
use super::{AttributeImpl, Operation, Runtime, State, Token};
use crate::orm::collections::{self, Adapter, CollectionClass, Duck};
use crate::orm::story::changes;

/// The collection of an object that has none yet: handed out, kept aside, and put into `__dict__` only when
/// it is first changed.
pub fn empty(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    class: &Rc<CollectionClass>,
    state: &State,
) -> Result {
    if let Some(collection) = state.empty_collection(&attribute.key) {
        return Ok(collection);
    }
    let collection = initialize(vm, runtime, attribute, class, state)?;
    Adapter::expect(vm, runtime, &collection)?.set_empty();
    state.set_empty_collection(&attribute.key, collection.clone());
    Ok(collection)
}

/// A new collection object with its adapter.
fn initialize(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    class: &Rc<CollectionClass>,
    state: &State,
) -> Result {
    let collection = class.make(vm, runtime)?;
    Adapter::attach(vm, runtime, attribute, state, &collection)?;
    listeners::fire_collection_event(
        vm,
        runtime,
        &attribute.listeners.init_collection,
        state,
        &collection,
    )?;
    Ok(collection)
}

/// `instance.key = value`: replaces the whole collection.
pub fn set(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    class: &Rc<CollectionClass>,
    state: &State,
    value: Value,
) -> Result<()> {
    let fresh = initialize(vm, runtime, attribute, class, state)?;
    let given = collections::duck_type(vm, &value);
    if given != class.duck {
        let given = if value.is_none() {
            "None".into()
        } else {
            vm.type_name(&value).as_str().to_owned()
        };
        let wanted = class.duck.map_or("None", Duck::name);
        return Err(vm.type_error(format!(
            "Incompatible collection type: {given} is not {wanted}-like"
        )));
    }
    let (values, keys) = given_members(vm, runtime, &value, given)?;
    let token = attribute.token(Operation::BulkReplace);
    let values = listeners::fire_bulk_replace(vm, runtime, attribute, state, values, keys, &token)?;

    let old = attribute.get(vm, runtime, state)?;
    if old.is(&value) {
        return Ok(());
    }
    let _chapter = changes::replacing(vm, runtime, attribute, state, &old, &values);
    state.modified_event(vm, runtime, attribute, Some(old.clone()))?;
    state.put(vm, &attribute.key, fresh.clone());
    let old_adapter = Adapter::expect(vm, runtime, &old)?;
    collections::bulk_replace(vm, runtime, &values, &old, &old_adapter, &fresh, &token)?;
    Adapter::detach(runtime, &old);
    state.take_empty_collection(&attribute.key);
    listeners::fire_collection_event(
        vm,
        runtime,
        &attribute.listeners.dispose_collection,
        state,
        &old,
    )
}

/// The members of what is assigned, and the keys of a mapping.
fn given_members(
    vm: &mut Vm,
    runtime: &Runtime,
    value: &Value,
    duck: Option<Duck>,
) -> Result<(Vec<Value>, Option<Vec<Value>>)> {
    if let Some(adapter) = Adapter::find(runtime, value) {
        let keys = if duck == Some(Duck::Dict) {
            Some(vm.collect(value)?)
        } else {
            None
        };
        drop(adapter);
        return Ok((collections::iterate(vm, runtime, value)?, keys));
    }
    if duck == Some(Duck::Dict) {
        let keys = vm.collect(value)?;
        let name = vm.names.values.clone();
        let values = vm.call_method(value, &name, &[])?;
        return Ok((vm.collect(&values)?, Some(keys)));
    }
    Ok((vm.collect(value)?, None))
}

/// `del instance.key`: empties the collection with its events, then the key goes.
pub fn delete(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
) -> Result<()> {
    let Some(collection) = state.get(&attribute.key) else {
        return Ok(());
    };
    let _chapter = changes::deleting(vm, runtime, attribute, state);
    state.modified_event(vm, runtime, attribute, None)?;
    for member in collections::iterate(vm, runtime, &collection)? {
        collections::remove(vm, runtime, &collection, member, None)?;
    }
    state.remove(&attribute.key);
    Ok(())
}

/// Appends on behalf of the reverse side.
pub fn append(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    value: Value,
    initiator: &Token,
) -> Result<()> {
    let collection = attribute.get(vm, runtime, state)?;
    collections::append(vm, runtime, &collection, value, Some(initiator))
}

/// Removes on behalf of the reverse side; what is not in is not missed.
pub fn pop(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    value: &Value,
    initiator: &Token,
) -> Result<()> {
    let collection = attribute.get(vm, runtime, state)?;
    changes::not_there(vm, runtime, attribute, state, value);
    let done = collections::remove(vm, runtime, &collection, value.clone(), Some(initiator));
    changes::sought(vm, runtime);
    match done {
        Err(raised) => {
            let missing = [
                &vm.exceptions.value_error,
                &vm.exceptions.key_error,
                &vm.exceptions.index_error,
            ];
            if missing.iter().any(|class| vm.caught(&raised, class)) {
                Ok(())
            } else {
                Err(raised)
            }
        }
        done => done,
    }
}

/// An element enters the collection: listeners (the reverse side among them), the note of the change, the
/// element's parent.
pub fn fire_append(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    value: Value,
    initiator: Option<&Token>,
    key: Option<&Value>,
) -> Result {
    let own = attribute.token(Operation::Append);
    let token = initiator.unwrap_or(&own);
    let chapter = changes::adding(vm, runtime, attribute, state, &value, initiator, key);
    let value = listeners::fire_append(vm, runtime, attribute, state, value, token, key)?;
    if initiator.is_none_or(|token| Rc::ptr_eq(&token.attribute, attribute)) {
        changes::unlinked(vm, runtime, attribute, &value);
    }
    drop(chapter);
    state.modified_event(vm, runtime, attribute, None)?;
    if attribute.trackparent && !value.is_none() {
        let member = State::expect(vm, runtime, &value)?;
        attribute.set_has_parent(vm, &member, state, true)?;
    }
    Ok(value)
}

/// An element that is in the collection already is put in again: cascades only.
pub fn fire_append_without_mutation(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    value: Value,
    initiator: Option<&Token>,
    key: Option<&Value>,
) -> Result {
    let own = attribute.token(Operation::Append);
    let token = initiator.unwrap_or(&own);
    changes::adding_again(vm, runtime, attribute, state, &value, initiator);
    listeners::fire_append_without_mutation(vm, runtime, attribute, state, value, token, key)
}

/// An element leaves the collection.
pub fn fire_remove(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    value: &Value,
    initiator: Option<&Token>,
    key: Option<&Value>,
) -> Result<()> {
    if attribute.trackparent && !value.is_none() {
        let member = State::expect(vm, runtime, value)?;
        attribute.set_has_parent(vm, &member, state, false)?;
    }
    let own = attribute.token(Operation::Remove);
    let token = initiator.unwrap_or(&own);
    let chapter = changes::removing(vm, runtime, attribute, state, value, initiator);
    listeners::fire_remove(
        vm,
        runtime,
        attribute,
        state,
        Event {
            value: Some(value),
            token,
            key,
        },
    )?;
    if initiator.is_none_or(|token| Rc::ptr_eq(&token.attribute, attribute)) {
        changes::unlinked(vm, runtime, attribute, value);
    }
    drop(chapter);
    state.modified_event(vm, runtime, attribute, None)
}
