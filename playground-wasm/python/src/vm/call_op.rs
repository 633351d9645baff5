//! The call instructions: arguments move from the caller's registers into those of the new frame.

use std::ops::Range;
use std::rc::Rc;

use super::class::flag;
use super::frame::{Frame, Then};
use super::{Args, Result, Vm};
use crate::code::Reg;
use crate::object::{Class, Function, Layout, NativeFunction, Object, Payload, Str, Super, Value};

impl Vm {
    /// Calls with the arguments in a range of registers, all temporaries; the register before the range is free.
    /// `names` are those of the last ones, as a tuple.
    #[inline]
    pub(crate) fn call_registers(
        &mut self,
        frame: &mut Box<Frame>,
        pc: &mut usize,
        d: Reg,
        callee: Value,
        args: Range<usize>,
        names: Option<Value>,
    ) -> Result<()> {
        self.attend_remains()?;
        match &callee {
            Value::Obj(object) => match &object.payload {
                Payload::Function(function) => {
                    self.call_by_frame(frame, pc, function, args, names, Then::Store(d))
                }
                Payload::Native(native) => {
                    if Rc::ptr_eq(&object.class, &self.types.frame_function) {
                        self.show_frame(frame);
                    }
                    let value = self.call_native_op(frame, native, args, names)?;
                    frame.set(d, value);
                    Ok(())
                }
                Payload::Method(method) => {
                    let first = args.start - 1;
                    frame.regs[first] = method.receiver.clone();
                    let function = method.function.clone();
                    self.call_registers(frame, pc, d, function, first..args.end, names)
                }
                _ => {
                    let value = self.call_any(frame, &callee, args, names)?;
                    frame.set(d, value);
                    Ok(())
                }
            },
            Value::Class(class) => self.call_class_op(frame, pc, d, class, args, names),
            _ => {
                frame.regs[args].fill(Value::Unbound);
                Err(self.not_callable(&callee))
            }
        }
    }

    /// Calls a function of the program by pushing its frame.
    #[inline]
    fn call_by_frame(
        &mut self,
        frame: &mut Box<Frame>,
        pc: &mut usize,
        function: &Function,
        args: Range<usize>,
        names: Option<Value>,
        then: Then,
    ) -> Result<()> {
        let code = &function.code;
        let mut new = self.new_frame(code, &function.globals, &function.closure, then);
        let parameters = &code.parameters;
        let count = args.len();
        let plain = names.is_none()
            && count <= parameters.positional as usize
            && parameters.count() == parameters.positional as usize;
        if plain && count == parameters.positional as usize {
            for (to, from) in new.regs.iter_mut().zip(&mut frame.regs[args]) {
                *to = std::mem::take(from);
            }
        } else {
            let bound = if plain && self.fill_defaults(function, &mut new, count) {
                for (to, from) in new.regs.iter_mut().zip(&mut frame.regs[args]) {
                    *to = std::mem::take(from);
                }
                Ok(())
            } else {
                let (positional, keywords) = take_arguments(frame, args, names.as_ref());
                self.bind_arguments(function, &mut new.regs, positional, keywords)
            };
            if let Err(raised) = bound {
                self.recycle(new);
                return Err(raised);
            }
        }
        if code.generator {
            let d = match &new.then {
                Then::Store(d) => *d,
                _ => unreachable!("a generator function is not called as `__init__` here"),
            };
            let generator = self.new_generator(function, new);
            frame.set(d, generator);
            return Ok(());
        }
        self.push_frame(frame, pc, new)
    }

    /// Fills the parameters behind the given ones by their defaults, if there are enough.
    #[inline]
    fn fill_defaults(&mut self, function: &Function, new: &mut Frame, given: usize) -> bool {
        let takes = function.code.parameters.positional as usize;
        let defaults = function.defaults.borrow();
        let missing = takes - given;
        if missing > defaults.len() {
            return false;
        }
        new.regs[given..takes].clone_from_slice(&defaults[defaults.len() - missing..]);
        true
    }

    /// Keeps the names of a frame for a builtin that is about to ask for them.
    fn show_frame(&mut self, frame: &Frame) {
        let locals = self.locals(frame);
        self.caller = Some((frame.globals.clone().into(), locals));
    }

    fn call_native_op(
        &mut self,
        frame: &mut Frame,
        native: &NativeFunction,
        args: Range<usize>,
        names: Option<Value>,
    ) -> Result {
        let result = match &names {
            None => self.call_native(native, &Args::new(&frame.regs[args.clone()])),
            Some(names) => {
                let names = name_list(names);
                let values = args.end - names.len();
                let arguments = Args {
                    positional: &frame.regs[args.start..values],
                    names: &names,
                    values: &frame.regs[values..args.end],
                };
                self.call_native(native, &arguments)
            }
        };
        for slot in &mut frame.regs[args] {
            *slot = Value::Unbound;
        }
        result
    }

    fn call_any(
        &mut self,
        frame: &mut Frame,
        callee: &Value,
        args: Range<usize>,
        names: Option<Value>,
    ) -> Result {
        let names = names.as_ref().map(name_list).unwrap_or_default();
        let values = args.end - names.len();
        let arguments = Args {
            positional: &frame.regs[args.start..values],
            names: &names,
            values: &frame.regs[values..args.end],
        };
        let result = self.call_args(callee, &arguments);
        for slot in &mut frame.regs[args] {
            *slot = Value::Unbound;
        }
        result
    }

    /// Calls a class: an instance of a plain class is made here and its `__init__` gets a frame.
    fn call_class_op(
        &mut self,
        frame: &mut Box<Frame>,
        pc: &mut usize,
        d: Reg,
        class: &Rc<Class>,
        args: Range<usize>,
        names: Option<Value>,
    ) -> Result<()> {
        if Rc::ptr_eq(class, &self.types.super_) && args.is_empty() {
            let value = self.super_of_frame(frame)?;
            frame.set(d, value);
            return Ok(());
        }
        let flags = self.flags(class);
        let plain = flags & (flag::NEW | flag::ABSTRACT | flag::INIT) == flag::INIT
            && class.layout == Layout::Plain
            && match &class.meta {
                None => true,
                Some(meta) => self.flags(meta) & flag::CALL == 0,
            };
        if plain {
            let name = self.names.__init__.clone();
            let init = self.class_attr(class, &name);
            if let Some((_, function)) = init.as_ref().and_then(Vm::as_function)
                && !function.code.generator
            {
                let instance: Value = Object::new(class.clone(), Payload::Plain).into();
                let first = args.start - 1;
                frame.regs[first] = instance.clone();
                let then = Then::Init(d, instance);
                return self.call_by_frame(frame, pc, function, first..args.end, names, then);
            }
        }
        let callee = Value::Class(class.clone());
        if Rc::ptr_eq(class, &self.types.type_) {
            self.caller = Some((frame.globals.clone().into(), Value::None));
        }
        let value = self.call_any(frame, &callee, args, names)?;
        frame.set(d, value);
        Ok(())
    }

    /// `f(*args, **keywords)`
    pub(crate) fn call_spread(
        &mut self,
        frame: &mut Box<Frame>,
        pc: &mut usize,
        d: Reg,
        f: Reg,
    ) -> Result<()> {
        let callee = frame.take(f);
        let spread = std::mem::take(&mut frame.regs[f as usize + 1]);
        let keywords = match frame.regs.get_mut(f as usize + 2) {
            Some(keywords) => std::mem::take(keywords),
            None => Value::Unbound,
        };
        let positional = match spread.as_tuple() {
            Some(items) => items.to_vec(),
            None => self.spread_arguments(&callee, &spread)?,
        };
        let mut names = Vec::new();
        let mut values = Vec::new();
        if let Some(dict) = keywords.as_dict() {
            for (key, value) in dict.borrow().iter() {
                if let Some(key) = key.as_str_rc() {
                    names.push(key.clone());
                    values.push(value.clone());
                }
            }
        }
        let args = Args {
            positional: &positional,
            names: &names,
            values: &values,
        };
        if let Some((_, function)) = Vm::as_function(&callee)
            && !function.code.generator
        {
            let new = self.function_frame(function, &args, Then::Store(d))?;
            return self.push_frame(frame, pc, new);
        }
        if let Value::Obj(object) = &callee
            && Rc::ptr_eq(&object.class, &self.types.frame_function)
        {
            self.show_frame(frame);
        }
        let value = self.call_args(&callee, &args)?;
        frame.set(d, value);
        Ok(())
    }

    fn spread_arguments(&mut self, callee: &Value, spread: &Value) -> Result<Vec<Value>> {
        if !self.is_iterable(spread) {
            let class = self.type_name(spread);
            let name = self.callee_name(callee);
            let text = format!(
                "{name} argument after * must be an iterable, not {}",
                &**class
            );
            return Err(self.type_error(text));
        }
        self.collect(spread)
    }

    /// How messages on a call name what is called.
    pub(crate) fn callee_name(&mut self, callee: &Value) -> String {
        let key = self.names.__qualname__.clone();
        let name = match self.find_attr(callee, &key) {
            Ok(Some(name)) => name.as_str().map(str::to_owned),
            _ => None,
        };
        let Some(name) = name else {
            return self.str(callee).unwrap_or_default();
        };
        let key = self.names.__module__.clone();
        let module = match self.find_attr(callee, &key) {
            Ok(Some(module)) => module.as_str().map(str::to_owned),
            _ => None,
        };
        match module.as_deref() {
            None | Some("builtins") => format!("{name}()"),
            Some(module) => format!("{module}.{name}()"),
        }
    }

    /// `super()` as a method's frame means it: the class that the method was defined in, and its first argument.
    fn super_of_frame(&mut self, frame: &Frame) -> Result {
        let code = &frame.code;
        let class = self.exceptions.runtime_error.clone();
        let parameters = &code.parameters;
        if parameters.positional == 0 && !parameters.var_positional {
            return Err(self.error(&class, "super(): no arguments"));
        }
        let first = if parameters.positional > 0 {
            0
        } else {
            parameters.keyword_only as usize
        };
        let mut receiver = frame.regs[first].clone();
        if receiver.is_unbound()
            && let Some(cell) = code
                .cells
                .iter()
                .position(|name| **name == *code.locals[first])
            && let Payload::Cell(value) = &frame.cells[cell].payload
        {
            receiver = value.borrow().clone();
        }
        if parameters.positional == 0 {
            receiver = receiver
                .as_tuple()
                .and_then(|items| items.first().cloned())
                .unwrap_or(Value::Unbound);
        }
        if receiver.is_unbound() {
            return Err(self.error(&class, "super(): arg[0] deleted"));
        }
        let name = &self.names.__class__;
        let cell = code.free.iter().position(|free| **free == **name);
        let Some(cell) = cell.map(|index| &frame.cells[code.cells.len() + index]) else {
            return Err(self.error(&class, "super(): __class__ cell not found"));
        };
        let owner = match &cell.payload {
            Payload::Cell(value) => value.borrow().clone(),
            _ => Value::Unbound,
        };
        match owner {
            Value::Class(owner) => self.make_super(&owner, &receiver),
            _ => Err(self.error(&class, "super(): empty __class__ cell")),
        }
    }

    /// `super(class, receiver)`
    pub(crate) fn make_super(&mut self, class: &Rc<Class>, receiver: &Value) -> Result {
        let receiver_class = match receiver {
            Value::Class(receiver) if receiver.is_subclass(class) => receiver.clone(),
            _ => self.class_of(receiver),
        };
        if !receiver_class.is_subclass(class) {
            let text = "super(type, obj): obj must be an instance or subtype of type";
            return Err(self.type_error(text));
        }
        let proxy = Super {
            class: class.clone(),
            receiver: receiver.clone(),
            receiver_class,
        };
        let payload = Payload::Super(Box::new(proxy));
        Ok(Object::new(self.types.super_.clone(), payload).into())
    }

    /// The globals and locals of the frame that called a builtin which asked for them
    /// ([`super::Types::frame_function`]).
    pub fn caller_names(&mut self) -> (Value, Value) {
        match self.caller.take() {
            Some(names) => names,
            None => (self.main_globals(), self.main_globals()),
        }
    }
}

/// The names in a tuple of strings.
fn name_list(names: &Value) -> Vec<Rc<Str>> {
    names
        .as_tuple()
        .unwrap_or_default()
        .iter()
        .filter_map(|name| name.as_str_rc().cloned())
        .collect()
}

type Taken = (Vec<Value>, Vec<(Rc<Str>, Value)>);

fn take_arguments(frame: &mut Frame, args: Range<usize>, names: Option<&Value>) -> Taken {
    let names = names.map(name_list).unwrap_or_default();
    let mut positional: Vec<Value> = frame.regs[args].iter_mut().map(std::mem::take).collect();
    let values = positional.split_off(positional.len() - names.len());
    (positional, names.into_iter().zip(values).collect())
}
