//! Names of constraints and indexes by `naming_convention`.

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Result, Vm};

use super::column::Column;
use super::constraint::{Constraint, Kind};
use super::index::Index;
use super::table::Table;
use crate::handle::Handle;

/// What indexes are called where no convention says otherwise.
const INDEX_CONVENTION: &str = "ix_%(column_0_label)s";

/// The name of an index that was given none.
pub fn index_name(
    vm: &mut Vm,
    table: &Handle<Table>,
    index: &Handle<Index>,
) -> Result<Option<Rc<Str>>> {
    let columns: Vec<_> = index
        .expressions
        .borrow()
        .iter()
        .filter_map(Handle::<Column>::of)
        .collect();
    let convention = match convention(vm, table, "ix")? {
        Some(convention) => convention,
        None => INDEX_CONVENTION.to_owned(),
    };
    expand(vm, &convention, table, &columns, None, None)
}

/// The name of a constraint: its own, completed by the convention where there is one.
pub fn constraint_name(vm: &mut Vm, constraint: &Handle<Constraint>) -> Result<Option<Rc<Str>>> {
    let given = constraint.name.borrow().clone();
    let Some(table) = constraint.table.borrow().clone() else {
        return Ok(given);
    };
    let prefix = match constraint.kind {
        Kind::PrimaryKey => "pk",
        Kind::Unique => "uq",
        Kind::ForeignKey(_) => "fk",
        Kind::Check(_) => "ck",
    };
    let Some(convention) = convention(vm, &table, prefix)? else {
        return Ok(given);
    };
    if given.is_some() && !convention.contains("%(constraint_name)s") {
        return Ok(given);
    }
    if given.is_none() && convention.contains("%(constraint_name)s") {
        return Ok(None);
    }
    let columns = constraint.columns.borrow().clone();
    let target = match &constraint.kind {
        Kind::ForeignKey(elements) => elements.borrow().first().map(|key| key.full_name()),
        _ => None,
    };
    expand(
        vm,
        &convention,
        &table,
        &columns,
        target.as_deref(),
        given.as_ref(),
    )
}

fn convention(vm: &mut Vm, table: &Handle<Table>, prefix: &str) -> Result<Option<String>> {
    let metadata = table.metadata.borrow().clone();
    let Some(metadata) = metadata else {
        return Ok(None);
    };
    let conventions = metadata.naming_convention.borrow().clone();
    let Some(dict) = conventions.as_dict() else {
        return Ok(None);
    };
    let found = vm.dict_get(dict, &Value::str(prefix))?;
    Ok(found.and_then(|value| value.as_str().map(str::to_owned)))
}

/// Fills in `%(table_name)s` and its like.
fn expand(
    vm: &mut Vm,
    convention: &str,
    table: &Table,
    columns: &[Handle<Column>],
    target: Option<&str>,
    given: Option<&Rc<Str>>,
) -> Result<Option<Rc<Str>>> {
    let mut name = String::new();
    let mut rest = convention;
    while let Some(start) = rest.find("%(") {
        name.push_str(&rest[..start]);
        let Some(end) = rest[start..].find(")s") else {
            break;
        };
        let token = &rest[start + 2..start + end];
        match token_text(token, table, columns, target, given) {
            Some(text) => name.push_str(&text),
            None => return Err(vm.unsupported(format!("%({token})s in a naming convention"))),
        }
        rest = &rest[start + end + 2..];
    }
    name.push_str(rest);
    Ok(Some(vm.intern(&name)))
}

fn token_text(
    token: &str,
    table: &Table,
    columns: &[Handle<Column>],
    target: Option<&str>,
    given: Option<&Rc<Str>>,
) -> Option<String> {
    let label = |column: &Handle<Column>| format!("{}_{}", table.description(), &**column.text());
    let (target_table, target_column) = target
        .and_then(|target| target.rsplit_once('.'))
        .unwrap_or_default();
    Some(match token {
        "table_name" => table.description().to_owned(),
        "constraint_name" => given?.to_string(),
        "referred_table_name" => target_table.rsplit('.').next()?.to_owned(),
        "referred_column_0_name" => target_column.to_owned(),
        _ => {
            let rest = token.strip_prefix("column_0")?;
            let all = rest.starts_with('N') || rest.starts_with("_N");
            let separator = if rest.starts_with("_N") { "_" } else { "" };
            let chosen = if all { columns } else { columns.get(..1)? };
            let part = rest
                .trim_start_matches("_N")
                .trim_start_matches('N')
                .trim_start_matches('_');
            let texts: Vec<String> = chosen
                .iter()
                .map(|column| match part {
                    "label" => label(column),
                    "key" => column.key().to_string(),
                    _ => column.text().to_string(),
                })
                .collect();
            texts.join(separator)
        }
    })
}
