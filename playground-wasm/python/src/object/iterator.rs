//! Iterators that the machine steps without a call.

use std::rc::Rc;

use super::{Ref, Str, Value};
use crate::vm::{Raised, Vm};

/// The state of an iterator object.
pub enum Iter {
    /// Exhausted.
    Done,
    /// Over a list; ends where the list ends at that moment.
    List(Ref, usize),
    /// Over a list backwards: the index of the next item plus one.
    ListReversed(Ref, usize),
    /// Over a tuple.
    Tuple(Ref, usize),
    /// Over a range: next, items left, step.
    Range(i64, u64, i64),
    /// Over a string: the byte position.
    Str(Rc<Str>, usize),
    /// Over the keys of a dict: position, version at the start.
    Keys(Ref, usize, u32),
    /// Over the values of a dict.
    Values(Ref, usize, u32),
    /// Over the items of a dict.
    Items(Ref, usize, u32),
    /// Over a set.
    Set(Ref, usize, u32),
    /// Over an object with `__getitem__` only.
    Sequence(Value, i64),
    /// Anything else.
    Native(Box<dyn NativeIterator>),
}

/// An iterator made in Rust.
pub trait NativeIterator {
    /// The next item, or `None` at the end.
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>, Raised>;

    /// Number of items left, if it is known.
    fn remaining(&self) -> Option<usize> {
        None
    }
}
