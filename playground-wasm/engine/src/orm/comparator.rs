//! Expressions with relationships: `Parent.children.any()`, `Child.parent == p`.

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Args, Result, Vm};

use super::relationship::{Direction, Relationship};
use super::runtime::Runtime;
use super::state::State;
use crate::exc;
use crate::handle::Handle;
use crate::schema::table::Table;
use crate::sql::clause::{Bind, Clause, Expr};
use crate::sql::coercion;
use crate::sql::element::wrap;
use crate::sql::operator::Operator;
use crate::sql::traverse::{and, binary, negate, replace};

/// The join condition of a relationship as an expression.
pub fn condition(relationship: &Relationship) -> Expr {
    let join = relationship
        .join
        .get()
        .expect("a configured relationship has its join");
    match &join.secondaryjoin {
        Some(second) => and(join.primaryjoin.clone(), second.clone()),
        None => join.primaryjoin.clone(),
    }
}

/// `EXISTS (SELECT 1 FROM … WHERE …)`
fn exists_clause(relationship: &Relationship, criterion: Option<Expr>) -> Expr {
    let join = relationship
        .join
        .get()
        .expect("a configured relationship has its join");
    let (parent, child) = (relationship.parent(), relationship.mapper());
    let mut from: Vec<Handle<Table>> = Vec::new();
    let mut add = |table: &Handle<Table>| {
        if !from.contains(table) {
            from.push(table.clone());
        }
    };
    for table in &child.tables {
        add(table);
    }
    join.secondary.iter().for_each(&mut add);
    for table in &parent.tables {
        add(table);
    }
    if join.secondary.is_some() {
        from.sort_by_key(|table| {
            usize::from(join.secondary.as_ref().is_none_or(|other| !other.is(table)))
        });
    }
    let mut condition = condition(relationship);
    if let Some(criterion) = criterion {
        condition = and(condition, criterion);
    }
    Rc::new(Clause::Exists { from, condition })
}

/// `.any(criterion, **values)` of collections, `.has(…)` of scalars.
pub fn exists(vm: &mut Vm, relationship: &Handle<Relationship>, args: &Args, many: bool) -> Result {
    if many != relationship.is_collection() {
        let text = if many {
            "'any()' not implemented for scalar attributes. Use has()."
        } else {
            "'has()' not implemented for collections. Use any()."
        };
        return Err(exc::INVALID_REQUEST_ERROR.error(vm, text));
    }
    let mut criterion = match args.positional.get(1) {
        Some(Value::None) | None => None,
        Some(value) => Some(coercion::expression(vm, value)?),
    };
    let class = Value::Class(relationship.mapper().class.clone());
    for (name, value) in args.keywords() {
        if name.as_str() == "criterion" {
            criterion = Some(coercion::expression(vm, value)?);
            continue;
        }
        let name = vm.intern_str(name);
        let attribute = vm.get_attr(&class, &name)?;
        let left = coercion::expression(vm, &attribute)?;
        let right = coercion::operand(vm, &left, value)?;
        let equal = binary(left, Operator::Eq, right);
        criterion = Some(match criterion {
            Some(criterion) => and(criterion, equal),
            None => equal,
        });
    }
    Ok(wrap(vm, &exists_clause(relationship, criterion)))
}

/// `.contains(instance)` of collections.
pub fn contains(vm: &mut Vm, relationship: &Handle<Relationship>, args: &Args) -> Result {
    let [_, other] = args.exactly(vm, "contains")?;
    if !relationship.is_collection() {
        return Err(exc::INVALID_REQUEST_ERROR.error(
            vm,
            "'contains' not implemented for scalar attributes.  Use ==",
        ));
    }
    let runtime = Runtime::of(vm);
    let state = State::expect(vm, &runtime, other)?;
    let condition = bound(vm, relationship, &state)?;
    Ok(wrap(vm, &condition))
}

/// `Child.parent == p`, `Child.parent == None`
pub fn compare(
    vm: &mut Vm,
    relationship: &Handle<Relationship>,
    other: &Value,
    negated: bool,
) -> Result {
    let direction = relationship.direction.get();
    if other.is_none() {
        if matches!(
            direction,
            Some(Direction::OneToMany | Direction::ManyToMany)
        ) {
            let exists = exists_clause(relationship, None);
            return Ok(if negated {
                wrap(vm, &exists)
            } else {
                wrap(vm, &negate(&exists))
            });
        }
        let join = relationship
            .join
            .get()
            .expect("a configured relationship has its join");
        let operator = if negated {
            Operator::IsNot
        } else {
            Operator::Is
        };
        let parts = join
            .local_remote_pairs
            .iter()
            .map(|(local, _)| binary(Clause::column(local), operator, Rc::new(Clause::Null)));
        let condition = parts.reduce(and).expect("a join has pairs");
        return Ok(wrap(vm, &condition));
    }
    if relationship.is_collection() {
        return Err(exc::INVALID_REQUEST_ERROR
            .error(vm, "Can't compare a collection to an object or collection; use contains() to test for membership."));
    }
    let runtime = Runtime::of(vm);
    let Some(state) = State::find(&runtime, other) else {
        let shown = vm.repr(other)?;
        return Err(exc::ARGUMENT_ERROR
            .error(vm, format!("Mapped instance expected for relationship comparison to object.   Classes, queries and other SQL elements are not accepted in this context; for comparison with a subquery, use {}.has(**criteria).", relationship.describe()).replace("{}", &shown)));
    };
    let condition = bound(vm, relationship, &state)?;
    Ok(if negated {
        wrap(vm, &negate(&condition))
    } else {
        wrap(vm, &condition)
    })
}

/// The join condition with the columns of the other side replaced by an object's values.
fn bound(vm: &mut Vm, relationship: &Relationship, state: &State) -> Result<Expr> {
    let join = relationship
        .join
        .get()
        .expect("a configured relationship has its join");
    let remote = &join.remote_columns;
    let mapper = state.manager.mapper.clone();
    let mut failure = None;
    let replaced = replace(&join.primaryjoin, &mut |node| {
        let column = node.as_column().filter(|column| remote.contains(column))?;
        let key = mapper.key_of(column);
        let value = match key.map(|key| vm.get_attr(&state.instance(), &key)) {
            Some(Ok(value)) => value,
            Some(Err(raised)) => {
                failure = Some(raised);
                Value::None
            }
            None => Value::None,
        };
        Some(Rc::new(Clause::Bind(Bind {
            key: Rc::new(Str::from("param")),
            value,
            unique: true,
            expanding: false,
            type_: column.type_.borrow().clone(),
        })))
    });
    match failure {
        Some(raised) => Err(raised),
        None => Ok(replaced),
    }
}
