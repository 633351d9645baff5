//! Finding and replacing.

use std::rc::Rc;

use super::operators::char_range;
use super::text;
use crate::object::{Str, Value};
use crate::types::slice;
use crate::vm::{Args, Result, Vm};

/// The part of the receiver that optional start and end arguments delimit, with the index of its beginning;
/// `None` if start lies behind the end of the text.
fn window<'a>(
    vm: &mut Vm,
    text: &'a Rc<Str>,
    bounds: &[Value],
) -> Result<Option<(&'a str, usize)>> {
    let bound = |index: usize| bounds.get(index).cloned().unwrap_or(Value::None);
    let (start, end) = (bound(0), bound(1));
    if start.is_none() && end.is_none() {
        return Ok(Some((text.as_str(), 0)));
    }
    let picked = slice::resolve(vm, &[start.clone(), end, Value::None], text.len())?;
    if picked.start > picked.stop {
        return Ok(None);
    }
    if let Some(start) = crate::types::int::integer(&start).and_then(|start| start.to_i64())
        && start > text.len() as i64
    {
        return Ok(None);
    }
    let from = picked.start as usize;
    let part = char_range(text, from, from + picked.count);
    vm.charge(part.len() as u64 / 16)?;
    Ok(Some((part, from)))
}

/// What `find` and its relatives do: the index in characters, or `None`.
fn locate(vm: &mut Vm, args: &Args, name: &str, last: bool) -> Result<Option<usize>> {
    let this = args.this_str(vm, name)?;
    let rest = args.rest().between(vm, name, 1, 3)?;
    let needle = text(vm, &rest[0], "must be str")?;
    vm.charge(this.len() as u64 / 32)?;
    let Some((part, from)) = window(vm, this, &rest[1..])? else {
        return Ok(None);
    };
    let offset = if last {
        part.rfind(needle)
    } else {
        part.find(needle)
    };
    Ok(offset.map(|offset| {
        let before = &part[..offset];
        from + if this.is_ascii() {
            offset
        } else {
            before.chars().count()
        }
    }))
}

fn found(index: Option<usize>) -> Result {
    Ok(index.map_or(Value::Int(-1), Value::from))
}

fn found_or_error(vm: &mut Vm, index: Option<usize>) -> Result {
    index
        .map(Value::from)
        .ok_or_else(|| vm.value_error("substring not found"))
}

pub(super) fn find(vm: &mut Vm, args: &Args) -> Result {
    locate(vm, args, "find", false).and_then(found)
}

pub(super) fn rfind(vm: &mut Vm, args: &Args) -> Result {
    locate(vm, args, "rfind", true).and_then(found)
}

pub(super) fn index(vm: &mut Vm, args: &Args) -> Result {
    let index = locate(vm, args, "index", false)?;
    found_or_error(vm, index)
}

pub(super) fn rindex(vm: &mut Vm, args: &Args) -> Result {
    let index = locate(vm, args, "rindex", true)?;
    found_or_error(vm, index)
}

pub(super) fn count(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "count")?;
    let rest = args.rest().between(vm, "count", 1, 3)?;
    let needle = text(vm, &rest[0], "must be str")?;
    vm.charge(this.len() as u64 / 32)?;
    let Some((part, _)) = window(vm, this, &rest[1..])? else {
        return Ok(Value::Int(0));
    };
    // An empty needle stands between all characters and at both ends.
    Ok(Value::from(part.matches(needle).count()))
}

fn affix(vm: &mut Vm, args: &Args, name: &str, test: fn(&str, &str) -> bool) -> Result {
    let this = args.this_str(vm, name)?;
    let rest = args.rest().between(vm, name, 1, 3)?;
    let Some((part, _)) = window(vm, this, &rest[1..])? else {
        return Ok(Value::Bool(false));
    };
    if let Some(affix) = rest[0].as_str() {
        return Ok(Value::Bool(test(part, affix)));
    }
    let Some(choices) = rest[0].as_tuple() else {
        let expected = format!("{name} first arg must be str or a tuple of str");
        return text(vm, &rest[0], &expected).map(|_| Value::None);
    };
    for choice in choices {
        match choice.as_str() {
            Some(affix) if test(part, affix) => return Ok(Value::Bool(true)),
            Some(_) => {}
            None => {
                let expected = format!("tuple for {name} must only contain str");
                text(vm, choice, &expected)?;
            }
        }
    }
    Ok(Value::Bool(false))
}

pub(super) fn startswith(vm: &mut Vm, args: &Args) -> Result {
    affix(vm, args, "startswith", |text, affix| {
        text.starts_with(affix)
    })
}

pub(super) fn endswith(vm: &mut Vm, args: &Args) -> Result {
    affix(vm, args, "endswith", |text, affix| text.ends_with(affix))
}

pub(super) fn replace(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "replace")?;
    let rest = args.rest().between(vm, "replace", 2, 3)?;
    let old = text(vm, &rest[0], "replace() argument 1 must be str")?;
    let new = text(vm, &rest[1], "replace() argument 2 must be str")?;
    let limit = match rest.get(2) {
        Some(count) => usize::try_from(vm.index(count)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    vm.charge(this.len() as u64 / 16)?;
    let occurrences = this.matches(old).count().min(limit);
    if occurrences == 0 {
        return Ok(Value::Str(this.clone()));
    }
    let size = this.as_str().len() + occurrences.saturating_mul(new.len());
    vm.reserve(size)?;
    vm.charge(size as u64 / 64)?;
    Ok(Value::str(this.replacen(old, new, occurrences)))
}

pub(super) fn removeprefix(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "removeprefix")?;
    let [prefix] = args.rest().exactly(vm, "str.removeprefix")?;
    let prefix = text(vm, prefix, "removeprefix() argument must be str")?;
    Ok(Value::str(this.strip_prefix(prefix).unwrap_or(this)))
}

pub(super) fn removesuffix(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "removesuffix")?;
    let [suffix] = args.rest().exactly(vm, "str.removesuffix")?;
    let suffix = text(vm, suffix, "removesuffix() argument must be str")?;
    Ok(Value::str(this.strip_suffix(suffix).unwrap_or(this)))
}
