//! Making and recognising exceptions.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Raised, Vm};
use crate::object::{Class, ExceptionData, Object, Payload, Ref, Str, Value};

/// CPython's builtins that this machine does not have.
const LEFT_OUT: &[&str] = &[
    "BaseExceptionGroup",
    "ExceptionGroup",
    "aiter",
    "anext",
    "breakpoint",
    "bytearray",
    "complex",
    "help",
    "memoryview",
];

impl Vm {
    /// An exception of a class with one argument, its message.
    pub fn error(&mut self, class: &Rc<Class>, message: impl AsRef<str>) -> Raised {
        let arguments = vec![Value::str(message.as_ref())];
        let object = self.exception_object(class, arguments);
        self.with_context(object)
    }

    /// An exception by calling its class.
    pub fn raise(&mut self, class: &Rc<Class>, args: &[Value]) -> Raised {
        let made = self.call(&Value::Class(class.clone()), args);
        match made {
            Ok(Value::Obj(object)) if matches!(object.payload, Payload::Exception(_)) => {
                self.with_context(object)
            }
            Ok(_) => self.type_error("exceptions must derive from BaseException"),
            Err(raised) => raised,
        }
    }

    /// An instance of an exception class, not raised yet.
    pub(crate) fn exception_object(&mut self, class: &Rc<Class>, args: Vec<Value>) -> Ref {
        let data = ExceptionData {
            args,
            ..ExceptionData::default()
        };
        let payload = Payload::Exception(Box::new(RefCell::new(data)));
        Object::new(class.clone(), payload)
    }

    /// An exception that is being raised gets the one being handled as its context.
    pub(crate) fn with_context(&mut self, object: Ref) -> Raised {
        if let Some(handled) = &self.handled
            && !Rc::ptr_eq(handled, &object)
        {
            self.meter.used += break_cycle(handled, &object);
            if let Payload::Exception(data) = &object.payload {
                data.borrow_mut().context = Some(handled.clone());
            }
        }
        Raised(object)
    }

    /// `TypeError(message)`
    pub fn type_error(&mut self, message: impl AsRef<str>) -> Raised {
        self.error(&self.exceptions.type_error.clone(), message)
    }

    /// `ValueError(message)`
    pub fn value_error(&mut self, message: impl AsRef<str>) -> Raised {
        self.error(&self.exceptions.value_error.clone(), message)
    }

    /// `KeyError(key)`
    pub fn key_error(&mut self, key: &Value) -> Raised {
        let class = self.exceptions.key_error.clone();
        let object = self.exception_object(&class, vec![key.clone()]);
        self.with_context(object)
    }

    /// `IndexError(message)`
    pub fn index_error(&mut self, message: impl AsRef<str>) -> Raised {
        self.error(&self.exceptions.index_error.clone(), message)
    }

    /// AttributeError for a missing attribute, with what "Did you mean" needs.
    pub fn attribute_error(&mut self, value: &Value, name: &Rc<Str>) -> Raised {
        let text = match value {
            Value::Class(class) => format!(
                "type object '{}' has no attribute '{}'",
                &**class.name(),
                &***name
            ),
            Value::Obj(object) if matches!(object.payload, Payload::Module) => {
                let key = self.names.__name__.clone();
                let module = object.attr(&key).unwrap_or_default();
                format!(
                    "module '{}' has no attribute '{}'",
                    module.as_str().unwrap_or("?"),
                    &***name
                )
            }
            _ => format!(
                "'{}' object has no attribute '{}'",
                &**self.type_name(value),
                &***name
            ),
        };
        self.raise_attribute_error(value, name, &text)
    }

    /// AttributeError with a text of its own, and what "Did you mean" needs.
    pub(crate) fn raise_attribute_error(
        &mut self,
        value: &Value,
        name: &Rc<Str>,
        text: &str,
    ) -> Raised {
        let class = self.exceptions.attribute_error.clone();
        let raised = self.error(&class, text);
        let (key, obj) = (self.names.name.clone(), self.names.obj.clone());
        raised.0.set_attr(&key, Value::Str(name.clone()));
        raised.0.set_attr(&obj, value.clone());
        raised
    }

    /// NameError, with what "Did you mean" needs. A builtin that there is not says so.
    pub(crate) fn name_error(&mut self, name: &Rc<Str>) -> Raised {
        if LEFT_OUT.contains(&name.as_str()) {
            return self.unsupported(format!("'{}'", name.as_str()));
        }
        let class = self.exceptions.name_error.clone();
        let raised = self.error(&class, format!("name '{}' is not defined", &***name));
        let key = self.names.name.clone();
        raised.0.set_attr(&key, Value::Str(name.clone()));
        raised
    }

    /// NotImplementedError `'…' is not supported in the playground`.
    pub fn unsupported(&mut self, what: impl AsRef<str>) -> Raised {
        let class = self.exceptions.not_implemented_error.clone();
        let what = what.as_ref();
        self.error(&class, format!("{what} is not supported in the playground"))
    }

    /// Whether the exception is of a class (limits never are).
    pub fn caught(&self, raised: &Raised, class: &Rc<Class>) -> bool {
        raised.0.class.is_subclass(class) && !is_limit(&raised.0)
    }
}

/// Whether one of the run's limits raised it.
pub(crate) fn is_limit(object: &Ref) -> bool {
    match &object.payload {
        Payload::Exception(data) => data.borrow().limit,
        _ => false,
    }
}

/// Takes an exception out of the chain of contexts that it is about to head; answers how long that was.
fn break_cycle(handled: &Ref, object: &Ref) -> u64 {
    let mut current = handled.clone();
    for length in 0.. {
        let next = match &current.payload {
            Payload::Exception(data) => data.borrow().context.clone(),
            _ => None,
        };
        match next {
            None => return length,
            Some(next) if Rc::ptr_eq(&next, object) => {
                if let Payload::Exception(data) = &current.payload {
                    data.borrow_mut().context = None;
                }
                return length;
            }
            // Such a chain the program has made itself, in a circle.
            Some(_) if length >= LONGEST_CHAIN => return length,
            Some(next) => current = next,
        }
    }
    0
}

/// So far a chain of contexts is followed.
const LONGEST_CHAIN: u64 = 10_000;
