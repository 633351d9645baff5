//! The attribute instructions and their inline caches.
//!
//! A cache remembers the version of the instance's class and where the attribute was: while the version stands,
//! the class says the same about the name.

use std::rc::Rc;

use super::attr::is_method;
use super::class::flag;
use super::frame::{Frame, Then};
use super::{Result, Vm};
use crate::code::Reg;
use crate::object::{Attrs, Object, Payload, Value};

/// The attribute is the instance's own: its position.
const OWN: u64 = 1 << 28;
/// A method of the class, not shadowed when it was found: its place in the cache of look-ups.
const METHOD: u64 = 2 << 28;
/// Another attribute of the class that is not a descriptor: its place in the cache of look-ups.
const PLAIN: u64 = 3 << 28;
/// Assignment goes to the instance itself.
const STORE: u64 = 4 << 28;

const KIND: u64 = 0xf << 28;
const PLACE: u64 = (1 << 28) - 1;

#[inline]
fn matches(cache: u64, object: &Object) -> bool {
    (cache >> 32) as u32 == object.class.version.get()
}

impl Vm {
    /// Loads the attribute, if the instruction's cache knows where it is.
    #[inline]
    pub(crate) fn cached_attr(&self, frame: &mut Frame, d: Reg, o: Reg, n: u16) -> bool {
        let value = match self.find_cached(frame, o, n) {
            None => return false,
            Some(Value::Int(value)) => {
                frame.consume(o);
                frame.set_int(d, value);
                return true;
            }
            Some(value) => value,
        };
        frame.consume(o);
        frame.set(d, value);
        true
    }

    #[inline(always)]
    fn find_cached(&self, frame: &Frame, o: Reg, n: u16) -> Option<Value> {
        let Value::Obj(object) = &frame.regs[o as usize] else {
            return None;
        };
        let cache = frame.code.caches[self.pc].get();
        if !matches(cache, object) {
            return None;
        }
        let name = &frame.code.names[n as usize];
        let place = (cache & PLACE) as usize;
        match cache & KIND {
            OWN => object.attr_at(place, name),
            PLAIN => {
                let value = self.cached_lookup(place, (cache >> 32) as u32, name)?;
                match object.attr(name) {
                    Some(own) => Some(own),
                    None => Some(value.clone()),
                }
            }
            _ => None,
        }
    }

    /// Loads an attribute the long way, and remembers what can be remembered.
    pub(crate) fn load_attr(
        &mut self,
        frame: &mut Box<Frame>,
        pc: &mut usize,
        d: Reg,
        o: Reg,
        n: u16,
    ) -> Result<()> {
        let value = frame.take(o);
        let name = frame.code.names[n as usize].clone();
        if let Value::Obj(object) = &value {
            let class = &object.class;
            let flags = self.flags(class);
            if flags & flag::GETATTRIBUTE == 0 && !matches!(object.payload, Payload::Super(_)) {
                let slot = self.lookup_slot(class, &name);
                let version = u64::from(class.version.get()) << 32;
                let found = self
                    .cached_lookup(slot, class.version.get(), &name)
                    .cloned();
                let cache = &frame.code.caches[self.pc];
                match &found {
                    None => {
                        if let Some(index) = object.attr_index(&name) {
                            cache.set(version | OWN | index as u64);
                        }
                    }
                    Some(descriptor) => {
                        if let Some(Payload::Property(property)) =
                            descriptor.obj().map(|object| &object.payload)
                            && let Some((_, getter)) = Vm::as_function(&property.get)
                            && !getter.code.generator
                            // An AttributeError of the getter leads to `__getattr__`.
                            && flags & flag::GETATTR == 0
                        {
                            let arguments = super::Args::new(std::slice::from_ref(&value));
                            let new = self.function_frame(getter, &arguments, Then::Store(d))?;
                            return self.push_frame(frame, pc, new);
                        }
                        if self.is_member(descriptor) || !self.is_data_descriptor(descriptor) {
                            if let Some(index) = object.attr_index(&name) {
                                cache.set(version | OWN | index as u64);
                            } else if is_plain(self, descriptor) {
                                cache.set(version | PLAIN | slot as u64);
                            }
                        }
                    }
                }
            }
        }
        let result = self.get_attr(&value, &name)?;
        drop(value);
        frame.set(d, result);
        Ok(())
    }

    /// The method, if the instruction's cache knows where it is and the instance does not shadow it.
    #[inline]
    pub(crate) fn cached_method(&self, frame: &Frame, o: Reg, n: u16) -> Option<Value> {
        let Value::Obj(object) = &frame.regs[o as usize] else {
            return None;
        };
        let cache = frame.code.caches[self.pc].get();
        if !matches(cache, object) || cache & KIND != METHOD {
            return None;
        }
        let name = &frame.code.names[n as usize];
        let place = (cache & PLACE) as usize;
        let method = self.cached_lookup(place, (cache >> 32) as u32, name)?;
        match &*object.attrs.borrow() {
            Attrs::Inline(entries) => {
                if entries.iter().any(|(key, _)| Rc::ptr_eq(key, name)) {
                    return None;
                }
            }
            Attrs::Dict(dict) => {
                if dict.payload.dict().borrow().get_str(name).is_some() {
                    return None;
                }
            }
        }
        Some(method.clone())
    }

    /// Prepares a method call the long way, and remembers the method.
    pub(crate) fn load_method_op(
        &mut self,
        frame: &mut Frame,
        o: Reg,
        n: u16,
    ) -> Result<(Value, Value)> {
        let value = frame.take(o);
        let name = frame.code.names[n as usize].clone();
        if let Value::Obj(object) = &value
            && self.flags(&object.class) & flag::GETATTRIBUTE == 0
            && !matches!(object.payload, Payload::Super(_))
        {
            let slot = self.lookup_slot(&object.class, &name);
            let version = object.class.version.get();
            if let Some(found) = self.cached_lookup(slot, version, &name)
                && is_method(found)
            {
                let cache = u64::from(version) << 32 | METHOD | slot as u64;
                frame.code.caches[self.pc].set(cache);
            }
        }
        self.load_method(&value, &name)
    }

    /// Assigns an attribute.
    #[inline]
    pub(crate) fn store_attr(
        &mut self,
        frame: &mut Box<Frame>,
        pc: &mut usize,
        o: Reg,
        n: u16,
        s: Reg,
    ) -> Result<()> {
        let value = frame.take(s);
        if let Value::Obj(object) = &frame.regs[o as usize] {
            let cache = frame.code.caches[self.pc].get();
            if matches(cache, object) && cache & KIND == STORE {
                let name = &frame.code.names[n as usize];
                let old = object.set_attr(name, value);
                if old.is_none() && object.wants_dict() {
                    object.dict_object(&self.types.dict);
                }
                frame.consume(o);
                drop(old);
                return Ok(());
            }
        }
        self.store_attr_slowly(frame, pc, o, n, value)
    }

    fn store_attr_slowly(
        &mut self,
        frame: &mut Box<Frame>,
        pc: &mut usize,
        o: Reg,
        n: u16,
        value: Value,
    ) -> Result<()> {
        let target = frame.take(o);
        let name = frame.code.names[n as usize].clone();
        if let Value::Obj(object) = &target {
            let class = &object.class;
            let flags = self.flags(class);
            if flags & flag::SETATTR != 0 {
                let key = self.names.__setattr__.clone();
                if let Some(found) = self.class_attr(class, &key)
                    && let Some((_, hook)) = Vm::as_function(&found)
                    && !hook.code.generator
                {
                    if self.depth >= self.settings.recursion {
                        return Err(self.too_deep(" while calling a Python object"));
                    }
                    let arguments = [target.clone(), Value::Str(name), value];
                    let arguments = super::Args::new(&arguments);
                    let new = self.function_frame(hook, &arguments, Then::Discard)?;
                    return self.push_frame(frame, pc, new);
                }
            } else {
                match self.class_attr(class, &name) {
                    Some(descriptor) if self.is_data_descriptor(&descriptor) => {
                        if let Some(Payload::Property(property)) =
                            descriptor.obj().map(|object| &object.payload)
                            && let Some((_, setter)) = Vm::as_function(&property.set)
                            && !setter.code.generator
                        {
                            let arguments = [target.clone(), value];
                            let arguments = super::Args::new(&arguments);
                            let new = self.function_frame(setter, &arguments, Then::Discard)?;
                            return self.push_frame(frame, pc, new);
                        }
                        if self.is_member(&descriptor) && object.payload.is_mutable() {
                            let version = u64::from(class.version.get()) << 32;
                            frame.code.caches[self.pc].set(version | STORE);
                        }
                    }
                    _ if flags & flag::NO_DICT == 0 && object.payload.is_mutable() => {
                        let version = u64::from(class.version.get()) << 32;
                        frame.code.caches[self.pc].set(version | STORE);
                    }
                    _ => {}
                }
            }
        }
        self.set_attr(&target, &name, value)
    }
}

impl Vm {
    /// Whether an attribute of a class was declared in its `__slots__`.
    fn is_member(&self, value: &Value) -> bool {
        match value {
            Value::Obj(object) => Rc::ptr_eq(&object.class, &self.types.member_descriptor),
            _ => false,
        }
    }
}

/// Whether an attribute of a class is read as it is through an instance.
fn is_plain(vm: &mut Vm, value: &Value) -> bool {
    match value {
        Value::Obj(object) => match &object.payload {
            Payload::Function(_)
            | Payload::Native(_)
            | Payload::StaticMethod(_)
            | Payload::ClassMethod(_)
            | Payload::Property(_) => false,
            _ => vm.flags(&object.class) & flag::GET == 0,
        },
        _ => true,
    }
}
