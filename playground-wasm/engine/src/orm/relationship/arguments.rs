//! The arguments that are evaluated at configuration: strings, callables, expressions.

use python::object::Value;
use python::vm::{Result, Vm};

use super::Relationship;
use crate::exc;
use crate::handle::Handle;
use crate::orm::clsregistry::Resolver;
use crate::orm::instrumentation::mapper_of;
use crate::schema::column::Column;
use crate::schema::table::Table;
use crate::sql::clause::{Annotations, Clause, Expr};
use crate::sql::coercion;
use crate::sql::traverse::replace;
use crate::value::to_list;

/// The arguments, evaluated.
#[derive(Default)]
pub struct Evaluated {
    /// `primaryjoin`
    pub primaryjoin: Option<Expr>,
    /// `secondaryjoin`
    pub secondaryjoin: Option<Expr>,
    /// `secondary`
    pub secondary: Option<Handle<Table>>,
    /// `foreign_keys`
    pub foreign_keys: Vec<Handle<Column>>,
    /// `remote_side`
    pub remote_side: Vec<Handle<Column>>,
    /// `back_populates`
    pub back_populates: Value,
}

/// Evaluates them, in SQLAlchemy's order.
pub fn evaluate(vm: &mut Vm, relationship: &Handle<Relationship>) -> Result<Evaluated> {
    let given =
        |which: fn(&super::Arguments) -> &Value| which(&relationship.arguments.borrow()).clone();
    let order_by = resolve(vm, relationship, given(|arguments| &arguments.order_by))?;
    let primaryjoin = resolve(vm, relationship, given(|arguments| &arguments.primaryjoin))?;
    let secondaryjoin = resolve(
        vm,
        relationship,
        given(|arguments| &arguments.secondaryjoin),
    )?;
    let secondary = resolve_secondary(vm, relationship, given(|arguments| &arguments.secondary))?;
    let foreign_keys = resolve(vm, relationship, given(|arguments| &arguments.foreign_keys))?;
    let remote_side = resolve(vm, relationship, given(|arguments| &arguments.remote_side))?;
    let back_populates = given(|arguments| &arguments.back_populates);
    let back_populates = if vm.is_callable(&back_populates) {
        vm.call(&back_populates, &[])?
    } else {
        back_populates
    };
    let order_by = if matches!(order_by, Value::Bool(false)) {
        Value::Unbound
    } else {
        order_by
    };
    let mut order = Vec::new();
    for part in to_list(vm, &order_by)? {
        order.push(condition(vm, &part, "order_by")?);
    }
    relationship.order_by.replace(order);
    let evaluated = Evaluated {
        primaryjoin: optional_condition(vm, &primaryjoin, "primaryjoin")?,
        secondaryjoin: optional_condition(vm, &secondaryjoin, "secondaryjoin")?,
        secondary,
        foreign_keys: columns(vm, &foreign_keys, "foreign_keys")?,
        remote_side: columns(vm, &remote_side, "remote_side")?,
        back_populates,
    };
    relationship
        .foreign_keys
        .replace(evaluated.foreign_keys.clone());
    Ok(evaluated)
}

/// A string is an expression; a callable is called.
fn resolve(vm: &mut Vm, relationship: &Handle<Relationship>, value: Value) -> Result {
    if let Some(text) = value.as_str() {
        return Resolver { relationship, text }.expression(vm);
    }
    let is_expression = coercion::find(vm, &value).is_ok_and(|expression| expression.is_some());
    if matches!(value, Value::Obj(_)) && !is_expression && vm.is_callable(&value) {
        return vm.call(&value, &[]);
    }
    Ok(value)
}

fn resolve_secondary(
    vm: &mut Vm,
    relationship: &Handle<Relationship>,
    value: Value,
) -> Result<Option<Handle<Table>>> {
    let value = match value.as_str() {
        Some(text) => Resolver { relationship, text }.table(vm)?,
        None if matches!(value, Value::Unbound | Value::None) => return Ok(None),
        None if matches!(value, Value::Obj(_))
            && value.host::<Table>().is_none()
            && vm.is_callable(&value) =>
        {
            vm.call(&value, &[])?
        }
        None => value,
    };
    if let Some(table) = Handle::<Table>::of(&value) {
        return Ok(Some(table));
    }
    if let Value::Class(class) = &value
        && mapper_of(class).is_some()
    {
        let shown = vm.str(&value)?;
        let text = format!(
            "secondary argument {shown} passed to to relationship() {} must be a Table object or other FROM clause; \
             can't send a mapped class directly as rows in 'secondary' are persisted independently of a class that \
             is mapped to that same table.",
            relationship.describe()
        );
        return Err(exc::ARGUMENT_ERROR.error(vm, text));
    }
    Err(vm.unsupported("relationship(secondary=...) with something other than a Table"))
}

fn optional_condition(vm: &mut Vm, value: &Value, name: &str) -> Result<Option<Expr>> {
    match value {
        Value::Unbound | Value::None => Ok(None),
        value => condition(vm, value, name).map(Some),
    }
}

/// An expression without what the ORM noted of the attributes in it.
fn condition(vm: &mut Vm, value: &Value, name: &str) -> Result<Expr> {
    let expression = match coercion::find(vm, value)? {
        Some(expression) => expression,
        None if matches!(value, Value::Bool(_)) => coercion::expression(vm, value)?,
        None => {
            let shown = vm.repr(value)?;
            let text = format!("Column expression expected for argument '{name}'; got {shown}.");
            return Err(exc::ARGUMENT_ERROR.error(vm, text));
        }
    };
    Ok(replace(&expression, &mut |node| match &**node {
        Clause::Column(column, annotations) if annotations.mapper.is_some() => {
            Some(coercion::annotated(
                column,
                Annotations {
                    mapper: None,
                    ..annotations.clone()
                },
            ))
        }
        _ => None,
    }))
}

fn columns(vm: &mut Vm, value: &Value, name: &str) -> Result<Vec<Handle<Column>>> {
    let mut columns: Vec<Handle<Column>> = Vec::new();
    for part in to_list(vm, value)? {
        let expression = condition(vm, &part, name)?;
        if let Some(column) = expression.as_column()
            && !columns.contains(column)
        {
            columns.push(column.clone());
        }
    }
    Ok(columns)
}
