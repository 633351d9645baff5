//! Generators: frames that can be suspended.

use std::cell::RefCell;
use std::rc::Rc;

use super::frame::{Frame, Then};
use super::{Raised, Result, Vm};
use crate::code::Op;
use crate::object::{Payload, Ref, Str, Value};

/// A suspended (or running, or finished) frame.
pub struct Generator {
    state: State,
    /// `__name__`
    pub name: Rc<Str>,
    /// `__qualname__`
    pub qualname: Rc<Str>,
}

enum State {
    /// Not begun, or waiting at a `yield`.
    Suspended(Box<Frame>),
    Running,
    Finished,
}

impl Generator {
    pub(crate) fn new(frame: Box<Frame>, name: Rc<Str>, qualname: Rc<Str>) -> Generator {
        Generator {
            state: State::Suspended(frame),
            name,
            qualname,
        }
    }

    /// Whether it waits inside a `try` or `with`, whose end has to be executed before it dies.
    pub(crate) fn wants_close(&self) -> bool {
        match &self.state {
            State::Suspended(frame) if frame.pc > 0 => {
                let at = frame.pc as u32 - 1;
                let mut handlers = frame.code.handlers.iter();
                handlers.any(|handler| handler.start <= at && at < handler.end)
            }
            _ => false,
        }
    }

    /// Whether it is being executed at the moment.
    pub(crate) fn is_running(&self) -> bool {
        matches!(self.state, State::Running)
    }

    /// Lets go of what the frame holds.
    pub fn clear(&mut self) {
        self.state = State::Finished;
    }
}

/// How a generator is resumed.
pub(crate) enum Resume {
    /// With a value that `yield` gives.
    Send(Value),
    /// With an exception that `yield` raises.
    Throw(Raised),
}

/// The generator in a value that is one.
pub(crate) fn as_generator(value: &Value) -> Option<(&Ref, &RefCell<Generator>)> {
    match value {
        Value::Obj(object) => match &object.payload {
            Payload::Generator(generator) => Some((object, generator)),
            _ => None,
        },
        _ => None,
    }
}

/// The register that the iterator of a `yield from` is in, if the frame waits inside one.
fn delegate(frame: &Frame) -> Option<Value> {
    match frame.code.ops.get(frame.pc) {
        Some(Op::YieldFrom { i, .. }) if frame.pc > 0 => {
            let iterator = &frame.regs[*i as usize];
            (!iterator.is_unbound()).then(|| iterator.clone())
        }
        _ => None,
    }
}

impl Vm {
    /// Takes the frame out of a generator that is about to run; `None` if it has finished.
    pub(crate) fn wake(
        &mut self,
        object: &Ref,
        generator: &RefCell<Generator>,
        value: Value,
        then: Then,
    ) -> Result<Option<Box<Frame>>> {
        let mut state = generator.borrow_mut();
        match std::mem::replace(&mut state.state, State::Running) {
            State::Suspended(mut frame) => {
                drop(state);
                frame.then = then;
                frame.generator = Some(object.clone());
                if frame.pc == 0 {
                    if !value.is_none() {
                        self.sleep(generator, frame);
                        let text = "can't send non-None value to a just-started generator";
                        return Err(self.type_error(text));
                    }
                } else if let Some(Op::Yield { d, .. }) = frame.code.ops.get(frame.pc - 1) {
                    let d = *d;
                    frame.set(d, value);
                } else {
                    frame.sent = value;
                }
                Ok(Some(frame))
            }
            State::Running => {
                drop(state);
                Err(self.value_error("generator already executing"))
            }
            State::Finished => {
                state.state = State::Finished;
                Ok(None)
            }
        }
    }

    /// Puts a frame back that has yielded.
    pub(crate) fn sleep(&mut self, generator: &RefCell<Generator>, mut frame: Box<Frame>) {
        frame.generator = None;
        generator.borrow_mut().state = State::Suspended(frame);
    }

    /// A generator's frame has ended.
    pub(crate) fn finish_generator(&mut self, object: &Ref) {
        if let Payload::Generator(generator) = &object.payload {
            generator.borrow_mut().state = State::Finished;
        }
    }

    /// Steps a generator: what it yields, or `None` and what it returned.
    pub(crate) fn resume(
        &mut self,
        object: &Ref,
        generator: &RefCell<Generator>,
        how: Resume,
    ) -> Result<std::result::Result<Value, Value>> {
        let raised = match how {
            Resume::Send(value) => {
                let Some(frame) = self.wake(object, generator, value, Then::Rust)? else {
                    return Ok(Err(Value::None));
                };
                return self.run_generator(frame, None);
            }
            Resume::Throw(raised) => raised,
        };
        let inner = match &generator.borrow().state {
            State::Suspended(frame) => delegate(frame),
            _ => None,
        };
        match inner {
            Some(inner) => self.throw_into_delegate(object, generator, &inner, raised),
            None => self.throw_here(object, generator, raised),
        }
    }

    /// `generator.send(value)`: what it yields, or what it returned.
    pub(crate) fn send_into(
        &mut self,
        object: &Ref,
        generator: &RefCell<Generator>,
        value: Value,
    ) -> Result<std::result::Result<Value, Value>> {
        self.resume(object, generator, Resume::Send(value))
    }

    /// `generator.throw(exception)`: what it yields, or what it returned.
    pub(crate) fn throw_into(
        &mut self,
        object: &Ref,
        generator: &RefCell<Generator>,
        raised: Raised,
    ) -> Result<std::result::Result<Value, Value>> {
        self.resume(object, generator, Resume::Throw(raised))
    }

    /// Raises an exception where the generator waits.
    fn throw_here(
        &mut self,
        object: &Ref,
        generator: &RefCell<Generator>,
        raised: Raised,
    ) -> Result<std::result::Result<Value, Value>> {
        let state = std::mem::replace(&mut generator.borrow_mut().state, State::Running);
        match state {
            State::Suspended(frame) if frame.pc == 0 => {
                generator.borrow_mut().state = State::Finished;
                super::unwind::add_entry(&raised.0, &frame, 0);
                self.recycle(frame);
                Err(raised)
            }
            State::Suspended(mut frame) => {
                frame.then = Then::Rust;
                frame.generator = Some(object.clone());
                self.run_generator(frame, Some(raised))
            }
            State::Running => Err(self.value_error("generator already executing")),
            State::Finished => {
                generator.borrow_mut().state = State::Finished;
                Err(raised)
            }
        }
    }

    fn throw_into_delegate(
        &mut self,
        object: &Ref,
        generator: &RefCell<Generator>,
        inner: &Value,
        raised: Raised,
    ) -> Result<std::result::Result<Value, Value>> {
        let State::Suspended(mut frame) =
            std::mem::replace(&mut generator.borrow_mut().state, State::Running)
        else {
            return Err(raised);
        };
        let closing = self.caught(&raised, &self.exceptions.generator_exit);
        let answer = if closing {
            self.close_iterator(inner).and(Err(raised))
        } else {
            self.throw_iterator(inner, raised)
        };
        match answer {
            Ok(Ok(yielded)) => {
                self.sleep(generator, frame);
                Ok(Ok(yielded))
            }
            Ok(Err(value)) => {
                if let Some(Op::YieldFrom { d, i }) = frame.code.ops.get(frame.pc).copied() {
                    frame.set(i, Value::Unbound);
                    frame.set(d, value);
                    frame.pc += 1;
                }
                frame.then = Then::Rust;
                frame.generator = Some(object.clone());
                self.run_generator(frame, None)
            }
            Err(raised) => {
                frame.then = Then::Rust;
                frame.generator = Some(object.clone());
                frame.pc += 1;
                self.run_generator(frame, Some(raised))
            }
        }
    }

    fn run_generator(
        &mut self,
        frame: Box<Frame>,
        raise: Option<Raised>,
    ) -> Result<std::result::Result<Value, Value>> {
        self.yielded = false;
        let value = self.execute_with(frame, raise)?;
        Ok(if std::mem::take(&mut self.yielded) {
            Ok(value)
        } else {
            Err(value)
        })
    }

    fn throw_iterator(
        &mut self,
        iterator: &Value,
        raised: Raised,
    ) -> Result<std::result::Result<Value, Value>> {
        if let Some((object, generator)) = as_generator(iterator) {
            return self.resume(object, generator, Resume::Throw(raised));
        }
        let name = self.names.throw.clone();
        let Some(throw) = self.find_attr(iterator, &name)? else {
            return Err(raised);
        };
        let result = self.call(&throw, &[Value::Obj(raised.0)]);
        self.stop_iteration_as_value(result)
    }

    /// `iterator.close()`, if it has one.
    pub(crate) fn close_iterator(&mut self, iterator: &Value) -> Result<()> {
        if let Some((object, generator)) = as_generator(iterator) {
            return self.close_generator(object, generator);
        }
        let name = self.names.close.clone();
        match self.find_attr(iterator, &name)? {
            Some(close) => self.call(&close, &[]).map(drop),
            None => Ok(()),
        }
    }

    /// `generator.close()`
    pub(crate) fn close_generator(
        &mut self,
        object: &Ref,
        generator: &RefCell<Generator>,
    ) -> Result<()> {
        {
            let mut state = generator.borrow_mut();
            match &state.state {
                State::Finished => return Ok(()),
                State::Suspended(frame) if frame.pc == 0 => {
                    let state = std::mem::replace(&mut state.state, State::Finished);
                    drop((state, ()));
                    return Ok(());
                }
                _ => {}
            }
        }
        let exit = self.raise(&self.exceptions.generator_exit.clone(), &[]);
        match self.resume(object, generator, Resume::Throw(exit)) {
            Ok(Ok(_)) => Err(self.error(
                &self.exceptions.runtime_error.clone(),
                "generator ignored GeneratorExit",
            )),
            Ok(Err(_)) => Ok(()),
            Err(raised)
                if self.caught(&raised, &self.exceptions.generator_exit)
                    || self.caught(&raised, &self.exceptions.stop_iteration) =>
            {
                Ok(())
            }
            Err(raised) => Err(raised),
        }
    }

    /// Sends a value into an iterator: what it yields, or what it returned.
    pub(crate) fn send(
        &mut self,
        iterator: &Value,
        value: Value,
    ) -> Result<std::result::Result<Value, Value>> {
        if let Some((object, generator)) = as_generator(iterator) {
            return self.resume(object, generator, Resume::Send(value));
        }
        let result = if value.is_none() {
            match iterator {
                Value::Obj(object) if matches!(object.payload, Payload::Iter(_)) => {
                    return Ok(self.next(iterator)?.ok_or(Value::None));
                }
                _ => {
                    let name = self.names.__next__.clone();
                    self.call_method(iterator, &name, &[])
                }
            }
        } else {
            let name = self.names.send.clone();
            self.call_method(iterator, &name, &[value])
        };
        self.stop_iteration_as_value(result)
    }

    fn stop_iteration_as_value(
        &mut self,
        result: Result,
    ) -> Result<std::result::Result<Value, Value>> {
        match result {
            Ok(value) => Ok(Ok(value)),
            Err(raised) if self.caught(&raised, &self.exceptions.stop_iteration) => {
                Ok(Err(self.stop_value(&raised)))
            }
            Err(raised) => Err(raised),
        }
    }

    /// `StopIteration.value`
    pub(crate) fn stop_value(&mut self, raised: &Raised) -> Value {
        match &raised.0.payload {
            Payload::Exception(data) => data.borrow().args.first().cloned(),
            _ => None,
        }
        .unwrap_or(Value::None)
    }

    /// A StopIteration that a finished generator raises to its caller.
    pub(crate) fn stop_iteration(&mut self, value: Value) -> Raised {
        let class = self.exceptions.stop_iteration.clone();
        match value {
            Value::None => self.raise(&class, &[]),
            value => self.raise(&class, &[value]),
        }
    }

    /// What leaves a generator's frame: a StopIteration raised inside becomes a RuntimeError.
    pub(crate) fn leaving_generator(&mut self, raised: Raised) -> Raised {
        if !self.caught(&raised, &self.exceptions.stop_iteration) {
            return raised;
        }
        let class = self.exceptions.runtime_error.clone();
        let error = self.error(&class, "generator raised StopIteration");
        if let Payload::Exception(data) = &error.0.payload {
            let mut data = data.borrow_mut();
            data.cause = Some(raised.0.clone());
            data.context = Some(raised.0);
            data.suppress_context = true;
        }
        error
    }
}
