//! Raising and handling: how an exception leaves frames until a handler takes it.

use std::rc::Rc;

use super::errors::is_limit;
use super::frame::Frame;
use super::{Raised, Result, Vm};
use crate::object::{Payload, Ref, TraceEntry, Value};

impl Vm {
    /// Looks for the handler of an exception, from a frame outwards: the frame that goes on, or the exception if
    /// it leaves the frames of this loop. With `note` the frame is added to the traceback.
    #[cold]
    pub(crate) fn unwind(
        &mut self,
        mut frame: Box<Frame>,
        pc: usize,
        mut raised: Raised,
        base: usize,
        mut note: bool,
    ) -> std::result::Result<Box<Frame>, Raised> {
        let mut at = pc.saturating_sub(1);
        loop {
            if note {
                add_entry(&raised.0, &frame, at);
            }
            note = true;
            if !is_limit(&raised.0) {
                let pc = at as u32;
                let handlers = &frame.code.handlers;
                let handler = handlers
                    .iter()
                    .find(|handler| handler.start <= pc && pc < handler.end)
                    .copied();
                if let Some(handler) = handler {
                    for slot in &mut frame.regs[handler.clear_from as usize..] {
                        *slot = Value::Unbound;
                    }
                    frame.set(handler.register, Value::Obj(raised.0));
                    frame.pc = handler.target as usize;
                    return Ok(frame);
                }
            }
            self.depth -= 1;
            self.meter.used += 4;
            drop(std::mem::replace(&mut self.handled, frame.handled.take()));
            if let Some(generator) = frame.generator.take() {
                self.finish_generator(&generator);
                raised = self.leaving_generator(raised);
            }
            self.recycle(frame);
            if self.frames.len() == base {
                return Err(raised);
            }
            frame = self.frames.pop().expect("a frame waits for this one");
            self.code = frame.code.clone();
            at = frame.pc - 1;
        }
    }

    /// `raise value` and `raise value from cause`
    pub(crate) fn raise_value(&mut self, value: Value, cause: Option<Value>) -> Raised {
        let raised = match self.exception_of(value) {
            Ok(Some(object)) => object,
            Ok(None) => return self.type_error("exceptions must derive from BaseException"),
            Err(raised) => return raised,
        };
        if let Some(cause) = cause {
            let cause = match cause {
                Value::None => None,
                cause => match self.exception_of(cause) {
                    Ok(Some(cause)) => Some(cause),
                    Ok(None) => {
                        let text = "exception causes must derive from BaseException";
                        return self.type_error(text);
                    }
                    Err(raised) => return raised,
                },
            };
            if let Payload::Exception(data) = &raised.payload {
                let mut data = data.borrow_mut();
                data.cause = cause;
                data.suppress_context = true;
            }
        }
        self.with_context(raised)
    }

    /// The exception that a value is, or is the class of.
    fn exception_of(&mut self, value: Value) -> Result<Option<Ref>> {
        let object = match value {
            Value::Class(class) if class.is_subclass(&self.exceptions.base_exception) => {
                match self.call(&Value::Class(class.clone()), &[])? {
                    Value::Obj(object) if matches!(object.payload, Payload::Exception(_)) => object,
                    other => {
                        let found = self.class_of(&other);
                        let text = format!(
                            "calling <class '{}'> should have returned an instance of BaseException, not <class '{}'>",
                            self.full_name(&class),
                            self.full_name(&found)
                        );
                        return Err(self.type_error(text));
                    }
                }
            }
            Value::Obj(object) if matches!(object.payload, Payload::Exception(_)) => object,
            _ => return Ok(None),
        };
        Ok(Some(object))
    }

    /// Whether an exception matches what stands behind `except`.
    pub(crate) fn exception_matches(&mut self, exception: &Value, classes: &Value) -> Result<bool> {
        let valid = |vm: &Vm, class: &Value| {
            class
                .as_class()
                .is_some_and(|class| class.is_subclass(&vm.exceptions.base_exception))
        };
        let found = self.class_of(exception);
        let classes = match classes.as_tuple() {
            Some(classes) => classes,
            None => std::slice::from_ref(classes),
        };
        if !classes.iter().all(|class| valid(self, class)) {
            let text = "catching classes that do not inherit from BaseException is not allowed";
            return Err(self.type_error(text));
        }
        Ok(classes
            .iter()
            .filter_map(Value::as_class)
            .any(|class| found.is_subclass(class)))
    }

    /// `__enter__` and the bound `__exit__` of a context manager.
    pub(crate) fn enter_context(&mut self, manager: &Value) -> Result<(Value, Value)> {
        let class = self.class_of(manager);
        let (enter, exit) = (self.names.__enter__.clone(), self.names.__exit__.clone());
        let Some(enter) = self.class_attr(&class, &enter) else {
            let text = format!(
                "'{}' object does not support the context manager protocol",
                class.name().as_str()
            );
            return Err(self.type_error(text));
        };
        let Some(exit) = self.class_attr(&class, &exit) else {
            let text = format!(
                "'{}' object does not support the context manager protocol (missed __exit__ method)",
                class.name().as_str()
            );
            return Err(self.type_error(text));
        };
        let exit = self.bind(&exit, manager, &class)?;
        let enter = self.bind(&enter, manager, &class)?;
        let entered = self.call(&enter, &[])?;
        Ok((exit, entered))
    }

    /// Calls `__exit__` with the exception, if there is one.
    pub(crate) fn exit_context(&mut self, exit: &Value, exception: Value) -> Result {
        if exception.as_exception().is_none() {
            return self.call(exit, &[Value::None, Value::None, Value::None]);
        }
        let class = Value::Class(self.class_of(&exception));
        let traceback = self.traceback_of(&exception);
        self.call(exit, &[class, exception, traceback])
    }
}

/// Adds a frame to an exception's traceback.
pub(crate) fn add_entry(object: &Rc<crate::object::Object>, frame: &Frame, pc: usize) {
    if let Payload::Exception(data) = &object.payload {
        data.borrow_mut().traceback.push(TraceEntry {
            code: frame.code.clone(),
            pc: pc as u32,
        });
    }
}
