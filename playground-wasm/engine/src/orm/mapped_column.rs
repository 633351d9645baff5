//! `mapped_column()`: a column, and how it is mapped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use python::object::{Host, Str, Value};
use python::vm::{Args, Result, Vm};

use crate::exc;
use crate::handle::Handle;
use crate::native::{Base, Native, getter, method};
use crate::schema::column::{self, COLUMN, Column};
use crate::sql::element::COLUMN_ELEMENT;

/// What `mapped_column()` answers.
pub struct MappedColumn {
    /// The column.
    pub column: RefCell<Handle<Column>>,
    /// `deferred`
    pub deferred: Cell<bool>,
    /// `active_history`
    pub active_history: Cell<bool>,
    /// `sort_order`
    pub sort_order: Cell<i64>,
    /// `use_existing_column`
    pub use_existing_column: Cell<bool>,
    /// Whether `nullable` was given.
    pub has_nullable: bool,
    /// Whether `insert_default` was given.
    pub has_insert_default: bool,
    /// Dataclass options: `init`, `repr`, `default`, …, as they were given.
    pub dataclass_options: Vec<(Rc<Str>, Value)>,
}

impl Host for MappedColumn {
    fn clear(&self) {}
}

/// Options that concern dataclasses.
pub const DATACLASS_OPTIONS: &[&str] = &[
    "init",
    "repr",
    "default",
    "default_factory",
    "compare",
    "kw_only",
    "hash",
    "dataclass_metadata",
];

/// `MappedColumn`
pub static MAPPED_COLUMN: Native = Native::new(
    "MappedColumn",
    "sqlalchemy.orm.properties",
    &[Base::Native(&COLUMN_ELEMENT)],
    &[
        getter("column", |_, args| Ok(this(args).column.borrow().value())),
        getter("name", |vm, args| {
            let column = this(args).column.borrow().value();
            crate::value::get(vm, &column, "name")
        }),
        getter("foreign_keys", |vm, args| {
            let column = this(args).column.borrow().value();
            crate::value::get(vm, &column, "foreign_keys")
        }),
        method("__clause_element__", |_, args| {
            Ok(this(args).column.borrow().value())
        }),
        method("__str__", |vm, args| {
            vm.repr(&args.positional[0]).map(Value::str)
        }),
    ],
);

fn this<'a>(args: &Args<'a>) -> &'a MappedColumn {
    args.positional[0]
        .host()
        .expect("a method of MappedColumn has one")
}

/// `mapped_column(...)`
pub fn mapped_column(vm: &mut Vm, args: &Args) -> Result {
    let mut names = Vec::new();
    let mut values = Vec::new();
    let mut mapped = MappedColumn {
        column: RefCell::new(blank(vm)?),
        deferred: Cell::new(false),
        active_history: Cell::new(false),
        sort_order: Cell::new(0),
        use_existing_column: Cell::new(false),
        has_nullable: args
            .keyword("nullable")
            .is_some_and(|value| !value.is_none()),
        has_insert_default: args.keyword("insert_default").is_some(),
        dataclass_options: Vec::new(),
    };
    for (name, value) in args.keywords() {
        match name.as_str() {
            "deferred" => mapped.deferred.set(vm.truthy(value)?),
            "deferred_group" | "deferred_raiseload" => mapped.deferred.set(!value.is_none()),
            "active_history" => mapped.active_history.set(vm.truthy(value)?),
            "sort_order" => mapped.sort_order.set(vm.index(value)?),
            "use_existing_column" => mapped.use_existing_column.set(vm.truthy(value)?),
            option => {
                if DATACLASS_OPTIONS.contains(&option) {
                    mapped.dataclass_options.push((name.clone(), value.clone()));
                }
                if option == "default" || !DATACLASS_OPTIONS.contains(&option) {
                    names.push(name.clone());
                    values.push(value.clone());
                }
            }
        }
    }
    if args.keyword("default").is_some() && args.keyword("insert_default").is_some() {
        let dataclass = names.iter().position(|name| name.as_str() == "default");
        if mapped.dataclass_options.len() == 1 {
            return Err(exc::ARGUMENT_ERROR.error(
                vm,
                "The 'default' and 'insert_default' parameters of Column are mutually exclusive",
            ));
        }
        if let Some(index) = dataclass {
            names.remove(index);
            values.remove(index);
        }
    }
    let mut positional = vec![COLUMN.value(vm)];
    positional.extend_from_slice(args.positional);
    let column = column::make(
        vm,
        &Args {
            positional: &positional,
            names: &names,
            values: &values,
        },
    )?;
    mapped.column = RefCell::new(column);
    let class = MAPPED_COLUMN.class(vm);
    Ok(vm.host_object(&class, mapped))
}

/// `Column()`
fn blank(vm: &mut Vm) -> Result<Handle<Column>> {
    let class = COLUMN.value(vm);
    column::make(vm, &Args::new(&[class]))
}

/// `mapped_column()` without arguments, for an annotation that stands alone.
pub fn plain(vm: &mut Vm) -> Result<Handle<MappedColumn>> {
    let column = blank(vm)?;
    make(vm, column)
}

fn make(vm: &mut Vm, column: Handle<Column>) -> Result<Handle<MappedColumn>> {
    let class = MAPPED_COLUMN.class(vm);
    let mapped = MappedColumn {
        column: RefCell::new(column),
        deferred: Cell::new(false),
        active_history: Cell::new(false),
        sort_order: Cell::new(0),
        use_existing_column: Cell::new(false),
        has_nullable: false,
        has_insert_default: false,
        dataclass_options: Vec::new(),
    };
    Ok(Handle::new(vm, &class, mapped))
}

impl Handle<MappedColumn> {
    /// A copy with a column of its own, for a class that takes it from a mixin.
    pub fn copy(&self, vm: &mut Vm) -> Result<Handle<MappedColumn>> {
        let column = self.column.borrow().clone().copy(vm)?;
        let copy = MappedColumn {
            column: RefCell::new(column),
            deferred: self.deferred.clone(),
            active_history: self.active_history.clone(),
            sort_order: self.sort_order.clone(),
            use_existing_column: self.use_existing_column.clone(),
            has_nullable: self.has_nullable,
            has_insert_default: self.has_insert_default,
            dataclass_options: self.dataclass_options.clone(),
        };
        let class = MAPPED_COLUMN.class(vm);
        Ok(Handle::new(vm, &class, copy))
    }
}
