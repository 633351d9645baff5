//! What is said of configuration: what each relationship was found to be.

use python::object::Value;
use python::vm::Vm;

use super::{is_told, remark};
use crate::handle::Handle;
use crate::orm::relationship::{Direction, Relationship};
use crate::orm::runtime::Runtime;
use crate::schema::column::Column;

/// A relationship is configured: its direction, why, and its other side.
pub fn configured(vm: &mut Vm, relationship: &Handle<Relationship>) {
    let runtime = Runtime::of(vm);
    if !is_told(vm, &runtime) {
        return;
    }
    let (name, parent) = (relationship.describe(), relationship.parent());
    let owner = parent.class.name().to_string();
    let target = relationship.mapper().class.name().to_string();
    let Some(join) = relationship.join.get() else {
        return;
    };
    let columns = |pairs: &[(Handle<Column>, Handle<Column>)], flip: bool| {
        let texts = pairs.iter().map(|(from, to)| {
            let (key, referred) = if flip { (to, from) } else { (from, to) };
            format!("{} refers to {}", key.describe(), referred.describe())
        });
        texts.collect::<Vec<_>>().join(" and ")
    };
    let many = relationship.is_collection();
    let mut text = match (relationship.direction.get(), &join.secondary) {
        (Some(Direction::ManyToMany), Some(table)) => format!(
            "{name} leads from each {owner} to many {target} objects through the table {} (many-to-many).",
            table.full_name()
        ),
        (Some(Direction::OneToMany), _) => format!(
            "{name} leads from each {owner} to {} (one-to-{}), since {}.",
            if many {
                format!("many {target} objects")
            } else {
                format!("one {target}")
            },
            if many { "many" } else { "one" },
            columns(&join.local_remote_pairs, true)
        ),
        _ => format!(
            "{name} leads from each {owner} to one {target} (many-to-one), since {}.",
            columns(&join.local_remote_pairs, false)
        ),
    };
    let backref = relationship.arguments.borrow().backref.clone();
    let reverse = relationship.reverse.borrow().first().cloned();
    match reverse {
        Some(other) if !matches!(backref, Value::Unbound | Value::None) => {
            text += &format!(
                " Its backref has made {} as the other side.",
                other.describe()
            );
        }
        Some(other) => text += &format!(" Its other side is {}.", other.describe()),
        None => {}
    }
    remark(vm, text);
}

/// Two relationships write the same column, and SQLAlchemy is about to warn of it.
pub fn overlapping(
    vm: &mut Vm,
    relationship: &Handle<Relationship>,
    other: &Handle<Relationship>,
    column: &Handle<Column>,
) {
    let runtime = Runtime::of(vm);
    if is_told(vm, &runtime) {
        let text = format!(
            "{} and {} both write the column {} when objects are saved, and neither names the other: SQLAlchemy cannot \
             know whether they are the two sides of one relationship, and warns.",
            other.describe(),
            relationship.describe(),
            column.describe()
        );
        remark(vm, text);
    }
}
