//! `Table`

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Host, Str, Value};

mod attach;
mod class;
mod collection;

pub use attach::{append_column, append_constraint};
pub use class::{Options, TABLE, make};
pub use collection::{COLUMN_COLLECTION, ColumnCollection, collection};

use super::column::Column;
use super::constraint::Constraint;
use super::metadata::MetaData;
use crate::handle::Handle;

/// A table.
pub struct Table {
    /// `name`
    pub name: Rc<Str>,
    /// `schema`
    pub schema: Option<Rc<Str>>,
    /// The collection that it is part of.
    pub metadata: RefCell<Option<Handle<MetaData>>>,
    /// Columns by key, in order.
    pub columns: RefCell<Vec<(Rc<Str>, Handle<Column>)>>,
    /// The columns of the primary key, in order.
    pub primary_key: RefCell<Option<Handle<Constraint>>>,
    /// Constraints, the primary key first.
    pub constraints: RefCell<Vec<Handle<Constraint>>>,
    /// Indexes.
    pub indexes: RefCell<Vec<Value>>,
    /// `info`: a dict, or `Unbound` until it is asked for.
    pub info: RefCell<Value>,
    /// `comment`
    pub comment: RefCell<Value>,
    /// `prefixes`, `sqlite_autoincrement` and the like.
    pub options: RefCell<Vec<(Rc<Str>, Value)>>,
}

impl Table {
    /// The name as messages have it.
    pub fn description(&self) -> &str {
        &self.name
    }

    /// `schema.name`, by which the metadata knows it.
    pub fn full_name(&self) -> String {
        match &self.schema {
            Some(schema) => format!("{}.{}", &***schema, &**self.name),
            None => self.name.to_string(),
        }
    }

    /// The column of a key.
    pub fn column(&self, key: &str) -> Option<Handle<Column>> {
        self.columns
            .borrow()
            .iter()
            .find(|(name, _)| name.as_str() == key)
            .map(|(_, column)| column.clone())
    }

    /// The columns, in order.
    pub fn columns(&self) -> Vec<Handle<Column>> {
        self.columns
            .borrow()
            .iter()
            .map(|(_, column)| column.clone())
            .collect()
    }

    /// The columns of the primary key.
    pub fn primary_key(&self) -> Vec<Handle<Column>> {
        match &*self.primary_key.borrow() {
            Some(constraint) => constraint.columns.borrow().clone(),
            None => Vec::new(),
        }
    }
}

impl Host for Table {
    fn clear(&self) {
        self.metadata.take();
        self.columns.take();
        self.primary_key.take();
        self.constraints.take();
        self.indexes.take();
        self.info.take();
        self.comment.take();
        self.options.take();
    }
}
