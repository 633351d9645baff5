//! Expressions as the program sees them: which class each node has.

use std::rc::Rc;

use python::object::Value;
use python::vm::{Args, Result, Vm};

use super::clause::{Clause, Element, Expr};
use super::coercion;
use super::compiler::compile;
use super::operator::Operator;
use super::operators::METHODS;
use crate::native::{Base, Native, getter, method};

/// `ClauseElement`
pub static CLAUSE_ELEMENT: Native =
    Native::new("ClauseElement", "sqlalchemy.sql.elements", &[], &[]);

/// `ColumnElement`: everything that operators work on.
pub static COLUMN_ELEMENT: Native = Native::new(
    "ColumnElement",
    "sqlalchemy.sql.elements",
    &[Base::Native(&CLAUSE_ELEMENT)],
    METHODS,
);

/// `ColumnClause`
pub static COLUMN_CLAUSE: Native = element("ColumnClause", NAMED);

const ELEMENT_BASES: &[Base] = &[Base::Native(&COLUMN_ELEMENT)];

const fn element(name: &'static str, methods: &'static [python::object::MethodDef]) -> Native {
    Native::new(name, "sqlalchemy.sql.elements", ELEMENT_BASES, methods)
}

const NAMED: &[python::object::MethodDef] = &[
    getter("name", name),
    getter("key", name),
    method("__repr__", |vm, args| {
        let (class, address) = (
            vm.class_of(&args.positional[0]),
            vm.address(&args.positional[0]),
        );
        let name = name(vm, args)?;
        let full = vm.full_name(&class);
        Ok(Value::str(format!(
            "<{full} at {address}; {}>",
            vm.str(&name)?
        )))
    }),
];

static ANNOTATED_COLUMN: Native = Native::new(
    "AnnotatedColumn",
    "sqlalchemy.sql.annotation",
    &[Base::Native(&COLUMN_CLAUSE)],
    &[
        method("__repr__", |vm, args| {
            let column = this(args)
                .as_column()
                .cloned()
                .expect("it is a column")
                .value();
            vm.repr(&column).map(Value::str)
        }),
        method("__getattr__", |vm, args| {
            let column = this(args)
                .as_column()
                .cloned()
                .expect("it is a column")
                .value();
            let name = vm.intern(args.positional[1].as_str().unwrap_or_default());
            vm.get_attr(&column, &name)
        }),
    ],
);

static BINARY_EXPRESSION: Native = element(
    "BinaryExpression",
    &[
        getter("left", |vm, args| match &**this(args) {
            Clause::Binary { left, .. } | Clause::Custom { left, .. } => Ok(wrap(vm, left)),
            _ => Ok(Value::None),
        }),
        getter("right", |vm, args| match &**this(args) {
            Clause::Binary { right, .. } | Clause::Custom { right, .. } => Ok(wrap(vm, right)),
            _ => Ok(Value::None),
        }),
    ],
);
static UNARY_EXPRESSION: Native = element("UnaryExpression", &[]);
static BOOLEAN_CLAUSE_LIST: Native = element(
    "BooleanClauseList",
    &[getter("clauses", |vm, args| match &**this(args) {
        Clause::List { clauses, .. } => {
            let clauses = clauses.iter().map(|clause| wrap(vm, clause)).collect();
            Ok(vm.list(clauses))
        }
        _ => Ok(Value::None),
    })],
);
static TUPLE: Native = element("Tuple", &[]);
static NULL: Native = element("Null", &[]);
static TRUE: Native = element("True_", &[]);
static FALSE: Native = element("False_", &[]);
static GROUPING: Native = element("Grouping", &[]);
static CAST: Native = element("Cast", &[]);
static CASE: Native = element("Case", &[]);
static LABEL: Native = element("Label", NAMED);
static TEXT_CLAUSE: Native = element(
    "TextClause",
    &[getter("text", |_, args| match &**this(args) {
        Clause::Text(text) => Ok(Value::Str(text.clone())),
        _ => Ok(Value::None),
    })],
);
static EXISTS: Native = Native::new(
    "Exists",
    "sqlalchemy.sql.selectable",
    &[Base::Native(&COLUMN_ELEMENT)],
    &[],
);
static FUNCTION: Native = Native::new(
    "Function",
    "sqlalchemy.sql.functions",
    &[Base::Native(&COLUMN_ELEMENT)],
    NAMED,
);
macro_rules! known_functions {
    ($($constant:ident = $name:literal),* $(,)?) => {
        $(static $constant: Native = Native::new(
            $name, "sqlalchemy.sql.functions", &[Base::Native(&FUNCTION)], &[],
        );)*

        /// The class of a function: those that SQLAlchemy knows have their own.
        fn known(name: &str) -> &'static Native {
            match name {
                $($name => &$constant,)*
                _ => &FUNCTION,
            }
        }
    };
}

known_functions! {
    COALESCE = "coalesce", CONCAT = "concat", COUNT = "count", CURRENT_DATE = "current_date",
    CURRENT_TIME = "current_time", CURRENT_TIMESTAMP = "current_timestamp", MAX = "max", MIN = "min", NOW = "now",
    RANDOM = "random", SUM = "sum",
}
static BIND_PARAMETER: Native = element(
    "BindParameter",
    &[
        getter("value", |_, args| match &**this(args) {
            Clause::Bind(bind) => Ok(crate::value::or_none(&std::cell::RefCell::new(
                bind.value.clone(),
            ))),
            _ => Ok(Value::None),
        }),
        getter("key", |_, args| match &**this(args) {
            Clause::Bind(bind) => Ok(Value::Str(bind.key.clone())),
            _ => Ok(Value::None),
        }),
        method("__repr__", |vm, args| {
            let Clause::Bind(bind) = &**this(args) else {
                return Ok(Value::None);
            };
            let key = match bind.unique {
                true => format!("'%({} {})s'", vm.id(&args.positional[0]), &**bind.key),
                false => vm.repr(&Value::Str(bind.key.clone()))?,
            };
            let value = if bind.value.is_unbound() {
                Value::None
            } else {
                bind.value.clone()
            };
            let value = vm.repr(&value)?;
            let type_ = vm.repr(&bind.type_)?;
            Ok(Value::str(format!(
                "BindParameter({key}, {value}, type_={type_})"
            )))
        }),
    ],
);

fn name(_: &mut Vm, args: &Args) -> Result {
    Ok(match &**this(args) {
        Clause::Column(column, _) => Value::Str(column.text()),
        Clause::Name(name) | Clause::Label { name, .. } | Clause::Function { name, .. } => {
            Value::Str(name.clone())
        }
        _ => Value::None,
    })
}

fn this<'a>(args: &Args<'a>) -> &'a Expr {
    &args.positional[0]
        .host::<Element>()
        .expect("a method of an element has one")
        .0
}

/// The object that the program sees of an expression.
pub fn wrap(vm: &mut Vm, expression: &Expr) -> Value {
    let native = match &**expression {
        Clause::Column(column, annotations) => {
            if !annotations.foreign && !annotations.remote && annotations.mapper.is_none() {
                return column.value();
            }
            &ANNOTATED_COLUMN
        }
        Clause::Bind(_) => &BIND_PARAMETER,
        Clause::Binary { .. } | Clause::Custom { .. } => &BINARY_EXPRESSION,
        Clause::Unary { .. } => &UNARY_EXPRESSION,
        Clause::List {
            operator: Operator::Comma,
            ..
        } => &TUPLE,
        Clause::List { .. } => &BOOLEAN_CLAUSE_LIST,
        Clause::Function { name, .. } => known(name),
        Clause::Null => &NULL,
        Clause::True => &TRUE,
        Clause::False => &FALSE,
        Clause::Text(_) => &TEXT_CLAUSE,
        Clause::Name(_) => &COLUMN_CLAUSE,
        Clause::Grouping(_) => &GROUPING,
        Clause::Label { .. } => &LABEL,
        Clause::Cast { .. } => &CAST,
        Clause::Case { .. } => &CASE,
        Clause::Exists { .. } => &EXISTS,
    };
    let class = native.class(vm);
    vm.host_object(&class, Element(Rc::clone(expression)))
}

/// `str(element)`
pub(super) fn str(vm: &mut Vm, args: &Args) -> Result {
    match coercion::find(vm, &args.positional[0])? {
        Some(expression) => compile(vm, &expression).map(Value::str),
        None => vm.repr(&args.positional[0]).map(Value::str),
    }
}
