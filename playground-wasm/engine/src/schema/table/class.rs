//! `Table` as the program sees it.

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Args, Result, Vm};

use super::{Table, append_column, append_constraint, collection};
use crate::exc;
use crate::handle::Handle;
use crate::native::{Base, Keywords, Native, getter, method, static_method};
use crate::schema::column::{Column, check_dialect_keyword, not_a_schema_item};
use crate::schema::constraint::{self, Constraint, Kind};
use crate::schema::index::{self, Index};
use crate::schema::metadata::MetaData;
use crate::sql::element::CLAUSE_ELEMENT;
use crate::value::{dict_in, name_of, or_none, set_of, text_or_none};

/// `Table`
pub static TABLE: Native = Native::new(
    "Table",
    "sqlalchemy.sql.schema",
    &[Base::Native(&CLAUSE_ELEMENT)],
    &[
        static_method("__new__", new),
        method("__repr__", repr),
        method("__str__", |_, args| Ok(Value::str(this(args).full_name()))),
        getter("name", |_, args| Ok(Value::Str(this(args).name.clone()))),
        getter("description", |_, args| {
            Ok(Value::Str(this(args).name.clone()))
        }),
        getter("fullname", |_, args| Ok(Value::str(this(args).full_name()))),
        getter("key", |_, args| Ok(Value::str(this(args).full_name()))),
        getter("schema", |_, args| {
            Ok(text_or_none(this(args).schema.as_ref()))
        }),
        getter("metadata", |_, args| {
            Ok(this(args)
                .metadata
                .borrow()
                .as_ref()
                .map_or(Value::None, Handle::value))
        }),
        getter("c", columns),
        getter("columns", columns),
        getter("exported_columns", columns),
        getter("primary_key", |_, args| {
            Ok(this(args)
                .primary_key
                .borrow()
                .as_ref()
                .map_or(Value::None, Handle::value))
        }),
        getter("foreign_keys", |vm, args| {
            let mut keys = Vec::new();
            for column in this(args).columns() {
                keys.extend(column.foreign_keys.borrow().iter().map(Handle::value));
            }
            set_of(vm, keys)
        }),
        getter("foreign_key_constraints", |vm, args| {
            let constraints = this(args).constraints.borrow().clone();
            let constraints = constraints
                .iter()
                .filter(|constraint| matches!(constraint.kind, Kind::ForeignKey(_)));
            set_of(vm, constraints.map(Handle::value).collect::<Vec<_>>())
        }),
        getter("constraints", |vm, args| {
            let constraints: Vec<Value> = this(args)
                .constraints
                .borrow()
                .iter()
                .map(Handle::value)
                .collect();
            set_of(vm, constraints)
        }),
        getter("indexes", |vm, args| {
            let indexes = this(args).indexes.borrow().clone();
            set_of(vm, indexes)
        }),
        getter("info", |vm, args| Ok(dict_in(vm, &this(args).info))),
        getter("comment", |_, args| Ok(or_none(&this(args).comment))),
        method("append_column", |vm, args| {
            let table = Handle::of(&args.positional[0]).expect("a method of Table has one");
            let replace = Keywords::of(args).take_bool(vm, "replace_existing")?;
            match args.positional.get(1).and_then(Handle::<Column>::of) {
                Some(column) => append_column(vm, &table, &column, replace).map(|()| Value::None),
                None => Err(vm.type_error("append_column() expects a Column")),
            }
        }),
        method("append_constraint", |vm, args| {
            let table = Handle::of(&args.positional[0]).expect("a method of Table has one");
            match args.positional.get(1).and_then(Handle::<Constraint>::of) {
                Some(constraint) => {
                    append_constraint(vm, &table, &constraint).map(|()| Value::None)
                }
                None => Err(vm.type_error("append_constraint() expects a Constraint")),
            }
        }),
    ],
);

fn this<'a>(args: &Args<'a>) -> &'a Table {
    args.positional[0]
        .host()
        .expect("a method of Table has one")
}

fn columns(vm: &mut Vm, args: &Args) -> Result {
    let columns = this(args).columns.borrow().clone();
    Ok(collection(vm, columns))
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let table = this(args);
    let mut parts = vec![
        vm.repr(&Value::Str(table.name.clone()))?,
        "MetaData()".to_owned(),
    ];
    for column in table.columns() {
        parts.push(vm.repr(&column.value())?);
    }
    let schema = text_or_none(table.schema.as_ref());
    parts.push(format!("schema={}", vm.repr(&schema)?));
    Ok(Value::str(format!("Table({})", parts.join(", "))))
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let mut given = args.positional[1..].to_vec();
    if given.is_empty() {
        given.extend(keywords.take("name"));
    }
    if given.is_empty() {
        return Err(vm.type_error(
            "Table.__init__() missing 2 required positional arguments: 'name' and 'metadata'",
        ));
    }
    if given.len() == 1 {
        given.extend(keywords.take("metadata"));
    }
    if given.len() == 1 {
        return Err(vm.type_error(
            "Table() takes at least two positional-only arguments 'name', and 'metadata'",
        ));
    }
    let Some(metadata) = Handle::<MetaData>::of(&given[1]) else {
        let name = vm.type_name(&given[1]);
        let text = format!(
            "expected schema argument to be a MetaData object, got an instance of {}.",
            &**name
        );
        return Err(exc::ARGUMENT_ERROR.error(vm, text));
    };
    let name = name_of(vm, &given[0]).ok_or_else(|| vm.type_error("a table's name is a string"))?;
    let options = Options {
        schema: keywords.take_some("schema"),
        keep_existing: keywords.take_bool(vm, "keep_existing")?,
        extend_existing: keywords.take_bool(vm, "extend_existing")?,
        must_exist: keywords.take_bool(vm, "must_exist")?,
        info: keywords.take_some("info"),
        comment: keywords.take_some("comment"),
        rest: Vec::new(),
    };
    for reflection in ["autoload_with", "autoload"] {
        if keywords.take_some(reflection).is_some() {
            return Err(vm.unsupported("reflection of tables"));
        }
    }
    const KNOWN: &[&str] = &[
        "prefixes",
        "quote",
        "quote_schema",
        "listeners",
        "implicit_returning",
        "resolve_fks",
    ];
    let rest = keywords.rest();
    if let Some((key, _)) = rest.iter().find(|(key, _)| !KNOWN.contains(&key.as_str())) {
        check_dialect_keyword(vm, key)?;
    }
    make(
        vm,
        name,
        &metadata,
        &given[2..],
        Options { rest, ..options },
    )
    .map(|table| table.value())
}

/// Keyword arguments of `Table`.
#[derive(Default)]
pub struct Options {
    /// `schema`
    pub schema: Option<Value>,
    /// `keep_existing`
    pub keep_existing: bool,
    /// `extend_existing`
    pub extend_existing: bool,
    /// `must_exist`
    pub must_exist: bool,
    /// `info`
    pub info: Option<Value>,
    /// `comment`
    pub comment: Option<Value>,
    /// Others.
    pub rest: Vec<(Rc<Str>, Value)>,
}

/// A table with its columns and constraints; or the one of that name, where `extend_existing` says so.
pub fn make(
    vm: &mut Vm,
    name: Rc<Str>,
    metadata: &Handle<MetaData>,
    items: &[Value],
    options: Options,
) -> Result<Handle<Table>> {
    let schema = match &options.schema {
        Some(schema) => name_of(vm, schema),
        None => metadata.schema.borrow().clone(),
    };
    let key = match &schema {
        Some(schema) => vm.intern(&format!("{}.{}", &***schema, &**name)),
        None => name.clone(),
    };
    if let Some(existing) = metadata.table(&key) {
        if !options.keep_existing && !options.extend_existing && !items.is_empty() {
            let text = format!(
                "Table '{}' is already defined for this MetaData instance.  Specify 'extend_existing=True' to \
                 redefine options and columns on an existing Table object.",
                &**key
            );
            return Err(exc::INVALID_REQUEST_ERROR.error(vm, text));
        }
        if options.extend_existing {
            add(vm, &existing, items, true)?;
        }
        return Ok(existing);
    }
    if options.must_exist {
        return Err(exc::INVALID_REQUEST_ERROR.error(vm, format!("Table '{}' not defined", &**key)));
    }
    let class = TABLE.class(vm);
    let table = Handle::new(
        vm,
        &class,
        Table {
            name,
            schema,
            metadata: RefCell::new(Some(metadata.clone())),
            columns: RefCell::default(),
            primary_key: RefCell::default(),
            constraints: RefCell::default(),
            indexes: RefCell::default(),
            info: RefCell::new(options.info.unwrap_or_default()),
            comment: RefCell::new(options.comment.unwrap_or_default()),
            options: RefCell::new(options.rest),
        },
    );
    let primary_key = Constraint::new(Kind::PrimaryKey, None, Vec::new(), Vec::new());
    primary_key.implicit.set(true);
    let primary_key = constraint::make(vm, primary_key);
    append_constraint(vm, &table, &primary_key)?;
    metadata
        .tables
        .borrow_mut()
        .insert_str(key.clone(), table.value());
    if let Err(raised) = add(vm, &table, items, false) {
        metadata.tables.borrow_mut().remove_str(&key);
        return Err(raised);
    }
    Ok(table)
}

fn add(vm: &mut Vm, table: &Handle<Table>, items: &[Value], replace: bool) -> Result<()> {
    for item in items {
        if let Some(column) = Handle::<Column>::of(item) {
            append_column(vm, table, &column, replace)?;
        } else if let Some(constraint) = Handle::<Constraint>::of(item) {
            append_constraint(vm, table, &constraint)?;
        } else if let Some(index) = Handle::<Index>::of(item) {
            index::attach(vm, table, &index)?;
        } else if !item.is_none() {
            return Err(not_a_schema_item(vm, item));
        }
    }
    Ok(())
}
