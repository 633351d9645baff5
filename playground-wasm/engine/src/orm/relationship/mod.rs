//! `relationship()`: what was written, and what configuration derives from it.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use python::object::{Host, Str, Value};

mod arguments;
mod backref;
mod cascade;
mod class;
mod direction;
mod entity;
mod initialize;
mod join_condition;
mod overlaps;
mod scan;

pub use cascade::CASCADE_OPTIONS;
pub use class::{DIRECTION_NAMES, NAMES, RELATIONSHIP_PROPERTY, make};
pub use direction::{DIRECTION, direction_value};
pub use initialize::initialize;

use super::mapper::Mapper;
use crate::handle::Handle;
use crate::schema::column::Column;
use crate::schema::table::Table;
use crate::sql::clause::Expr;

/// Which way the foreign key points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The other table refers to this one.
    OneToMany,
    /// This table refers to the other one.
    ManyToOne,
    /// A table in between refers to both.
    ManyToMany,
}

impl Direction {
    /// `ONETOMANY`…
    pub fn name(self) -> &'static str {
        match self {
            Direction::OneToMany => "ONETOMANY",
            Direction::ManyToOne => "MANYTOONE",
            Direction::ManyToMany => "MANYTOMANY",
        }
    }
}

/// `cascade`, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cascades {
    /// `save-update`
    pub save_update: bool,
    /// `merge`
    pub merge: bool,
    /// `refresh-expire`
    pub refresh_expire: bool,
    /// `expunge`
    pub expunge: bool,
    /// `delete`
    pub delete: bool,
    /// `delete-orphan`
    pub delete_orphan: bool,
}

/// The arguments that configuration evaluates: strings, callables, expressions, or `Unbound`.
#[derive(Default)]
pub struct Arguments {
    /// The class, as written.
    pub argument: Value,
    /// `secondary`
    pub secondary: Value,
    /// `primaryjoin`
    pub primaryjoin: Value,
    /// `secondaryjoin`
    pub secondaryjoin: Value,
    /// `order_by`
    pub order_by: Value,
    /// `foreign_keys`
    pub foreign_keys: Value,
    /// `remote_side`
    pub remote_side: Value,
    /// `back_populates`: a string, or a callable.
    pub back_populates: Value,
    /// `backref`: a string, or what `backref()` gave.
    pub backref: Value,
    /// `info`: a dict.
    pub info: Value,
    /// `doc`
    pub doc: Value,
}

/// A pair of columns, the first of which is copied to the second.
pub type ColumnPair = (Handle<Column>, Handle<Column>);

/// The condition by which rows of the two sides belong together, with what follows from it.
pub struct Join {
    /// The condition between parent and child, or parent and `secondary`.
    pub primaryjoin: Expr,
    /// The condition between `secondary` and child.
    pub secondaryjoin: Option<Expr>,
    /// The table in between.
    pub secondary: Option<Handle<Table>>,
    /// Local and remote columns.
    pub local_remote_pairs: Vec<ColumnPair>,
    /// What a flush copies from the parent (or, many-to-one, from the child).
    pub synchronize_pairs: Vec<ColumnPair>,
    /// What a flush copies from the child to `secondary`.
    pub secondary_synchronize_pairs: Vec<ColumnPair>,
    /// The columns of the other side.
    pub remote_columns: Vec<Handle<Column>>,
    /// The columns of this side.
    pub local_columns: Vec<Handle<Column>>,
    /// The columns that refer to others.
    pub foreign_key_columns: Vec<Handle<Column>>,
}

/// A relationship.
pub struct Relationship {
    /// The attribute's name.
    pub key: OnceCell<Rc<Str>>,
    /// The mapper that it was defined on.
    pub parent: RefCell<Option<Handle<Mapper>>>,
    /// What is evaluated at configuration.
    pub arguments: RefCell<Arguments>,
    /// `uselist`: as given, as the annotation says, then as derived.
    pub uselist: Cell<Option<bool>>,
    /// `collection_class`: as given or as the annotation says; `None` means `list`.
    pub collection_class: RefCell<Value>,
    /// The reverse attribute's name, whether by `back_populates` or by `backref`; known once configured.
    pub back_populates: RefCell<Option<Rc<Str>>>,
    /// `overlaps`
    pub overlaps: RefCell<Vec<Rc<str>>>,
    /// `cascade`
    pub cascade: Cell<Cascades>,
    /// `viewonly`
    pub viewonly: Cell<bool>,
    /// `sync_backref`
    pub sync_backref: Cell<Option<bool>>,
    /// `single_parent`
    pub single_parent: Cell<bool>,
    /// `post_update`
    pub post_update: Cell<bool>,
    /// `active_history`
    pub active_history: Cell<bool>,
    /// `passive_updates`
    pub passive_updates: Cell<bool>,
    /// `enable_typechecks`
    pub enable_typechecks: Cell<bool>,
    /// `passive_deletes`: a bool or `"all"`.
    pub passive_deletes: RefCell<Value>,
    /// `lazy`
    pub lazy: RefCell<Value>,
    /// `innerjoin`, `join_depth`, `omit_join`, …: options that concern loading only, as they were given.
    pub load_options: RefCell<Vec<(Rc<Str>, Value)>>,
    /// Dataclass options: `init`, `repr`, `default`, …, as they were given.
    pub dataclass_options: RefCell<Vec<(Rc<Str>, Value)>>,

    // What configuration derives.
    /// Whether configuration has come to it.
    pub started: Cell<bool>,
    /// Whether configuration is through with it.
    pub finished: Cell<bool>,
    /// `foreign_keys`, evaluated.
    pub foreign_keys: RefCell<Vec<Handle<Column>>>,
    /// The mapper of the other side.
    pub mapper: OnceCell<Handle<Mapper>>,
    /// The direction.
    pub direction: Cell<Option<Direction>>,
    /// How rows belong together.
    pub join: OnceCell<Join>,
    /// Whether the join is to the target's primary key, so that the identity map can answer.
    pub use_get: Cell<bool>,
    /// `order_by`, evaluated.
    pub order_by: RefCell<Vec<Expr>>,
    /// The relationships that are this one's reverse.
    pub reverse: RefCell<Vec<Handle<Relationship>>>,
}

impl Relationship {
    /// The attribute's name.
    pub fn key(&self) -> Rc<Str> {
        self.key.get().expect("set by the mapper").clone()
    }

    /// The mapper that it was defined on.
    pub fn parent(&self) -> Handle<Mapper> {
        self.parent.borrow().clone().expect("set by the mapper")
    }

    /// The mapper of the other side.
    pub fn mapper(&self) -> Handle<Mapper> {
        self.mapper
            .get()
            .expect("the relationship is configured")
            .clone()
    }

    /// Whether it holds a collection (of a configured relationship).
    pub fn is_collection(&self) -> bool {
        self.uselist.get().unwrap_or(false)
    }

    /// Whether changes on this side are carried to the other.
    pub fn syncs_backref(&self) -> bool {
        !self.viewonly.get() && self.sync_backref.get() != Some(false)
    }

    /// Whether its impl records the parent of a child: the "one" side, or `single_parent`.
    pub fn tracks_parent(&self) -> bool {
        self.single_parent.get() || self.direction.get() == Some(Direction::OneToMany)
    }

    /// `Parent.children`
    pub fn describe(&self) -> String {
        format!("{}.{}", &**self.parent().class.name(), &**self.key())
    }
}

impl Host for Relationship {
    fn clear(&self) {
        self.parent.take();
        self.arguments.take();
        self.collection_class.take();
        self.passive_deletes.take();
        self.lazy.take();
        self.load_options.take();
        self.dataclass_options.take();
        self.order_by.take();
        self.foreign_keys.take();
        self.reverse.take();
    }
}
