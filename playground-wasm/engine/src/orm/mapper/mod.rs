//! `Mapper`: the correlation of a class with a table.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use python::object::{Class, Host, Str, Value};
use python::vm::Raised;

pub mod build;
mod class;
mod polymorphic;
mod validates;

pub use class::{MAPPER, NAMES};
pub use polymorphic::set_polymorphic_identity;
pub use validates::validates;

use super::property::MapperProperty;
use super::registry::Registry;
use crate::handle::Handle;
use crate::schema::column::Column;
use crate::schema::table::Table;

/// How far a mapper's configuration has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Its columns are mapped; its relationships are as they were written.
    Pending,
    /// Its properties are being initialised.
    Configuring,
    /// Done.
    Configured,
}

/// A mapped class's mapper.
pub struct Mapper {
    /// The mapped class.
    pub class: Rc<Class>,
    /// Where it is registered.
    pub registry: Handle<Registry>,
    /// The table of this very class (the parent's, of single-table inheritance).
    pub local_table: Handle<Table>,
    /// All tables that its rows come from: of joined inheritance the parents' first.
    pub tables: Vec<Handle<Table>>,
    /// The mapper of the class that it inherits from.
    pub inherits: Option<Handle<Mapper>>,
    /// Single-table inheritance.
    pub single: bool,
    /// Concrete-table inheritance.
    pub concrete: bool,
    /// Primary key columns.
    pub primary_key: RefCell<Vec<Handle<Column>>>,
    /// Properties by key, in order.
    pub properties: RefCell<Vec<(Rc<Str>, MapperProperty)>>,
    /// Which property a column is mapped by: the column's address and the property's key.
    pub column_keys: RefCell<Vec<(Handle<Column>, Rc<Str>)>>,
    /// Mappers of the classes that inherit from it directly.
    pub inheriting: RefCell<Vec<Handle<Mapper>>>,
    /// `polymorphic_on`, or None.
    pub polymorphic_on: RefCell<Option<Handle<Column>>>,
    /// The attribute of `polymorphic_on`.
    pub polymorphic_key: RefCell<Option<Rc<Str>>>,
    /// `polymorphic_identity`, or `None`.
    pub polymorphic_identity: RefCell<Value>,
    /// Mappers by polymorphic identity, kept by the base mapper.
    pub polymorphic_map: RefCell<Vec<(Value, Handle<Mapper>)>>,
    /// `polymorphic_abstract`
    pub polymorphic_abstract: bool,
    /// Columns that are not mapped: those of sibling classes in single-table inheritance.
    pub exclude: RefCell<Vec<Rc<Str>>>,
    /// Columns that joined inheritance equates.
    pub equated: RefCell<Vec<(Handle<Column>, Handle<Column>)>>,
    /// Names handled by `@validates`, with the method and its options.
    pub validators: RefCell<Vec<Validator>>,
    /// Attributes that have their implementations.
    pub implemented: RefCell<BTreeSet<String>>,
    /// Why its configuration failed.
    pub failure: RefCell<Option<Raised>>,
    /// How far its configuration has come.
    pub status: Cell<Status>,
    /// `delete-orphan` relationships that refer to this mapper: key and class of the parent.
    pub delete_orphans: RefCell<Vec<(Rc<Str>, Rc<Class>)>>,
    /// The mapper at the top of the inheritance, if it is not this one.
    pub(super) base: OnceCell<Handle<Mapper>>,
}

/// A method under `@validates`.
#[derive(Clone)]
pub struct Validator {
    /// The attribute.
    pub key: Rc<Str>,
    /// The method.
    pub function: Value,
    /// `include_removes`
    pub include_removes: bool,
    /// `include_backrefs`
    pub include_backrefs: bool,
}

impl Mapper {
    /// The property of a key, an interned name or not.
    pub fn property(&self, key: &Rc<Str>) -> Option<MapperProperty> {
        let properties = self.properties.borrow();
        properties
            .iter()
            .find(|(name, _)| Rc::ptr_eq(name, key))
            .or_else(|| properties.iter().find(|(name, _)| **name == **key))
            .map(|(_, property)| property.clone())
    }

    /// The columns of all its tables, in order.
    pub fn columns(&self) -> Vec<Handle<Column>> {
        self.tables
            .iter()
            .flat_map(|table| table.columns())
            .collect()
    }

    /// The key of the property that maps a column.
    pub fn key_of(&self, column: &Handle<Column>) -> Option<Rc<Str>> {
        self.column_keys
            .borrow()
            .iter()
            .find(|(other, _)| other.is(column))
            .map(|(_, key)| key.clone())
    }

    /// Whether everything is derived.
    pub fn is_configured(&self) -> bool {
        self.status.get() == Status::Configured
    }

    /// Whether this mapper is `other` or inherits from it.
    pub fn isa(&self, other: &Mapper) -> bool {
        std::ptr::eq(self, other)
            || self
                .inherits
                .as_ref()
                .is_some_and(|inherits| inherits.isa(other))
    }

    /// `Mapper[Parent(parent)]`
    pub fn describe(&self) -> String {
        format!(
            "Mapper[{}({})]",
            &**self.class.name(),
            self.local_table.description()
        )
    }
}

impl Handle<Mapper> {
    /// The mapper at the top of the inheritance.
    pub fn base_mapper(&self) -> Handle<Mapper> {
        self.base.get().unwrap_or(self).clone()
    }

    /// This mapper and all that inherit from it.
    pub fn self_and_descendants(&self) -> Vec<Handle<Mapper>> {
        let mut found = vec![self.clone()];
        let mut next = 0;
        while next < found.len() {
            let inheriting = found[next].inheriting.borrow().clone();
            found.extend(inheriting);
            next += 1;
        }
        found
    }
}

impl Host for Mapper {
    fn clear(&self) {
        self.primary_key.take();
        self.properties.take();
        self.column_keys.take();
        self.inheriting.take();
        self.polymorphic_on.take();
        self.polymorphic_identity.take();
        self.polymorphic_map.take();
        self.equated.take();
        self.validators.take();
        self.failure.take();
        self.delete_orphans.take();
    }
}
