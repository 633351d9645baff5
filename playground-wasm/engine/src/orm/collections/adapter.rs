//! `CollectionAdapter`: ties a collection object to the attribute and the instance that own it.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use python::object::{Host, Object, Value};
use python::vm::{Result, Vm};

use super::{CollectionClass, Duck};
use crate::handle::Handle;
use crate::orm::attributes::{AttributeImpl, Kind, Token, collection as events};
use crate::orm::runtime::Runtime;
use crate::orm::state::State;

/// On whose behalf a collection changes.
#[derive(Clone, Copy)]
pub enum Initiator<'a> {
    /// The user's own operation on this collection.
    Own,
    /// A chain of events that began elsewhere.
    Token(&'a Token),
    /// Nobody's: without events.
    Silent,
}

impl<'a> Initiator<'a> {
    /// The token to pass on, `None` for the collection's own.
    fn token(self) -> Option<&'a Token> {
        match self {
            Initiator::Token(token) => Some(token),
            _ => None,
        }
    }

    /// Whether there are events at all.
    pub fn is_silent(self) -> bool {
        matches!(self, Initiator::Silent)
    }
}

/// The adapter of a collection. A collection that was replaced has none: its changes concern nobody.
pub struct Adapter {
    attribute: RefCell<Option<Rc<AttributeImpl>>>,
    collection: Option<Weak<Object>>,
    state: RefCell<Option<State>>,
    /// Whether the collection was handed out but never changed.
    empty: Cell<bool>,
}

impl Host for Adapter {
    fn clear(&self) {
        self.attribute.take();
        self.state.take();
    }
}

impl Adapter {
    /// Ties a new collection to its owner.
    pub fn attach(
        vm: &mut Vm,
        runtime: &Runtime,
        attribute: &Rc<AttributeImpl>,
        state: &State,
        collection: &Value,
    ) -> Result<()> {
        let data = Adapter {
            attribute: RefCell::new(Some(attribute.clone())),
            collection: collection.obj().map(Rc::downgrade),
            state: RefCell::new(Some(state.clone())),
            empty: Cell::new(false),
        };
        let adapter = Handle::new(vm, &runtime.adapter_class, data);
        match collection.obj() {
            Some(object) => {
                object.set_attr(&runtime.names.sa_adapter, adapter.value());
                Ok(())
            }
            None => Err(vm.attribute_error(collection, &runtime.names.sa_adapter)),
        }
    }

    /// Sets a collection free that another takes the place of.
    pub fn detach(runtime: &Runtime, collection: &Value) {
        if let Some(object) = collection.obj() {
            object.remove_attr(&runtime.names.sa_adapter);
        }
    }

    /// The adapter of a collection, if it has one.
    pub fn find(runtime: &Runtime, collection: &Value) -> Option<Handle<Adapter>> {
        let object = collection.obj()?;
        let name = &runtime.names.sa_adapter;
        Handle::of(&object.attr_at(0, name).or_else(|| object.attr(name))?)
    }

    /// The adapter of a collection that must have one.
    pub fn expect(vm: &mut Vm, runtime: &Runtime, collection: &Value) -> Result<Handle<Adapter>> {
        match Adapter::find(runtime, collection) {
            Some(adapter) => Ok(adapter),
            None => Err(vm.attribute_error(collection, &runtime.names.sa_adapter)),
        }
    }

    /// The attribute that the collection is the value of.
    pub fn attribute(&self) -> Rc<AttributeImpl> {
        self.attribute
            .borrow()
            .clone()
            .expect("an adapter has its attribute until the run ends")
    }

    /// The collection, unless nobody refers to it any more.
    pub fn collection(&self) -> Value {
        let collection = self.collection.as_ref().and_then(Weak::upgrade);
        collection.map_or(Value::None, Value::Obj)
    }

    /// The owner's state.
    pub fn state(&self) -> State {
        self.state
            .borrow()
            .clone()
            .expect("an adapter has its owner until the run ends")
    }

    /// How the collection is used.
    pub fn class(&self) -> Rc<CollectionClass> {
        match &self.attribute().kind {
            Kind::Collection(class) => class.clone(),
            _ => unreachable!("only collections have adapters"),
        }
    }

    /// Marks the collection as handed out but never changed.
    pub fn set_empty(&self) {
        self.empty.set(true);
    }

    /// The first change: now the collection is the attribute's value.
    fn reset_empty(&self, vm: &mut Vm) {
        if self.empty.replace(false) {
            let (state, attribute) = (self.state(), self.attribute());
            if let Some(collection) = state.take_empty_collection(&attribute.key) {
                state.put(vm, &attribute.key, collection);
            }
        }
    }

    /// A member is about to enter; answers the member to store.
    pub fn fire_append(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        member: Value,
        initiator: Initiator<'_>,
        key: Option<&Value>,
    ) -> Result {
        if initiator.is_silent() {
            return Ok(member);
        }
        self.reset_empty(vm);
        events::fire_append(
            vm,
            runtime,
            &self.attribute(),
            &self.state(),
            member,
            initiator.token(),
            key,
        )
    }

    /// A member that is in already is put in again.
    pub fn fire_append_without_mutation(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        member: Value,
        initiator: Initiator<'_>,
        key: Option<&Value>,
    ) -> Result<()> {
        if initiator.is_silent() {
            return Ok(());
        }
        self.reset_empty(vm);
        let (attribute, state) = (self.attribute(), self.state());
        events::fire_append_without_mutation(
            vm,
            runtime,
            &attribute,
            &state,
            member,
            initiator.token(),
            key,
        )?;
        Ok(())
    }

    /// A member leaves.
    pub fn fire_remove(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        member: &Value,
        initiator: Initiator<'_>,
        key: Option<&Value>,
    ) -> Result<()> {
        if initiator.is_silent() {
            return Ok(());
        }
        self.reset_empty(vm);
        events::fire_remove(
            vm,
            runtime,
            &self.attribute(),
            &self.state(),
            member,
            initiator.token(),
            key,
        )
    }

    /// A member is about to be popped: which one is known only afterwards.
    pub fn fire_before_pop(&self, vm: &mut Vm, runtime: &Runtime) -> Result<()> {
        let attribute = self.attribute();
        self.state().modified_event(vm, runtime, &attribute, None)
    }

    /// Whether the collection is used as this kind.
    pub fn is(&self, duck: Duck) -> bool {
        self.class().duck == Some(duck)
    }
}

/// A member enters a collection that may have no adapter.
pub fn entering(
    vm: &mut Vm,
    runtime: &Runtime,
    collection: &Value,
    member: Value,
    initiator: Initiator<'_>,
    key: Option<&Value>,
) -> Result {
    match Adapter::find(runtime, collection) {
        Some(adapter) => adapter.fire_append(vm, runtime, member, initiator, key),
        None => Ok(member),
    }
}

/// A member is put into a collection again.
pub fn entering_again(
    vm: &mut Vm,
    runtime: &Runtime,
    collection: &Value,
    member: &Value,
    initiator: Initiator<'_>,
) -> Result<()> {
    match Adapter::find(runtime, collection) {
        Some(adapter) => {
            adapter.fire_append_without_mutation(vm, runtime, member.clone(), initiator, None)
        }
        None => Ok(()),
    }
}

/// A member leaves a collection that may have no adapter.
pub fn leaving(
    vm: &mut Vm,
    runtime: &Runtime,
    collection: &Value,
    member: &Value,
    initiator: Initiator<'_>,
    key: Option<&Value>,
) -> Result<()> {
    match Adapter::find(runtime, collection) {
        Some(adapter) => adapter.fire_remove(vm, runtime, member, initiator, key),
        None => Ok(()),
    }
}

/// A member will be popped from a collection that may have no adapter.
pub fn before_pop(vm: &mut Vm, runtime: &Runtime, collection: &Value) -> Result<()> {
    match Adapter::find(runtime, collection) {
        Some(adapter) => adapter.fire_before_pop(vm, runtime),
        None => Ok(()),
    }
}
