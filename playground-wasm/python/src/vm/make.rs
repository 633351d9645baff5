//! Making values.

use std::cell::RefCell;
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::{NativeFn, Vm};
use crate::object::{
    BoundMethod, Class, Dict, Host, Iter, Layout, List, NativeFunction, NativeIterator, Object,
    Payload, Set, Str, Value,
};

/// Builtin functions that look at the frame that calls them.
const NEED_FRAME: &[&str] = &["locals", "globals", "vars", "dir", "eval", "exec"];

impl Vm {
    /// A `list`.
    pub fn list(&mut self, items: Vec<Value>) -> Value {
        Object::new(self.types.list.clone(), Payload::List(List::new(items))).into()
    }

    /// A `tuple`.
    pub fn tuple(&mut self, items: Vec<Value>) -> Value {
        Object::new(self.types.tuple.clone(), Payload::Tuple(items.into())).into()
    }

    /// A `dict`.
    pub fn dict(&mut self, dict: Dict) -> Value {
        Object::new(self.types.dict.clone(), Payload::Dict(RefCell::new(dict))).into()
    }

    /// A `set`.
    pub fn set(&mut self, set: Set) -> Value {
        Object::new(self.types.set.clone(), Payload::Set(RefCell::new(set))).into()
    }

    /// An `int` of any size.
    pub fn int(&mut self, value: BigInt) -> Value {
        match value.to_i64() {
            Some(small) => Value::Int(small),
            None => Object::new(self.types.int.clone(), Payload::Int(Box::new(value))).into(),
        }
    }

    /// The one string object for a text that is used as a name.
    pub fn intern(&mut self, text: &str) -> Rc<Str> {
        self.interner.intern(text)
    }

    /// As [`Vm::intern`], for a string at hand.
    #[inline]
    pub fn intern_str(&mut self, text: &Rc<Str>) -> Rc<Str> {
        self.interner.intern_str(text)
    }

    /// An instance of a class, without calling it: empty storage of the class's layout, no attributes.
    pub fn instance(&mut self, class: &Rc<Class>) -> Value {
        let payload = match class.layout {
            Layout::List => Payload::List(List::default()),
            Layout::Dict => Payload::Dict(RefCell::default()),
            Layout::Set => Payload::Set(RefCell::default()),
            Layout::Exception => Payload::Exception(Box::default()),
            Layout::Tuple => Payload::Tuple(Box::default()),
            Layout::Int => Payload::Int(Box::default()),
            Layout::Float => Payload::Float(0.0),
            Layout::Str => Payload::Str(self.empty.clone()),
            Layout::Bytes => Payload::Bytes(Box::default()),
            Layout::Plain | Layout::Class | Layout::Native => Payload::Plain,
        };
        Object::new(class.clone(), payload).into()
    }

    /// An object that carries a host's data.
    pub fn host_object(&mut self, class: &Rc<Class>, data: impl Host) -> Value {
        Object::new(class.clone(), Payload::Host(Box::new(data))).into()
    }

    /// A function made in Rust. `captured` values come first among its arguments.
    pub fn native_function(
        &mut self,
        module: &'static str,
        name: &'static str,
        call: NativeFn,
        captured: Vec<Value>,
    ) -> Value {
        let function = NativeFunction {
            name,
            owner: None,
            binds: false,
            call,
            captured: captured.into(),
            module,
        };
        let class = if module == "builtins" && NEED_FRAME.contains(&name) {
            &self.types.frame_function
        } else {
            &self.types.builtin_function
        };
        Object::new(class.clone(), Payload::Native(Box::new(function))).into()
    }

    /// An iterator made in Rust.
    pub fn native_iterator(&mut self, iterator: impl NativeIterator + 'static) -> Value {
        let class = self.types.native_iterator.clone();
        self.iterator(&class, Iter::Native(Box::new(iterator)))
    }

    /// An iterator object of a class.
    pub fn iterator(&mut self, class: &Rc<Class>, state: Iter) -> Value {
        let payload = Payload::Iter(Box::new(RefCell::new(state)));
        Object::new(class.clone(), payload).into()
    }

    /// A bound method.
    pub fn bound_method(&mut self, function: Value, receiver: Value) -> Value {
        let native =
            matches!(&function, Value::Obj(object) if matches!(object.payload, Payload::Native(_)));
        let class = if native {
            self.types.builtin_function.clone()
        } else {
            self.types.method.clone()
        };
        let method = BoundMethod { function, receiver };
        Object::new(class, Payload::Method(Box::new(method))).into()
    }
}
