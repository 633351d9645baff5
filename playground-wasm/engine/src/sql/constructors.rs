//! Functions that make expressions: `and_()`, `text()`, `cast()`, `foreign()`…

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Args, Result, Vm};

use super::clause::{Annotations, Bind, Clause, Expr};
use super::coercion;
use super::element::wrap;
use super::function::FUNC;
use super::operator::Operator;
use super::traverse::{negate, replace};
use crate::exc;
use crate::native::{Entry, Item, Keywords};
use crate::schema::types;

/// The names of `sqlalchemy.sql`.
pub const NAMES: &[Entry] = &[
    (
        "and_",
        Item::Function(|vm, args| junction(vm, Operator::And, args.positional)),
    ),
    (
        "or_",
        Item::Function(|vm, args| junction(vm, Operator::Or, args.positional)),
    ),
    ("not_", Item::Function(not)),
    ("text", Item::Function(text)),
    ("literal", Item::Function(literal)),
    ("literal_column", Item::Function(name)),
    ("column", Item::Function(name)),
    ("bindparam", Item::Function(bindparam)),
    (
        "null",
        Item::Function(|vm, _| Ok(wrap(vm, &Rc::new(Clause::Null)))),
    ),
    (
        "true",
        Item::Function(|vm, _| Ok(wrap(vm, &Rc::new(Clause::True)))),
    ),
    (
        "false",
        Item::Function(|vm, _| Ok(wrap(vm, &Rc::new(Clause::False)))),
    ),
    ("cast", Item::Function(cast)),
    ("case", Item::Function(case)),
    ("tuple_", Item::Function(tuple)),
    (
        "asc",
        Item::Function(|vm, args| behind(vm, args, Operator::Asc)),
    ),
    (
        "desc",
        Item::Function(|vm, args| behind(vm, args, Operator::Desc)),
    ),
    (
        "nulls_first",
        Item::Function(|vm, args| behind(vm, args, Operator::NullsFirst)),
    ),
    (
        "nullsfirst",
        Item::Function(|vm, args| behind(vm, args, Operator::NullsFirst)),
    ),
    (
        "nulls_last",
        Item::Function(|vm, args| behind(vm, args, Operator::NullsLast)),
    ),
    (
        "nullslast",
        Item::Function(|vm, args| behind(vm, args, Operator::NullsLast)),
    ),
    (
        "distinct",
        Item::Function(|vm, args| behind(vm, args, Operator::Distinct)),
    ),
    ("func", Item::Value(|vm| Ok(FUNC.generator(vm)))),
];

/// `foreign()` and `remote()`, of `sqlalchemy.orm`.
pub const ANNOTATIONS: &[Entry] = &[
    ("foreign", Item::Function(foreign)),
    ("remote", Item::Function(remote)),
];

/// `a AND b`, `a OR b`: one condition alone is itself, the same operator inside does not nest.
pub fn junction(vm: &mut Vm, operator: Operator, values: &[Value]) -> Result {
    let mut clauses: Vec<Expr> = Vec::new();
    for value in values {
        let clause = coercion::expression(vm, value)?;
        match &*clause {
            Clause::List {
                operator: inner,
                clauses: parts,
            } if *inner == operator => {
                clauses.extend(parts.iter().cloned());
            }
            Clause::True if operator == Operator::And && values.len() > 1 => {}
            Clause::False if operator == Operator::Or && values.len() > 1 => {}
            _ => clauses.push(clause),
        }
    }
    let expression = match &*clauses {
        [only] => only.clone(),
        [] => Rc::new(if operator == Operator::And {
            Clause::True
        } else {
            Clause::False
        }),
        _ => Rc::new(Clause::List { operator, clauses }),
    };
    Ok(wrap(vm, &expression))
}

fn not(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "not_")?;
    let expression = coercion::expression(vm, value)?;
    Ok(wrap(vm, &negate(&expression)))
}

fn text(vm: &mut Vm, args: &Args) -> Result {
    let [text] = args.exactly(vm, "text")?;
    match text.as_str_rc() {
        Some(text) => Ok(wrap(vm, &Rc::new(Clause::Text(text.clone())))),
        None => Err(vm.type_error("expected string or bytes-like object")),
    }
}

fn literal(vm: &mut Vm, args: &Args) -> Result {
    let value = args.between(vm, "literal", 1, 2)?;
    let bind = coercion::bind(vm, None, &value[0])?;
    Ok(wrap(vm, &bind))
}

fn name(vm: &mut Vm, args: &Args) -> Result {
    let name = match args.positional.first().and_then(Value::as_str_rc) {
        Some(name) => name.clone(),
        None => return Err(vm.type_error("column() expects a name")),
    };
    Ok(wrap(vm, &Rc::new(Clause::Name(name))))
}

fn bindparam(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let key = match args.positional.first().and_then(Value::as_str_rc) {
        Some(key) => key.clone(),
        None => Rc::new(Str::from("param")),
    };
    let value = args
        .positional
        .get(1)
        .cloned()
        .or_else(|| keywords.take("value"))
        .unwrap_or_default();
    let type_ = match args
        .positional
        .get(2)
        .cloned()
        .or_else(|| keywords.take_some("type_"))
    {
        Some(type_) => types::to_instance(vm, &type_)?,
        None if value.is_unbound() => types::null_type(vm)?,
        None => types::for_value(vm, &value)?,
    };
    let unique = keywords.take_bool(vm, "unique")?;
    let expanding = keywords.take_bool(vm, "expanding")?;
    Ok(wrap(
        vm,
        &Rc::new(Clause::Bind(Bind {
            key,
            value,
            unique,
            expanding,
            type_,
        })),
    ))
}

fn cast(vm: &mut Vm, args: &Args) -> Result {
    let [element, type_] = args.exactly(vm, "cast")?;
    let type_ = types::to_instance(vm, type_)?;
    let element = match coercion::find(vm, element)? {
        Some(element) => element,
        None => coercion::bind(vm, None, element)?,
    };
    Ok(wrap(vm, &Rc::new(Clause::Cast { element, type_ })))
}

fn case(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let value = match keywords.take_some("value") {
        Some(value) => Some(coercion::expression(vm, &value)?),
        None => None,
    };
    let mut pairs = Vec::new();
    for given in args.positional {
        match given.as_dict() {
            Some(dict) => pairs.extend(
                dict.borrow()
                    .iter()
                    .map(|(key, value)| (key.clone(), value.clone())),
            ),
            None => match &*vm.collect(given)? {
                [condition, result] => pairs.push((condition.clone(), result.clone())),
                _ => {
                    return Err(exc::ARGUMENT_ERROR.error(
                        vm,
                        "The \"whens\" argument to case() expects (condition, result) tuples",
                    ));
                }
            },
        }
    }
    let mut whens = Vec::new();
    for (condition, result) in pairs {
        let condition = match &value {
            Some(value) => coercion::operand(vm, value, &condition)?,
            None => coercion::expression(vm, &condition)?,
        };
        whens.push((condition, literal_or_expression(vm, &result)?));
    }
    let otherwise = match keywords.take("else_") {
        Some(Value::None) | None => None,
        Some(otherwise) => Some(literal_or_expression(vm, &otherwise)?),
    };
    Ok(wrap(
        vm,
        &Rc::new(Clause::Case {
            value,
            whens,
            otherwise,
        }),
    ))
}

/// An expression, or a parameter with the value.
pub(super) fn literal_or_expression(vm: &mut Vm, value: &Value) -> Result<Expr> {
    match coercion::find(vm, value)? {
        Some(expression) => Ok(expression),
        None if value.is_none() => Ok(Rc::new(Clause::Null)),
        None => coercion::bind(vm, None, value),
    }
}

fn tuple(vm: &mut Vm, args: &Args) -> Result {
    let mut clauses = Vec::new();
    for value in args.positional {
        clauses.push(literal_or_expression(vm, value)?);
    }
    Ok(wrap(
        vm,
        &Rc::new(Clause::List {
            operator: Operator::Comma,
            clauses,
        }),
    ))
}

fn behind(vm: &mut Vm, args: &Args, operator: Operator) -> Result {
    let [value] = args.exactly(vm, "asc")?;
    let operand = match value.as_str_rc() {
        Some(name) => Rc::new(Clause::Name(name.clone())),
        None => coercion::expression(vm, value)?,
    };
    Ok(wrap(vm, &Rc::new(Clause::Unary { operator, operand })))
}

fn foreign(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "foreign")?;
    annotate(vm, value, |annotations| annotations.foreign = true)
}

fn remote(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "remote")?;
    annotate(vm, value, |annotations| annotations.remote = true)
}

/// Marks the columns of an expression.
fn annotate(vm: &mut Vm, value: &Value, mark: fn(&mut Annotations)) -> Result {
    let expression = coercion::expression(vm, value)?;
    let marked = replace(&expression, &mut |node| match &**node {
        Clause::Column(column, annotations) => {
            let mut annotations = annotations.clone();
            mark(&mut annotations);
            Some(Rc::new(Clause::Column(column.clone(), annotations)))
        }
        _ => None,
    });
    Ok(wrap(vm, &marked))
}
