//! Defaults of columns: values, callables, and what the database does itself.

use std::cell::RefCell;

use python::object::{Host, Value};
use python::vm::{Args, Result, Vm};

use super::column::Column;
use crate::native::{Base, Entry, Item, Keywords, Native, getter, method, static_method};
use crate::value::text_or_none;

/// What computes a column's value.
pub struct Generator {
    /// What it was given.
    pub arg: RefCell<Value>,
    /// Whether it is for updates rather than for inserts.
    pub for_update: bool,
    /// Whether the database computes it.
    pub server: bool,
}

impl Generator {
    /// Where it is kept in a column that it was given to by position.
    pub fn slot<'a>(&self, column: &'a Column) -> &'a RefCell<Value> {
        match (self.server, self.for_update) {
            (false, false) => &column.default,
            (false, true) => &column.onupdate,
            (true, false) => &column.server_default,
            (true, true) => &column.server_onupdate,
        }
    }
}

impl Host for Generator {
    fn clear(&self) {
        self.arg.take();
    }
}

static COLUMN_DEFAULT: Native = Native::new(
    "ColumnDefault",
    "sqlalchemy.sql.schema",
    &[],
    &[
        static_method("__new__", |vm, args| {
            let arg = args.rest().exactly::<1>(vm, "ColumnDefault")?[0].clone();
            generator(vm, arg, false)
        }),
        method("__repr__", |vm, args| {
            let name = vm.type_name(&args.positional[0]);
            let arg = arg(args);
            Ok(Value::str(format!("{}({})", &**name, vm.repr(&arg)?)))
        }),
        getter("arg", |_, args| Ok(arg(args))),
        getter("is_callable", |vm, args| {
            let arg = arg(args);
            Ok(Value::Bool(vm.is_callable(&arg)))
        }),
        getter("is_scalar", |vm, args| {
            let arg = arg(args);
            Ok(Value::Bool(!vm.is_callable(&arg)))
        }),
        getter("for_update", |_, args| {
            Ok(Value::Bool(this(args).for_update))
        }),
    ],
);

static SCALAR: Native = Native::new(
    "ScalarElementColumnDefault",
    "sqlalchemy.sql.schema",
    &[Base::Native(&COLUMN_DEFAULT)],
    &[],
);

static CALLABLE: Native = Native::new(
    "CallableColumnDefault",
    "sqlalchemy.sql.schema",
    &[Base::Native(&COLUMN_DEFAULT)],
    &[],
);

static ELEMENT: Native = Native::new(
    "ColumnElementColumnDefault",
    "sqlalchemy.sql.schema",
    &[Base::Native(&COLUMN_DEFAULT)],
    &[],
);

static FETCHED_VALUE: Native = Native::new(
    "FetchedValue",
    "sqlalchemy.sql.schema",
    &[],
    &[
        static_method("__new__", |vm, args| {
            let class = args.positional[0]
                .as_class()
                .expect("type.__call__ passes the class")
                .clone();
            let arg = args.positional.get(1).cloned().unwrap_or_default();
            let for_update = Keywords::of(args).take_bool(vm, "for_update")?;
            Ok(vm.host_object(
                &class,
                Generator {
                    arg: RefCell::new(arg),
                    for_update,
                    server: true,
                },
            ))
        }),
        getter("arg", |_, args| Ok(arg(args))),
        method("__repr__", |_, _| Ok(Value::str("FetchedValue()"))),
    ],
);

static DEFAULT_CLAUSE: Native = Native::new(
    "DefaultClause",
    "sqlalchemy.sql.schema",
    &[Base::Native(&FETCHED_VALUE)],
    &[method("__repr__", |vm, args| {
        let arg = arg(args);
        let for_update = if this(args).for_update {
            "True"
        } else {
            "False"
        };
        Ok(Value::str(format!(
            "DefaultClause({}, for_update={for_update})",
            vm.repr(&arg)?
        )))
    })],
);

static COMPUTED: Native = Native::new(
    "Computed",
    "sqlalchemy.sql.schema",
    &[Base::Native(&FETCHED_VALUE)],
    &[],
);

static IDENTITY: Native = Native::new(
    "Identity",
    "sqlalchemy.sql.schema",
    &[Base::Native(&FETCHED_VALUE)],
    &[],
);

static SEQUENCE: Native = Native::new(
    "Sequence",
    "sqlalchemy.sql.schema",
    &[],
    &[
        static_method("__new__", |vm, args| {
            let class = args.positional[0]
                .as_class()
                .expect("type.__call__ passes the class")
                .clone();
            let name = args.positional.get(1).cloned().unwrap_or_default();
            Ok(vm.host_object(
                &class,
                Generator {
                    arg: RefCell::new(name),
                    for_update: false,
                    server: false,
                },
            ))
        }),
        getter("name", |_, args| Ok(text_or_none(arg(args).as_str_rc()))),
        method("__repr__", |vm, args| {
            let name = arg(args);
            Ok(Value::str(format!("Sequence({})", vm.repr(&name)?)))
        }),
    ],
);

/// The names of this file in `sqlalchemy.schema`.
pub const NAMES: &[Entry] = &[
    ("ColumnDefault", Item::Class(&COLUMN_DEFAULT)),
    ("FetchedValue", Item::Class(&FETCHED_VALUE)),
    ("DefaultClause", Item::Class(&DEFAULT_CLAUSE)),
    ("Computed", Item::Class(&COMPUTED)),
    ("Identity", Item::Class(&IDENTITY)),
    ("Sequence", Item::Class(&SEQUENCE)),
];

fn this<'a>(args: &Args<'a>) -> &'a Generator {
    args.positional[0]
        .host()
        .expect("a method of a default has one")
}

fn arg(args: &Args) -> Value {
    crate::value::or_none(&this(args).arg)
}

/// The object that stands for `default=value` or `onupdate=value`.
pub fn generator(vm: &mut Vm, value: Value, for_update: bool) -> Result {
    if value.host::<Generator>().is_some() {
        return Ok(value);
    }
    let native = if vm.is_callable(&value) {
        &CALLABLE
    } else if crate::sql::coercion::is_expression(&value) {
        &ELEMENT
    } else {
        &SCALAR
    };
    let class = native.class(vm);
    Ok(vm.host_object(
        &class,
        Generator {
            arg: RefCell::new(value),
            for_update,
            server: false,
        },
    ))
}

/// The object that stands for `server_default=value` or `server_onupdate=value`.
pub fn server(vm: &mut Vm, value: Value, for_update: bool) -> Result {
    if value.host::<Generator>().is_some() {
        return Ok(value);
    }
    let class = DEFAULT_CLAUSE.class(vm);
    Ok(vm.host_object(
        &class,
        Generator {
            arg: RefCell::new(value),
            for_update,
            server: true,
        },
    ))
}
