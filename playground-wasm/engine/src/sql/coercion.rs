//! From values of the program to expressions.

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Result, Vm};

use super::clause::{Annotations, Bind, Clause, Element, Expr};
use crate::exc;
use crate::handle::Handle;
use crate::schema::column::Column;
use crate::schema::types;

/// Whether a value is an expression (or stands for one by `__clause_element__`).
pub fn is_expression(value: &Value) -> bool {
    value.host::<Element>().is_some() || value.host::<Column>().is_some()
}

/// The expression that a value is or stands for, if it does.
pub fn find(vm: &mut Vm, value: &Value) -> Result<Option<Expr>> {
    if let Some(element) = value.host::<Element>() {
        return Ok(Some(element.0.clone()));
    }
    if let Some(column) = Handle::<Column>::of(value) {
        return Ok(Some(Clause::column(&column)));
    }
    if !matches!(value, Value::Obj(_)) {
        return Ok(None);
    }
    let name = vm.intern("__clause_element__");
    match vm.find_attr(value, &name)? {
        Some(method) => {
            let element = vm.call(&method, &[])?;
            if element.is(value) {
                Ok(None)
            } else {
                find(vm, &element)
            }
        }
        None => Ok(None),
    }
}

/// The column that a value is or stands for, if it does.
pub fn column_of(vm: &mut Vm, value: &Value) -> Result<Option<Handle<Column>>> {
    Ok(find(vm, value)?.and_then(|expression| expression.as_column().cloned()))
}

/// The expression that a value is; True, False and None are SQL's own.
pub fn expression(vm: &mut Vm, value: &Value) -> Result<Expr> {
    if let Some(expression) = find(vm, value)? {
        return Ok(expression);
    }
    match value {
        Value::None => Ok(Rc::new(Clause::Null)),
        Value::Bool(true) => Ok(Rc::new(Clause::True)),
        Value::Bool(false) => Ok(Rc::new(Clause::False)),
        _ => {
            let text = vm.repr(value)?;
            Err(exc::ARGUMENT_ERROR.error(
                vm,
                format!("SQL expression element or literal value expected, got {text}."),
            ))
        }
    }
}

/// The expression that a value is, or a parameter with the value, named after what it is compared with.
pub fn operand(vm: &mut Vm, other: &Expr, value: &Value) -> Result<Expr> {
    match find(vm, value)? {
        Some(expression) => Ok(expression),
        None => bind(vm, Some(other), value),
    }
}

/// A parameter with a value.
pub fn bind(vm: &mut Vm, other: Option<&Expr>, value: &Value) -> Result<Expr> {
    let mut type_ = match other {
        Some(other) => type_of(vm, other)?,
        None => Value::Unbound,
    };
    if types::is_null(&type_) {
        type_ = types::for_value(vm, value)?;
    }
    let key = other
        .and_then(|other| bind_name(other))
        .unwrap_or_else(|| Rc::new(Str::from("param")));
    Ok(Rc::new(Clause::Bind(Bind {
        key,
        value: value.clone(),
        unique: true,
        expanding: false,
        type_,
    })))
}

/// What a parameter that is compared with an expression is called.
fn bind_name(expression: &Clause) -> Option<Rc<Str>> {
    match expression {
        Clause::Column(column, _) => Some(column.key()),
        Clause::Name(name) | Clause::Label { name, .. } => Some(name.clone()),
        Clause::Function { name, .. } => Some(Rc::new(Str::from(
            name.rsplit('.').next().unwrap_or_default(),
        ))),
        Clause::Cast { element, .. } => bind_name(element),
        _ => None,
    }
}

/// The type of an expression.
pub fn type_of(vm: &mut Vm, expression: &Clause) -> Result {
    Ok(match expression {
        Clause::Column(column, _) => column.type_.borrow().clone(),
        Clause::Bind(bind) => bind.type_.clone(),
        Clause::Label { element, .. } | Clause::Grouping(element) => type_of(vm, element)?,
        Clause::Cast { type_, .. } => type_.clone(),
        Clause::Unary { operand, operator } if !operator.is_boolean() => type_of(vm, operand)?,
        Clause::Binary { left, operator, .. } if operator.is_arithmetic() => type_of(vm, left)?,
        Clause::Case { whens, .. } => match whens.first() {
            Some((_, result)) => type_of(vm, result)?,
            None => types::null_type(vm)?,
        },
        Clause::Function { name, arguments } => match name.as_str() {
            "count" => types::plain(vm, &types::INTEGER)?,
            "now" | "current_timestamp" => types::plain(vm, &types::DATE_TIME)?,
            "max" | "min" | "sum" | "coalesce" => match arguments.first() {
                Some(first) => type_of(vm, first)?,
                None => types::null_type(vm)?,
            },
            "concat" | "char_length" => types::plain(vm, &types::STRING)?,
            _ => types::null_type(vm)?,
        },
        Clause::Binary { .. }
        | Clause::List { .. }
        | Clause::True
        | Clause::False
        | Clause::Exists { .. } => types::plain(vm, &types::BOOLEAN)?,
        Clause::Unary { .. } => types::plain(vm, &types::BOOLEAN)?,
        Clause::Null | Clause::Text(_) | Clause::Name(_) | Clause::Custom { .. } => {
            types::null_type(vm)?
        }
    })
}

/// A column as a mapped attribute has it.
pub fn annotated(column: &Handle<Column>, annotations: Annotations) -> Expr {
    Rc::new(Clause::Column(column.clone(), annotations))
}
