//! What a mapper maps an attribute by.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use python::object::{Host, Str, Value};
use python::vm::{Args, Result, Vm};

use super::instrumentation::register_descriptor;
use super::mapped_column::{DATACLASS_OPTIONS, MappedColumn};
use super::mapper::Mapper;
use super::relationship::Relationship;
use super::synonym;
use crate::handle::Handle;
use crate::native::{Base, Entry, Item, Keywords, Native, getter, method};
use crate::schema::column::Column;
use crate::sql::clause::{Clause, Expr};
use crate::sql::coercion;
use crate::sql::element::wrap;
use crate::value::{dict_in, name_of, or_none};

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

    /// Gives it its name.
    pub(super) fn name(&self, key: &Rc<Str>) {
        let cell = match self {
            MapperProperty::Column(property) => &property.key,
            MapperProperty::Relationship(property) => &property.key,
            MapperProperty::Synonym(property) => &property.key,
        };
        let _ = cell.set(key.clone());
    }

    /// Gives it its mapper.
    pub(super) fn set_parent(&self, mapper: &Handle<Mapper>) {
        let cell = match self {
            MapperProperty::Column(property) => &property.parent,
            MapperProperty::Relationship(property) => &property.parent,
            MapperProperty::Synonym(property) => &property.parent,
        };
        *cell.borrow_mut() = Some(mapper.clone());
    }

    /// Puts the attribute into the mapper's class.
    pub(super) fn instrument(
        &self,
        vm: &mut Vm,
        mapper: &Handle<Mapper>,
        key: &Rc<Str>,
    ) -> Result<()> {
        match self {
            MapperProperty::Synonym(property) => {
                synonym::instrument(vm, mapper, key, property);
                Ok(())
            }
            _ => register_descriptor(vm, mapper, key, self),
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
    /// Dataclass options, as they were given.
    pub dataclass_options: RefCell<Vec<(Rc<Str>, Value)>>,
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

    /// Whether a column of it is part of a primary key, whose history is always kept.
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
        self.dataclass_options.take();
    }
}

/// `ColumnProperty`
pub static COLUMN_PROPERTY: Native = Native::new(
    "ColumnProperty",
    "sqlalchemy.orm.properties",
    &[],
    &[
        method("__repr__", |vm, args| {
            let property = this(args);
            let address = vm.address(&args.positional[0]);
            let key = property.key.get().map_or("no key", |key| key.as_str());
            let class = vm.type_name(&args.positional[0]);
            Ok(Value::str(format!(
                "<{} at {address}; {key}>",
                class.as_str()
            )))
        }),
        method("__str__", |vm, args| {
            let property = this(args);
            match (&*property.parent.borrow(), property.key.get()) {
                (Some(parent), Some(key)) => Ok(Value::str(format!(
                    "{}.{}",
                    parent.class.name().as_str(),
                    key.as_str()
                ))),
                _ => vm.repr(&args.positional[0]).map(Value::str),
            }
        }),
        getter("key", |_, args| {
            Ok(this(args)
                .key
                .get()
                .map_or(Value::None, |key| Value::Str(key.clone())))
        }),
        getter("parent", |_, args| {
            Ok(this(args)
                .parent
                .borrow()
                .as_ref()
                .map_or(Value::None, Handle::value))
        }),
        getter("columns", |vm, args| {
            let columns = this(args).columns.borrow().clone();
            let columns = columns.iter().map(|column| wrap(vm, column)).collect();
            Ok(vm.list(columns))
        }),
        getter("expression", |vm, args| {
            let first = this(args).columns.borrow().first().cloned();
            Ok(first.map_or(Value::None, |first| wrap(vm, &first)))
        }),
        getter("deferred", |_, args| {
            Ok(Value::Bool(this(args).deferred.get()))
        }),
        getter("active_history", |_, args| {
            Ok(Value::Bool(this(args).active_history.get()))
        }),
        getter("doc", |_, args| Ok(or_none(&this(args).doc))),
        getter("info", |vm, args| Ok(dict_in(vm, &this(args).info))),
        getter("class_attribute", |vm, args| {
            let property = this(args);
            let class = property
                .parent
                .borrow()
                .as_ref()
                .map(|parent| parent.class.clone());
            match class {
                Some(class) => vm.get_attr(&Value::Class(class), &property.key()),
                None => Ok(Value::None),
            }
        }),
    ],
);

static MAPPED_SQL_EXPRESSION: Native = Native::new(
    "MappedSQLExpression",
    "sqlalchemy.orm.properties",
    &[Base::Native(&COLUMN_PROPERTY)],
    &[],
);

/// The names of this file.
pub const NAMES: &[Entry] = &[
    ("column_property", Item::Function(column_property)),
    (
        "deferred",
        Item::Function(|vm, args| {
            let property = column_property(vm, args)?;
            property
                .host::<ColumnProperty>()
                .expect("made here")
                .deferred
                .set(true);
            Ok(property)
        }),
    ),
    (
        "mapped_column",
        Item::Function(super::mapped_column::mapped_column),
    ),
    ("synonym", Item::Function(synonym::synonym)),
    ("ColumnProperty", Item::Class(&COLUMN_PROPERTY)),
    (
        "MappedColumn",
        Item::Class(&super::mapped_column::MAPPED_COLUMN),
    ),
    ("MappedSQLExpression", Item::Class(&MAPPED_SQL_EXPRESSION)),
    ("Synonym", Item::Class(&synonym::SYNONYM)),
    ("SynonymProperty", Item::Class(&synonym::SYNONYM)),
];

fn this<'a>(args: &Args<'a>) -> &'a ColumnProperty {
    args.positional[0]
        .host()
        .expect("a method of ColumnProperty has one")
}

fn make(vm: &mut Vm, native: &'static Native, columns: Vec<Expr>) -> Handle<ColumnProperty> {
    let class = native.class(vm);
    let property = ColumnProperty {
        key: OnceCell::new(),
        parent: RefCell::default(),
        columns: RefCell::new(columns),
        active_history: Cell::new(false),
        deferred: Cell::new(false),
        info: RefCell::default(),
        doc: RefCell::default(),
        dataclass_options: RefCell::default(),
    };
    Handle::new(vm, &class, property)
}

/// The property of columns of a table.
pub fn of_columns(vm: &mut Vm, columns: Vec<Expr>) -> Handle<ColumnProperty> {
    make(vm, &COLUMN_PROPERTY, columns)
}

/// The property of a `mapped_column()` that says more than its column does.
pub fn of_mapped_column(vm: &mut Vm, mapped: &MappedColumn) -> Handle<ColumnProperty> {
    let column = Clause::column(&mapped.column.borrow());
    let property = of_columns(vm, vec![column]);
    property.active_history.set(mapped.active_history.get());
    property.deferred.set(mapped.deferred.get());
    property
}

/// `synonym(name)`
pub fn synonym(vm: &mut Vm, name: Rc<Str>) -> Handle<Synonym> {
    synonym::make(vm, name, Value::Unbound)
}

/// `column_property(...)`
fn column_property(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let mut columns = Vec::new();
    for given in args.positional {
        columns.push(coercion::expression(vm, given)?);
    }
    if columns.is_empty() {
        return Err(
            vm.type_error("column_property() missing 1 required positional argument: 'column'")
        );
    }
    let property = make(vm, &MAPPED_SQL_EXPRESSION, columns);
    property
        .active_history
        .set(keywords.take_bool(vm, "active_history")?);
    property.deferred.set(keywords.take_bool(vm, "deferred")?);
    property
        .info
        .replace(keywords.take_some("info").unwrap_or_default());
    property
        .doc
        .replace(keywords.take_some("doc").unwrap_or_default());
    for (key, value) in keywords.rest() {
        if DATACLASS_OPTIONS.contains(&key.as_str()) {
            property.dataclass_options.borrow_mut().push((key, value));
        } else if !matches!(
            key.as_str(),
            "group" | "raiseload" | "expire_on_flush" | "comparator_factory"
        ) {
            return Err(vm.type_error(format!(
                "column_property() got an unexpected keyword argument '{}'",
                key.as_str()
            )));
        }
    }
    Ok(property.value())
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

/// The name that a synonym stands for.
pub(super) fn synonym_name(vm: &mut Vm, value: &Value) -> Option<Rc<Str>> {
    name_of(vm, value)
}
