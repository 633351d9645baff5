//! How tables are joined by their foreign keys.

use python::vm::{Result, Vm};

use crate::exc;
use crate::handle::Handle;
use crate::schema::column::Column;
use crate::schema::constraint::Constraint;
use crate::schema::foreign_key::{self, ForeignKey};
use crate::schema::table::Table;

/// A column and the one that refers to it.
pub type Pair = (Handle<Column>, Handle<Column>);

/// What the foreign keys between two sides say.
pub enum Found {
    /// One way to join them.
    Pairs(Vec<Pair>),
    /// No foreign keys.
    None,
    /// More than one way.
    Ambiguous,
}

/// Finds the foreign keys between the tables of two sides. `only` restricts the columns that count as
/// foreign keys, if it is not empty.
pub fn pairs(
    vm: &mut Vm,
    left: &[Handle<Table>],
    right: &[Handle<Table>],
    only: &[Handle<Column>],
) -> Result<Found> {
    let mut found: Vec<(Handle<Constraint>, Vec<Pair>)> = Vec::new();
    collect(vm, right, left, only, &mut found)?;
    let is_same = left.len() == right.len() && left.iter().zip(right).all(|(a, b)| a.is(b));
    if !is_same {
        collect(vm, left, right, only, &mut found)?;
    }
    if found.len() > 1 && !only.is_empty() {
        let exact: Vec<_> = found
            .iter()
            .filter(|(_, pairs)| {
                pairs.len() == only.len() && pairs.iter().all(|(_, key)| only.contains(key))
            })
            .cloned()
            .collect();
        if !exact.is_empty() {
            found = exact;
        }
    }
    if found.len() > 1 {
        let first = found[0].1.clone();
        if found.iter().all(|(_, pairs)| *pairs == first) {
            found.truncate(1);
        }
    }
    Ok(match found.len() {
        0 => Found::None,
        1 => Found::Pairs(found.remove(0).1),
        _ => Found::Ambiguous,
    })
}

/// The foreign keys of `from` that refer to `to`, by constraint.
fn collect(
    vm: &mut Vm,
    from: &[Handle<Table>],
    to: &[Handle<Table>],
    only: &[Handle<Column>],
    found: &mut Vec<(Handle<Constraint>, Vec<Pair>)>,
) -> Result<()> {
    for table in from {
        for column in table.columns() {
            for key in column.foreign_keys.borrow().clone() {
                if !only.is_empty() && !only.contains(&column) {
                    continue;
                }
                let Some(target) = referent(vm, &key, to)? else {
                    continue;
                };
                let Some(constraint) = key.constraint.borrow().clone() else {
                    continue;
                };
                match found.iter_mut().find(|(other, _)| other.is(&constraint)) {
                    Some((_, pairs)) => pairs.push((target, column.clone())),
                    None => found.push((constraint, vec![(target, column.clone())])),
                }
            }
        }
    }
    Ok(())
}

/// The column of the tables that a foreign key refers to. One that refers to an unknown table is no concern
/// of ours; one that names a column which a table of ours does not have is an error.
fn referent(
    vm: &mut Vm,
    key: &Handle<ForeignKey>,
    tables: &[Handle<Table>],
) -> Result<Option<Handle<Column>>> {
    match foreign_key::resolve(vm, key) {
        Ok(target) => {
            let table = target.table.borrow().clone();
            let ours = table.is_some_and(|table| tables.contains(&table));
            Ok(ours.then_some(target))
        }
        Err(raised) => {
            let no_reference = exc::NO_REFERENCE_ERROR.class(vm);
            let name = key.full_name();
            let table = name
                .rsplit_once('.')
                .map_or(name.as_str(), |(table, _)| table);
            let ours = tables.iter().any(|other| other.full_name() == table);
            if vm.caught(&raised, &no_reference) && !ours {
                Ok(None)
            } else {
                Err(raised)
            }
        }
    }
}
