//! What the interpreter itself stores in an object, by kind.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use num_bigint::BigInt;

use super::{
    BoundMethod, Dict, ExceptionData, Function, Heap, Host, Iter, NativeFunction, Property, Set,
    Str, Super, Value,
};
use crate::code::Code;
use crate::vm::Generator;

/// The kinds of built-in storage. An instance of a subclass of `list` has the same payload as a list.
#[derive(Default)]
pub enum Payload {
    /// Attributes only.
    #[default]
    Plain,
    /// An `int` beyond 64 bits, or an instance of a subclass of `int`.
    Int(Box<BigInt>),
    /// An instance of a subclass of `float`.
    Float(f64),
    /// An instance of a subclass of `str`.
    Str(Rc<Str>),
    /// `bytes`
    Bytes(Box<[u8]>),
    /// `tuple`
    Tuple(Box<[Value]>),
    /// `list`
    List(List),
    /// `dict`
    Dict(RefCell<Dict>),
    /// `set` and `frozenset`
    Set(RefCell<Set>),
    /// `range`: start, stop, step.
    Range(Box<[i64; 3]>),
    /// `slice`: start, stop, step.
    Slice(Box<[Value; 3]>),
    /// A function of the program.
    Function(Box<Function>),
    /// A function of the interpreter or of the host.
    Native(Box<NativeFunction>),
    /// A function bound to an instance.
    Method(Box<BoundMethod>),
    /// `property`
    Property(Box<Property>),
    /// `staticmethod`
    StaticMethod(Value),
    /// `classmethod`
    ClassMethod(Value),
    /// `super`
    Super(Box<Super>),
    /// A variable that closures share; `Unbound` while unassigned.
    Cell(RefCell<Value>),
    /// A code object.
    Code(Rc<Code>),
    /// A generator.
    Generator(Box<RefCell<Generator>>),
    /// An iterator, or a view such as `zip`.
    Iter(Box<RefCell<Iter>>),
    /// A module; its globals are the object's attributes, always as a dict.
    Module,
    /// An exception.
    Exception(Box<RefCell<ExceptionData>>),
    /// Whatever the host or a native module keeps.
    Host(Box<dyn Host>),
}

impl Payload {
    /// Whether references can be put into it after its creation, so that it can be part of a cycle.
    pub fn is_mutable(&self) -> bool {
        matches!(
            self,
            Payload::Plain
                | Payload::List(_)
                | Payload::Dict(_)
                | Payload::Set(_)
                | Payload::Function(_)
                | Payload::Cell(_)
                | Payload::Generator(_)
                | Payload::Iter(_)
                | Payload::Module
                | Payload::Exception(_)
                | Payload::Host(_)
        )
    }

    /// The table of a payload that is known to be a dict.
    ///
    /// # Panics
    /// If it is not one.
    pub fn dict(&self) -> &RefCell<Dict> {
        match self {
            Payload::Dict(dict) => dict,
            _ => panic!("not a dict"),
        }
    }

    /// What an exception carries, if it is one.
    pub fn exception(&self) -> Option<&RefCell<ExceptionData>> {
        match self {
            Payload::Exception(data) => Some(data),
            _ => None,
        }
    }

    /// Lets go of what it refers to.
    pub(super) fn clear(&self) {
        match self {
            Payload::List(list) => drop(list.items.take()),
            Payload::Dict(dict) => drop(dict.take()),
            Payload::Set(set) => drop(set.take()),
            Payload::Cell(cell) => drop(cell.take()),
            Payload::Function(function) => function.clear(),
            Payload::Generator(generator) => {
                if let Ok(mut generator) = generator.try_borrow_mut() {
                    generator.clear();
                }
            }
            Payload::Iter(iter) => drop(iter.replace(Iter::Done)),
            Payload::Exception(data) => drop(data.take()),
            Payload::Host(host) => host.clear(),
            _ => {}
        }
    }
}

/// The items of a list. What it occupies is accounted when its capacity changes.
#[derive(Default)]
pub struct List {
    items: RefCell<Vec<Value>>,
    charged: Cell<usize>,
}

impl List {
    /// A list of these items.
    pub fn new(items: Vec<Value>) -> List {
        let list = List {
            items: RefCell::new(items),
            charged: Cell::new(0),
        };
        list.settle();
        list
    }

    /// The items, to read.
    pub fn borrow(&self) -> std::cell::Ref<'_, Vec<Value>> {
        self.items.borrow()
    }

    /// The items, to change. Drop nothing while this is borrowed that could be the last reference to an
    /// object: take it out first. Call [`List::settle`] after growing by much.
    pub fn borrow_mut(&self) -> std::cell::RefMut<'_, Vec<Value>> {
        self.items.borrow_mut()
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    /// Whether there are no items.
    pub fn is_empty(&self) -> bool {
        self.items.borrow().is_empty()
    }

    /// The item at an index, if it is there.
    pub fn get(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }

    /// Appends an item.
    #[inline]
    pub fn push(&self, value: Value) {
        let grown = {
            let mut items = self.items.borrow_mut();
            let full = items.len() == items.capacity();
            items.push(value);
            full
        };
        if grown {
            self.settle();
        }
    }

    /// A copy of the items.
    pub fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().clone()
    }

    /// Tells the heap what the list occupies by now.
    pub fn settle(&self) {
        let bytes = self.items.borrow().capacity() * size_of::<Value>();
        if bytes > self.charged.get() {
            Heap::charge(bytes - self.charged.get());
        } else {
            Heap::release(self.charged.get() - bytes);
        }
        self.charged.set(bytes);
    }
}

impl Drop for List {
    fn drop(&mut self) {
        Heap::release(self.charged.get());
    }
}
