//! A typed reference to an object of the program that carries our data: the object's identity, and our view of it.

use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

use python::object::{Class, Host, Ref, Value};
use python::vm::Vm;

/// A reference to an object whose host data is a `T`. It is at once the Python object (a `Table` that
/// the program holds) and the Rust one: there is one of each thing, however it is reached.
pub struct Handle<T> {
    object: Ref,
    data: PhantomData<T>,
}

impl<T: Host> Handle<T> {
    /// A new object of a class made in Rust.
    pub fn new(vm: &mut Vm, class: &Rc<Class>, data: T) -> Handle<T> {
        match vm.host_object(class, data) {
            Value::Obj(object) => Handle {
                object,
                data: PhantomData,
            },
            _ => unreachable!("a host object is an object"),
        }
    }

    /// The object as a `T`, if it is one.
    pub fn of(value: &Value) -> Option<Handle<T>> {
        Handle::of_object(value.obj()?)
    }

    /// The object as a `T`, if it is one.
    pub fn of_object(object: &Ref) -> Option<Handle<T>> {
        object.host::<T>()?;
        Some(Handle {
            object: object.clone(),
            data: PhantomData,
        })
    }

    /// The object as the program sees it.
    pub fn value(&self) -> Value {
        Value::Obj(self.object.clone())
    }

    /// The object itself.
    pub fn object(&self) -> &Ref {
        &self.object
    }

    /// Whether both are the same object.
    pub fn is(&self, other: &Handle<T>) -> bool {
        Rc::ptr_eq(&self.object, &other.object)
    }

    /// Where the object lives: tells objects apart within one run.
    pub fn address(&self) -> usize {
        Rc::as_ptr(&self.object) as usize
    }
}

impl<T> Clone for Handle<T> {
    fn clone(&self) -> Self {
        Handle {
            object: self.object.clone(),
            data: PhantomData,
        }
    }
}

impl<T: Host> Deref for Handle<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.object
            .host()
            .expect("checked when the handle was made")
    }
}

impl<T: Host> PartialEq for Handle<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
    }
}

impl<T: Host> Eq for Handle<T> {}
