//! `list.sort`: stable, by `<` alone, and honest about errors in keys and comparisons.

use std::cmp::Ordering;

use crate::code::CompareOperator;
use crate::object::Value;
use crate::vm::{Args, Result, Vm};

pub(super) fn sort(vm: &mut Vm, args: &Args) -> Result {
    let list = args.this_list(vm, "sort")?;
    if args.positional.len() > 1 {
        return Err(vm.type_error("sort() takes no positional arguments"));
    }
    for (name, _) in args.keywords() {
        if !matches!(name.as_str(), "key" | "reverse") {
            let text = format!(
                "'{}' is an invalid keyword argument for sort()",
                name.as_str()
            );
            return Err(vm.type_error(text));
        }
    }
    let key = args.keyword("key").filter(|key| !key.is_none());
    let reverse = match args.keyword("reverse") {
        Some(reverse) => vm.truthy(reverse)?,
        None => false,
    };
    // The list is empty while it is sorted, so that nobody sees it half done.
    let items = std::mem::take(&mut *list.borrow_mut());
    let (items, outcome) = sorted_by(vm, items, key, reverse);
    let meanwhile = std::mem::replace(&mut *list.borrow_mut(), items);
    list.settle();
    outcome?;
    if !meanwhile.is_empty() {
        return Err(vm.value_error("list modified during sort"));
    }
    Ok(Value::None)
}

/// Sorts values; where a comparison fails, they come back as far as they were.
pub(crate) fn sorted_by(
    vm: &mut Vm,
    items: Vec<Value>,
    key: Option<&Value>,
    reverse: bool,
) -> (Vec<Value>, Result<()>) {
    let Some(key) = key else {
        return sort_values(vm, items, reverse);
    };
    let mut keyed = Vec::with_capacity(items.len());
    for item in &items {
        match vm.call(key, std::slice::from_ref(item)) {
            Ok(key) => keyed.push(Entry {
                key,
                item: item.clone(),
            }),
            Err(raised) => return (items, Err(raised)),
        }
    }
    drop(items);
    let outcome = sort_entries(vm, &mut keyed, reverse);
    (keyed.into_iter().map(|entry| entry.item).collect(), outcome)
}

/// Sorts values by themselves.
fn sort_values(vm: &mut Vm, items: Vec<Value>, reverse: bool) -> (Vec<Value>, Result<()>) {
    let mut entries: Vec<Entry> = items
        .into_iter()
        .map(|item| Entry {
            key: item,
            item: Value::Unbound,
        })
        .collect();
    let outcome = sort_entries(vm, &mut entries, reverse);
    (
        entries.into_iter().map(|entry| entry.key).collect(),
        outcome,
    )
}

/// An item and what it is sorted by; without a key function the item itself is `Unbound`.
#[derive(Clone)]
struct Entry {
    key: Value,
    item: Value,
}

fn sort_entries(vm: &mut Vm, entries: &mut Vec<Entry>, reverse: bool) -> Result<()> {
    let count = entries.len() as u64;
    vm.charge(count.saturating_mul(u64::from(count.max(1).ilog2())) / 8 + 1)?;
    // Reversed, sorted, reversed again: equal items keep their order.
    if reverse {
        entries.reverse();
    }
    let outcome = if let Some(order) = plain_order(entries) {
        entries.sort_by(|a, b| order(&a.key, &b.key));
        Ok(())
    } else {
        merge_sort(vm, entries)
    };
    if reverse {
        entries.reverse();
    }
    outcome
}

/// The order of keys that are all strings, all small ints or all floats but NaN.
fn plain_order(entries: &[Entry]) -> Option<fn(&Value, &Value) -> Ordering> {
    let all = |test: fn(&Value) -> bool| entries.iter().all(|entry| test(&entry.key));
    match entries.first()?.key {
        Value::Int(_) if all(|key| matches!(key, Value::Int(_))) => Some(|a, b| match (a, b) {
            (Value::Int(a), Value::Int(b)) => a.cmp(b),
            _ => Ordering::Equal,
        }),
        Value::Str(_) if all(|key| matches!(key, Value::Str(_))) => Some(|a, b| match (a, b) {
            (Value::Str(a), Value::Str(b)) => a.as_str().cmp(b.as_str()),
            _ => Ordering::Equal,
        }),
        Value::Float(_) if all(|key| matches!(key, Value::Float(float) if !float.is_nan())) => {
            Some(|a, b| match (a, b) {
                (Value::Float(a), Value::Float(b)) => a.partial_cmp(b).unwrap_or(Ordering::Equal),
                _ => Ordering::Equal,
            })
        }
        _ => None,
    }
}

/// Runs of so many items are sorted by insertion; lists shorter than this are one run, as CPython has it.
const RUN: usize = 64;

/// A merge sort that stops at the first error, and that no inconsistent `<` can upset.
fn merge_sort(vm: &mut Vm, entries: &mut Vec<Entry>) -> Result<()> {
    let len = entries.len();
    for start in (0..len).step_by(RUN) {
        insertion_sort(vm, &mut entries[start..(start + RUN).min(len)])?;
    }
    let mut width = RUN;
    while width < len {
        let mut merged = Vec::with_capacity(len);
        for start in (0..len).step_by(2 * width) {
            let (middle, end) = ((start + width).min(len), (start + 2 * width).min(len));
            merge(
                vm,
                &entries[start..middle],
                &entries[middle..end],
                &mut merged,
            )?;
        }
        *entries = merged;
        width *= 2;
    }
    Ok(())
}

/// CPython's comparisons in CPython's order: the sorted run at the start, then binary insertion.
fn insertion_sort(vm: &mut Vm, run: &mut [Entry]) -> Result<()> {
    if run.len() < 2 {
        return Ok(());
    }
    let descending = less(vm, &run[1], &run[0])?;
    let mut sorted = 2;
    while sorted < run.len() && less(vm, &run[sorted], &run[sorted - 1])? == descending {
        sorted += 1;
    }
    if descending {
        run[..sorted].reverse();
    }
    for index in sorted..run.len() {
        let (mut low, mut high) = (0, index);
        while low < high {
            let middle = low + (high - low) / 2;
            if less(vm, &run[index], &run[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        run[low..=index].rotate_right(1);
    }
    Ok(())
}

fn merge(vm: &mut Vm, left: &[Entry], right: &[Entry], merged: &mut Vec<Entry>) -> Result<()> {
    let (mut a, mut b) = (0, 0);
    while a < left.len() && b < right.len() {
        if less(vm, &right[b], &left[a])? {
            merged.push(right[b].clone());
            b += 1;
        } else {
            merged.push(left[a].clone());
            a += 1;
        }
    }
    merged.extend_from_slice(&left[a..]);
    merged.extend_from_slice(&right[b..]);
    Ok(())
}

fn less(vm: &mut Vm, a: &Entry, b: &Entry) -> Result<bool> {
    vm.charge(1)?;
    let result = vm.compare(CompareOperator::Lt, &a.key, &b.key)?;
    vm.truthy(&result)
}
