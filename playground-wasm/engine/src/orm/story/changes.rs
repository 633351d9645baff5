//! What is said of changes: of attributes, of collections, and of what each of them sets off.

use std::rc::Rc;

use python::object::{Payload, Value};
use python::vm::Vm;

use super::{Chapter, is_told, mute_removal, name, place, remark, take_mute, tell};
use crate::handle::Handle;
use crate::orm::attributes::{AttributeImpl, Kind, Operation, Token, counterpart};
use crate::orm::collections::{self, Duck};
use crate::orm::relationship::{Direction, Relationship};
use crate::orm::runtime::Runtime;
use crate::orm::state::State;

/// A scalar relationship is set.
pub fn setting(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    state: &State,
    (old, value): (Option<&Value>, &Value),
    initiator: Option<&Token>,
) -> Chapter {
    tell(vm, runtime.told.get(), |vm| {
        let (place, new) = (place(vm, state, attribute), name(vm, value));
        let in_step = if initiator.is_some() { " in step" } else { "" };
        match old {
            Some(old) if old.is(value) => {
                format!(
                    "{place} is {new} already: nothing changes, and the other side has nothing to do."
                )
            }
            Some(old) if !old.is_none() => {
                let old = name(vm, old);
                format!("{place} changes from {old} to {new}{in_step}.")
            }
            _ => format!("{place} is set to {new}{in_step}."),
        }
    })
}

/// The reverse side would have taken its object out, but another one is there by now.
pub fn left_alone(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    state: &State,
    current: Option<&Value>,
) {
    if is_told(vm, runtime) {
        let place = place(vm, state, attribute);
        let current = name(vm, current.unwrap_or(&Value::None));
        remark(vm, format!("{place} is {current}: it stays."));
    }
}

/// An attribute is deleted.
pub fn deleting(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    state: &State,
) -> Chapter {
    tell(vm, runtime.told.get(), |vm| {
        let place = place(vm, state, attribute);
        if attribute.is_collection() {
            return format!("{place} is deleted: each of its members leaves it first.");
        }
        format!("{place} is deleted: as if it had never been set, it is None when it is read.")
    })
}

/// A column is set that a relationship is saved by.
pub fn setting_column(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    state: &State,
    value: &Value,
) {
    if !is_told(vm, runtime) {
        return;
    }
    let Some(relationship) = saved_by(attribute, state) else {
        return;
    };
    let place = place(vm, state, attribute);
    let (owner, value) = (name(vm, &state.instance()), name(vm, value));
    remark(
        vm,
        format!(
            "{place} is set to {value}. {owner}.{} does not follow: a foreign key is a plain value until the database \
             comes in; objects are linked by relationships only.",
            &**relationship.key()
        ),
    );
}

/// The many-to-one relationship whose foreign key a column attribute is.
pub(super) fn saved_by(attribute: &AttributeImpl, state: &State) -> Option<Handle<Relationship>> {
    let mapper = &state.manager.mapper;
    for (_, descriptor) in state.manager.attributes() {
        let Some(relationship) = descriptor
            .implementation()
            .and_then(|implementation| implementation.relationship.clone())
        else {
            continue;
        };
        if relationship.direction.get() != Some(Direction::ManyToOne) {
            continue;
        }
        let pairs = relationship.join.get().map(|join| &join.local_remote_pairs);
        let is_key = pairs.into_iter().flatten().any(|(local, _)| {
            mapper
                .key_of(local)
                .is_some_and(|key| *key == *attribute.key)
        });
        if is_key {
            return Some(relationship);
        }
    }
    None
}

/// An element enters a collection.
pub fn adding(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    state: &State,
    value: &Value,
    initiator: Option<&Token>,
    key: Option<&Value>,
) -> Chapter {
    tell(vm, runtime.told.get(), |vm| {
        let (value_name, place) = (name(vm, value), place(vm, state, attribute));
        let in_step = in_step(initiator);
        if value.is_none() {
            return format!(
                "None is put into {place}, which SQLAlchemy allows: no object, no other side."
            );
        }
        let duck = duck(attribute);
        if let (Some(Duck::Dict), Some(key)) = (duck, key) {
            let key = name(vm, key);
            return format!("{value_name} is put into {place} under {key}{in_step}.");
        }
        let again = if duck == Some(Duck::List) && holds(state, attribute, value) {
            " once more: a list keeps duplicates"
        } else {
            ""
        };
        format!("{value_name} is added to {place}{in_step}{again}.")
    })
}

/// An element is put in that is there already.
pub fn adding_again(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    state: &State,
    value: &Value,
    initiator: Option<&Token>,
) {
    if !is_told(vm, runtime) || value.is_none() {
        return;
    }
    let (value, place) = (name(vm, value), place(vm, state, attribute));
    let replaced = initiator.is_some_and(|token| token.operation == Operation::BulkReplace);
    remark(
        vm,
        match replaced {
            true => format!("{value} stays in {place}: the other side is not touched."),
            false => format!("{value} is in {place} already: nothing changes."),
        },
    );
}

/// An element leaves a collection.
pub fn removing(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    state: &State,
    value: &Value,
    initiator: Option<&Token>,
) -> Chapter {
    let told = runtime.told.get() && !take_mute(vm);
    tell(vm, told, |vm| {
        let (value, place) = (name(vm, value), place(vm, state, attribute));
        format!("{value} leaves {place}{}.", in_step(initiator))
    })
}

/// A whole collection is assigned.
pub fn replacing(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    state: &State,
    old: &Value,
    values: &[Value],
) -> Chapter {
    tell(vm, runtime.told.get(), |vm| {
        let place = place(vm, state, attribute);
        let (mut stay, mut before) = (0, 0);
        collections::peek(old, &mut |member| {
            before += 1;
            stay += usize::from(values.iter().any(|value| value.is(member)));
            true
        });
        let come = values.len().saturating_sub(stay);
        let mut text = format!("{place} is replaced by a new collection");
        if before > 0 || come > 0 {
            text += &format!(": {come} come in, {stay} stay, {} leave", before - stay);
        }
        text.push('.');
        if let Some(variable) = super::variable(vm, old) {
            text += &format!(
                " {variable} is the old collection still; from now on nobody is told of changes to it."
            );
        }
        text
    })
}

/// The reverse side has nothing to take out.
pub fn not_there(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    state: &State,
    value: &Value,
) {
    if is_told(vm, runtime) && !holds(state, attribute, value) {
        let (value, place) = (name(vm, value), place(vm, state, attribute));
        let text = format!("{value} is not in {place} any more: there is nothing to take out.");
        remark(vm, text);
        mute_removal(vm);
    }
}

/// The reverse side has looked for what it should take out.
pub fn sought(vm: &mut Vm, runtime: &Runtime) {
    if runtime.told.get() {
        take_mute(vm);
    }
}

/// One side changes because the other did.
pub fn following(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    reverse: &AttributeImpl,
) -> Chapter {
    tell(vm, runtime.told.get(), |_| {
        format!(
            "{} and {} are the two sides of one relationship, linked by {}: the other side follows.",
            attribute.label(),
            reverse.label(),
            linked_by(attribute, reverse)
        )
    })
}

/// How two sides were linked.
fn linked_by(attribute: &AttributeImpl, reverse: &AttributeImpl) -> &'static str {
    let generated = |attribute: &AttributeImpl| {
        let relationship = attribute.relationship.as_ref();
        relationship.is_some_and(|relationship| {
            let arguments = relationship.arguments.borrow();
            !matches!(arguments.backref, Value::Unbound | Value::None)
        })
    };
    match generated(attribute) || generated(reverse) {
        true => "backref",
        false => "back_populates",
    }
}

/// A member stays on the other side, since another entry of the list still justifies it.
pub fn held_twice(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    owner: &State,
    child: &Value,
    reverse: &AttributeImpl,
) {
    if is_told(vm, runtime) {
        let (child, place) = (name(vm, child), place(vm, owner, attribute));
        remark(
            vm,
            format!(
                "{child} is in {place} once more: {child}.{} stays as it is.",
                reverse.key.as_str()
            ),
        );
    }
}

/// After an operation of the program's own on one side: that the other side was not told, and why.
pub fn unlinked(vm: &mut Vm, runtime: &Runtime, attribute: &Rc<AttributeImpl>, other: &Value) {
    if !is_told(vm, runtime) || attribute.reverse.get().is_some() || other.is_none() {
        return;
    }
    let Some(relationship) = attribute.relationship.clone() else {
        return;
    };
    let ours = attribute.label();
    let named = relationship.reverse.borrow().first().cloned();
    let text = if relationship.viewonly.get() {
        format!(
            "{ours} has viewonly=True: it is for reading. What is put into it by hand tells no other side, and is not \
             saved."
        )
    } else if let Some(named) = named {
        let theirs = named.describe();
        let why = match named.viewonly.get() {
            true => format!("{theirs} has viewonly=True and is only read from the database"),
            false => "sync_backref=False switches that off".to_owned(),
        };
        format!("{theirs} does not follow although it names {ours}: {why}.")
    } else if let Some(reverse) = counterpart::of_target(attribute) {
        let (other, theirs) = (name(vm, other), reverse.label());
        format!(
            "{other}.{} does not change: {ours} and {theirs} are two separate relationships. Neither names the other \
             with back_populates or backref.",
            reverse.key.as_str()
        )
    } else {
        let (class, owner) = (vm.type_name(other), attribute.class.name());
        format!(
            "Nothing else changes: {} has no relationship that leads back to {}.",
            class.as_str(),
            owner.as_str()
        )
    };
    remark(vm, text);
}

/// A function of the program is called because of a change: a validator or a listener.
pub fn calling(vm: &mut Vm, runtime: &Runtime, kind: &str, function: &Value) -> Chapter {
    tell(vm, runtime.told.get(), |_| {
        let name = match function.obj().map(|object| &object.payload) {
            Some(Payload::Function(function)) => function.code.qualname.to_string(),
            Some(Payload::Method(method)) => {
                match method.function.obj().map(|object| &object.payload) {
                    Some(Payload::Function(function)) => function.code.qualname.to_string(),
                    _ => "a method".to_owned(),
                }
            }
            _ => "a callable".to_owned(),
        };
        format!("The {kind} {name} is called.")
    })
}

/// What a function of the program answered, where that is used in place of the value.
pub fn answered(vm: &mut Vm, runtime: &Runtime, value: &Value, answer: &Value) {
    if is_told(vm, runtime) && !value.is(answer) {
        let (value, answer) = (name(vm, value), name(vm, answer));
        remark(
            vm,
            format!("It answers {answer}, which is taken in place of {value}."),
        );
    }
}

fn in_step(initiator: Option<&Token>) -> &'static str {
    match initiator {
        Some(token) if token.operation != Operation::BulkReplace => " in step",
        _ => "",
    }
}

fn duck(attribute: &AttributeImpl) -> Option<Duck> {
    match &attribute.kind {
        Kind::Collection(class) => class.duck,
        _ => None,
    }
}

fn holds(state: &State, attribute: &AttributeImpl, value: &Value) -> bool {
    let mut found = false;
    if let Some(collection) = state.get(&attribute.key) {
        collections::peek(&collection, &mut |member| {
            found = member.is(value);
            !found
        });
    }
    found
}
