//! `Column`

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use python::object::{Host, Str, Value};

mod class;
mod copy;

pub use class::{COLUMN, check_dialect_keyword, make, not_a_schema_item};

use super::foreign_key::ForeignKey;
use super::table::Table;
use crate::handle::Handle;

/// A column, of a table or still on its own.
#[derive(Default)]
pub struct Column {
    /// `name`; declarative gives one to a column without.
    pub name: RefCell<Option<Rc<Str>>>,
    /// `key`
    pub key: RefCell<Option<Rc<Str>>>,
    /// `type`: an instance of a column type.
    pub type_: RefCell<Value>,
    /// The table that it belongs to.
    pub table: RefCell<Option<Handle<Table>>>,
    /// `primary_key`
    pub primary_key: Cell<bool>,
    /// `nullable`, as derived.
    pub nullable: Cell<bool>,
    /// `nullable`, if it was given.
    pub given_nullable: Cell<Option<bool>>,
    /// `unique`, a bool or None.
    pub unique: RefCell<Value>,
    /// `index`, a bool or None.
    pub index: RefCell<Value>,
    /// `autoincrement`: `"auto"` by default.
    pub autoincrement: RefCell<Value>,
    /// `default`: a default generator, or `None`.
    pub default: RefCell<Value>,
    /// `onupdate`
    pub onupdate: RefCell<Value>,
    /// `server_default`
    pub server_default: RefCell<Value>,
    /// `server_onupdate`
    pub server_onupdate: RefCell<Value>,
    /// `info`: a dict, or `Unbound` until it is asked for.
    pub info: RefCell<Value>,
    /// `doc`
    pub doc: RefCell<Value>,
    /// `comment`
    pub comment: RefCell<Value>,
    /// `quote`, `system` and the like, as they were given.
    pub options: RefCell<Vec<(Rc<Str>, Value)>>,
    /// The foreign keys that begin here.
    pub foreign_keys: RefCell<Vec<Handle<ForeignKey>>>,
    /// Columns that refer to this one and wait for its type.
    pub waiting_for_type: RefCell<Vec<Handle<Column>>>,
    /// Constraints given with the column.
    pub constraints: RefCell<Vec<Value>>,
}

impl Column {
    /// `name`, or an empty text.
    pub fn text(&self) -> Rc<Str> {
        match &*self.name.borrow() {
            Some(name) => name.clone(),
            None => Rc::new(Str::from("")),
        }
    }

    /// `key`, which is the name unless it was given.
    pub fn key(&self) -> Rc<Str> {
        match &*self.key.borrow() {
            Some(key) => key.clone(),
            None => self.text(),
        }
    }

    /// `parent.id`, or `id` of a column without a table.
    pub fn describe(&self) -> String {
        match &*self.table.borrow() {
            Some(table) => format!("{}.{}", &**table.name, &**self.text()),
            None => self.text().to_string(),
        }
    }
}

impl Host for Column {
    fn clear(&self) {
        self.table.take();
        self.default.take();
        self.onupdate.take();
        self.server_default.take();
        self.server_onupdate.take();
        self.type_.take();
        self.info.take();
        self.options.take();
        self.foreign_keys.take();
        self.waiting_for_type.take();
        self.constraints.take();
    }
}
