//! What a mapper maps an attribute by.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use python::object::{Host, Str, Value};

use super::mapper::Mapper;
use super::relationship::Relationship;
use crate::handle::Handle;
use crate::schema::column::Column;
use crate::sql::clause::Expr;

/// A property of a mapper.
#[derive(Clone)]
pub enum MapperProperty {
    /// One or more columns, or an SQL expression.
    Column(Handle<ColumnProperty>),
    /// Other objects.
    Relationship(Handle<Relationship>),
    /// Another name for a property.
    Synonym(Handle<Synonym>),
}

impl MapperProperty {
    /// The attribute's name.
    pub fn key(&self) -> Rc<Str> {
        match self {
            MapperProperty::Column(property) => property.key(),
            MapperProperty::Relationship(property) => property.key(),
            MapperProperty::Synonym(property) => {
                property.key.get().expect("set by the mapper").clone()
            }
        }
    }

    /// The property as the program sees it.
    pub fn value(&self) -> Value {
        match self {
            MapperProperty::Column(property) => property.value(),
            MapperProperty::Relationship(property) => property.value(),
            MapperProperty::Synonym(property) => property.value(),
        }
    }

    /// The mapper that it was defined on.
    pub fn parent(&self) -> Option<Handle<Mapper>> {
        match self {
            MapperProperty::Column(property) => property.parent.borrow().clone(),
            MapperProperty::Relationship(property) => property.parent.borrow().clone(),
            MapperProperty::Synonym(property) => property.parent.borrow().clone(),
        }
    }
}

/// `ColumnProperty`
pub struct ColumnProperty {
    /// The attribute's name.
    pub key: OnceCell<Rc<Str>>,
    /// The mapper that it was defined on.
    pub parent: RefCell<Option<Handle<Mapper>>>,
    /// What it maps: columns of the same attribute in several tables, or one expression.
    pub columns: RefCell<Vec<Expr>>,
    /// `active_history`
    pub active_history: Cell<bool>,
    /// `deferred`
    pub deferred: Cell<bool>,
    /// `info`, a dict, or `Unbound`.
    pub info: RefCell<Value>,
    /// `doc`
    pub doc: RefCell<Value>,
    /// Dataclass options, if it came from `mapped_column()`: a dict, or `Unbound`.
    pub options: RefCell<Value>,
}

impl ColumnProperty {
    /// The attribute's name.
    pub fn key(&self) -> Rc<Str> {
        self.key.get().expect("set by the mapper").clone()
    }

    /// The first column, if it maps columns of a table.
    pub fn column(&self) -> Option<Handle<Column>> {
        self.columns.borrow().first()?.as_column().cloned()
    }

    /// Whether the first column is part of a primary key, whose history is always kept.
    pub fn is_primary_key(&self) -> bool {
        self.columns.borrow().iter().any(|column| {
            column
                .as_column()
                .is_some_and(|column| column.primary_key.get())
        })
    }
}

impl Host for ColumnProperty {
    fn clear(&self) {
        self.parent.take();
        self.columns.take();
        self.info.take();
        self.doc.take();
        self.options.take();
    }
}

/// `Synonym`
pub struct Synonym {
    /// The attribute's name.
    pub key: OnceCell<Rc<Str>>,
    /// The mapper that it was defined on.
    pub parent: RefCell<Option<Handle<Mapper>>>,
    /// The name that it stands for.
    pub name: Rc<Str>,
    /// `descriptor`, or `Unbound`.
    pub descriptor: RefCell<Value>,
}

impl Host for Synonym {
    fn clear(&self) {
        self.parent.take();
        self.descriptor.take();
    }
}
