//! The classes of iterators, and what iterators have in common.

use std::rc::Rc;

use crate::object::{ClassDef, Iter, Layout, MethodDef, Payload, Value};
use crate::types::define::method;
use crate::types::range;
use crate::vm::{Args, Result, Vm};

/// What every iterator can do.
pub(crate) const METHODS: &[MethodDef] = &[
    method("__iter__", itself),
    method("__next__", next),
    method("__length_hint__", length_hint),
];

const fn iterator(name: &'static str) -> ClassDef {
    ClassDef {
        name,
        module: "builtins",
        layout: Layout::Native,
        subclassable: false,
        methods: METHODS,
        doc: "",
    }
}

/// `list_iterator`
pub static LIST_ITERATOR: ClassDef = iterator("list_iterator");
/// `list_reverseiterator`
pub static LIST_REVERSE_ITERATOR: ClassDef = iterator("list_reverseiterator");
/// `tuple_iterator`
pub static TUPLE_ITERATOR: ClassDef = iterator("tuple_iterator");
/// `range_iterator`
pub static RANGE_ITERATOR: ClassDef = iterator("range_iterator");
/// `str_iterator`; CPython tells two kinds apart, and this is the usual one.
pub static STR_ITERATOR: ClassDef = iterator("str_ascii_iterator");
/// `dict_keyiterator`
pub static DICT_KEY_ITERATOR: ClassDef = iterator("dict_keyiterator");
/// `dict_valueiterator`
pub static DICT_VALUE_ITERATOR: ClassDef = iterator("dict_valueiterator");
/// `dict_itemiterator`
pub static DICT_ITEM_ITERATOR: ClassDef = iterator("dict_itemiterator");
/// `set_iterator`
pub static SET_ITERATOR: ClassDef = iterator("set_iterator");
/// `iterator`, over an object with `__getitem__` only.
pub static SEQUENCE_ITERATOR: ClassDef = iterator("iterator");
/// Any other iterator made in Rust.
pub static NATIVE_ITERATOR: ClassDef = iterator("iterator");

/// `__iter__` of an iterator.
pub(crate) fn itself(_vm: &mut Vm, args: &Args) -> Result {
    Ok(args.this().clone())
}

/// `__next__` of an iterator that the machine steps.
pub(crate) fn next(vm: &mut Vm, args: &Args) -> Result {
    let is_iterator = matches!(
        args.this(),
        Value::Obj(object) if matches!(object.payload, Payload::Iter(_))
    );
    if !is_iterator {
        return Err(super::arguments::wrong_receiver(
            vm,
            args.this(),
            "iterator",
            "__next__",
        ));
    }
    match vm.next(args.this())? {
        Some(item) => Ok(item),
        None => {
            let class = vm.exceptions.stop_iteration.clone();
            Err(vm.raise(&class, &[]))
        }
    }
}

fn length_hint(_vm: &mut Vm, args: &Args) -> Result {
    Ok(remaining(args.this()).map_or(Value::NotImplemented, Value::from))
}

/// Number of items that an iterator has left, if that is known.
pub(crate) fn remaining(value: &Value) -> Option<usize> {
    let Payload::Iter(state) = &value.obj()?.payload else {
        return None;
    };
    let state = state.try_borrow().ok()?;
    Some(match &*state {
        Iter::Done => 0,
        Iter::List(list, at) => list_len(list)?.saturating_sub(*at),
        Iter::ListReversed(_, at) => *at,
        Iter::Tuple(tuple, at) => match &tuple.payload {
            Payload::Tuple(items) => items.len().saturating_sub(*at),
            _ => return None,
        },
        Iter::Range(_, left, _) => *left as usize,
        Iter::Native(native) => return native.remaining(),
        _ => return None,
    })
}

fn list_len(list: &crate::object::Ref) -> Option<usize> {
    match &list.payload {
        Payload::List(list) => Some(list.len()),
        _ => None,
    }
}

/// Whether `iter(value)` would find a way (whatever that raises then).
pub(crate) fn is_iterable(vm: &mut Vm, value: &Value) -> bool {
    if value.as_str().is_some() || range::parts(value).is_some() {
        return true;
    }
    let class = vm.class_of(value);
    let name = vm.names.__iter__.clone();
    match vm.class_attr(&class, &name) {
        Some(iter) => !iter.is_none(),
        None => {
            let name = vm.names.__getitem__.clone();
            value.as_class().is_none() && vm.class_attr(&class, &name).is_some()
        }
    }
}

/// Whether a value is an exact list or tuple, so that its items are what iteration gives.
pub(crate) fn is_plain(vm: &Vm, value: &Value) -> bool {
    value.obj().is_some_and(|object| {
        Rc::ptr_eq(&object.class, &vm.types.list) || Rc::ptr_eq(&object.class, &vm.types.tuple)
    })
}
