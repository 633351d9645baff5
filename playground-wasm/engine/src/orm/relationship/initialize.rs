//! The configuration of one relationship, in SQLAlchemy's order.

use python::object::Value;
use python::vm::{Result, Vm};

use super::join_condition::JoinCondition;
use super::{Direction, Relationship, arguments, backref, cascade, entity, overlaps};
use crate::exc;
use crate::handle::Handle;

/// Derives everything that follows from what was written.
pub fn initialize(vm: &mut Vm, relationship: &Handle<Relationship>) -> Result<()> {
    let evaluated = arguments::evaluate(vm, relationship)?;
    entity::setup(vm, relationship)?;
    let condition = JoinCondition::determine(vm, relationship, &evaluated)?;
    relationship.direction.set(Some(condition.direction));
    relationship
        .use_get
        .set(condition.uses_primary_key(relationship));
    let marked = condition.marked();
    let _ = relationship.join.set(condition.into_join());
    cascade::check(vm, relationship)?;
    if relationship.uselist.get().is_none() {
        relationship
            .uselist
            .set(Some(condition_is_many(relationship)));
    }
    check_synchronized(vm, relationship)?;
    backref::link(vm, relationship, &evaluated.back_populates, marked)?;
    overlaps::check(vm, relationship)?;
    check_lazy(vm, relationship)
}

fn condition_is_many(relationship: &Relationship) -> bool {
    relationship.direction.get() != Some(Direction::ManyToOne)
}

fn check_synchronized(vm: &mut Vm, relationship: &Handle<Relationship>) -> Result<()> {
    let empty = relationship
        .join
        .get()
        .is_some_and(|join| join.synchronize_pairs.is_empty());
    if relationship.viewonly.get() || !empty {
        return Ok(());
    }
    let text = format!(
        "Can't build a DependencyProcessor for relationship {}. No target attributes to populate between parent and \
         child are present",
        relationship.describe()
    );
    Err(exc::ARGUMENT_ERROR.error(vm, text))
}

/// `lazy` must be one of those that SQLAlchemy knows.
fn check_lazy(vm: &mut Vm, relationship: &Handle<Relationship>) -> Result<()> {
    const KNOWN: &[&str] = &[
        "select",
        "joined",
        "subquery",
        "selectin",
        "raise",
        "raise_on_sql",
        "noload",
        "immediate",
        "dynamic",
        "write_only",
    ];
    let lazy = relationship.lazy.borrow().clone();
    let is_known = match &lazy {
        Value::None | Value::Bool(_) => true,
        value => value.as_str().is_some_and(|text| KNOWN.contains(&text)),
    };
    if matches!(&lazy, Value::None) || lazy.as_str() == Some("noload") {
        exc::warn_deprecated(
            vm,
            "The ``noload`` loader strategy is deprecated and will be removed in a future release.  This option \
             produces incorrect results by returning ``None`` for related items.",
            "2.1",
        )?;
    }
    if is_known {
        return match lazy.as_str() {
            Some(loader @ ("dynamic" | "write_only"))
                if !relationship.is_collection()
                    || relationship.direction.get() == Some(Direction::ManyToOne) =>
            {
                let text = format!(
                    "On relationship {}, '{loader}' loaders cannot be used with many-to-one/one-to-one \
                     relationships and/or uselist=False.",
                    relationship.describe()
                );
                Err(exc::INVALID_REQUEST_ERROR.error(vm, text))
            }
            _ => Ok(()),
        };
    }
    let shown = vm.repr(&lazy)?;
    let text = format!(
        "Can't find strategy (('lazy', {shown}),) for {}",
        relationship.describe()
    );
    Err(exc::LOADER_STRATEGY_EXCEPTION.error(vm, text))
}
