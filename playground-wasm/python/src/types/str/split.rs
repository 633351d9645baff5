//! Taking apart and putting together.

use super::chars::{is_line_end, is_space};
use super::text;
use crate::object::Value;
use crate::vm::{Args, Result, Vm};

/// Separator (`None`: runs of white space) and the largest number of splits.
fn options(vm: &mut Vm, args: &Args, name: &str) -> Result<(Option<String>, usize)> {
    let [separator, most] = args.rest().bind(vm, name, &["sep", "maxsplit"], 2, 0)?.0;
    let separator = match separator {
        None | Some(Value::None) => None,
        Some(separator) => Some(text(vm, &separator, "must be str or None")?.to_string()),
    };
    let most = match most {
        Some(most) => usize::try_from(vm.index(&most)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    if separator.as_deref() == Some("") {
        return Err(vm.value_error("empty separator"));
    }
    Ok((separator, most))
}

fn strings<'a>(vm: &mut Vm, parts: impl IntoIterator<Item = &'a str>) -> Result {
    let parts: Vec<Value> = parts.into_iter().map(Value::str).collect();
    vm.charge(parts.len() as u64 * 4)?;
    Ok(vm.list(parts))
}

pub(super) fn split(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "split")?;
    let (separator, most) = options(vm, args, "split")?;
    vm.charge(this.len() as u64 / 16)?;
    match separator {
        Some(separator) => strings(vm, this.splitn(most.saturating_add(1), &*separator)),
        None => {
            let mut parts = Vec::new();
            let mut rest = this.trim_start_matches(is_space);
            while !rest.is_empty() {
                if parts.len() == most {
                    parts.push(rest.trim_end_matches(is_space));
                    break;
                }
                let end = rest.find(is_space).unwrap_or(rest.len());
                parts.push(&rest[..end]);
                rest = rest[end..].trim_start_matches(is_space);
            }
            strings(vm, parts)
        }
    }
}

pub(super) fn rsplit(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "rsplit")?;
    let (separator, most) = options(vm, args, "rsplit")?;
    vm.charge(this.len() as u64 / 16)?;
    let mut parts: Vec<&str> = Vec::new();
    match separator {
        Some(separator) => parts.extend(this.rsplitn(most.saturating_add(1), &*separator)),
        None => {
            let mut rest = this.trim_end_matches(is_space);
            while !rest.is_empty() {
                if parts.len() == most {
                    parts.push(rest.trim_start_matches(is_space));
                    break;
                }
                let start = rest
                    .char_indices()
                    .rev()
                    .find(|(_, c)| is_space(*c))
                    .map_or(0, |(at, c)| at + c.len_utf8());
                parts.push(&rest[start..]);
                rest = rest[..start].trim_end_matches(is_space);
            }
        }
    }
    parts.reverse();
    strings(vm, parts)
}

pub(super) fn splitlines(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "splitlines")?;
    let [keep] = args.rest().bind(vm, "splitlines", &["keepends"], 1, 0)?.0;
    let keep = match keep {
        Some(keep) => vm.truthy(&keep)?,
        None => false,
    };
    vm.charge(this.len() as u64 / 16)?;
    let mut lines = Vec::new();
    let mut rest = this.as_str();
    while !rest.is_empty() {
        let (line, after) = match rest.find(is_line_end) {
            Some(at) => {
                let end = if rest[at..].starts_with("\r\n") {
                    2
                } else {
                    rest[at..].chars().next().map_or(1, char::len_utf8)
                };
                (at, at + end)
            }
            None => (rest.len(), rest.len()),
        };
        lines.push(&rest[..if keep { after } else { line }]);
        rest = &rest[after..];
    }
    strings(vm, lines)
}

/// The separator that `partition` was given.
fn separator<'a>(vm: &mut Vm, args: &Args<'a>, name: &str) -> Result<&'a str> {
    let [separator] = args.rest().exactly(vm, &format!("str.{name}"))?;
    match separator.as_str() {
        Some("") => Err(vm.value_error("empty separator")),
        Some(separator) => Ok(separator),
        None => text(vm, separator, "must be str"),
    }
}

pub(super) fn partition(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "partition")?;
    let separator = separator(vm, args, "partition")?;
    let parts = match this.split_once(separator) {
        Some((before, behind)) => [before, separator, behind],
        None => [this.as_str(), "", ""],
    };
    Ok(vm.tuple(parts.map(Value::str).to_vec()))
}

pub(super) fn rpartition(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "rpartition")?;
    let separator = separator(vm, args, "rpartition")?;
    let parts = match this.rsplit_once(separator) {
        Some((before, behind)) => [before, separator, behind],
        None => ["", "", this.as_str()],
    };
    Ok(vm.tuple(parts.map(Value::str).to_vec()))
}

pub(super) fn join(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "join")?;
    let [items] = args.rest().exactly(vm, "str.join")?;
    let items = match crate::types::iterators::is_iterable(vm, items) {
        true => vm.collect(items)?,
        false => return Err(vm.type_error("can only join an iterable")),
    };
    let mut size = this.as_str().len() * items.len().saturating_sub(1);
    for (index, item) in items.iter().enumerate() {
        match item.as_str() {
            Some(text) => size += text.len(),
            None => {
                let before = format!("sequence item {index}: expected str instance, ");
                let name = vm.type_name(item);
                return Err(vm.type_error(format!("{before}{} found", name.as_str())));
            }
        }
    }
    if let [only @ Value::Str(_)] = &*items {
        return Ok(only.clone());
    }
    vm.reserve(size)?;
    vm.charge(items.len() as u64 / 4 + size as u64 / 64)?;
    let mut joined = String::with_capacity(size);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            joined.push_str(this);
        }
        joined.push_str(item.as_str().unwrap_or_default());
    }
    Ok(Value::str(joined))
}
