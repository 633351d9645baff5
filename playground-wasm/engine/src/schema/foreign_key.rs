//! `ForeignKey`

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Host, Str, Value};
use python::vm::{Args, Result, Vm};

use super::column::Column;
use super::constraint::Constraint;
use super::metadata::MetaData;
use super::types;
use crate::exc;
use crate::handle::Handle;
use crate::native::{Keywords, Native, getter, method, static_method};
use crate::value::text_or_none;

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

impl ForeignKey {
    /// A reference that belongs to no column yet.
    pub fn to(target: Target, name: Option<Rc<Str>>, options: Vec<(Rc<Str>, Value)>) -> ForeignKey {
        ForeignKey {
            target,
            parent: RefCell::default(),
            column: RefCell::default(),
            constraint: RefCell::default(),
            name,
            options,
        }
    }

    /// `parent.id`
    pub fn full_name(&self) -> String {
        match &self.target {
            Target::Name(name) => name.to_string(),
            Target::Column(column) => match &*column.table.borrow() {
                Some(table) => format!("{}.{}", table.full_name(), &**column.key()),
                None => column.key().to_string(),
            },
        }
    }

    /// Key of the table and of the column that it names, in the tables of `metadata`. A name without a column
    /// means the column that is called as this one.
    fn tokens(&self, metadata: &MetaData) -> (String, String) {
        let name = self.full_name();
        let (table, column) = match name.rsplit_once('.') {
            Some((table, column)) => (table.to_owned(), column.to_owned()),
            None => {
                let column = self
                    .parent
                    .borrow()
                    .as_ref()
                    .map(|column| column.key().to_string());
                (name, column.unwrap_or_default())
            }
        };
        let table = match &*metadata.schema.borrow() {
            Some(schema) if !table.contains('.') => format!("{}.{table}", &***schema),
            _ => table,
        };
        (table, column)
    }
}

/// `ForeignKey`
pub static FOREIGN_KEY: Native = Native::new(
    "ForeignKey",
    "sqlalchemy.sql.schema",
    &[],
    &[
        static_method("__new__", new),
        method("__repr__", |vm, args| {
            let name = Value::str(this(args).full_name());
            Ok(Value::str(format!("ForeignKey({})", vm.repr(&name)?)))
        }),
        getter("target_fullname", |_, args| {
            Ok(Value::str(this(args).full_name()))
        }),
        getter("column", |vm, args| {
            let key = Handle::of(&args.positional[0]).expect("a method of ForeignKey has one");
            Ok(resolve(vm, &key)?.value())
        }),
        getter("parent", |_, args| Ok(optional(&this(args).parent))),
        getter("constraint", |_, args| Ok(optional(&this(args).constraint))),
        getter("name", |_, args| Ok(text_or_none(this(args).name.as_ref()))),
        getter("ondelete", |_, args| Ok(this(args).option("ondelete"))),
        getter("onupdate", |_, args| Ok(this(args).option("onupdate"))),
        getter("deferrable", |_, args| Ok(this(args).option("deferrable"))),
        getter("initially", |_, args| Ok(this(args).option("initially"))),
        getter("use_alter", |_, args| {
            match this(args).option("use_alter") {
                Value::None => Ok(Value::Bool(false)),
                value => Ok(value),
            }
        }),
        method("references", |vm, args| {
            let key = Handle::of(&args.positional[0]).expect("a method of ForeignKey has one");
            let column = resolve(vm, &key)?;
            let table = column
                .table
                .borrow()
                .as_ref()
                .map_or(Value::None, Handle::value);
            Ok(Value::Bool(
                args.positional.get(1).is_some_and(|other| other.is(&table)),
            ))
        }),
    ],
);

impl ForeignKey {
    fn option(&self, name: &str) -> Value {
        self.options
            .iter()
            .find(|(key, _)| key.as_str() == name)
            .map_or(Value::None, |(_, value)| value.clone())
    }
}

fn optional<T: Host>(cell: &RefCell<Option<Handle<T>>>) -> Value {
    cell.borrow().as_ref().map_or(Value::None, Handle::value)
}

fn this<'a>(args: &Args<'a>) -> &'a ForeignKey {
    args.positional[0]
        .host()
        .expect("a method of ForeignKey has one")
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let target = match args
        .positional
        .get(1)
        .cloned()
        .or_else(|| keywords.take("column"))
    {
        Some(target) => target,
        None => {
            return Err(vm.type_error(
                "ForeignKey.__init__() missing 1 required positional argument: 'column'",
            ));
        }
    };
    keywords.take("_constraint");
    let name = keywords
        .take_some("name")
        .and_then(|name| crate::value::name_of(vm, &name));
    let target = self::target(vm, &target)?;
    let options = keywords.rest();
    const KNOWN: &[&str] = &[
        "onupdate",
        "ondelete",
        "deferrable",
        "initially",
        "link_to_name",
        "match",
        "info",
        "comment",
        "use_alter",
    ];
    if let Some((key, _)) = options
        .iter()
        .find(|(key, _)| !KNOWN.contains(&key.as_str()))
    {
        super::column::check_dialect_keyword(vm, key)?;
    }
    let class = args.positional[0]
        .as_class()
        .expect("type.__call__ passes the class")
        .clone();
    Ok(Handle::new(vm, &class, ForeignKey::to(target, name, options)).value())
}

/// What a foreign key refers to: a name, a column, or an attribute of a mapped class.
pub fn target(vm: &mut Vm, value: &Value) -> Result<Target> {
    if let Some(name) = value.as_str_rc() {
        return Ok(Target::Name(name.clone()));
    }
    if let Some(column) = crate::sql::coercion::column_of(vm, value)? {
        return Ok(Target::Column(column));
    }
    let text = vm.repr(value)?;
    Err(exc::ARGUMENT_ERROR.error(
        vm,
        format!("String column name or Column object for DDL foreign key constraint expected, got {text}."),
    ))
}

/// A copy that belongs to no column.
pub fn copy(vm: &mut Vm, key: &Handle<ForeignKey>) -> Handle<ForeignKey> {
    let class = FOREIGN_KEY.class(vm);
    let copy = ForeignKey::to(key.target.clone(), key.name.clone(), key.options.clone());
    Handle::new(vm, &class, copy)
}

/// Gives a foreign key to its column.
pub fn attach(vm: &mut Vm, key: &Handle<ForeignKey>, column: &Handle<Column>) -> Result<()> {
    if key
        .parent
        .borrow()
        .as_ref()
        .is_some_and(|parent| !parent.is(column))
    {
        return Err(exc::INVALID_REQUEST_ERROR.error(vm, "This ForeignKey already has a parent !"));
    }
    *key.parent.borrow_mut() = Some(column.clone());
    column.foreign_keys.borrow_mut().push(key.clone());
    if let Target::Column(target) = &key.target {
        link(key, target);
    }
    Ok(())
}

/// Remembers what a foreign key refers to; a column without a type of its own has that of its target.
fn link(key: &Handle<ForeignKey>, target: &Handle<Column>) {
    *key.column.borrow_mut() = Some(target.clone());
    let Some(parent) = key.parent.borrow().clone() else {
        return;
    };
    if types::is_null(&parent.type_.borrow()) {
        let type_ = target.type_.borrow().clone();
        if types::is_null(&type_) {
            target.waiting_for_type.borrow_mut().push(parent);
        } else {
            set_type(&parent, type_);
        }
    }
}

/// Gives a column a type, and those that waited for it.
pub fn set_type(column: &Handle<Column>, type_: Value) {
    *column.type_.borrow_mut() = type_.clone();
    for waiting in column.waiting_for_type.take() {
        set_type(&waiting, type_.clone());
    }
}

/// Links a foreign key whose column has got a table, if its target is there; else the metadata remembers it.
pub fn table_attached(key: &Handle<ForeignKey>, metadata: &Handle<MetaData>) {
    if key.column.borrow().is_some() {
        return;
    }
    let (table, column) = key.tokens(metadata);
    match metadata
        .table(&table)
        .and_then(|table| table.column(&column))
    {
        Some(target) => link(key, &target),
        None => metadata.pending.borrow_mut().push(key.clone()),
    }
}

/// Links the foreign keys that waited for a column of this table.
pub fn column_attached(metadata: &Handle<MetaData>, table: &str, column: &Handle<Column>) {
    if metadata.pending.borrow().is_empty() {
        return;
    }
    let key = column.key();
    let waiting = metadata.pending.take();
    let (found, still): (Vec<_>, Vec<_>) = waiting
        .into_iter()
        .partition(|waiting| waiting.tokens(metadata) == (table.to_owned(), key.to_string()));
    metadata.pending.replace(still);
    for waiting in found {
        link(&waiting, column);
    }
}

/// The column that a foreign key refers to.
pub fn resolve(vm: &mut Vm, key: &Handle<ForeignKey>) -> Result<Handle<Column>> {
    if let Some(column) = &*key.column.borrow() {
        return Ok(column.clone());
    }
    let Some(parent) = key.parent.borrow().clone() else {
        return Err(exc::INVALID_REQUEST_ERROR.error(
            vm,
            "this ForeignKey object does not yet have a parent Column associated with it.",
        ));
    };
    let Some(table) = parent.table.borrow().clone() else {
        return Err(exc::INVALID_REQUEST_ERROR.error(
            vm,
            "this ForeignKey's parent column is not yet associated with a Table.",
        ));
    };
    let metadata = table
        .metadata
        .borrow()
        .clone()
        .expect("a table has metadata");
    let (table_key, column_key) = key.tokens(&metadata);
    let Some(target_table) = metadata.table(&table_key) else {
        return Err(exc::NO_REFERENCED_TABLE_ERROR.error(
            vm,
            format!(
                "Foreign key associated with column '{}' could not find table '{table_key}' with which to \
                 generate a foreign key to target column '{column_key}'",
                parent.describe()
            ),
        ));
    };
    let Some(target) = target_table.column(&column_key) else {
        return Err(exc::NO_REFERENCED_COLUMN_ERROR.error(
            vm,
            format!(
                "Could not initialize target column for ForeignKey '{}' on table '{}': table '{}' has no \
                 column named '{column_key}'",
                key.full_name(),
                table.description(),
                target_table.description()
            ),
        ));
    };
    link(key, &target);
    Ok(target)
}
