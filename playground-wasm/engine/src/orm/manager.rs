//! What a mapped class is instrumented with: its mapper and its attributes. (SQLAlchemy's `ClassManager`.)

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Host, Str, Value};

use super::attributes::{AttributeImpl, InstrumentedAttribute};
use super::event::InstanceListeners;
use super::mapper::Mapper;
use crate::handle::Handle;

/// The manager of one mapped class, kept with the class.
pub struct Manager {
    /// The class's mapper.
    pub mapper: Handle<Mapper>,
    /// Its attributes by name, inherited ones included: each class has its own.
    attributes: RefCell<Vec<(Rc<Str>, Handle<InstrumentedAttribute>)>>,
    /// `__init__` as the class defines or inherits it.
    pub original_init: RefCell<Value>,
    /// Listeners of instance events: `init`, `load`, …
    pub listeners: InstanceListeners,
}

impl Manager {
    /// A manager without attributes yet.
    pub fn new(mapper: Handle<Mapper>) -> Manager {
        Manager {
            mapper,
            attributes: RefCell::default(),
            original_init: RefCell::default(),
            listeners: InstanceListeners::default(),
        }
    }

    /// The descriptor of a name, interned.
    pub fn descriptor(&self, key: &Rc<Str>) -> Option<Handle<InstrumentedAttribute>> {
        let attributes = self.attributes.borrow();
        attributes
            .iter()
            .find(|(name, _)| Rc::ptr_eq(name, key))
            .or_else(|| attributes.iter().find(|(name, _)| **name == **key))
            .map(|(_, descriptor)| descriptor.clone())
    }

    /// The implementation of an attribute, once it is configured.
    pub fn attribute(&self, key: &Rc<Str>) -> Option<Rc<AttributeImpl>> {
        self.descriptor(key)?.implementation()
    }

    /// Takes a descriptor in, in place of one of the same name.
    pub fn add(&self, key: Rc<Str>, descriptor: Handle<InstrumentedAttribute>) {
        let mut attributes = self.attributes.borrow_mut();
        match attributes
            .iter_mut()
            .find(|(name, _)| Rc::ptr_eq(name, &key))
        {
            Some((_, slot)) => *slot = descriptor,
            None => attributes.push((key, descriptor)),
        }
    }

    /// All attributes, in order.
    pub fn attributes(&self) -> Vec<(Rc<Str>, Handle<InstrumentedAttribute>)> {
        self.attributes.borrow().clone()
    }
}

impl Host for Manager {
    fn clear(&self) {
        self.attributes.take();
        self.original_init.take();
        self.listeners.clear();
    }
}
