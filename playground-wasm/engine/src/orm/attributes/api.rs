//! `sqlalchemy.orm.attributes`: the functions by which a program reaches below its attributes.

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Args, Result, Vm};

use super::{AttributeImpl, HISTORY, INSTRUMENTED_ATTRIBUTE, Kind, TOKEN, fire_modified, history};
use crate::exc;
use crate::native::{Entry, Item};
use crate::orm::collections::{self, Adapter, Initiator};
use crate::orm::runtime::Runtime;
use crate::orm::state::{Committed, State};
use crate::orm::{constants, inspection};

/// What `sqlalchemy.orm.attributes` offers.
pub const NAMES: &[Entry] = &[
    ("AttributeEventToken", Item::Class(&TOKEN)),
    ("Event", Item::Class(&TOKEN)),
    ("History", Item::Class(&HISTORY)),
    (
        "InstrumentedAttribute",
        Item::Class(&INSTRUMENTED_ATTRIBUTE),
    ),
    ("InstanceState", Item::Class(&inspection::INSTANCE_STATE)),
    (
        "NO_VALUE",
        Item::Value(|vm| Ok(Runtime::of(vm).no_value.clone())),
    ),
    (
        "NEVER_SET",
        Item::Value(|vm| Ok(Runtime::of(vm).no_value.clone())),
    ),
    (
        "NO_KEY",
        Item::Value(|vm| Ok(Runtime::of(vm).no_key.clone())),
    ),
    (
        "OP_APPEND",
        Item::Value(|vm| Ok(constants::operation(vm, "APPEND"))),
    ),
    (
        "OP_BULK_REPLACE",
        Item::Value(|vm| Ok(constants::operation(vm, "BULK_REPLACE"))),
    ),
    (
        "OP_MODIFIED",
        Item::Value(|vm| Ok(constants::operation(vm, "MODIFIED"))),
    ),
    (
        "OP_REMOVE",
        Item::Value(|vm| Ok(constants::operation(vm, "REMOVE"))),
    ),
    (
        "OP_REPLACE",
        Item::Value(|vm| Ok(constants::operation(vm, "REPLACE"))),
    ),
    ("get_history", Item::Function(get_history)),
    ("get_attribute", Item::Function(get_attribute)),
    ("set_attribute", Item::Function(set_attribute)),
    ("del_attribute", Item::Function(del_attribute)),
    ("set_committed_value", Item::Function(set_committed_value)),
    ("flag_modified", Item::Function(flag_modified)),
    ("flag_dirty", Item::Function(flag_dirty)),
    ("instance_state", Item::Function(instance_state)),
    ("instance_dict", Item::Function(instance_dict)),
];

/// The state of an instance and the implementation of one of its attributes.
fn target(
    vm: &mut Vm,
    runtime: &Runtime,
    instance: &Value,
    key: &Value,
) -> Result<(State, Rc<AttributeImpl>)> {
    let state = State::expect(vm, runtime, instance)?;
    let name: Option<Rc<Str>> = key.as_str_rc().cloned();
    match name.and_then(|name| state.manager.attribute(&name)) {
        Some(attribute) => Ok((state, attribute)),
        None => Err(vm.key_error(key)),
    }
}

/// `get_history(instance, key)`
fn get_history(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let given = args.between(vm, "get_history", 2, 3)?;
    let (state, attribute) = target(vm, &runtime, &given[0], &given[1])?;
    history(vm, &runtime, &attribute, &state, true)
}

/// `get_attribute(instance, key)`
fn get_attribute(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [instance, key] = args.exactly(vm, "get_attribute")?;
    let (state, attribute) = target(vm, &runtime, instance, key)?;
    attribute.get(vm, &runtime, &state)
}

/// `set_attribute(instance, key, value)`
fn set_attribute(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [instance, key, value] = args.exactly(vm, "set_attribute")?;
    let (state, attribute) = target(vm, &runtime, instance, key)?;
    attribute.set(vm, &runtime, &state, value.clone(), None)?;
    Ok(Value::None)
}

/// `del_attribute(instance, key)`
fn del_attribute(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [instance, key] = args.exactly(vm, "del_attribute")?;
    let (state, attribute) = target(vm, &runtime, instance, key)?;
    attribute.delete(vm, &runtime, &state)?;
    Ok(Value::None)
}

/// `set_committed_value(instance, key, value)`: without events and without history.
fn set_committed_value(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [instance, key, value] = args.exactly(vm, "set_committed_value")?;
    let (state, attribute) = target(vm, &runtime, instance, key)?;
    let value = match &attribute.kind {
        Kind::Collection(class) => {
            let collection = class.make(vm, &runtime)?;
            Adapter::attach(vm, &runtime, &attribute, &state, &collection)?;
            if vm.truthy(value)? {
                let members = match collections::duck_type(vm, value) {
                    Some(collections::Duck::Dict) => {
                        let values = vm.names.values.clone();
                        let values = vm.call_method(value, &values, &[])?;
                        vm.collect(&values)?
                    }
                    _ => vm.collect(value)?,
                };
                for member in members {
                    class.append(vm, &runtime, &collection, member, Initiator::Silent)?;
                }
            }
            state.take_empty_collection(&attribute.key);
            collection
        }
        _ => value.clone(),
    };
    state.put(vm, &attribute.key, value.clone());
    state.commit(&attribute.key);
    Ok(value)
}

/// `flag_modified(instance, key)`
fn flag_modified(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [instance, key] = args.exactly(vm, "flag_modified")?;
    let (state, attribute) = target(vm, &runtime, instance, key)?;
    fire_modified(vm, &runtime, &attribute, &state)?;
    if state.get(&attribute.key).is_none() {
        let message = format!(
            "Can't flag attribute '{}' modified; it's not present in the object state",
            attribute.key.as_str()
        );
        return Err(exc::INVALID_REQUEST_ERROR.error(vm, message));
    }
    state.commit(&attribute.key);
    state
        .committed
        .borrow_mut()
        .push((attribute.key.clone(), Committed::NoValue));
    state.modified.set(true);
    Ok(Value::None)
}

/// `flag_dirty(instance)`
fn flag_dirty(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [instance] = args.exactly(vm, "flag_dirty")?;
    State::expect(vm, &runtime, instance)?.modified.set(true);
    Ok(Value::None)
}

/// `instance_state(instance)`
fn instance_state(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [instance] = args.exactly(vm, "instance_state")?;
    Ok(State::expect(vm, &runtime, instance)?.value())
}

/// `instance_dict(instance)`
fn instance_dict(vm: &mut Vm, args: &Args) -> Result {
    let [instance] = args.exactly(vm, "instance_dict")?;
    let name = vm.names.__dict__.clone();
    vm.get_attr(instance, &name)
}
