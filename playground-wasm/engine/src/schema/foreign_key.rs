//! `ForeignKey`

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Host, Str, Value};

use super::column::Column;
use super::constraint::Constraint;
use crate::handle::Handle;

/// What a foreign key refers to, as it was written.
#[derive(Clone)]
pub enum Target {
    /// `"parent.id"`, `"schema.parent.id"`
    Name(Rc<Str>),
    /// A column.
    Column(Handle<Column>),
}

/// A reference from one column to another.
pub struct ForeignKey {
    /// What it refers to, as it was written.
    pub target: Target,
    /// The column that it belongs to.
    pub parent: RefCell<Option<Handle<Column>>>,
    /// The column that it refers to, once that is found.
    pub column: RefCell<Option<Handle<Column>>>,
    /// The constraint that it is part of.
    pub constraint: RefCell<Option<Handle<Constraint>>>,
    /// `name`
    pub name: Option<Rc<Str>>,
    /// `ondelete`, `onupdate`, `deferrable` and the like.
    pub options: Vec<(Rc<Str>, Value)>,
}

impl Host for ForeignKey {
    fn clear(&self) {
        self.parent.take();
        self.column.take();
        self.constraint.take();
    }
}
