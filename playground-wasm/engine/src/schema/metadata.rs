//! `MetaData`: the tables that belong together.

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Host, Str, Value};

use super::table::Table;
use crate::handle::Handle;

/// A collection of tables.
#[derive(Default)]
pub struct MetaData {
    /// Tables by `schema.name`, in order of definition.
    pub tables: RefCell<Vec<(Rc<Str>, Handle<Table>)>>,
    /// `schema`
    pub schema: RefCell<Option<Rc<Str>>>,
    /// `naming_convention`: a dict, or `Unbound`.
    pub naming_convention: RefCell<Value>,
    /// `info`: a dict, or `Unbound` until it is asked for.
    pub info: RefCell<Value>,
}

impl MetaData {
    /// The table of a `schema.name`.
    pub fn table(&self, key: &str) -> Option<Handle<Table>> {
        self.tables
            .borrow()
            .iter()
            .find(|(name, _)| name.as_str() == key)
            .map(|(_, table)| table.clone())
    }
}

impl Host for MetaData {
    fn clear(&self) {
        self.tables.take();
        self.naming_convention.take();
        self.info.take();
    }
}
