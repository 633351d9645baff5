//! The warning about two relationships that write the same column.

use std::cell::RefCell;

use python::object::Host;
use python::vm::{Result, Vm};

use super::{ColumnPair, Relationship};
use crate::exc;
use crate::handle::Handle;
use crate::orm::mapper::Mapper;
use crate::orm::story::setup;
use crate::schema::column::Column;

/// Who writes which column so far, from where.
#[derive(Default)]
struct Targets(RefCell<Vec<(usize, Vec<Writer>)>>);

struct Writer {
    relationship: Handle<Relationship>,
    from: Handle<Column>,
}

impl Host for Targets {
    fn clear(&self) {
        self.0.take();
    }
}

/// Warns of each column that another relationship, configured earlier, writes as well.
pub fn check(vm: &mut Vm, relationship: &Handle<Relationship>) -> Result<()> {
    if relationship.viewonly.get() {
        return Ok(());
    }
    let Some(join) = relationship.join.get() else {
        return Ok(());
    };
    let pairs: Vec<ColumnPair> = join
        .synchronize_pairs
        .iter()
        .chain(&join.secondary_synchronize_pairs)
        .cloned()
        .collect();
    let targets = vm.state::<Targets>();
    for (from, to) in pairs {
        let conflicts: Vec<(Handle<Relationship>, Handle<Column>)> = targets
            .0
            .borrow()
            .iter()
            .filter(|(address, _)| *address == to.address())
            .flat_map(|(_, writers)| writers)
            .filter(|writer| conflict(relationship, &writer.relationship))
            .map(|writer| (writer.relationship.clone(), writer.from.clone()))
            .collect();
        if let Some((other, _)) = conflicts.first() {
            setup::overlapping(vm, relationship, other, &to);
            warn(vm, relationship, &from, &to, &conflicts)?;
        }
        let writer = Writer {
            relationship: relationship.clone(),
            from,
        };
        let mut known = targets.0.borrow_mut();
        match known
            .iter_mut()
            .find(|(address, _)| *address == to.address())
        {
            Some((_, writers)) => writers.push(writer),
            None => known.push((to.address(), vec![writer])),
        }
    }
    Ok(())
}

fn conflict(one: &Handle<Relationship>, other: &Handle<Relationship>) -> bool {
    if one.is(other) {
        return false;
    }
    let (key, other_key) = (one.key(), other.key());
    let names = |relationship: &Handle<Relationship>, key: &str| {
        relationship
            .overlaps
            .borrow()
            .iter()
            .any(|name| &**name == key || &**name == "__*")
    };
    let (parent, other_parent) = (one.parent(), other.parent());
    let (mapper, other_mapper) = (one.mapper(), other.mapper());
    let same_base = parent.base_mapper().is(&other_parent.base_mapper());
    !one.reverse.borrow().contains(other)
        && !names(one, &other_key)
        && !names(other, &key)
        && !are_siblings(&parent, &other_parent)
        && !are_siblings(&mapper, &other_mapper)
        && !are_siblings(&parent, &other_mapper)
        && !are_siblings(&mapper, &other_parent)
        && (*key != *other_key || !same_base)
}

/// Whether two mappers share a base without one inheriting from the other.
fn are_siblings(one: &Handle<Mapper>, other: &Handle<Mapper>) -> bool {
    one.base_mapper().is(&other.base_mapper()) && !one.isa(other) && !other.isa(one)
}

fn warn(
    vm: &mut Vm,
    relationship: &Handle<Relationship>,
    from: &Handle<Column>,
    to: &Handle<Column>,
    conflicts: &[(Handle<Relationship>, Handle<Column>)],
) -> Result<()> {
    let (name, to) = (relationship.describe(), to.describe());
    let mut others: Vec<String> = conflicts
        .iter()
        .map(|(other, from)| {
            format!(
                "'{}' (copies {} to {to})",
                other.describe(),
                from.describe()
            )
        })
        .collect();
    others.sort();
    let mut keys: Vec<String> = conflicts
        .iter()
        .map(|(other, _)| other.key().to_string())
        .collect();
    keys.sort();
    let text = format!(
        "relationship '{name}' will copy column {} to column {to}, which conflicts with relationship(s): {}. If this \
         is not the intention, consider if these relationships should be linked with back_populates, or if \
         viewonly=True should be applied to one or more if they are read-only. For the less common case that foreign \
         key constraints are partially overlapping, the orm.foreign() annotation can be used to isolate the columns \
         that should be written towards.   To silence this warning, add the parameter 'overlaps=\"{}\"' to the \
         '{name}' relationship.",
        from.describe(),
        others.join(", "),
        keys.join(",")
    );
    exc::warn(vm, exc::warning_with_code(&text, "qzyx"))
}
