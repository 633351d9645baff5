//! What can be done with an expression: operators and methods, shared by columns and mapped attributes.

use std::rc::Rc;

use python::object::{MethodDef, Str, Value};
use python::vm::{Args, Raised, Result, Vm};

use super::clause::{Bind, Clause, Expr};
use super::coercion;
use super::element::{str, wrap};
use super::operator::Operator;
use super::traverse::{binary, negate};
use crate::exc;
use crate::native::{Keywords, getter, method};
use crate::schema::types::{self, ColumnType};

macro_rules! comparison {
    ($name:literal, $operator:ident) => {
        method($name, |vm, args| compare(vm, args, Operator::$operator))
    };
}

macro_rules! arithmetic {
    ($name:literal, $operator:ident) => {
        method($name, |vm, args| {
            arithmetic(vm, args, Operator::$operator, false)
        })
    };
    ($name:literal, $operator:ident, reversed) => {
        method($name, |vm, args| {
            arithmetic(vm, args, Operator::$operator, true)
        })
    };
}

macro_rules! pattern {
    ($name:literal, $operator:ident, $before:literal, $after:literal) => {
        method($name, |vm, args| {
            pattern(vm, args, Operator::$operator, $before, $after)
        })
    };
}

macro_rules! behind {
    ($name:literal, $operator:ident) => {
        method($name, |vm, args| {
            let operand = this(vm, args)?;
            Ok(wrap(
                vm,
                &Rc::new(Clause::Unary {
                    operator: Operator::$operator,
                    operand,
                }),
            ))
        })
    };
}

/// The methods of `ColumnElement`.
pub(super) const METHODS: &[MethodDef] = &[
    comparison!("__eq__", Eq),
    comparison!("__ne__", Ne),
    comparison!("__lt__", Lt),
    comparison!("__le__", Le),
    comparison!("__gt__", Gt),
    comparison!("__ge__", Ge),
    comparison!("is_", Is),
    comparison!("is_not", IsNot),
    comparison!("isnot", IsNot),
    comparison!("is_distinct_from", IsDistinctFrom),
    comparison!("is_not_distinct_from", IsNotDistinctFrom),
    comparison!("like", Like),
    comparison!("not_like", NotLike),
    comparison!("notlike", NotLike),
    comparison!("ilike", Ilike),
    comparison!("not_ilike", NotIlike),
    comparison!("notilike", NotIlike),
    arithmetic!("__add__", Add),
    arithmetic!("__radd__", Add, reversed),
    arithmetic!("__sub__", Sub),
    arithmetic!("__rsub__", Sub, reversed),
    arithmetic!("__mul__", Mul),
    arithmetic!("__rmul__", Mul, reversed),
    arithmetic!("__truediv__", Div),
    arithmetic!("__rtruediv__", Div, reversed),
    arithmetic!("__floordiv__", FloorDiv),
    arithmetic!("__rfloordiv__", FloorDiv, reversed),
    arithmetic!("__mod__", Mod),
    arithmetic!("__rmod__", Mod, reversed),
    arithmetic!("concat", Concat),
    pattern!("startswith", Like, false, true),
    pattern!("endswith", Like, true, false),
    pattern!("contains", Like, true, true),
    method("__hash__", |vm, args| {
        Ok(Value::Int(vm.id(&args.positional[0]) as i64))
    }),
    method("__bool__", boolean),
    method("__str__", str),
    method("__invert__", |vm, args| {
        let operand = this(vm, args)?;
        Ok(wrap(vm, &negate(&operand)))
    }),
    method("__neg__", |vm, args| {
        let operand = this(vm, args)?;
        Ok(wrap(
            vm,
            &Rc::new(Clause::Unary {
                operator: Operator::Neg,
                operand,
            }),
        ))
    }),
    method("__and__", |vm, args| {
        super::constructors::junction(vm, Operator::And, args.positional)
    }),
    method("__or__", |vm, args| {
        super::constructors::junction(vm, Operator::Or, args.positional)
    }),
    method("__getitem__", |vm, _| Err(unsupported(vm, "getitem"))),
    method("__contains__", |vm, _| Err(unsupported(vm, "contains"))),
    method("in_", |vm, args| membership(vm, args, Operator::In)),
    method("not_in", |vm, args| membership(vm, args, Operator::NotIn)),
    method("notin_", |vm, args| membership(vm, args, Operator::NotIn)),
    method("between", between),
    behind!("desc", Desc),
    behind!("asc", Asc),
    behind!("nulls_first", NullsFirst),
    behind!("nullsfirst", NullsFirst),
    behind!("nulls_last", NullsLast),
    behind!("nullslast", NullsLast),
    behind!("distinct", Distinct),
    method("label", |vm, args| {
        let [receiver, name] = args.exactly(vm, "label")?;
        let element = this(vm, &Args::new(std::slice::from_ref(receiver)))?;
        let name = name
            .as_str_rc()
            .cloned()
            .unwrap_or_else(|| Rc::new(Str::from("anon")));
        Ok(wrap(vm, &Rc::new(Clause::Label { name, element })))
    }),
    method("cast", |vm, args| {
        let [receiver, type_] = args.exactly(vm, "cast")?;
        let element = this(vm, &Args::new(std::slice::from_ref(receiver)))?;
        let type_ = types::to_instance(vm, type_)?;
        Ok(wrap(vm, &Rc::new(Clause::Cast { element, type_ })))
    }),
    method("op", |vm, args| {
        let operator = args.rest().between(vm, "op", 1, 1)?[0].clone();
        Ok(vm.native_function(
            "sqlalchemy.sql.operators",
            "op",
            custom,
            vec![args.positional[0].clone(), operator],
        ))
    }),
    method("collate", |vm, args| {
        let [receiver, name] = args.exactly(vm, "collate")?;
        let left = this(vm, &Args::new(std::slice::from_ref(receiver)))?;
        let name = name
            .as_str_rc()
            .cloned()
            .unwrap_or_else(|| Rc::new(Str::from("")));
        let operator = Rc::new(Str::from("COLLATE"));
        Ok(wrap(
            vm,
            &Rc::new(Clause::Custom {
                left,
                operator,
                right: Rc::new(Clause::Name(name)),
            }),
        ))
    }),
    method("compile", |_, args| Ok(args.positional[0].clone())),
    method("self_group", |_, args| Ok(args.positional[0].clone())),
    method("__clause_element__", |_, args| {
        Ok(args.positional[0].clone())
    }),
    getter("type", |vm, args| {
        let expression = this(vm, args)?;
        coercion::type_of(vm, &expression)
    }),
];

/// An operator that only other types of columns have.
fn unsupported(vm: &mut Vm, operator: &str) -> Raised {
    let class = vm.exceptions.not_implemented_error.clone();
    let text = format!("Operator '{operator}' is not supported on this expression");
    vm.error(&class, text)
}

fn this(vm: &mut Vm, args: &Args) -> Result<Expr> {
    match coercion::find(vm, &args.positional[0])? {
        Some(expression) => Ok(expression),
        None => coercion::expression(vm, &args.positional[0]),
    }
}

fn compare(vm: &mut Vm, args: &Args, operator: Operator) -> Result {
    let Some(other) = args.positional.get(1) else {
        return Err(vm.type_error("expected at least 1 argument, got 0"));
    };
    let left = this(vm, args)?;
    comparison(
        vm,
        left,
        operator,
        other,
        Keywords::of(args).take_some("escape"),
    )
}

/// `left operator other`, where comparing with None, True and False has its own operators.
pub(crate) fn comparison(
    vm: &mut Vm,
    left: Expr,
    operator: Operator,
    other: &Value,
    escape: Option<Value>,
) -> Result {
    let constant = match other {
        Value::None => Some(Clause::Null),
        Value::Bool(true) => Some(Clause::True),
        Value::Bool(false) => Some(Clause::False),
        _ => None,
    };
    let (operator, right) = match (operator, constant) {
        (Operator::Eq | Operator::Is, Some(Clause::Null)) => (Operator::Is, Rc::new(Clause::Null)),
        (Operator::Ne | Operator::IsNot, Some(Clause::Null)) => {
            (Operator::IsNot, Rc::new(Clause::Null))
        }
        (Operator::Eq | Operator::Ne | Operator::Is | Operator::IsNot, Some(constant)) => {
            (operator, Rc::new(constant))
        }
        (_, Some(Clause::Null))
            if !matches!(
                operator,
                Operator::IsDistinctFrom | Operator::IsNotDistinctFrom
            ) =>
        {
            return Err(exc::ARGUMENT_ERROR.error(
                vm,
                "Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' operators can \
                 be used with None/True/False",
            ));
        }
        _ => (operator, coercion::operand(vm, &left, other)?),
    };
    let escape = escape.and_then(|escape| escape.as_str_rc().cloned());
    Ok(wrap(
        vm,
        &Rc::new(Clause::Binary {
            left,
            operator,
            right,
            escape,
        }),
    ))
}

fn arithmetic(vm: &mut Vm, args: &Args, operator: Operator, reversed: bool) -> Result {
    let left = this(vm, args)?;
    let other = args.positional.get(1).cloned().unwrap_or_default();
    let right = coercion::operand(vm, &left, &other)?;
    let type_ = coercion::type_of(vm, &left)?;
    let is_text = type_.host::<ColumnType>().is_some_and(|data| {
        matches!(
            data.info.sql,
            "VARCHAR" | "TEXT" | "CHAR" | "NVARCHAR" | "NCHAR" | "CLOB"
        )
    });
    let operator = if operator == Operator::Add && is_text {
        Operator::Concat
    } else {
        operator
    };
    let (left, right) = if reversed {
        (right, left)
    } else {
        (left, right)
    };
    Ok(wrap(vm, &binary(left, operator, right)))
}

/// `startswith()` and its like: a pattern put together in SQL.
fn pattern(vm: &mut Vm, args: &Args, operator: Operator, before: bool, after: bool) -> Result {
    let left = this(vm, args)?;
    let other = args.positional.get(1).cloned().unwrap_or_default();
    let mut right = coercion::operand(vm, &left, &other)?;
    let percent = || Rc::new(Clause::Text(Rc::new(Str::from("'%'"))));
    if before {
        right = binary(percent(), Operator::Concat, right);
    }
    if after {
        right = binary(right, Operator::Concat, percent());
    }
    Ok(wrap(vm, &binary(left, operator, right)))
}

fn membership(vm: &mut Vm, args: &Args, operator: Operator) -> Result {
    let [receiver, values] = args.exactly(vm, "in_")?;
    let left = this(vm, &Args::new(std::slice::from_ref(receiver)))?;
    if values.as_str().is_some()
        || matches!(
            values,
            Value::Int(_) | Value::None | Value::Float(_) | Value::Bool(_)
        )
    {
        let text = vm.repr(values)?;
        return Err(exc::ARGUMENT_ERROR.error(
            vm,
            format!(
                "IN expression list, SELECT construct, or bound parameter object expected, got {text}."
            ),
        ));
    }
    let items = vm.collect(values)?;
    let items = vm.list(items);
    let Clause::Bind(bind) = (*coercion::bind(vm, Some(&left), &items)?).clone() else {
        unreachable!("bind() makes parameters")
    };
    let right = Rc::new(Clause::Bind(Bind {
        expanding: true,
        ..bind
    }));
    Ok(wrap(vm, &binary(left, operator, right)))
}

fn between(vm: &mut Vm, args: &Args) -> Result {
    let [receiver, low, high] = args.exactly(vm, "between")?;
    let left = this(vm, &Args::new(std::slice::from_ref(receiver)))?;
    let (low, high) = (
        coercion::operand(vm, &left, low)?,
        coercion::operand(vm, &left, high)?,
    );
    let range = Rc::new(Clause::List {
        operator: Operator::And,
        clauses: vec![low, high],
    });
    Ok(wrap(vm, &binary(left, Operator::Between, range)))
}

/// What `.op("&")` answers: captured are the expression and the operator.
fn custom(vm: &mut Vm, args: &Args) -> Result {
    let [receiver, operator, other] = args.positional else {
        return Err(vm.type_error("a custom operator takes one argument"));
    };
    let left = this(vm, &Args::new(std::slice::from_ref(receiver)))?;
    let right = coercion::operand(vm, &left, other)?;
    let operator = operator
        .as_str_rc()
        .cloned()
        .unwrap_or_else(|| Rc::new(Str::from("")));
    Ok(wrap(
        vm,
        &Rc::new(Clause::Custom {
            left,
            operator,
            right,
        }),
    ))
}

/// `bool(a == b)` tells whether both are the same expression; nothing else has a truth value.
fn boolean(vm: &mut Vm, args: &Args) -> Result {
    let expression = this(vm, args)?;
    if let Clause::Binary {
        left,
        operator: operator @ (Operator::Eq | Operator::Ne),
        right,
        ..
    } = &*expression
    {
        let same = match (left.as_column(), right.as_column()) {
            (Some(left), Some(right)) => left.is(right),
            _ => Rc::ptr_eq(left, right),
        };
        return Ok(Value::Bool(same == (*operator == Operator::Eq)));
    }
    Err(vm.type_error("Boolean value of this clause is not defined"))
}
