//! What list, tuple, str, bytes and range have in common: indices and repetition.

use crate::object::Value;
use crate::types::arguments::about_type;
use crate::types::int;
use crate::vm::{Raised, Result, Vm};

/// A possibly negative index into `len` items, if it is within.
pub(crate) fn within(index: i64, len: usize) -> Option<usize> {
    let index = if index < 0 {
        index.checked_add(len as i64)?
    } else {
        index
    };
    usize::try_from(index).ok().filter(|index| *index < len)
}

/// A subscript as an index, or `None` if it is nothing that counts as one.
pub(crate) fn subscript(vm: &mut Vm, key: &Value) -> Result<Option<i64>> {
    if let Value::Int(index) = key {
        return Ok(Some(*index));
    }
    let is_index = int::integer(key).is_some() || {
        let (class, name) = (vm.class_of(key), vm.names.__index__.clone());
        vm.class_attr(&class, &name).is_some()
    };
    if !is_index {
        return Ok(None);
    }
    let index = int::from_index(vm, key)?;
    match int::integer(&index).and_then(|int| int.to_i64()) {
        Some(index) => Ok(Some(index)),
        None => {
            let name = vm.type_name(key);
            let text = format!("cannot fit '{}' into an index-sized integer", name.as_str());
            Err(vm.index_error(text))
        }
    }
}

/// A subscript of a sequence of `len` items; `kind` begins the messages (`list`, `tuple`).
pub(crate) fn item_index(vm: &mut Vm, key: &Value, len: usize, kind: &str) -> Result<usize> {
    match subscript(vm, key)? {
        Some(index) => match within(index, len) {
            Some(index) => Ok(index),
            None => Err(vm.index_error(format!("{kind} index out of range"))),
        },
        None => {
            let name = vm.type_name(key);
            Err(vm.type_error(format!(
                "{kind} indices must be integers or slices, not {}",
                name.as_str()
            )))
        }
    }
}

/// How often a sequence is repeated by `* count`; `None` if the other operand should be asked.
/// Answers an error unless the result, of `len` items of `size` bytes each, can be made.
pub(crate) fn repetitions(vm: &mut Vm, count: &Value, len: usize, size: usize) -> Result<usize> {
    let Some(count) = repetition_count(vm, count)? else {
        return Err(about_type(
            vm,
            "can't multiply sequence by non-int of type ",
            count,
            "",
        ));
    };
    let count = usize::try_from(count).unwrap_or(0);
    if len == 0 || count == 0 {
        return Ok(count.min(1) * usize::from(len > 0));
    }
    match count
        .checked_mul(len)
        .and_then(|items| items.checked_mul(size))
    {
        Some(bytes) => {
            vm.charge((count * len) as u64 / 16)?;
            vm.reserve(bytes)?;
            Ok(count)
        }
        None => {
            vm.reserve(usize::MAX / 2)?;
            Err(memory_error(vm))
        }
    }
}

fn repetition_count(vm: &mut Vm, count: &Value) -> Result<Option<i64>> {
    let negative = int::integer(count).map(|int| (int.to_i64(), int.is_negative()));
    match negative {
        Some((Some(count), _)) => Ok(Some(count)),
        Some((None, true)) => Ok(Some(0)),
        Some((None, false)) => {
            let class = vm.exceptions.overflow_error.clone();
            Err(vm.error(&class, "cannot fit 'int' into an index-sized integer"))
        }
        None => {
            let (class, name) = (vm.class_of(count), vm.names.__index__.clone());
            if vm.class_attr(&class, &name).is_none() {
                return Ok(None);
            }
            vm.index(count).map(Some)
        }
    }
}

/// `MemoryError()`
pub(crate) fn memory_error(vm: &mut Vm) -> Raised {
    let class = vm.exceptions.memory_error.clone();
    vm.raise(&class, &[])
}

/// Whether a sequence operator should leave the matter to the other operand: a class of the program's that
/// has the reflected method. (In CPython the number slots of both operands come before the sequence's.)
pub(crate) fn defers_to(
    vm: &mut Vm,
    other: &Value,
    reflected: &std::rc::Rc<crate::object::Str>,
) -> bool {
    let class = vm.class_of(other);
    class.is_user_defined() && vm.class_attr(&class, reflected).is_some()
}
