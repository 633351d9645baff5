//! Classes, those of the program and those made in Rust.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::{Dict, Heap, Host, Str, Value};
use crate::vm::NativeFn;

/// What kind of storage the instances of a class have. A subclass has its base's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// [`super::Payload::Plain`]
    Plain,
    /// `int` (and `bool`)
    Int,
    /// `float`
    Float,
    /// `str`
    Str,
    /// `bytes`
    Bytes,
    /// `tuple`
    Tuple,
    /// `list`
    List,
    /// `dict`
    Dict,
    /// `set` and `frozenset`
    Set,
    /// Exceptions
    Exception,
    /// Classes: `type` and metaclasses
    Class,
    /// Made by Rust code only; the program may subclass it where [`ClassDef::subclassable`] says so, and
    /// its instances are then made by the inherited `__new__`.
    Native,
}

/// What a method of a class made in Rust is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MethodKind {
    /// Called with the instance first.
    Method,
    /// Called without.
    Static,
    /// Called with the class first.
    Class,
    /// An attribute computed from the instance; not assignable.
    Getter,
    /// Beside a getter of the same name: called with the instance and the new value.
    Setter,
}

/// A method of a class made in Rust.
pub struct MethodDef {
    /// Its name.
    pub name: &'static str,
    /// How it is called.
    pub kind: MethodKind,
    /// What it does.
    pub call: NativeFn,
}

/// A class made in Rust. Its methods become objects when they are first looked up.
pub struct ClassDef {
    /// `__name__`
    pub name: &'static str,
    /// `__module__`
    pub module: &'static str,
    /// Storage of the instances.
    pub layout: Layout,
    /// Whether the program may derive from it.
    pub subclassable: bool,
    /// Methods, `__new__` (as [`MethodKind::Static`]) included.
    pub methods: &'static [MethodDef],
    /// `__doc__`
    pub doc: &'static str,
}

/// A class.
pub struct Class {
    /// `__name__`
    pub name: RefCell<Rc<Str>>,
    /// `__qualname__`
    pub qualname: RefCell<Rc<Str>>,
    /// The metaclass; `None` is `type`.
    pub meta: Option<Rc<Class>>,
    /// `__bases__`
    pub bases: RefCell<Vec<Rc<Class>>>,
    /// `__mro__`, the class itself first.
    pub mro: RefCell<Vec<Rc<Class>>>,
    /// The class's own namespace (`__module__` and `__doc__` included).
    pub attrs: RefCell<Dict>,
    /// The definition, of a class made in Rust.
    pub def: Option<&'static ClassDef>,
    /// Storage of the instances.
    pub layout: Layout,
    /// Whether `attrs` holds everything that `def` defines.
    pub(crate) complete: Cell<bool>,
    /// Changes when this class or one that it inherits from changes; keys caches. Unique among classes.
    pub version: Cell<u32>,
    /// What instances can be asked without a look-up; see [`crate::vm`].
    pub flags: Cell<u32>,
    /// The attributes that instances may have, where `__slots__` leaves them no `__dict__`.
    pub slots: RefCell<Option<Rc<[Rc<Str>]>>>,
    /// Classes derived from it directly.
    pub subclasses: RefCell<Vec<Weak<Class>>>,
    /// What the host keeps with the class, such as a mapper.
    pub host: RefCell<Option<Rc<dyn Host>>>,
}

impl Class {
    /// The flag of a class with a `__del__`.
    pub(crate) const FINALIZED: u32 = 1 << 31;

    /// `__name__`
    pub fn name(&self) -> Rc<Str> {
        self.name.borrow().clone()
    }

    /// Whether this class is `other` or derives from it.
    pub fn is_subclass(&self, other: &Class) -> bool {
        std::ptr::eq(self, other)
            || self
                .mro
                .borrow()
                .iter()
                .any(|class| std::ptr::eq(&**class, other))
    }

    /// Whether the program itself defined it.
    pub fn is_user_defined(&self) -> bool {
        self.def.is_none()
    }

    /// An entry of the class's own namespace; of a class made in Rust only what has been looked up before.
    /// The machine's look-ups complete it: `Vm::class_attr`.
    pub fn own(&self, name: &Rc<Str>) -> Option<Value> {
        self.attrs.borrow().get_str(name).cloned()
    }

    /// The host's data of type `T` kept with this very class.
    pub fn host<T: Host>(&self) -> Option<Rc<T>> {
        let host = self.host.borrow().clone()?;
        (host as Rc<dyn std::any::Any>).downcast().ok()
    }

    /// Ends the cycles that every class forms (its MRO holds itself).
    pub(super) fn clear(&self) {
        drop(self.attrs.take());
        drop(self.mro.take());
        drop(self.bases.take());
        if let Some(host) = self.host.take() {
            host.clear();
        }
    }

    /// Registers a new class with the heap.
    pub fn tracked(self) -> Rc<Class> {
        let class = Rc::new(self);
        Heap::track_class(&class);
        Heap::charge(size_of::<Class>());
        class
    }
}

impl Drop for Class {
    fn drop(&mut self) {
        Heap::release(size_of::<Class>());
    }
}
