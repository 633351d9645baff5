//! `registry`: the mappers that belong together, and their classes by name.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use python::object::{Class, Host, Str, Value};

use super::mapper::Mapper;
use crate::handle::Handle;
use crate::schema::metadata::MetaData;

/// A registry of mapped classes.
pub struct Registry {
    /// Its tables.
    pub metadata: Handle<MetaData>,
    /// Classes by name, for the strings in `relationship()`; more than one where a name was used again.
    pub classes: RefCell<Vec<(Rc<Str>, Vec<Rc<Class>>)>>,
    /// `type_annotation_map`: a dict, or `None`.
    pub type_annotation_map: RefCell<Value>,
    /// What constructs instances: `registry.constructor`.
    pub constructor: RefCell<Value>,
    /// Mappers in the order of mapping.
    pub mappers: RefCell<Vec<Handle<Mapper>>>,
    /// Whether there are mappers that are not configured yet.
    pub new_mappers: Cell<bool>,
    /// Whether it is being configured.
    pub configuring: Cell<bool>,
}

impl Host for Registry {
    fn clear(&self) {
        self.classes.take();
        self.type_annotation_map.take();
        self.constructor.take();
        self.mappers.take();
    }
}
