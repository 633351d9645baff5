//! `Index`

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Host, Str, Value};
use python::vm::{Args, Result, Vm};

use super::column::Column;
use super::table::{Table, collection};
use crate::exc;
use crate::handle::Handle;
use crate::native::{Keywords, Native, getter, method, static_method};
use crate::value::text_or_none;

/// An index.
pub struct Index {
    /// `name`
    pub name: RefCell<Option<Rc<Str>>>,
    /// The table that it belongs to.
    pub table: RefCell<Option<Handle<Table>>>,
    /// What is indexed: names at first, columns and expressions once there is a table.
    pub expressions: RefCell<Vec<Value>>,
    /// `unique`
    pub unique: bool,
}

impl Host for Index {
    fn clear(&self) {
        self.table.take();
        self.expressions.take();
    }
}

/// `Index`
pub static INDEX: Native = Native::new(
    "Index",
    "sqlalchemy.sql.schema",
    &[],
    &[
        static_method("__new__", new),
        method("__repr__", repr),
        getter("name", |_, args| {
            Ok(text_or_none(this(args).name.borrow().as_ref()))
        }),
        getter("unique", |_, args| Ok(Value::Bool(this(args).unique))),
        getter("table", |_, args| {
            Ok(this(args)
                .table
                .borrow()
                .as_ref()
                .map_or(Value::None, Handle::value))
        }),
        getter("expressions", |vm, args| {
            let expressions = this(args).expressions.borrow().clone();
            Ok(vm.list(expressions))
        }),
        getter("columns", |vm, args| {
            let columns = this(args)
                .expressions
                .borrow()
                .iter()
                .filter_map(Handle::<Column>::of)
                .collect::<Vec<_>>();
            Ok(collection(
                vm,
                columns
                    .into_iter()
                    .map(|column| (column.key(), column))
                    .collect(),
            ))
        }),
    ],
);

fn this<'a>(args: &Args<'a>) -> &'a Index {
    args.positional[0]
        .host()
        .expect("a method of Index has one")
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let unique = keywords.take_bool(vm, "unique")?;
    let name = args
        .positional
        .get(1)
        .and_then(|name| crate::value::name_of(vm, name));
    let mut expressions = Vec::new();
    let mut table = None;
    for given in args.positional.get(2..).unwrap_or_default() {
        let column = match given.as_str() {
            Some(_) => None,
            None => crate::sql::coercion::column_of(vm, given)?,
        };
        match column {
            Some(column) => {
                table = table.or(column.table.borrow().clone());
                expressions.push(column.value());
            }
            None => expressions.push(given.clone()),
        }
    }
    let class = args.positional[0]
        .as_class()
        .expect("type.__call__ passes the class")
        .clone();
    let index = Index {
        name: RefCell::new(name),
        table: RefCell::default(),
        expressions: RefCell::new(expressions),
        unique,
    };
    let index = Handle::new(vm, &class, index);
    if let Some(table) = table {
        attach(vm, &table, &index)?;
    }
    Ok(index.value())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let index = this(args);
    let name = text_or_none(index.name.borrow().as_ref());
    let mut parts = vec![vm.repr(&name)?];
    for expression in index.expressions.borrow().clone() {
        parts.push(vm.repr(&expression)?);
    }
    if index.unique {
        parts.push("unique=True".to_owned());
    }
    Ok(Value::str(format!("Index({})", parts.join(", "))))
}

/// Gives an index to its table: names become columns, and an index without a name gets one.
pub fn attach(vm: &mut Vm, table: &Handle<Table>, index: &Handle<Index>) -> Result<()> {
    let mut expressions = index.expressions.borrow().clone();
    for expression in &mut expressions {
        let Some(name) = expression.as_str() else {
            continue;
        };
        let Some(column) = table.column(name) else {
            let text = format!(
                "Can't create Index on table '{}': no column named '{name}' is present.",
                table.description()
            );
            return Err(exc::CONSTRAINT_COLUMN_NOT_FOUND_ERROR.error(vm, text));
        };
        *expression = column.value();
    }
    index.expressions.replace(expressions);
    *index.table.borrow_mut() = Some(table.clone());
    if index.name.borrow().is_none() {
        let name = super::naming::index_name(vm, table, index)?;
        *index.name.borrow_mut() = name;
    }
    table.indexes.borrow_mut().push(index.value());
    Ok(())
}

/// The index of a column with `index=True`.
pub fn of_column(
    vm: &mut Vm,
    table: &Handle<Table>,
    column: &Handle<Column>,
    unique: bool,
) -> Result<()> {
    let class = INDEX.class(vm);
    let index = Index {
        name: RefCell::default(),
        table: RefCell::default(),
        expressions: RefCell::new(vec![column.value()]),
        unique,
    };
    let index = Handle::new(vm, &class, index);
    attach(vm, table, &index)
}
