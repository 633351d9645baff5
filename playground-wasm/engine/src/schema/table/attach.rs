//! Putting columns and constraints into a table.

use python::object::Value;
use python::vm::{Result, Vm};

use super::Table;
use crate::exc;
use crate::handle::Handle;
use crate::schema::column::Column;
use crate::schema::constraint::{self, Constraint, Kind};
use crate::schema::foreign_key;
use crate::schema::index;

/// Puts a column into a table, behind the others; `replace` one of the same key.
pub fn append_column(
    vm: &mut Vm,
    table: &Handle<Table>,
    column: &Handle<Column>,
    replace: bool,
) -> Result<()> {
    if column.text().is_empty() {
        return Err(exc::ARGUMENT_ERROR.error(
            vm,
            "Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table.",
        ));
    }
    let key = vm.intern_str(&column.key());
    *column.key.borrow_mut() = Some(key.clone());
    let existing = column.table.borrow().clone();
    if let Some(existing) = existing.filter(|existing| !existing.is(table)) {
        return Err(exc::ARGUMENT_ERROR.error(
            vm,
            format!(
                "Column object '{}' already assigned to Table '{}'",
                &**key,
                existing.description()
            ),
        ));
    }
    let former = table.column(&key);
    match former {
        Some(former) if former.is(column) => {}
        Some(_) if !replace => {
            let conflict = if *key == *column.text() {
                "name"
            } else {
                "key"
            };
            return Err(exc::DUPLICATE_COLUMN_ERROR.error(
                vm,
                format!(
                    "A column with {conflict} '{}' is already present in table '{}'.",
                    &**key, &**table.name
                ),
            ));
        }
        Some(former) => {
            let mut columns = table.columns.borrow_mut();
            if let Some(entry) = columns.iter_mut().find(|(_, entry)| entry.is(&former)) {
                entry.1 = column.clone();
            }
            let keys = former.foreign_keys.borrow();
            table.constraints.borrow_mut().retain(|constraint| {
                !keys.iter().any(|key| {
                    key.constraint
                        .borrow()
                        .as_ref()
                        .is_some_and(|of| of.is(constraint))
                })
            });
        }
        None => table
            .columns
            .borrow_mut()
            .push((key.clone(), column.clone())),
    }
    *column.table.borrow_mut() = Some(table.clone());
    if column.primary_key.get()
        && let Some(primary_key) = &*table.primary_key.borrow()
    {
        let mut columns = primary_key.columns.borrow_mut();
        if !columns.contains(column) {
            columns.retain(|other| *other.key() != *key);
            columns.push(column.clone());
        }
    }
    indexes_of_column(vm, table, column)?;
    let metadata = table
        .metadata
        .borrow()
        .clone()
        .expect("a table has metadata");
    for key in column.foreign_keys.borrow().clone() {
        if key.constraint.borrow().is_none() {
            constraint::of_foreign_key(vm, table, &key);
        }
        foreign_key::table_attached(&key, &metadata);
    }
    for given in column.constraints.borrow().clone() {
        if let Some(constraint) = Handle::<Constraint>::of(&given) {
            append_constraint(vm, table, &constraint)?;
        }
    }
    foreign_key::column_attached(&metadata, &table.full_name(), column);
    Ok(())
}

/// `index=True` and `unique=True`
fn indexes_of_column(vm: &mut Vm, table: &Handle<Table>, column: &Handle<Column>) -> Result<()> {
    let (wants_index, wants_unique) = (
        column.index.borrow().clone(),
        column.unique.borrow().clone(),
    );
    let is_set =
        |value: &Value| !matches!(value, Value::Unbound | Value::None | Value::Bool(false));
    if is_set(&wants_index) {
        if wants_index.as_str().is_some() {
            return Err(exc::ARGUMENT_ERROR.error(
                vm,
                "The 'index' keyword argument on Column is boolean only. To create indexes with a specific name, \
                 create an explicit Index object external to the Table.",
            ));
        }
        index::of_column(vm, table, column, is_set(&wants_unique))?;
    } else if is_set(&wants_unique) {
        if wants_unique.as_str().is_some() {
            return Err(exc::ARGUMENT_ERROR.error(
                vm,
                "The 'unique' keyword argument on Column is boolean only. To create unique constraints or indexes \
                 with a specific name, append an explicit UniqueConstraint to the Table's list of elements, or \
                 create an explicit Index object external to the Table.",
            ));
        }
        let unique = Constraint::new(Kind::Unique, None, vec![column.value()], Vec::new());
        let unique = constraint::make(vm, unique);
        append_constraint(vm, table, &unique)?;
    }
    Ok(())
}

/// Puts a constraint into a table: its columns are found by name.
pub fn append_constraint(
    vm: &mut Vm,
    table: &Handle<Table>,
    constraint: &Handle<Constraint>,
) -> Result<()> {
    *constraint.table.borrow_mut() = Some(table.clone());
    let mut columns = Vec::new();
    for given in constraint.pending.borrow().clone() {
        let column = match given.as_str() {
            None => Handle::<Column>::of(&given),
            Some(name) => Some(match table.column(name) {
                Some(column) => column,
                None => {
                    let text = format!(
                        "Can't create {} on table '{}': no column named '{name}' is present.",
                        constraint.class_name(),
                        table.description()
                    );
                    return Err(exc::CONSTRAINT_COLUMN_NOT_FOUND_ERROR.error(vm, text));
                }
            }),
        };
        columns.extend(column);
    }
    constraint.columns.replace(columns.clone());
    match &constraint.kind {
        Kind::PrimaryKey => {
            let implicit = table.primary_key.replace(Some(constraint.clone()));
            table
                .constraints
                .borrow_mut()
                .retain(|other| Some(other) != implicit.as_ref());
            if columns.is_empty() {
                let marked = table
                    .columns()
                    .into_iter()
                    .filter(|column| column.primary_key.get());
                constraint.columns.borrow_mut().extend(marked);
            }
            for column in &columns {
                column.primary_key.set(true);
                if column.given_nullable.get().is_none() {
                    column.nullable.set(false);
                }
            }
            table.constraints.borrow_mut().insert(0, constraint.clone());
            return Ok(());
        }
        Kind::ForeignKey(elements) => {
            let metadata = table
                .metadata
                .borrow()
                .clone()
                .expect("a table has metadata");
            for (column, key) in columns.iter().zip(elements.borrow().iter()) {
                foreign_key::attach(vm, key, column)?;
                foreign_key::table_attached(key, &metadata);
            }
        }
        Kind::Unique | Kind::Check(_) => {}
    }
    table.constraints.borrow_mut().push(constraint.clone());
    Ok(())
}
