//! The tree of an SQL expression.

use std::rc::Rc;

use python::object::{Host, Str, Value};

use super::operator::Operator;
use crate::handle::Handle;
use crate::orm::mapper::Mapper;
use crate::schema::column::Column;
use crate::schema::table::Table;

/// An expression. It never changes once it is made.
pub type Expr = Rc<Clause>;

/// What the ORM notes on a column in an expression.
#[derive(Clone, Default)]
pub struct Annotations {
    /// `foreign()`
    pub foreign: bool,
    /// `remote()`
    pub remote: bool,
    /// The mapper through whose attribute the program came to the column.
    pub mapper: Option<Handle<Mapper>>,
}

/// A node.
#[derive(Clone)]
pub enum Clause {
    /// A column of a table.
    Column(Handle<Column>, Annotations),
    /// A parameter.
    Bind(Bind),
    /// `left operator right`
    Binary {
        /// Left operand.
        left: Expr,
        /// The operator.
        operator: Operator,
        /// Right operand.
        right: Expr,
        /// What `.escape` and the like add.
        escape: Option<Rc<Str>>,
    },
    /// `operator operand`, or `operand operator`.
    Unary {
        /// The operator.
        operator: Operator,
        /// The operand.
        operand: Expr,
    },
    /// `a AND b AND c`, `a OR b`, `a, b`.
    List {
        /// What stands between.
        operator: Operator,
        /// The elements.
        clauses: Vec<Expr>,
    },
    /// `name(arguments)`
    Function {
        /// The name, packages included.
        name: Rc<Str>,
        /// The arguments.
        arguments: Vec<Expr>,
    },
    /// `NULL`
    Null,
    /// `true`
    True,
    /// `false`
    False,
    /// SQL as text.
    Text(Rc<Str>),
    /// A name that stands for itself: `literal_column()`, or `column()`.
    Name(Rc<Str>),
    /// `(element)`
    Grouping(Expr),
    /// `element AS name`
    Label {
        /// The name.
        name: Rc<Str>,
        /// The element.
        element: Expr,
    },
    /// `CAST(element AS type)`
    Cast {
        /// The element.
        element: Expr,
        /// The type.
        type_: Value,
    },
    /// `CASE WHEN … THEN … ELSE … END`
    Case {
        /// What the conditions are compared with, if it is that form.
        value: Option<Expr>,
        /// Conditions and results.
        whens: Vec<(Expr, Expr)>,
        /// The result otherwise.
        otherwise: Option<Expr>,
    },
    /// `left operator right` with an operator of the program's own: `.op("&")`.
    Custom {
        /// Left operand.
        left: Expr,
        /// The operator.
        operator: Rc<Str>,
        /// Right operand.
        right: Expr,
    },
    /// `EXISTS (SELECT 1 FROM … WHERE …)`
    Exists {
        /// The tables.
        from: Vec<Handle<Table>>,
        /// The condition.
        condition: Expr,
    },
}

/// A parameter.
#[derive(Clone)]
pub struct Bind {
    /// The name, or the name that a number is added to.
    pub key: Rc<Str>,
    /// The value.
    pub value: Value,
    /// Whether a number is added to the name.
    pub unique: bool,
    /// Whether it is the list of an `IN`.
    pub expanding: bool,
    /// The type, or `Unbound`.
    pub type_: Value,
}

impl Clause {
    /// A column without annotations.
    pub fn column(column: &Handle<Column>) -> Expr {
        Rc::new(Clause::Column(column.clone(), Annotations::default()))
    }

    /// The column, if it is one.
    pub fn as_column(&self) -> Option<&Handle<Column>> {
        match self {
            Clause::Column(column, _) => Some(column),
            _ => None,
        }
    }
}

/// An expression as the program holds it.
pub struct Element(pub Expr);

impl Host for Element {}
