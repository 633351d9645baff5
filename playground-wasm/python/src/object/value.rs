//! The value, sixteen bytes, and the object behind it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::heap::UNTRACKED;
use super::{Class, Heap, Host, List, Payload, Str};
use super::{Dict, ExceptionData, Set};

/// A reference to an object on the heap.
pub type Ref = Rc<Object>;

/// A Python value. Small things are held in place; `str` has a variant of its own since nearly every
/// attribute, key and output is one.
///
/// The tag takes a whole word: a value is then copied as two words, and never read back from memory in
/// another width than it was just written in, which processors punish.
#[derive(Clone, Default)]
#[repr(u64)]
pub enum Value {
    /// No value: an unassigned variable, an absent argument. Never reaches Python code.
    #[default]
    Unbound,
    /// `None`
    None,
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// An exact `bool`.
    Bool(bool),
    /// An exact `int` that fits; larger ones are objects with [`Payload::Int`].
    Int(i64),
    /// An exact `float`.
    Float(f64),
    /// An exact `str`.
    Str(Rc<Str>),
    /// A class: an instance of `type` or of another metaclass.
    Class(Rc<Class>),
    /// Everything else.
    Obj(Ref),
}

/// A heap object: its class, what the interpreter itself knows of it, and its attributes.
pub struct Object {
    /// `type(self)`
    pub class: Rc<Class>,
    /// What the interpreter stores in it.
    pub payload: Payload,
    /// The instance's `__dict__`.
    pub attrs: RefCell<Attrs>,
    /// Whether it has done already what it has to do before it dies.
    finalized: bool,
    /// Where the heap has it registered.
    pub(super) slot: Cell<u32>,
}

/// The storage of an instance's attributes. Keys are interned, so that they are compared by address.
pub enum Attrs {
    /// In order of assignment. Instances with many attributes, and those whose `__dict__` was asked for,
    /// are moved to a dict object.
    Inline(Vec<(Rc<Str>, Value)>),
    /// The `__dict__` as a dict object that the program can hold.
    Dict(Ref),
}

/// Above so many attributes a hash table beats a scan.
const INLINE_ATTRS: usize = 16;

/// What an entry of inline attributes counts for.
const ENTRY: usize = size_of::<(Rc<Str>, Value)>();

impl Drop for Attrs {
    fn drop(&mut self) {
        if let Attrs::Inline(entries) = self {
            Heap::release(entries.len() * ENTRY);
        }
    }
}

impl Default for Attrs {
    fn default() -> Self {
        Attrs::Inline(Vec::new())
    }
}

impl Object {
    /// A new object; mutable kinds are registered with the heap, which breaks their cycles at the end.
    pub fn new(class: Rc<Class>, payload: Payload) -> Ref {
        let tracked = payload.is_mutable();
        let object = Rc::new(Object {
            class,
            payload,
            attrs: RefCell::default(),
            finalized: false,
            slot: Cell::new(UNTRACKED),
        });
        Heap::charge(size_of::<Object>());
        if tracked {
            Heap::track(&object);
        }
        object
    }

    /// Brings back what is left of an object that has something to do before it dies.
    pub(crate) fn revived(remains: Remains) -> Ref {
        Heap::charge(size_of::<Object>());
        let object = Rc::new(Object {
            class: remains.class,
            payload: remains.payload,
            attrs: RefCell::new(remains.attrs),
            finalized: true,
            slot: Cell::new(UNTRACKED),
        });
        Heap::track(&object);
        object
    }

    /// Whether its class has a `__del__`, or it is a generator that waits inside a `try` or `with`.
    fn has_last_wish(&mut self) -> bool {
        if self.finalized {
            return false;
        }
        match &mut self.payload {
            Payload::Generator(generator) => generator.get_mut().wants_close(),
            _ => self.class.flags.get() & Class::FINALIZED != 0,
        }
    }

    /// The attribute of the instance itself under an interned name.
    pub fn attr(&self, name: &Rc<Str>) -> Option<Value> {
        match &*self.attrs.borrow() {
            Attrs::Inline(entries) => entries
                .iter()
                .find(|(key, _)| Rc::ptr_eq(key, name))
                .map(|(_, value)| value.clone()),
            Attrs::Dict(dict) => dict.payload.dict().borrow().get_str(name).cloned(),
        }
    }

    /// The attribute at a remembered position, if the name still stands there. For inline caches.
    #[inline]
    pub fn attr_at(&self, index: usize, name: &Rc<Str>) -> Option<Value> {
        match &*self.attrs.borrow() {
            Attrs::Inline(entries) => match entries.get(index) {
                Some((key, value)) if Rc::ptr_eq(key, name) => Some(value.clone()),
                _ => None,
            },
            Attrs::Dict(_) => None,
        }
    }

    /// Where an attribute stands, for inline caches.
    pub fn attr_index(&self, name: &Rc<Str>) -> Option<usize> {
        match &*self.attrs.borrow() {
            Attrs::Inline(entries) => entries.iter().position(|(key, _)| Rc::ptr_eq(key, name)),
            Attrs::Dict(_) => None,
        }
    }

    /// Sets an attribute of the instance itself, bypassing descriptors; returns the former value. (An immutable
    /// kind that gets an attribute can be part of a cycle from then on: `Vm::set_attr` has the heap track it.)
    pub fn set_attr(&self, name: &Rc<Str>, value: Value) -> Option<Value> {
        let mut attrs = self.attrs.borrow_mut();
        match &mut *attrs {
            Attrs::Inline(entries) => {
                if let Some((_, slot)) = entries.iter_mut().find(|(key, _)| Rc::ptr_eq(key, name)) {
                    return Some(std::mem::replace(slot, value));
                }
                entries.push((name.clone(), value));
                Heap::charge(ENTRY);
                None
            }
            Attrs::Dict(dict) => dict
                .payload
                .dict()
                .borrow_mut()
                .insert_str(name.clone(), value),
        }
    }

    /// Removes an attribute of the instance itself.
    pub fn remove_attr(&self, name: &Rc<Str>) -> Option<Value> {
        let mut attrs = self.attrs.borrow_mut();
        match &mut *attrs {
            Attrs::Inline(entries) => {
                let index = entries.iter().position(|(key, _)| Rc::ptr_eq(key, name))?;
                Heap::release(ENTRY);
                Some(entries.remove(index).1)
            }
            Attrs::Dict(dict) => dict.payload.dict().borrow_mut().remove_str(name),
        }
    }

    /// Whether the attributes have outgrown a scan; the owner then calls [`Object::dict_object`].
    pub fn wants_dict(&self) -> bool {
        matches!(&*self.attrs.borrow(), Attrs::Inline(entries) if entries.len() > INLINE_ATTRS)
    }

    /// The `__dict__` as an object; from now on the attributes live there.
    pub fn dict_object(&self, dict_class: &Rc<Class>) -> Ref {
        let mut attrs = self.attrs.borrow_mut();
        match &mut *attrs {
            Attrs::Dict(dict) => dict.clone(),
            Attrs::Inline(entries) => {
                let mut dict = Dict::default();
                Heap::release(entries.len() * ENTRY);
                for (key, value) in std::mem::take(entries) {
                    dict.insert_str(key, value);
                }
                let object = Object::new(dict_class.clone(), Payload::Dict(RefCell::new(dict)));
                *attrs = Attrs::Dict(object.clone());
                object
            }
        }
    }

    /// Names and values of the instance's attributes, in order.
    pub fn attr_entries(&self) -> Vec<(Rc<Str>, Value)> {
        match &*self.attrs.borrow() {
            Attrs::Inline(entries) => entries.clone(),
            Attrs::Dict(dict) => {
                let dict = dict.payload.dict().borrow();
                dict.iter()
                    .filter_map(|(key, value)| Some((key.as_str_rc()?.clone(), value.clone())))
                    .collect()
            }
        }
    }
}

/// What is left of an object that has something to do before it dies.
pub(crate) struct Remains {
    pub class: Rc<Class>,
    pub payload: Payload,
    pub attrs: Attrs,
}

impl Drop for Object {
    fn drop(&mut self) {
        Heap::release(size_of::<Object>());
        let slot = self.slot.get();
        if slot != UNTRACKED {
            Heap::untrack(slot);
        }
        if self.has_last_wish() {
            Heap::bequeath(Remains {
                class: self.class.clone(),
                payload: std::mem::take(&mut self.payload),
                attrs: self.attrs.take(),
            });
            return;
        }
        // Deep structures are taken down by a loop instead of by recursion.
        let attrs = self.attrs.get_mut();
        let bare = matches!(attrs, Attrs::Inline(entries) if entries.is_empty());
        match &self.payload {
            Payload::Plain
            | Payload::Int(_)
            | Payload::Float(_)
            | Payload::Str(_)
            | Payload::Bytes(_)
            | Payload::Range(_)
                if bare =>
            {
                return;
            }
            Payload::Plain => return Heap::dismantle_attrs(attrs),
            _ => {}
        }
        Heap::dismantle(std::mem::take(&mut self.payload), self.attrs.take());
    }
}

impl Value {
    /// An exact `str`. Names that the program's attributes may have are interned by the machine instead.
    pub fn str(text: impl Into<Str>) -> Value {
        Value::Str(Rc::new(text.into()))
    }

    /// Whether this is the very same object as `other`, as `is` tells.
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Unbound, Value::Unbound)
            | (Value::None, Value::None)
            | (Value::NotImplemented, Value::NotImplemented)
            | (Value::Ellipsis, Value::Ellipsis) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (Value::Str(a), Value::Str(b)) => Rc::ptr_eq(a, b) || (a.len() <= 1 && a == b),
            (Value::Class(a), Value::Class(b)) => Rc::ptr_eq(a, b),
            (Value::Obj(a), Value::Obj(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }

    /// Whether this is [`Value::Unbound`].
    pub fn is_unbound(&self) -> bool {
        matches!(self, Value::Unbound)
    }

    /// Whether this is `None`.
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The heap object, if it is one.
    pub fn obj(&self) -> Option<&Ref> {
        match self {
            Value::Obj(object) => Some(object),
            _ => None,
        }
    }

    /// The class, if the value is one.
    pub fn as_class(&self) -> Option<&Rc<Class>> {
        match self {
            Value::Class(class) => Some(class),
            _ => None,
        }
    }

    /// The text of a `str` or of an instance of a subclass of it.
    pub fn as_str(&self) -> Option<&str> {
        self.as_str_rc().map(|text| text.as_str())
    }

    /// The string of a `str` or of an instance of a subclass of it.
    pub fn as_str_rc(&self) -> Option<&Rc<Str>> {
        match self {
            Value::Str(text) => Some(text),
            Value::Obj(object) => match &object.payload {
                Payload::Str(text) => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    /// The items of a `list` or of an instance of a subclass of it.
    pub fn as_list(&self) -> Option<&List> {
        match &self.obj()?.payload {
            Payload::List(list) => Some(list),
            _ => None,
        }
    }

    /// The items of a `tuple` or of an instance of a subclass of it.
    pub fn as_tuple(&self) -> Option<&[Value]> {
        match &self.obj()?.payload {
            Payload::Tuple(items) => Some(items),
            _ => None,
        }
    }

    /// The table of a `dict` or of an instance of a subclass of it.
    pub fn as_dict(&self) -> Option<&RefCell<Dict>> {
        match &self.obj()?.payload {
            Payload::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// The table of a `set`, a `frozenset` or of an instance of a subclass of them.
    pub fn as_set(&self) -> Option<&RefCell<Set>> {
        match &self.obj()?.payload {
            Payload::Set(set) => Some(set),
            _ => None,
        }
    }

    /// What an exception instance carries.
    pub fn as_exception(&self) -> Option<&RefCell<ExceptionData>> {
        match &self.obj()?.payload {
            Payload::Exception(data) => Some(data),
            _ => None,
        }
    }

    /// The host's data of type `T`, if the object carries such.
    pub fn host<T: Host>(&self) -> Option<&T> {
        self.obj()?.host()
    }
}

impl Object {
    /// The host's data of type `T`, if the object carries such.
    pub fn host<T: Host>(&self) -> Option<&T> {
        match &self.payload {
            Payload::Host(host) => (&**host as &dyn std::any::Any).downcast_ref(),
            _ => None,
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Value::Int(value)
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Self {
        Value::Int(value as i64)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Value::Float(value)
    }
}

impl From<Ref> for Value {
    fn from(value: Ref) -> Self {
        Value::Obj(value)
    }
}

impl From<Rc<Class>> for Value {
    fn from(value: Rc<Class>) -> Self {
        Value::Class(value)
    }
}

impl From<Rc<Str>> for Value {
    fn from(value: Rc<Str>) -> Self {
        Value::Str(value)
    }
}
