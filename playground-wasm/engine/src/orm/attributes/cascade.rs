//! Handlers that come with every relationship: cascades into and out of a session, and `single_parent`.

use std::rc::Rc;

use python::object::Value;
use python::vm::{Result, Vm};

use super::{AttributeImpl, Runtime, State, Token};
use crate::exc;
use crate::handle::Handle;
use crate::orm::relationship::Relationship;
use crate::orm::session;
use crate::orm::state::LastParent;

/// An element enters a collection of an object that is in a session: it follows, if the operation began on
/// this very attribute.
pub fn on_append(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    relationship: &Handle<Relationship>,
    state: &State,
    member: &Value,
    token: &Token,
) -> Result<()> {
    if member.is_none() {
        return Ok(());
    }
    let Some(holder) = state.session.borrow().clone() else {
        return Ok(());
    };
    let member = State::expect(vm, runtime, member)?;
    if relationship.cascade.get().save_update
        && *token.attribute.key == *attribute.key
        && !session::contains(&holder, &member)
    {
        session::save_or_update(vm, runtime, &holder, &member)?;
    }
    Ok(())
}

/// A scalar of an object that is in a session is set.
#[expect(clippy::too_many_arguments, reason = "an event's own")]
pub fn on_set(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &AttributeImpl,
    relationship: &Handle<Relationship>,
    state: &State,
    value: &Value,
    old: Option<&Value>,
    token: &Token,
) -> Result<()> {
    if old.is_some_and(|old| old.is(value)) {
        return Ok(());
    }
    let Some(holder) = state.session.borrow().clone() else {
        return Ok(());
    };
    on_append(vm, runtime, attribute, relationship, state, value, token)?;
    if let Some(old) = old.filter(|old| !old.is_none() && relationship.cascade.get().delete_orphan)
    {
        let old = State::expect(vm, runtime, old)?;
        if session::is_new(&holder, &old) && is_orphan(&old) {
            session::expunge(vm, runtime, &holder, &old)?;
        }
    }
    Ok(())
}

/// An element leaves: one that is pending and has no other parent leaves the session, too.
pub fn on_remove(
    vm: &mut Vm,
    runtime: &Runtime,
    relationship: &Handle<Relationship>,
    state: &State,
    member: Option<&Value>,
) -> Result<()> {
    let Some(member) = member.filter(|member| !member.is_none()) else {
        return Ok(());
    };
    if !relationship.cascade.get().delete_orphan {
        return Ok(());
    }
    let member = State::expect(vm, runtime, member)?;
    if !is_orphan(&member) {
        return Ok(());
    }
    let holder = state.session.borrow().clone();
    match holder {
        Some(holder) if session::is_new(&holder, &member) => {
            session::expunge(vm, runtime, &holder, &member)
        }
        _ => {
            member.orphaned_outside_of_session.set(true);
            Ok(())
        }
    }
}

/// Whether an object lacks one of the parents that `delete-orphan` asks for.
pub fn is_orphan(state: &State) -> bool {
    let mut mapper = Some(state.manager.mapper.clone());
    while let Some(current) = mapper {
        for (key, class) in current.delete_orphans.borrow().iter() {
            let parent = crate::orm::instrumentation::manager_of(class)
                .and_then(|manager| manager.attribute(key))
                .and_then(|attribute| state.parent(attribute.parent_token()));
            let has_parent = match parent {
                Some(LastParent::State(_)) => true,
                Some(LastParent::Removed) => false,
                None => state.key.borrow().is_some(),
            };
            if !has_parent {
                return true;
            }
        }
        mapper = current.inherits.clone();
    }
    false
}

/// `single_parent=True`: an object that has a parent along this relationship cannot get another.
#[expect(clippy::too_many_arguments, reason = "an event's own")]
pub fn check_single_parent(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    relationship: &Handle<Relationship>,
    state: &State,
    value: &Value,
    old: Option<&Value>,
    token: &Token,
) -> Result<()> {
    if value.is_none() || *token.attribute.key != *attribute.key {
        return Ok(());
    }
    let member = State::expect(vm, runtime, value)?;
    let has_parent = matches!(
        member.parent(token.attribute.parent_token()),
        Some(LastParent::State(_))
    );
    if !has_parent || old.is_some_and(|old| old.is(value)) {
        return Ok(());
    }
    let class = Value::Class(state.manager.mapper.class.clone());
    let message = format!(
        "Instance {} is already associated with an instance of {} via its {} attribute, and is only allowed a single \
         parent.",
        member.label(vm),
        vm.repr(&class)?,
        relationship.describe(),
    );
    Err(exc::INVALID_REQUEST_ERROR.error(vm, exc::with_code(&message, "bbf1")))
}
