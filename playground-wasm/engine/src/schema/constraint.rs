//! Constraints of a table.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use python::object::{Host, Str, Value};

use super::column::Column;
use super::foreign_key::ForeignKey;
use super::table::Table;
use crate::handle::Handle;
use crate::sql::clause::Expr;

/// What a constraint demands.
pub enum Kind {
    /// `PrimaryKeyConstraint`
    PrimaryKey,
    /// `UniqueConstraint`
    Unique,
    /// `ForeignKeyConstraint`, with one element for each column.
    ForeignKey(RefCell<Vec<Handle<ForeignKey>>>),
    /// `CheckConstraint`
    Check(Expr),
}

/// A constraint.
pub struct Constraint {
    /// What it demands.
    pub kind: Kind,
    /// `name`: a string, `None`, or a `conv`.
    pub name: RefCell<Option<Rc<Str>>>,
    /// The table that it belongs to.
    pub table: RefCell<Option<Handle<Table>>>,
    /// Its columns, once it has a table.
    pub columns: RefCell<Vec<Handle<Column>>>,
    /// Its columns as they were given: names or columns.
    pub pending: RefCell<Vec<Value>>,
    /// Whether the table made it itself, for a primary key without an explicit constraint.
    pub implicit: Cell<bool>,
    /// `deferrable`, `ondelete` and the like.
    pub options: RefCell<Vec<(Rc<Str>, Value)>>,
}

impl Host for Constraint {
    fn clear(&self) {
        self.table.take();
        self.columns.take();
        self.pending.take();
        self.options.take();
        if let Kind::ForeignKey(elements) = &self.kind {
            elements.take();
        }
    }
}
