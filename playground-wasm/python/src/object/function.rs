//! Functions, methods and the built-in descriptors.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Class, Ref, Str, Value};
use crate::code::Code;
use crate::vm::NativeFn;

/// A function of the program.
pub struct Function {
    /// What it executes.
    pub code: Rc<Code>,
    /// The module's namespace, a dict.
    pub globals: Ref,
    /// Cells of the enclosing functions, in the order of `code.free`.
    pub closure: Box<[Ref]>,
    /// Defaults of the last positional parameters.
    pub defaults: RefCell<Rc<[Value]>>,
    /// Defaults of keyword-only parameters: a dict, or `Unbound`.
    pub kw_defaults: RefCell<Value>,
    /// `__annotations__`: a dict, or `Unbound`.
    pub annotations: RefCell<Value>,
    /// `__name__`
    pub name: RefCell<Rc<Str>>,
    /// `__qualname__`
    pub qualname: RefCell<Rc<Str>>,
    /// `__doc__`
    pub doc: RefCell<Value>,
    /// `__module__`
    pub module: RefCell<Value>,
}

impl Function {
    pub(super) fn clear(&self) {
        drop(self.defaults.replace(Rc::new([])));
        drop(self.kw_defaults.take());
        drop(self.annotations.take());
    }
}

/// A function of the interpreter or of the host.
pub struct NativeFunction {
    /// `__name__`
    pub name: &'static str,
    /// `__self__`'s class for a method that is looked up on a class and expects an instance first; names it
    /// in messages (`list.append`). `None` for a plain function.
    pub owner: Option<Rc<Class>>,
    /// Whether it becomes a bound method when it is found on an instance's class.
    pub binds: bool,
    /// What it does.
    pub call: NativeFn,
    /// Values that a native closure carries, first among the arguments when it is called.
    pub captured: Box<[Value]>,
    /// `__module__`
    pub module: &'static str,
}

/// A function bound to an instance (or to a class).
pub struct BoundMethod {
    /// `__func__`
    pub function: Value,
    /// `__self__`
    pub receiver: Value,
}

/// `property`
#[derive(Default)]
pub struct Property {
    /// `fget`, or `None`.
    pub get: Value,
    /// `fset`, or `None`.
    pub set: Value,
    /// `fdel`, or `None`.
    pub delete: Value,
    /// `__doc__`
    pub doc: Value,
    /// The name it was assigned to, for messages.
    pub name: RefCell<Option<Rc<Str>>>,
}

/// `super(class, object)`
pub struct Super {
    /// The class behind which the search in the MRO begins.
    pub class: Rc<Class>,
    /// The instance or class that attributes are bound to.
    pub receiver: Value,
    /// The class whose MRO is searched.
    pub receiver_class: Rc<Class>,
}
