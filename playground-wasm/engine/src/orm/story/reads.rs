//! What is said when a value is read that a learner may have expected to be another.

use std::rc::Rc;

use python::object::Value;
use python::vm::Vm;

use super::changes::saved_by;
use super::{is_told, name, place, remark};
use crate::orm::attributes::{AttributeImpl, Kind};
use crate::orm::property::MapperProperty;
use crate::orm::runtime::Runtime;
use crate::orm::state::State;
use crate::report::graph;
use crate::sql::clause::Clause;

/// An attribute is read by the program; `held` is its value, if it was ever set.
pub fn reading(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    held: Option<&Value>,
) {
    if !is_told(vm, runtime) {
        return;
    }
    match attribute.kind {
        Kind::Scalar if held.is_none() => unsaved(vm, attribute, state),
        Kind::Scalar => {}
        _ => unanswered(vm, attribute, state),
    }
}

/// A column is `None` as long as nothing has been saved.
fn unsaved(vm: &mut Vm, attribute: &Rc<AttributeImpl>, state: &State) {
    if state.key.borrow().is_some() {
        return;
    }
    let Some(MapperProperty::Column(property)) = state.manager.mapper.property(&attribute.key)
    else {
        return;
    };
    let columns = property.columns.borrow();
    let Some(Clause::Column(column, _)) = columns.first().map(|column| &**column) else {
        return;
    };
    let place = place(vm, state, attribute);
    let default = column.default.borrow();
    let server_default = column.server_default.borrow();
    let has = |value: &Value| !matches!(value, Value::None | Value::Unbound);
    let held = saved_by(attribute, state).and_then(|relationship| {
        let key = relationship.key();
        let referred = state.get(&key).filter(|referred| !referred.is_none())?;
        Some((key, referred))
    });
    let text = if let Some((key, referred)) = held {
        let (owner, referred) = (name(vm, &state.instance()), name(vm, &referred));
        format!(
            "{place} is None although {owner}.{} is {referred}: the foreign key is filled in when a session saves the \
             objects.",
            &**key
        )
    } else if has(&default) || has(&server_default) {
        format!(
            "{place} is None: the column's default comes into play when a session saves the object."
        )
    } else if column.primary_key.get() && column.foreign_keys.borrow().is_empty() {
        format!(
            "{place} is None: the database gives the primary key when a session saves the object."
        )
    } else {
        return;
    };
    remark(vm, text);
}

/// A relationship does not show what another object's relationship says of it.
fn unanswered(vm: &mut Vm, attribute: &Rc<AttributeImpl>, state: &State) {
    if attribute.reverse.get().is_some() {
        return;
    }
    let Some((other, theirs)) = graph::unanswered(vm, attribute, state) else {
        return;
    };
    let (other, own) = (name(vm, &other), name(vm, &state.instance()));
    let place = place(vm, state, attribute);
    let (ours, linked) = (attribute.label(), theirs.label());
    let holds = match theirs.is_collection() {
        true => format!("{own} is in {other}.{}", theirs.key.as_str()),
        false => format!("{other}.{} is {own}", theirs.key.as_str()),
    };
    remark(
        vm,
        format!(
            "{holds}, but {place} does not know: {ours} and {linked} are two separate relationships until one names \
             the other with back_populates or backref."
        ),
    );
}
