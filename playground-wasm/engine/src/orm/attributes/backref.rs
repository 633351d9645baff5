//! The handlers that keep the two sides of a relationship in step.
//!
//! Each handler is set on one side's attribute and names the reverse attribute. A chain of events ends where
//! a handler meets the token of the very operation that it would repeat.

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Result, Vm};

use super::{AttributeImpl, Kind, Operation, Runtime, State, Token};
use crate::orm::story::changes;

/// The handler of one side of a relationship.
pub struct BackrefHandler {
    /// The attribute on the other side.
    pub reverse: Rc<Str>,
    /// Whether this side holds a collection.
    pub uselist: bool,
}

impl BackrefHandler {
    /// This side's scalar is about to be set.
    #[expect(clippy::too_many_arguments, reason = "an event's own")]
    pub fn scalar_set(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        attribute: &Rc<AttributeImpl>,
        owner: &State,
        child: &Value,
        old: Option<&Value>,
        initiator: &Token,
    ) -> Result<()> {
        if old.is_some_and(|old| old.is(child)) {
            return Ok(());
        }
        if let Some(old) = old.filter(|old| !old.is_none()) {
            let old_state = State::expect(vm, runtime, old)?;
            let reverse = self.reverse_of(vm, &old_state)?;
            let loop_token = reverse.token(if reverse.is_collection() {
                Operation::Remove
            } else {
                Operation::Replace
            });
            if !initiator.is(&loop_token) {
                // A token of this side's own: the removal is not a part of the loop that `initiator` runs.
                let token = attribute.append_token();
                let _chapter = changes::following(vm, runtime, attribute, &reverse);
                vm.enter()?;
                let answer = reverse.pop(vm, runtime, &old_state, &owner.instance(), &token);
                vm.leave();
                answer?;
            }
        }
        if child.is_none() {
            return Ok(());
        }
        self.add(vm, runtime, attribute, owner, child, initiator)
    }

    /// An element is about to be added to this side's collection.
    pub fn collection_append(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        attribute: &Rc<AttributeImpl>,
        owner: &State,
        child: &Value,
        initiator: &Token,
    ) -> Result<()> {
        if child.is_none() {
            return Ok(());
        }
        self.add(vm, runtime, attribute, owner, child, initiator)
    }

    /// An element was removed from this side's collection, or its scalar deleted.
    pub fn remove(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        attribute: &Rc<AttributeImpl>,
        owner: &State,
        child: Option<&Value>,
        initiator: &Token,
    ) -> Result<()> {
        let Some(child) = child.filter(|child| !child.is_none()) else {
            return Ok(());
        };
        let child_state = State::expect(vm, runtime, child)?;
        let reverse = self.reverse_of(vm, &child_state)?;
        let replace = if reverse.is_collection() {
            Operation::BulkReplace
        } else {
            Operation::Replace
        };
        if initiator.is(&reverse.token(Operation::Remove)) || initiator.is(&reverse.token(replace))
        {
            return Ok(());
        }
        if self.uselist
            && !reverse.is_collection()
            && self.occurs_twice(vm, attribute, owner, child)?
        {
            // Another entry of the collection still justifies the reference back.
            changes::held_twice(vm, runtime, attribute, owner, child, &reverse);
            return Ok(());
        }
        let _chapter = changes::following(vm, runtime, attribute, &reverse);
        vm.enter()?;
        let answer = reverse.pop(vm, runtime, &child_state, &owner.instance(), initiator);
        vm.leave();
        answer
    }

    /// Adds the owner on the child's side, unless that is where the chain came from.
    fn add(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        attribute: &Rc<AttributeImpl>,
        owner: &State,
        child: &Value,
        initiator: &Token,
    ) -> Result<()> {
        let child_state = State::expect(vm, runtime, child)?;
        let reverse = self.reverse_of(vm, &child_state)?;
        let begun_at = initiator.attribute.parent_token();
        if begun_at != attribute.parent_token() && begun_at != reverse.parent_token() {
            let message = format!(
                "Bidirectional attribute conflict detected: Passing object {} to attribute \"{}\" triggers a modify \
                 event on attribute \"{}\" via the backref \"{}\".",
                owner.label(vm),
                initiator.attribute.parent_token_label(),
                reverse.parent_token_label(),
                attribute.parent_token_label(),
            );
            return Err(vm.value_error(message));
        }
        let came_from_there = initiator.is(&reverse.append_token())
            || (reverse.is_collection() && initiator.is(&reverse.token(Operation::BulkReplace)));
        if came_from_there {
            return Ok(());
        }
        let _chapter = changes::following(vm, runtime, attribute, &reverse);
        // Two sides that take each other's elements out and put them back never end.
        vm.enter()?;
        let answer = reverse.append(vm, runtime, &child_state, owner.instance(), initiator);
        vm.leave();
        answer
    }

    /// The reverse attribute on an object's own class; KeyError where that class has none.
    fn reverse_of(&self, vm: &mut Vm, state: &State) -> Result<Rc<AttributeImpl>> {
        match state.manager.attribute(&self.reverse) {
            Some(attribute) => Ok(attribute),
            None => Err(vm.key_error(&Value::Str(self.reverse.clone()))),
        }
    }

    /// Whether the collection holds the child more than once at this moment.
    fn occurs_twice(
        &self,
        vm: &mut Vm,
        attribute: &AttributeImpl,
        owner: &State,
        child: &Value,
    ) -> Result<bool> {
        let Some(collection) = owner.get(&attribute.key) else {
            return Err(vm.key_error(&Value::Str(attribute.key.clone())));
        };
        if !matches!(attribute.kind, Kind::Collection(_)) {
            return Ok(false);
        }
        // A list is counted in place: this runs for each element of a collection that is taken apart.
        if let Some(list) = collection.as_list() {
            return Ok(list
                .borrow()
                .iter()
                .filter(|member| member.is(child))
                .nth(1)
                .is_some());
        }
        // SQLAlchemy iterates over the collection itself: of a dict these are the keys, none of which is the child.
        let members = vm.collect(&collection)?;
        Ok(members
            .iter()
            .filter(|member| member.is(child))
            .nth(1)
            .is_some())
    }
}
