//! Constraints of a table.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use python::object::{Host, Str, Value};
use python::vm::{Args, Result, Vm};

use super::column::Column;
use super::foreign_key::{self, FOREIGN_KEY, ForeignKey};
use super::naming;
use super::table::{Table, collection};
use crate::exc;
use crate::handle::Handle;
use crate::native::{Base, Keywords, Native, getter, method, static_method};
use crate::sql::clause::{Clause, Expr};
use crate::sql::coercion;
use crate::value::{name_of, text_or_none, to_list};

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
    /// `name`, as it was given.
    pub name: RefCell<Option<Rc<Str>>>,
    /// The table that it belongs to.
    pub table: RefCell<Option<Handle<Table>>>,
    /// Its columns, once it has a table.
    pub columns: RefCell<Vec<Handle<Column>>>,
    /// Its columns as they were given: names or columns.
    pub pending: RefCell<Vec<Value>>,
    /// Whether a table or a column's foreign key made it.
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

impl Constraint {
    /// A constraint without a table.
    pub fn new(
        kind: Kind,
        name: Option<Rc<Str>>,
        pending: Vec<Value>,
        options: Vec<(Rc<Str>, Value)>,
    ) -> Constraint {
        Constraint {
            kind,
            name: RefCell::new(name),
            table: RefCell::default(),
            columns: RefCell::default(),
            pending: RefCell::new(pending),
            implicit: Cell::new(false),
            options: RefCell::new(options),
        }
    }

    /// The name of its class.
    pub fn class_name(&self) -> &'static str {
        native(&self.kind).def.name
    }
}

/// `Constraint`
pub static CONSTRAINT: Native = Native::new(
    "Constraint",
    "sqlalchemy.sql.schema",
    &[],
    &[
        method("__repr__", repr),
        getter("name", |vm, args| {
            let constraint =
                Handle::of(&args.positional[0]).expect("a method of Constraint has one");
            Ok(text_or_none(
                naming::constraint_name(vm, &constraint)?.as_ref(),
            ))
        }),
        getter("table", |_, args| {
            Ok(this(args)
                .table
                .borrow()
                .as_ref()
                .map_or(Value::None, Handle::value))
        }),
        getter("columns", columns),
        getter("c", columns),
        method("__iter__", |vm, args| {
            let columns = this(args)
                .columns
                .borrow()
                .iter()
                .map(Handle::value)
                .collect();
            let list = vm.list(columns);
            vm.iter(&list)
        }),
        method("__len__", |_, args| {
            Ok(Value::from(this(args).columns.borrow().len()))
        }),
        method("__bool__", |_, _| Ok(Value::Bool(true))),
        method("__contains__", |vm, args| {
            let [_, name] = args.exactly(vm, "__contains__")?;
            let columns = this(args).columns.borrow();
            let found = columns.iter().any(|column| match name.as_str() {
                Some(name) => column.key().as_str() == name,
                None => column.value().is(name),
            });
            Ok(Value::Bool(found))
        }),
        method("contains_column", |vm, args| {
            let [_, column] = args.exactly(vm, "contains_column")?;
            let columns = this(args).columns.borrow();
            Ok(Value::Bool(
                columns.iter().any(|other| other.value().is(column)),
            ))
        }),
    ],
);

/// `PrimaryKeyConstraint`
pub static PRIMARY_KEY: Native = Native::new(
    "PrimaryKeyConstraint",
    "sqlalchemy.sql.schema",
    &[Base::Native(&CONSTRAINT)],
    &[static_method("__new__", |vm, args| {
        of_columns(vm, args, Kind::PrimaryKey)
    })],
);

/// `UniqueConstraint`
pub static UNIQUE: Native = Native::new(
    "UniqueConstraint",
    "sqlalchemy.sql.schema",
    &[Base::Native(&CONSTRAINT)],
    &[static_method("__new__", |vm, args| {
        of_columns(vm, args, Kind::Unique)
    })],
);

/// `ForeignKeyConstraint`
pub static FOREIGN_KEY_CONSTRAINT: Native = Native::new(
    "ForeignKeyConstraint",
    "sqlalchemy.sql.schema",
    &[Base::Native(&CONSTRAINT)],
    &[
        static_method("__new__", new_foreign_key),
        getter("elements", |vm, args| {
            let Kind::ForeignKey(elements) = &this(args).kind else {
                return Ok(Value::None);
            };
            let elements = elements.borrow().iter().map(Handle::value).collect();
            Ok(vm.list(elements))
        }),
        getter("column_keys", |vm, args| {
            let keys = this(args)
                .columns
                .borrow()
                .iter()
                .map(|column| Value::Str(column.key()))
                .collect();
            Ok(vm.list(keys))
        }),
        getter("referred_table", |vm, args| {
            let Kind::ForeignKey(elements) = &this(args).kind else {
                return Ok(Value::None);
            };
            let Some(first) = elements.borrow().first().cloned() else {
                return Ok(Value::None);
            };
            let column = foreign_key::resolve(vm, &first)?;
            let table = column.table.borrow();
            Ok(table.as_ref().map_or(Value::None, Handle::value))
        }),
    ],
);

/// `CheckConstraint`
pub static CHECK: Native = Native::new(
    "CheckConstraint",
    "sqlalchemy.sql.schema",
    &[Base::Native(&CONSTRAINT)],
    &[
        static_method("__new__", new_check),
        getter("sqltext", |vm, args| {
            let Kind::Check(condition) = &this(args).kind else {
                return Ok(Value::None);
            };
            Ok(crate::sql::element::wrap(vm, condition))
        }),
    ],
);

fn native(kind: &Kind) -> &'static Native {
    match kind {
        Kind::PrimaryKey => &PRIMARY_KEY,
        Kind::Unique => &UNIQUE,
        Kind::ForeignKey(_) => &FOREIGN_KEY_CONSTRAINT,
        Kind::Check(_) => &CHECK,
    }
}

/// The object of a constraint.
pub fn make(vm: &mut Vm, constraint: Constraint) -> Handle<Constraint> {
    let class = native(&constraint.kind).class(vm);
    Handle::new(vm, &class, constraint)
}

/// The constraint of a column's own foreign key.
pub fn of_foreign_key(vm: &mut Vm, table: &Handle<Table>, key: &Handle<ForeignKey>) {
    let column = key.parent.borrow().clone().expect("the key has a column");
    let elements = Kind::ForeignKey(RefCell::new(vec![key.clone()]));
    let constraint = Constraint::new(elements, key.name.clone(), Vec::new(), key.options.clone());
    constraint.implicit.set(true);
    constraint.columns.replace(vec![column]);
    *constraint.table.borrow_mut() = Some(table.clone());
    let constraint = make(vm, constraint);
    *key.constraint.borrow_mut() = Some(constraint.clone());
    table.constraints.borrow_mut().push(constraint);
}

fn this<'a>(args: &Args<'a>) -> &'a Constraint {
    args.positional[0]
        .host()
        .expect("a method of Constraint has one")
}

fn columns(vm: &mut Vm, args: &Args) -> Result {
    let columns = this(args)
        .columns
        .borrow()
        .iter()
        .map(|column| (column.key(), column.clone()))
        .collect();
    Ok(collection(vm, columns))
}

fn of_columns(vm: &mut Vm, args: &Args, kind: Kind) -> Result {
    let mut keywords = Keywords::of(args);
    let name = keywords
        .take_some("name")
        .and_then(|name| name_of(vm, &name));
    let mut pending = Vec::new();
    for given in &args.positional[1..] {
        pending.push(match given.as_str() {
            Some(_) => given.clone(),
            None => match coercion::column_of(vm, given)? {
                Some(column) => column.value(),
                None => given.clone(),
            },
        });
    }
    Ok(make(vm, Constraint::new(kind, name, pending, keywords.rest())).value())
}

fn new_foreign_key(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let name = keywords
        .take_some("name")
        .and_then(|name| name_of(vm, &name));
    let columns = args
        .positional
        .get(1)
        .cloned()
        .or_else(|| keywords.take("columns"))
        .unwrap_or_default();
    let targets = args
        .positional
        .get(2)
        .cloned()
        .or_else(|| keywords.take("refcolumns"))
        .unwrap_or_default();
    let (columns, targets) = (to_list(vm, &columns)?, to_list(vm, &targets)?);
    if columns.len() != targets.len() {
        return Err(exc::ARGUMENT_ERROR.error(
            vm,
            "ForeignKeyConstraint number of constrained columns must match the number of referenced columns.",
        ));
    }
    let options = keywords.rest();
    let class = FOREIGN_KEY.class(vm);
    let mut elements = Vec::new();
    let mut pending = Vec::new();
    for (column, target) in columns.iter().zip(&targets) {
        pending.push(match (column.as_str(), coercion::column_of(vm, column)?) {
            (None, Some(column)) => column.value(),
            _ => column.clone(),
        });
        let target = foreign_key::target(vm, target)?;
        elements.push(Handle::new(
            vm,
            &class,
            ForeignKey::to(target, name.clone(), options.clone()),
        ));
    }
    let kind = Kind::ForeignKey(RefCell::new(elements.clone()));
    let constraint = make(vm, Constraint::new(kind, name, pending, options));
    for element in elements {
        *element.constraint.borrow_mut() = Some(constraint.clone());
    }
    Ok(constraint.value())
}

fn new_check(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let name = keywords
        .take_some("name")
        .and_then(|name| name_of(vm, &name));
    let condition = args
        .positional
        .get(1)
        .cloned()
        .or_else(|| keywords.take("sqltext"))
        .unwrap_or_default();
    let condition = match condition.as_str_rc() {
        Some(text) => Rc::new(Clause::Text(text.clone())),
        None => coercion::expression(vm, &condition)?,
    };
    Ok(make(
        vm,
        Constraint::new(Kind::Check(condition), name, Vec::new(), keywords.rest()),
    )
    .value())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let constraint = this(args);
    let mut parts = Vec::new();
    match &constraint.kind {
        Kind::Check(condition) => {
            let condition = crate::sql::element::wrap(vm, condition);
            parts.push(vm.repr(&condition)?);
        }
        Kind::ForeignKey(_) => {
            let columns = columns(vm, args)?;
            parts.push(vm.repr(&columns)?);
            parts.push("None".to_owned());
        }
        Kind::PrimaryKey | Kind::Unique => {
            for column in constraint.columns.borrow().clone() {
                parts.push(vm.repr(&column.value())?);
            }
        }
    }
    let name = constraint.name.borrow().clone();
    if let Some(name) = name
        && constraint.table.borrow().is_some() | matches!(constraint.kind, Kind::Check(_))
    {
        parts.push(format!("name={}", vm.repr(&Value::Str(name))?));
    }
    if let (Kind::ForeignKey(_), Some(table)) = (&constraint.kind, &*constraint.table.borrow()) {
        parts.push(format!("table={}", vm.repr(&table.value())?));
    }
    Ok(Value::str(format!(
        "{}({})",
        constraint.class_name(),
        parts.join(", ")
    )))
}
