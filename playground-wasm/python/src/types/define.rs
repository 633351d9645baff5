//! Short forms for the tables of methods.

use crate::object::{MethodDef, MethodKind};
use crate::vm::NativeFn;

/// A method: called with the instance first.
pub(crate) const fn method(name: &'static str, call: NativeFn) -> MethodDef {
    let kind = MethodKind::Method;
    MethodDef { name, kind, call }
}

/// A static method; `__new__` is one, called with the class first.
pub(crate) const fn static_method(name: &'static str, call: NativeFn) -> MethodDef {
    let kind = MethodKind::Static;
    MethodDef { name, kind, call }
}

/// A class method: called with the class first.
pub(crate) const fn class_method(name: &'static str, call: NativeFn) -> MethodDef {
    let kind = MethodKind::Class;
    MethodDef { name, kind, call }
}

/// A computed attribute.
pub(crate) const fn getter(name: &'static str, call: NativeFn) -> MethodDef {
    let kind = MethodKind::Getter;
    MethodDef { name, kind, call }
}

/// What assignment to a computed attribute does.
pub(crate) const fn setter(name: &'static str, call: NativeFn) -> MethodDef {
    let kind = MethodKind::Setter;
    MethodDef { name, kind, call }
}

/// The functions `lt`, `le`, `gt`, `ge` over one `fn(&mut Vm, &Args, CompareOperator) -> Result`.
macro_rules! orderings {
    ($compare:path) => {
        pub(crate) fn lt(vm: &mut $crate::vm::Vm, args: &$crate::vm::Args) -> $crate::vm::Result {
            $compare(vm, args, $crate::code::CompareOperator::Lt)
        }
        pub(crate) fn le(vm: &mut $crate::vm::Vm, args: &$crate::vm::Args) -> $crate::vm::Result {
            $compare(vm, args, $crate::code::CompareOperator::Le)
        }
        pub(crate) fn gt(vm: &mut $crate::vm::Vm, args: &$crate::vm::Args) -> $crate::vm::Result {
            $compare(vm, args, $crate::code::CompareOperator::Gt)
        }
        pub(crate) fn ge(vm: &mut $crate::vm::Vm, args: &$crate::vm::Args) -> $crate::vm::Result {
            $compare(vm, args, $crate::code::CompareOperator::Ge)
        }
    };
}
pub(crate) use orderings;
