//! `iter(str)`

use std::cell::RefCell;

use crate::object::{Iter, Payload};
use crate::types::arguments::object;
use crate::vm::{Args, Result, Vm};

pub(super) fn iter(vm: &mut Vm, args: &Args) -> Result {
    let text = args.this_str(vm, "__iter__")?.clone();
    let class = vm.types.str_iterator.clone();
    let state = RefCell::new(Iter::Str(text, 0));
    Ok(object(&class, Payload::Iter(Box::new(state))))
}
