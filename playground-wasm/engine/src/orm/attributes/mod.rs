//! Attributes of instances: getting, setting, deleting, and the events that this sets off.
//!
//! A mapped attribute has an [`AttributeImpl`] for each class that has it. Whatever starts a chain of events
//! passes its [`Token`] along, by which the handlers of both sides of a relationship know when to stop.

pub mod api;
mod backref;
mod cascade;
pub mod collection;
pub mod counterpart;
mod descriptor;
mod history;
mod listeners;
mod object;
mod scalar;
mod token;
mod validate;

pub use backref::BackrefHandler;
pub use descriptor::{INSTRUMENTED_ATTRIBUTE, InstrumentedAttribute};
pub use history::{HISTORY, history};
pub use listeners::{Chain, Listener, Listeners, UserListener, fire_modified};
pub use token::TOKEN;
pub use validate::Validator;

use std::cell::OnceCell;
use std::rc::Rc;

use python::object::{Class, Str, Value};
use python::vm::{Result, Vm};

use super::collections::CollectionClass;
use super::relationship::Relationship;
use super::runtime::Runtime;
use super::state::State;
use crate::handle::Handle;

/// What began a chain of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// An element was added to a collection.
    Append,
    /// An element was removed, or a scalar deleted.
    Remove,
    /// A scalar was set; also a scalar's token for what is an append on a collection.
    Replace,
    /// A collection was assigned as a whole.
    BulkReplace,
    /// `flag_modified`
    Modified,
}

impl Operation {
    /// The name that `initiator.op.name` shows.
    pub fn name(self) -> &'static str {
        match self {
            Operation::Append => "APPEND",
            Operation::Remove => "REMOVE",
            Operation::Replace => "REPLACE",
            Operation::BulkReplace => "BULK_REPLACE",
            Operation::Modified => "MODIFIED",
        }
    }
}

/// The initiator of a chain of events: which attribute, which operation. Compared by identity of both.
#[derive(Clone)]
pub struct Token {
    /// The attribute that the user's own operation was on.
    pub attribute: Rc<AttributeImpl>,
    /// The operation.
    pub operation: Operation,
}

impl Token {
    /// Whether both are the same token.
    pub fn is(&self, other: &Token) -> bool {
        Rc::ptr_eq(&self.attribute, &other.attribute) && self.operation == other.operation
    }
}

/// What an attribute holds.
pub enum Kind {
    /// A column's value.
    Scalar,
    /// One related object, or `None`.
    Object,
    /// A collection of related objects, made by this class.
    Collection(Rc<CollectionClass>),
}

/// The implementation of a mapped attribute for one class.
pub struct AttributeImpl {
    /// The class that has the attribute.
    pub class: Rc<Class>,
    /// Its name, interned.
    pub key: Rc<Str>,
    /// What it holds.
    pub kind: Kind,
    /// The relationship, if it is one's attribute. Shared by the classes of a hierarchy.
    pub relationship: Option<Handle<Relationship>>,
    /// Whether objects remember this as their parent.
    pub trackparent: bool,
    /// Whether changes are noted; not those of a view-only relationship.
    pub sends_modified: bool,
    /// What is called on changes.
    pub listeners: Rc<Listeners>,
    /// Which handler keeps the reverse attribute in step, if there is one. For explanations.
    pub reverse: OnceCell<Rc<Str>>,
}

impl AttributeImpl {
    /// Whether it holds a collection.
    pub fn is_collection(&self) -> bool {
        matches!(self.kind, Kind::Collection(_))
    }

    /// Whether it holds objects.
    pub fn uses_objects(&self) -> bool {
        !matches!(self.kind, Kind::Scalar)
    }

    /// Whether changes are noted in the state.
    pub fn sends_modified_events(&self) -> bool {
        self.sends_modified
    }

    /// The token of an operation of this attribute.
    pub fn token(self: &Rc<Self>, operation: Operation) -> Token {
        Token {
            attribute: self.clone(),
            operation,
        }
    }

    /// The token that an addition by this attribute carries: of a scalar its REPLACE token.
    pub fn append_token(self: &Rc<Self>) -> Token {
        self.token(if self.is_collection() {
            Operation::Append
        } else {
            Operation::Replace
        })
    }

    /// Identifies the relationship (or, of a column, the attribute itself) across a class hierarchy.
    pub fn parent_token(&self) -> usize {
        match &self.relationship {
            Some(relationship) => relationship.address(),
            None => std::ptr::from_ref(self).cast::<()>() as usize,
        }
    }

    /// `Parent.children`, with the class that the relationship was declared on.
    pub fn parent_token_label(&self) -> String {
        match &self.relationship {
            Some(relationship) => relationship.describe(),
            None => self.label(),
        }
    }

    /// `Parent.children`, with this attribute's own class.
    pub fn label(&self) -> String {
        format!("{}.{}", &**self.class.name(), &**self.key)
    }

    /// The attribute's value for an instance: what `instance.key` gives.
    pub fn get(self: &Rc<Self>, vm: &mut Vm, runtime: &Runtime, state: &State) -> Result {
        match state.get(&self.key) {
            Some(value) => Ok(value),
            None => self.default_value(vm, runtime, state),
        }
    }

    /// The value that an attribute without one shows.
    fn default_value(self: &Rc<Self>, vm: &mut Vm, runtime: &Runtime, state: &State) -> Result {
        match &self.kind {
            Kind::Collection(class) => collection::empty(vm, runtime, self, class, state),
            Kind::Scalar => listeners::init_scalar(vm, runtime, self, state),
            Kind::Object => Ok(Value::None),
        }
    }

    /// `instance.key = value`, or the same as a part of a chain that `initiator` began.
    pub fn set(
        self: &Rc<Self>,
        vm: &mut Vm,
        runtime: &Runtime,
        state: &State,
        value: Value,
        initiator: Option<&Token>,
    ) -> Result<()> {
        match &self.kind {
            Kind::Scalar => scalar::set(vm, runtime, self, state, value, initiator),
            Kind::Object => object::set(vm, runtime, self, state, value, initiator, None),
            Kind::Collection(class) => collection::set(vm, runtime, self, class, state, value),
        }
    }

    /// `del instance.key`
    pub fn delete(self: &Rc<Self>, vm: &mut Vm, runtime: &Runtime, state: &State) -> Result<()> {
        match &self.kind {
            Kind::Scalar => scalar::delete(vm, runtime, self, state),
            Kind::Object => object::delete(vm, runtime, self, state),
            Kind::Collection(_) => collection::delete(vm, runtime, self, state),
        }
    }

    /// Adds an object on behalf of the reverse side: appends to a collection, sets a scalar.
    fn append(
        self: &Rc<Self>,
        vm: &mut Vm,
        runtime: &Runtime,
        state: &State,
        value: Value,
        initiator: &Token,
    ) -> Result<()> {
        // Two sides that never meet each other's token go on for ever, as they do in SQLAlchemy.
        vm.enter()?;
        let done = match &self.kind {
            Kind::Collection(_) => collection::append(vm, runtime, self, state, value, initiator),
            _ => self.set(vm, runtime, state, value, Some(initiator)),
        };
        vm.leave();
        done
    }

    /// Takes an object out on behalf of the reverse side; does nothing where it is not in.
    fn pop(
        self: &Rc<Self>,
        vm: &mut Vm,
        runtime: &Runtime,
        state: &State,
        value: &Value,
        initiator: &Token,
    ) -> Result<()> {
        vm.enter()?;
        let done = match &self.kind {
            Kind::Collection(_) => collection::pop(vm, runtime, self, state, value, initiator),
            _ => object::set(
                vm,
                runtime,
                self,
                state,
                Value::None,
                Some(initiator),
                Some(value),
            ),
        };
        vm.leave();
        done
    }

    /// Remembers, or forgets, that a member's parent is this owner.
    fn set_has_parent(&self, vm: &mut Vm, member: &State, owner: &State, has: bool) -> Result<()> {
        use super::state::LastParent;
        let token = self.parent_token();
        if has {
            member.set_parent(token, LastParent::State(owner.clone()));
            return Ok(());
        }
        if let Some(LastParent::State(last)) = member.parent(token) {
            // Two parents without identity have equal keys (none): the last removal counts.
            if !same_key(&last, owner) {
                if last.instance_object().is_none() {
                    let (child, parent) = (member.label(vm), owner.label(vm));
                    return Err(crate::exc::STALE_DATA_ERROR.error(
                        vm,
                        format!(
                            "Removing state {child} from parent state {parent} along attribute '{}', but the parent \
                             record has gone stale, can't be sure this is the most recent parent.",
                            &**self.key
                        ),
                    ));
                }
                return Ok(());
            }
        }
        member.set_parent(token, LastParent::Removed);
        Ok(())
    }
}

/// Whether two states have the same identity key, none being equal to none.
fn same_key(a: &State, b: &State) -> bool {
    match (&*a.key.borrow(), &*b.key.borrow()) {
        (None, None) => true,
        (Some((class, key)), Some((other_class, other_key))) => {
            class.is(other_class) && key.is(other_key)
        }
        _ => false,
    }
}
