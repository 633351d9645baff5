//! `Column` as the program sees it.

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Args, Raised, Result, Vm};

use super::Column;
use crate::exc;
use crate::handle::Handle;
use crate::native::{Base, Keywords, Native, getter, method, setter, static_method};
use crate::schema::constraint::Constraint;
use crate::schema::default::{self, Generator};
use crate::schema::foreign_key::{ForeignKey, attach as attach_foreign_key};
use crate::schema::types;
use crate::sql::element::COLUMN_CLAUSE;
use crate::value::{dict_in, or_none, set_of, text_or_none};

/// `Column`
pub static COLUMN: Native = Native::new(
    "Column",
    "sqlalchemy.sql.schema",
    &[Base::Native(&COLUMN_CLAUSE)],
    &[
        static_method("__new__", new),
        method("__repr__", repr),
        method("__str__", str),
        method("references", references),
        getter("name", |_, args| {
            Ok(text_or_none(this(args).name.borrow().as_ref()))
        }),
        setter("name", set_name),
        getter("key", |_, args| {
            let column = this(args);
            if column.name.borrow().is_none() && column.key.borrow().is_none() {
                return Ok(Value::None);
            }
            Ok(Value::Str(column.key()))
        }),
        setter("key", set_key),
        getter("type", |_, args| Ok(or_none(&this(args).type_))),
        setter("type", |_, args| {
            *this(args).type_.borrow_mut() = args.positional[1].clone();
            Ok(Value::None)
        }),
        getter("table", |_, args| {
            Ok(this(args)
                .table
                .borrow()
                .as_ref()
                .map_or(Value::None, Handle::value))
        }),
        getter("primary_key", |_, args| {
            Ok(Value::Bool(this(args).primary_key.get()))
        }),
        getter("nullable", |_, args| {
            Ok(Value::Bool(this(args).nullable.get()))
        }),
        setter("nullable", |vm, args| {
            let value = vm.truthy(&args.positional[1])?;
            this(args).nullable.set(value);
            Ok(Value::None)
        }),
        getter("unique", |_, args| Ok(or_none(&this(args).unique))),
        getter("index", |_, args| Ok(or_none(&this(args).index))),
        getter("autoincrement", |_, args| {
            Ok(or_none(&this(args).autoincrement))
        }),
        getter("default", |_, args| Ok(or_none(&this(args).default))),
        getter("onupdate", |_, args| Ok(or_none(&this(args).onupdate))),
        getter("server_default", |_, args| {
            Ok(or_none(&this(args).server_default))
        }),
        getter("server_onupdate", |_, args| {
            Ok(or_none(&this(args).server_onupdate))
        }),
        getter("info", |vm, args| Ok(dict_in(vm, &this(args).info))),
        getter("doc", |_, args| Ok(or_none(&this(args).doc))),
        getter("comment", |_, args| Ok(or_none(&this(args).comment))),
        getter("foreign_keys", |vm, args| {
            let keys: Vec<Value> = this(args)
                .foreign_keys
                .borrow()
                .iter()
                .map(Handle::value)
                .collect();
            set_of(vm, keys)
        }),
        getter("constraints", |vm, args| {
            let constraints = this(args).constraints.borrow().clone();
            set_of(vm, constraints)
        }),
    ],
);

fn this<'a>(args: &Args<'a>) -> &'a Column {
    args.positional[0]
        .host()
        .expect("a method of Column has a Column")
}

fn set_name(vm: &mut Vm, args: &Args) -> Result {
    let name = crate::value::name_of(vm, &args.positional[1]);
    *this(args).name.borrow_mut() = name;
    Ok(Value::None)
}

fn set_key(vm: &mut Vm, args: &Args) -> Result {
    let key = crate::value::name_of(vm, &args.positional[1]);
    *this(args).key.borrow_mut() = key;
    Ok(Value::None)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    make(vm, args).map(|column| column.value())
}

/// `Column(...)`: the arguments with the class first.
pub fn make(vm: &mut Vm, args: &Args) -> Result<Handle<Column>> {
    let class = args.positional[0]
        .as_class()
        .expect("type.__call__ passes the class")
        .clone();
    let mut given = &args.positional[1..];
    let mut keywords = Keywords::of(args);
    let mut name = keywords.take_some("name");
    let mut type_ = keywords.take_some("type_");
    match given.first() {
        Some(first) if first.as_str().is_some() => {
            if name.is_some() {
                return Err(argument_error(
                    vm,
                    "May not pass name positionally and as a keyword.",
                ));
            }
            name = Some(first.clone());
            given = &given[1..];
        }
        Some(Value::None) => given = &given[1..],
        _ => {}
    }
    match given.first() {
        Some(first) if types::is_type(vm, first) => {
            if type_.is_some() {
                return Err(argument_error(
                    vm,
                    "May not pass type_ positionally and as a keyword.",
                ));
            }
            type_ = Some(first.clone());
            given = &given[1..];
        }
        Some(Value::None) => given = &given[1..],
        _ => {}
    }
    let name = match &name {
        Some(name) => crate::value::name_of(vm, name),
        None => None,
    };
    let type_ = match &type_ {
        Some(type_) => types::to_instance(vm, type_)?,
        None => types::null_type(vm)?,
    };
    let column = Column {
        name: RefCell::new(name),
        type_: RefCell::new(type_),
        autoincrement: RefCell::new(
            keywords
                .take("autoincrement")
                .unwrap_or_else(|| Value::str("auto")),
        ),
        unique: RefCell::new(keywords.take("unique").unwrap_or_default()),
        index: RefCell::new(keywords.take("index").unwrap_or_default()),
        info: RefCell::new(keywords.take_some("info").unwrap_or_default()),
        doc: RefCell::new(keywords.take("doc").unwrap_or_default()),
        comment: RefCell::new(keywords.take("comment").unwrap_or_default()),
        ..Column::default()
    };
    if let Some(key) = keywords.take_some("key") {
        *column.key.borrow_mut() = crate::value::name_of(vm, &key);
    }
    column
        .primary_key
        .set(keywords.take_bool(vm, "primary_key")?);
    let nullable = match keywords.take_some("nullable") {
        Some(value) => Some(vm.truthy(&value)?),
        None => None,
    };
    column.given_nullable.set(nullable);
    column
        .nullable
        .set(nullable.unwrap_or(!column.primary_key.get()));
    let default = keywords.take("default");
    let insert_default = keywords.take("insert_default");
    if let Some(value) = insert_default.or(default).filter(|value| !value.is_none()) {
        *column.default.borrow_mut() = default::generator(vm, value, false)?;
    }
    if let Some(value) = keywords.take_some("onupdate") {
        *column.onupdate.borrow_mut() = default::generator(vm, value, true)?;
    }
    if let Some(value) = keywords.take_some("server_default") {
        *column.server_default.borrow_mut() = default::server(vm, value, false)?;
    }
    if let Some(value) = keywords.take_some("server_onupdate") {
        *column.server_onupdate.borrow_mut() = default::server(vm, value, true)?;
    }
    let known = [
        "quote",
        "system",
        "insert_sentinel",
        "sqlite_on_conflict_primary_key",
    ];
    let options = keywords.rest();
    if let Some((key, _)) = options
        .iter()
        .find(|(key, _)| !known.contains(&key.as_str()))
    {
        check_dialect_keyword(vm, key)?;
    }
    column.options.replace(options);
    let column = Handle::new(vm, &class, column);
    for item in given {
        attach(vm, &column, item)?;
    }
    Ok(column)
}

/// Something given with a column: a foreign key, a constraint, a default.
fn attach(vm: &mut Vm, column: &Handle<Column>, item: &Value) -> Result<()> {
    if let Some(foreign_key) = Handle::<ForeignKey>::of(item) {
        attach_foreign_key(vm, &foreign_key, column)
    } else if item.host::<Constraint>().is_some() {
        column.constraints.borrow_mut().push(item.clone());
        Ok(())
    } else if let Some(generator) = item.host::<Generator>() {
        generator.slot(column).replace(item.clone());
        Ok(())
    } else {
        Err(not_a_schema_item(vm, item))
    }
}

/// What stands where a column or a constraint belongs.
pub fn not_a_schema_item(vm: &mut Vm, item: &Value) -> Raised {
    let text = match vm.repr(item) {
        Ok(text) => text,
        Err(raised) => return raised,
    };
    argument_error(
        vm,
        format!("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {text}"),
    )
}

/// A keyword that is not one of ours must be named for a dialect.
pub fn check_dialect_keyword(vm: &mut Vm, key: &Rc<Str>) -> Result<()> {
    const DIALECTS: &[&str] = &[
        "sqlite",
        "postgresql",
        "mysql",
        "mariadb",
        "oracle",
        "mssql",
    ];
    match key.split_once('_') {
        Some((dialect, _)) if DIALECTS.contains(&dialect) => Ok(()),
        _ => Err(vm.type_error(format!(
            "Additional arguments should be named <dialectname>_<argument>, got '{}'",
            key.as_str()
        ))),
    }
}

fn argument_error(vm: &mut Vm, text: impl AsRef<str>) -> Raised {
    exc::ARGUMENT_ERROR.error(vm, text)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let column = this(args);
    let name = text_or_none(column.name.borrow().as_ref());
    let mut parts = vec![vm.repr(&name)?];
    let type_ = or_none(&column.type_);
    parts.push(vm.repr(&type_)?);
    for foreign_key in column.foreign_keys.borrow().clone() {
        parts.push(vm.repr(&foreign_key.value())?);
    }
    for constraint in column.constraints.borrow().clone() {
        parts.push(vm.repr(&constraint)?);
    }
    parts.push(match &*column.table.borrow() {
        Some(table) => format!("table=<{}>", table.description()),
        None => "table=None".to_owned(),
    });
    let key = column.key();
    if *key != *column.text() {
        parts.push(format!("key={}", vm.repr(&Value::Str(key))?));
    }
    if column.primary_key.get() {
        parts.push("primary_key=True".to_owned());
    }
    if !column.nullable.get() {
        parts.push("nullable=False".to_owned());
    }
    for (name, cell) in [
        ("onupdate", &column.onupdate),
        ("default", &column.default),
        ("server_default", &column.server_default),
        ("comment", &column.comment),
    ] {
        let value = or_none(cell);
        if !value.is_none() {
            parts.push(format!("{name}={}", vm.repr(&value)?));
        }
    }
    Ok(Value::str(format!("Column({})", parts.join(", "))))
}

fn str(_: &mut Vm, args: &Args) -> Result {
    let column = this(args);
    if column.name.borrow().is_none() {
        return Ok(Value::str("(no name)"));
    }
    Ok(Value::str(column.describe()))
}

fn references(vm: &mut Vm, args: &Args) -> Result {
    let [receiver, other] = args.exactly(vm, "references")?;
    let column = Handle::<Column>::of(receiver).expect("a method of Column has a Column");
    let Some(other) = Handle::<Column>::of(other) else {
        return Ok(Value::Bool(false));
    };
    for foreign_key in column.foreign_keys.borrow().clone() {
        if crate::schema::foreign_key::resolve(vm, &foreign_key)?.is(&other) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}
