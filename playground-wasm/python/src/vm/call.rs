//! Calls from Rust. (The interpreter's loop calls functions of the program without coming here.)

use std::rc::Rc;

use super::class::flag;
use super::frame::{Frame, Then};
use super::{Args, Generator, Result, Vm};
use crate::object::{Class, Function, Layout, NativeFunction, Object, Payload, Ref, Str, Value};

impl Vm {
    /// Calls with positional arguments.
    pub fn call(&mut self, function: &Value, positional: &[Value]) -> Result {
        self.call_args(function, &Args::new(positional))
    }

    /// Calls with any arguments.
    pub fn call_args(&mut self, function: &Value, args: &Args) -> Result {
        match function {
            Value::Obj(object) => match &object.payload {
                Payload::Function(code) => self.call_function(code, args),
                Payload::Native(native) => self.call_native(native, args),
                Payload::Method(method) => {
                    let mut positional = Vec::with_capacity(args.positional.len() + 1);
                    positional.push(method.receiver.clone());
                    positional.extend_from_slice(args.positional);
                    let args = Args {
                        positional: &positional,
                        ..*args
                    };
                    self.call_args(&method.function, &args)
                }
                Payload::StaticMethod(function) => self.call_args(function, args),
                _ => self.call_object(function, args),
            },
            Value::Class(class) => self.call_class(class, args),
            _ => Err(self.not_callable(function)),
        }
    }

    fn call_object(&mut self, function: &Value, args: &Args) -> Result {
        let name = self.names.__call__.clone();
        let class = self.class_of(function);
        let Some(found) = self.class_attr(&class, &name) else {
            return Err(self.not_callable(function));
        };
        self.enter_for(" while calling a Python object")?;
        let result = match super::attr::is_method(&found) {
            true => {
                let mut positional = Vec::with_capacity(args.positional.len() + 1);
                positional.push(function.clone());
                positional.extend_from_slice(args.positional);
                let args = Args {
                    positional: &positional,
                    ..*args
                };
                self.call_args(&found, &args)
            }
            false => self
                .bind(&found, function, &class)
                .and_then(|bound| self.call_args(&bound, args)),
        };
        self.leave();
        result
    }

    pub(crate) fn not_callable(&mut self, value: &Value) -> super::Raised {
        let name = self.type_name(value);
        self.type_error(format!("'{}' object is not callable", &**name))
    }

    fn call_function(&mut self, function: &Function, args: &Args) -> Result {
        let frame = self.function_frame(function, args, Then::Rust)?;
        if function.code.generator {
            return Ok(self.new_generator(function, frame));
        }
        self.execute(frame)
    }

    /// A frame of a function with its arguments bound.
    pub(crate) fn function_frame(
        &mut self,
        function: &Function,
        args: &Args,
        then: Then,
    ) -> Result<Box<Frame>> {
        let code = &function.code;
        let mut frame = self.new_frame(code, &function.globals, &function.closure, then);
        let parameters = &code.parameters;
        let simple = args.names.is_empty()
            && args.positional.len() == parameters.positional as usize
            && parameters.count() == args.positional.len();
        if simple {
            frame.regs[..args.positional.len()].clone_from_slice(args.positional);
            return Ok(frame);
        }
        let keywords = args
            .keywords()
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        self.bind_arguments(
            function,
            &mut frame.regs,
            args.positional.to_vec(),
            keywords,
        )?;
        Ok(frame)
    }

    pub(crate) fn new_generator(&mut self, function: &Function, frame: Box<Frame>) -> Value {
        let generator = Generator::new(
            frame,
            function.name.borrow().clone(),
            function.qualname.borrow().clone(),
        );
        let payload = Payload::Generator(Box::new(std::cell::RefCell::new(generator)));
        Object::new(self.types.generator.clone(), payload).into()
    }

    /// Calls a function made in Rust, with its receiver checked.
    pub(crate) fn call_native(&mut self, native: &NativeFunction, args: &Args) -> Result {
        if let Some(owner) = &native.owner {
            self.check_receiver(native, owner, args)?;
        }
        self.call_native_unchecked(native, args)
    }

    /// Calls a function made in Rust that was found along its receiver's MRO.
    #[inline]
    pub(crate) fn call_native_unchecked(&mut self, native: &NativeFunction, args: &Args) -> Result {
        if native.captured.is_empty() {
            return (native.call)(self, args);
        }
        let mut positional = native.captured.to_vec();
        positional.extend_from_slice(args.positional);
        let args = Args {
            positional: &positional,
            ..*args
        };
        (native.call)(self, &args)
    }

    fn check_receiver(
        &mut self,
        native: &NativeFunction,
        owner: &Rc<Class>,
        args: &Args,
    ) -> Result<()> {
        let kind = if native.name.starts_with("__") {
            "descriptor"
        } else {
            "unbound method"
        };
        match args.positional.first() {
            Some(receiver) if self.class_ref(receiver).is_subclass(owner) => Ok(()),
            Some(receiver) => {
                let found = self.type_name(receiver);
                let text = if native.name.starts_with("__") {
                    format!(
                        "descriptor '{}' requires a '{}' object but received a '{}'",
                        native.name,
                        &**owner.name(),
                        &**found
                    )
                } else {
                    format!(
                        "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                        native.name,
                        &**owner.name(),
                        &**found
                    )
                };
                Err(self.type_error(text))
            }
            None => {
                let text = if kind == "descriptor" {
                    format!(
                        "descriptor '{}' of '{}' object needs an argument",
                        native.name,
                        &**owner.name()
                    )
                } else {
                    format!(
                        "unbound method {}.{}() needs an argument",
                        &**owner.name(),
                        native.name
                    )
                };
                Err(self.type_error(text))
            }
        }
    }

    fn call_class(&mut self, class: &Rc<Class>, args: &Args) -> Result {
        if let Some(meta) = &class.meta
            && self.has(&meta.clone(), flag::CALL)
        {
            let meta = meta.clone();
            let name = self.names.__call__.clone();
            if let Some(found) = self.class_attr(&meta, &name) {
                let receiver = Value::Class(class.clone());
                let bound = self.bind(&found, &receiver, &meta)?;
                return self.call_args(&bound, args);
            }
        }
        self.instantiate(class, args)
    }

    /// `type.__call__`: makes an instance by `__new__` and `__init__`.
    pub(crate) fn instantiate(&mut self, class: &Rc<Class>, args: &Args) -> Result {
        if Rc::ptr_eq(class, &self.types.type_)
            && args.names.is_empty()
            && let [value] = args.positional
        {
            return Ok(Value::Class(self.class_of(value)));
        }
        let flags = self.flags(class);
        let plain = flags & (flag::NEW | flag::ABSTRACT) == 0 && class.layout == Layout::Plain;
        let instance = if plain && (flags & flag::INIT != 0 || is_empty(args)) {
            self.instance(class)
        } else {
            let name = self.names.__new__.clone();
            let Some(new) = self.class_attr(class, &name) else {
                let text = format!("cannot create '{}' instances", &**class.name());
                return Err(self.type_error(text));
            };
            let new = self.bind(&new, &Value::Unbound, class)?;
            let mut positional = Vec::with_capacity(args.positional.len() + 1);
            positional.push(Value::Class(class.clone()));
            positional.extend_from_slice(args.positional);
            let args = Args {
                positional: &positional,
                ..*args
            };
            self.call_args(&new, &args)?
        };
        let made = self.class_of(&instance);
        if !made.is_subclass(class) {
            return Ok(instance);
        }
        if plain && flags & flag::INIT == 0 {
            return Ok(instance);
        }
        self.initialise(&instance, &made, args)?;
        Ok(instance)
    }

    fn initialise(&mut self, instance: &Value, class: &Rc<Class>, args: &Args) -> Result<()> {
        let name = self.names.__init__.clone();
        let Some(init) = self.class_attr(class, &name) else {
            return Ok(());
        };
        let result = if super::attr::is_method(&init) {
            let mut positional = Vec::with_capacity(args.positional.len() + 1);
            positional.push(instance.clone());
            positional.extend_from_slice(args.positional);
            let args = Args {
                positional: &positional,
                ..*args
            };
            self.call_args(&init, &args)?
        } else {
            let bound = self.bind(&init, instance, class)?;
            self.call_args(&bound, args)?
        };
        self.check_init(&result)
    }

    /// `__init__` must return `None`.
    pub(crate) fn check_init(&mut self, result: &Value) -> Result<()> {
        if result.is_none() {
            return Ok(());
        }
        let found = self.type_name(result);
        let text = format!("__init__() should return None, not '{}'", &**found);
        Err(self.type_error(text))
    }

    /// `value.name(*positional)`
    pub fn call_method(&mut self, value: &Value, name: &Rc<Str>, positional: &[Value]) -> Result {
        let name = self.intern_str(name);
        let (function, receiver) = self.load_method(value, &name)?;
        if receiver.is_unbound() {
            return self.call(&function, positional);
        }
        self.call_with_receiver(&function, &receiver, positional)
    }

    /// Calls a function with a receiver before its arguments.
    pub(crate) fn call_with_receiver(
        &mut self,
        function: &Value,
        receiver: &Value,
        positional: &[Value],
    ) -> Result {
        match positional {
            [] => self.call(function, std::slice::from_ref(receiver)),
            [one] => self.call(function, &[receiver.clone(), one.clone()]),
            _ => {
                let mut all = Vec::with_capacity(positional.len() + 1);
                all.push(receiver.clone());
                all.extend_from_slice(positional);
                self.call(function, &all)
            }
        }
    }

    /// Calls the special method of the value's class, if it has one.
    pub fn call_special(
        &mut self,
        value: &Value,
        name: &Rc<Str>,
        positional: &[Value],
    ) -> Result<Option<Value>> {
        let class = self.class_of(value);
        let Some(found) = self.class_attr(&class, name) else {
            return Ok(None);
        };
        if super::attr::is_method(&found) {
            return self.call_with_receiver(&found, value, positional).map(Some);
        }
        let bound = self.bind(&found, value, &class)?;
        self.call(&bound, positional).map(Some)
    }

    /// Whether it can be called.
    pub fn is_callable(&mut self, value: &Value) -> bool {
        match value {
            Value::Class(_) => true,
            Value::Obj(object) => match &object.payload {
                Payload::Function(_) | Payload::Native(_) | Payload::Method(_) => true,
                Payload::StaticMethod(_) => true,
                _ => {
                    let class = object.class.clone();
                    let name = self.names.__call__.clone();
                    self.class_attr(&class, &name).is_some()
                }
            },
            _ => false,
        }
    }

    /// The function in a value that is one.
    pub(crate) fn as_function(value: &Value) -> Option<(&Ref, &Function)> {
        match value {
            Value::Obj(object) => match &object.payload {
                Payload::Function(function) => Some((object, function)),
                _ => None,
            },
            _ => None,
        }
    }
}

fn is_empty(args: &Args) -> bool {
    args.positional.is_empty() && args.names.is_empty()
}
