//! `InstanceState`: what the ORM remembers of an instance, beside its `__dict__`.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use python::object::{Host, Object, Ref, Str, Value};
use python::vm::{Result, Vm};

use super::attributes::AttributeImpl;
use super::manager::Manager;
use super::runtime::Runtime;
use crate::handle::Handle;

/// The value of an attribute before its first change since the last flush.
#[derive(Clone)]
pub enum Committed {
    /// There was none.
    NoValue,
    /// A scalar's.
    Value(Value),
    /// A copy of a collection's members.
    Members(Vec<Value>),
}

/// The parent that an object was last put into along a relationship.
#[derive(Clone)]
pub enum LastParent {
    /// It is in this one.
    State(State),
    /// It was removed.
    Removed,
}

/// Identity in the database: the base mapper's class, the primary key.
pub type IdentityKey = (Value, Value);

/// The data behind a [`State`].
pub struct InstanceState {
    /// What the instance's class is instrumented with.
    pub manager: Rc<Manager>,
    object: RefCell<Weak<Object>>,
    /// Originals of changed attributes, in order of the first change.
    pub committed: RefCell<Vec<(Rc<Str>, Committed)>>,
    /// By the address of the relationship.
    parents: RefCell<Vec<(usize, LastParent)>>,
    /// Collections that were handed out but never changed: they are not in `__dict__`.
    empty_collections: RefCell<Vec<(Rc<Str>, Value)>>,
    /// Whether anything was changed.
    pub modified: Cell<bool>,
    /// The identity key, once there is one.
    pub key: RefCell<Option<IdentityKey>>,
    /// The session that holds the object, a `Session` instance.
    pub session: RefCell<Option<Ref>>,
    /// Removed from a delete-orphan parent while outside of any session.
    pub orphaned_outside_of_session: Cell<bool>,
}

impl Host for InstanceState {
    fn clear(&self) {
        self.committed.take();
        self.parents.take();
        self.empty_collections.take();
        self.key.take();
        self.session.take();
    }
}

/// A reference to an instance's state.
pub type State = Handle<InstanceState>;

impl Handle<InstanceState> {
    /// Gives a new instance its state, as the first of its attributes.
    pub fn install(vm: &mut Vm, runtime: &Runtime, manager: &Rc<Manager>, object: &Ref) -> State {
        let data = InstanceState {
            manager: manager.clone(),
            object: RefCell::new(Rc::downgrade(object)),
            committed: RefCell::default(),
            parents: RefCell::default(),
            empty_collections: RefCell::default(),
            modified: Cell::new(false),
            key: RefCell::default(),
            session: RefCell::default(),
            orphaned_outside_of_session: Cell::new(false),
        };
        let state = Handle::new(vm, &runtime.instance_state_class, data);
        object.set_attr(&runtime.names.sa_instance_state, state.value());
        state
    }

    /// The state of an instance, if it has one.
    pub fn find(runtime: &Runtime, value: &Value) -> Option<State> {
        let object = value.obj()?;
        let name = &runtime.names.sa_instance_state;
        // It is the first attribute unless the program has reordered its `__dict__`.
        let state = object.attr_at(0, name).or_else(|| object.attr(name))?;
        Handle::of(&state)
    }

    /// The state of an instance, or AttributeError `'str' object has no attribute '_sa_instance_state'`.
    pub fn expect(vm: &mut Vm, runtime: &Runtime, value: &Value) -> Result<State> {
        match State::find(runtime, value) {
            Some(state) => Ok(state),
            None => Err(vm.attribute_error(value, &runtime.names.sa_instance_state)),
        }
    }

    /// The instance, unless nobody refers to it any more.
    pub fn instance_object(&self) -> Option<Ref> {
        self.object.borrow().upgrade()
    }

    /// The instance as a value, `None` when it is gone.
    pub fn instance(&self) -> Value {
        self.instance_object().map_or(Value::None, Value::Obj)
    }

    /// An entry of the instance's `__dict__`.
    pub fn get(&self, key: &Rc<Str>) -> Option<Value> {
        self.instance_object()?.attr(key)
    }

    /// Sets an entry of the instance's `__dict__`.
    pub fn put(&self, vm: &mut Vm, key: &Rc<Str>, value: Value) {
        if let Some(object) = self.instance_object() {
            let former = object.set_attr(key, value);
            if object.wants_dict() {
                object.dict_object(&vm.types.dict);
            }
            drop(former);
        }
    }

    /// Removes an entry of the instance's `__dict__`.
    pub fn remove(&self, key: &Rc<Str>) -> Option<Value> {
        self.instance_object()?.remove_attr(key)
    }

    /// The original of an attribute, if it was changed.
    pub fn committed(&self, key: &Rc<Str>) -> Option<Committed> {
        self.committed
            .borrow()
            .iter()
            .find(|(name, _)| Rc::ptr_eq(name, key))
            .map(|(_, original)| original.clone())
    }

    /// Whether the attribute was changed.
    pub fn has_committed(&self, key: &Rc<Str>) -> bool {
        self.committed
            .borrow()
            .iter()
            .any(|(name, _)| Rc::ptr_eq(name, key))
    }

    /// Takes the current value as the committed one.
    pub fn commit(&self, key: &Rc<Str>) {
        self.committed
            .borrow_mut()
            .retain(|(name, _)| !Rc::ptr_eq(name, key));
    }

    /// The last parent along a relationship.
    pub fn parent(&self, token: usize) -> Option<LastParent> {
        self.parents
            .borrow()
            .iter()
            .find(|(id, _)| *id == token)
            .map(|(_, parent)| parent.clone())
    }

    /// Remembers the last parent along a relationship.
    pub fn set_parent(&self, token: usize, parent: LastParent) {
        let mut parents = self.parents.borrow_mut();
        match parents.iter_mut().find(|(id, _)| *id == token) {
            Some((_, slot)) => *slot = parent,
            None => parents.push((token, parent)),
        }
    }

    /// The collection that was handed out for an attribute but never changed.
    pub fn empty_collection(&self, key: &Rc<Str>) -> Option<Value> {
        self.empty_collections
            .borrow()
            .iter()
            .find(|(name, _)| Rc::ptr_eq(name, key))
            .map(|(_, value)| value.clone())
    }

    /// Remembers a collection that was handed out.
    pub fn set_empty_collection(&self, key: &Rc<Str>, collection: Value) {
        self.empty_collections
            .borrow_mut()
            .push((key.clone(), collection));
    }

    /// Forgets a collection that was handed out.
    pub fn take_empty_collection(&self, key: &Rc<Str>) -> Option<Value> {
        let mut collections = self.empty_collections.borrow_mut();
        let index = collections
            .iter()
            .position(|(name, _)| Rc::ptr_eq(name, key))?;
        Some(collections.remove(index).1)
    }

    /// `<Parent at 0x…>`, as messages name an instance.
    pub fn label(&self, vm: &mut Vm) -> String {
        let class = self.manager.mapper.class.name();
        match self.instance_object() {
            Some(object) => format!("<{} at {}>", &**class, vm.address(&Value::Obj(object))),
            None => format!("<{} at 0x0>", &**class),
        }
    }

    /// Notes that an attribute is about to change: keeps its original the first time.
    ///
    /// `previous` is the value so far, if it is known; of a collection the members are copied.
    pub fn modified_event(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        attribute: &Rc<AttributeImpl>,
        previous: Option<Value>,
    ) -> Result<()> {
        if !attribute.sends_modified_events() {
            return Ok(());
        }
        let key = &attribute.key;
        if !self.has_committed(key) {
            let original = if attribute.is_collection() {
                match previous.or_else(|| self.get(key)) {
                    Some(collection) if !collection.is_none() => {
                        Committed::Members(super::collections::members(vm, runtime, &collection)?)
                    }
                    Some(none) => Committed::Value(none),
                    None => Committed::NoValue,
                }
            } else {
                previous.map_or(Committed::NoValue, Committed::Value)
            };
            self.committed.borrow_mut().push((key.clone(), original));
        }
        if !self.modified.get() {
            self.modified.set(true);
            if self.instance_object().is_none() {
                return Err(runtime.dereferenced_error(vm, self, attribute));
            }
        }
        Ok(())
    }
}
