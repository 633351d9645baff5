//! Attributes: look-up on instances, data descriptors before the instance's own before other attributes of the
//! class; the hooks of user classes; assignment and deletion.

use std::rc::Rc;

use super::class::flag;
use super::{Result, Vm};
use crate::object::{Attrs, Class, Object, Payload, Ref, Str, Value};

impl Vm {
    /// `getattr(value, name)`
    pub fn get_attr(&mut self, value: &Value, name: &Rc<Str>) -> Result {
        match self.look_up(value, name)? {
            Some(found) => Ok(found),
            None => Err(self.attribute_error(value, name)),
        }
    }

    /// `getattr(value, name)`, or `None` where that raises AttributeError.
    pub fn find_attr(&mut self, value: &Value, name: &Rc<Str>) -> Result<Option<Value>> {
        match self.look_up(value, name) {
            Err(raised) if self.caught(&raised, &self.exceptions.attribute_error) => Ok(None),
            answer => answer,
        }
    }

    /// As [`Vm::get_attr`], with `None` for what is not there. An AttributeError of the program's own
    /// (`__getattr__`, a property) still is one.
    pub(crate) fn look_up(&mut self, value: &Value, name: &Rc<Str>) -> Result<Option<Value>> {
        let interned;
        let name = if name.is_interned() {
            name
        } else {
            interned = self.intern_str(name);
            &interned
        };
        let class = self.class_of(value);
        let flags = self.flags(&class);
        if flags & (flag::GETATTR | flag::GETATTRIBUTE) == 0 {
            return self.generic_look_up(value, &class, name);
        }
        let first = if flags & flag::GETATTRIBUTE != 0 {
            let hook = self.names.__getattribute__.clone();
            let argument = [Value::Str(name.clone())];
            self.call_special(value, &hook, &argument)
        } else {
            self.generic_look_up(value, &class, name)
        };
        if flags & flag::GETATTR == 0 {
            return first;
        }
        match first {
            Err(raised) if self.caught(&raised, &self.exceptions.attribute_error) => {}
            Ok(None) => {}
            answer => return answer,
        }
        let hook = self.names.__getattr__.clone();
        self.call_special(value, &hook, &[Value::Str(name.clone())])
    }

    /// `object.__getattribute__`, without hooks of the class.
    pub fn generic_get_attr(&mut self, value: &Value, name: &Rc<Str>) -> Result {
        let name = &self.intern_str(name);
        let class = self.class_of(value);
        match self.generic_look_up(value, &class, name)? {
            Some(found) => Ok(found),
            None => Err(self.attribute_error(value, name)),
        }
    }

    fn generic_look_up(
        &mut self,
        value: &Value,
        class: &Rc<Class>,
        name: &Rc<Str>,
    ) -> Result<Option<Value>> {
        match value {
            Value::Class(receiver) => return self.class_look_up(receiver, class, name),
            Value::Obj(object) => {
                if let Payload::Super(_) = object.payload {
                    return self.super_look_up(value, object, name);
                }
            }
            _ => {}
        }
        let found = self.class_attr(class, name);
        if let Some(descriptor) = &found
            && self.is_data_descriptor(descriptor)
        {
            return self.bind(descriptor, value, class).map(Some);
        }
        if let Value::Obj(object) = value
            && let Some(own) = object.attr(name)
        {
            return Ok(Some(own));
        }
        match found {
            Some(descriptor) => self.bind(&descriptor, value, class).map(Some),
            None => {
                if let Value::Obj(object) = value
                    && let Payload::Module = object.payload
                {
                    return self.module_attr(object, name);
                }
                Ok(None)
            }
        }
    }

    fn module_attr(&mut self, module: &Ref, name: &Rc<Str>) -> Result<Option<Value>> {
        if **name == *self.names.__dict__ {
            return Ok(Some(module.dict_object(&self.types.dict).into()));
        }
        let hook = self.names.__getattr__.clone();
        match module.attr(&hook) {
            Some(hook) => self.call(&hook, &[Value::Str(name.clone())]).map(Some),
            None => Ok(None),
        }
    }

    /// `type.__getattribute__`
    fn class_look_up(
        &mut self,
        receiver: &Rc<Class>,
        meta: &Rc<Class>,
        name: &Rc<Str>,
    ) -> Result<Option<Value>> {
        let value = Value::Class(receiver.clone());
        let on_meta = self.class_attr(meta, name);
        if let Some(descriptor) = &on_meta
            && self.is_data_descriptor(descriptor)
        {
            return self.bind(descriptor, &value, meta).map(Some);
        }
        if let Some(found) = self.class_attr(receiver, name) {
            return self.bind(&found, &Value::Unbound, receiver).map(Some);
        }
        match on_meta {
            Some(descriptor) => self.bind(&descriptor, &value, meta).map(Some),
            None => Ok(None),
        }
    }

    /// The attributes of `super(…)`: the search begins behind its class.
    fn super_look_up(
        &mut self,
        value: &Value,
        object: &Ref,
        name: &Rc<Str>,
    ) -> Result<Option<Value>> {
        let Payload::Super(proxy) = &object.payload else {
            return Ok(None);
        };
        if **name != *self.names.__class__
            && let Some(found) = self.super_attr(&proxy.class, &proxy.receiver_class, name)
        {
            let bound = match &proxy.receiver {
                Value::Class(class) if Rc::ptr_eq(class, &proxy.receiver_class) => Value::Unbound,
                receiver => receiver.clone(),
            };
            return self.bind(&found, &bound, &proxy.receiver_class).map(Some);
        }
        let class = object.class.clone();
        match self.class_attr(&class, name) {
            Some(found) => self.bind(&found, value, &class).map(Some),
            None => Ok(None),
        }
    }

    /// What `super(class, …)` finds along another class's MRO, unbound.
    pub(crate) fn super_attr(
        &mut self,
        class: &Rc<Class>,
        receiver_class: &Rc<Class>,
        name: &Rc<Str>,
    ) -> Option<Value> {
        let position = receiver_class
            .mro
            .borrow()
            .iter()
            .position(|entry| Rc::ptr_eq(entry, class))?;
        let found = self.class_attr_from(receiver_class, position + 1, name);
        found.map(|(found, _)| found)
    }

    /// Whether an attribute of a class goes before the instance's own.
    #[inline]
    pub(crate) fn is_data_descriptor(&mut self, value: &Value) -> bool {
        match value {
            Value::Obj(object) => match object.payload {
                Payload::Property(_) => true,
                Payload::Function(_) | Payload::Native(_) => false,
                _ => {
                    let class = &object.class;
                    self.has(class, flag::SET)
                }
            },
            _ => false,
        }
    }

    /// What an attribute of a class becomes when it is read through an instance (`Unbound`: through the class).
    pub(crate) fn bind(
        &mut self,
        attribute: &Value,
        instance: &Value,
        owner: &Rc<Class>,
    ) -> Result {
        let Value::Obj(object) = attribute else {
            return Ok(attribute.clone());
        };
        match &object.payload {
            Payload::Function(_) => Ok(self.bind_method(attribute, instance)),
            Payload::Native(native) => Ok(if native.binds {
                self.bind_method(attribute, instance)
            } else {
                attribute.clone()
            }),
            Payload::StaticMethod(function) => Ok(function.clone()),
            Payload::ClassMethod(function) => {
                let function = function.clone();
                let receiver = Value::Class(owner.clone());
                match function.obj().map(|object| &object.payload) {
                    Some(Payload::Function(_) | Payload::Native(_)) | None => {
                        Ok(self.bound_method(function, receiver))
                    }
                    Some(_) => {
                        let meta = self.class_of(&receiver);
                        let bound = self.bind(&function, &receiver, &meta)?;
                        match bound.is(&function) {
                            true => Ok(self.bound_method(function, receiver)),
                            false => Ok(bound),
                        }
                    }
                }
            }
            Payload::Property(property) => {
                if instance.is_unbound() {
                    return Ok(attribute.clone());
                }
                if property.get.is_none() {
                    return Err(self.property_error(attribute, instance, "getter"));
                }
                let get = property.get.clone();
                self.call(&get, std::slice::from_ref(instance))
            }
            _ => {
                let class = object.class.clone();
                if !self.has(&class, flag::GET) {
                    return Ok(attribute.clone());
                }
                let instance = match instance {
                    Value::Unbound => Value::None,
                    instance => instance.clone(),
                };
                let arguments = [instance, Value::Class(owner.clone())];
                let name = self.names.__get__.clone();
                let bound = self.call_special(attribute, &name, &arguments)?;
                Ok(bound.unwrap_or_else(|| attribute.clone()))
            }
        }
    }

    #[inline]
    fn bind_method(&mut self, function: &Value, instance: &Value) -> Value {
        match instance {
            Value::Unbound => function.clone(),
            _ => self.bound_method(function.clone(), instance.clone()),
        }
    }

    /// What [`crate::code::Op::LoadMethod`] prepares: a function that takes the receiver first, or an attribute and
    /// `Unbound`.
    pub(crate) fn load_method(&mut self, value: &Value, name: &Rc<Str>) -> Result<(Value, Value)> {
        let class = self.class_ref(value).clone();
        let hooks = self.flags(&class) & (flag::GETATTR | flag::GETATTRIBUTE);
        if hooks & flag::GETATTRIBUTE == 0 {
            match value {
                Value::Class(receiver) => {
                    if self.class_attr(&class, name).is_none()
                        && let Some(Value::Obj(found)) = self.class_attr(receiver, name)
                        && let Payload::ClassMethod(function) = &found.payload
                        && let Some(Payload::Function(_) | Payload::Native(_)) =
                            function.obj().map(|object| &object.payload)
                    {
                        return Ok((function.clone(), value.clone()));
                    }
                }
                Value::Obj(object) if matches!(object.payload, Payload::Super(_)) => {
                    if let Payload::Super(proxy) = &object.payload
                        && let Some(found) =
                            self.super_attr(&proxy.class, &proxy.receiver_class, name)
                        && is_method(&found)
                        && !matches!(&proxy.receiver, Value::Class(class) if Rc::ptr_eq(class, &proxy.receiver_class))
                    {
                        return Ok((found, proxy.receiver.clone()));
                    }
                }
                _ => {
                    let own = match value {
                        Value::Obj(object) => object.attr(name),
                        _ => None,
                    };
                    if own.is_none()
                        && let Some(found) = self.class_attr(&class, name)
                        && is_method(&found)
                    {
                        return Ok((found, value.clone()));
                    }
                }
            }
        }
        Ok((self.get_attr(value, name)?, Value::Unbound))
    }

    /// `setattr(value, name, new)`
    pub fn set_attr(&mut self, value: &Value, name: &Rc<Str>, new: Value) -> Result<()> {
        let class = self.class_of(value);
        if self.has(&class, flag::SETATTR) {
            let hook = self.names.__setattr__.clone();
            let arguments = [Value::Str(self.intern_str(name)), new];
            self.call_special(value, &hook, &arguments)?;
            return Ok(());
        }
        self.generic_set_attr(value, name, new)
    }

    /// `delattr(value, name)`
    pub fn delete_attr(&mut self, value: &Value, name: &Rc<Str>) -> Result<()> {
        let class = self.class_of(value);
        if self.has(&class, flag::DELATTR) {
            let hook = self.names.__delattr__.clone();
            let arguments = [Value::Str(self.intern_str(name))];
            self.call_special(value, &hook, &arguments)?;
            return Ok(());
        }
        self.generic_delete_attr(value, name)
    }

    /// `object.__setattr__`
    pub fn generic_set_attr(&mut self, value: &Value, name: &Rc<Str>, new: Value) -> Result<()> {
        let name = &self.intern_str(name);
        let class = self.class_of(value);
        let on_class = self.class_attr(&class, name);
        if let Some(descriptor) = &on_class
            && self.is_data_descriptor(descriptor)
        {
            return self.descriptor_set(descriptor, value, new);
        }
        match value {
            Value::Class(receiver) => {
                self.assignable_class(receiver, name)?;
                self.set_class_attr(receiver, name, new);
                Ok(())
            }
            Value::Obj(object) if self.accepts_attr(&class, name) => {
                let old = object.set_attr(name, new);
                if !object.payload.is_mutable() {
                    crate::object::Heap::track(object);
                }
                if object.wants_dict() {
                    object.dict_object(&self.types.dict);
                }
                drop(old);
                Ok(())
            }
            _ => Err(self.cannot_set(value, name, on_class.is_some())),
        }
    }

    /// `object.__delattr__`
    pub fn generic_delete_attr(&mut self, value: &Value, name: &Rc<Str>) -> Result<()> {
        let name = &self.intern_str(name);
        let class = self.class_of(value);
        let on_class = self.class_attr(&class, name);
        if let Some(descriptor) = &on_class
            && self.is_data_descriptor(descriptor)
        {
            return self.descriptor_delete(descriptor, value);
        }
        match value {
            Value::Class(receiver) => {
                self.assignable_class(receiver, name)?;
                match self.own_class_attr(receiver, name) {
                    Some(_) => drop(self.delete_class_attr(receiver, name)),
                    None => {
                        let text = name.as_str();
                        return Err(self.raise_attribute_error(value, name, text));
                    }
                }
                Ok(())
            }
            Value::Obj(object) if self.accepts_attr(&class, name) => {
                match object.remove_attr(name) {
                    Some(old) => {
                        drop(old);
                        Ok(())
                    }
                    None if class.slots.borrow().is_some() => {
                        Err(self.raise_attribute_error(value, name, name.as_str()))
                    }
                    None => Err(self.attribute_error(value, name)),
                }
            }
            _ => Err(self.cannot_set(value, name, on_class.is_some())),
        }
    }

    fn cannot_set(&mut self, value: &Value, name: &Rc<Str>, on_class: bool) -> super::Raised {
        if on_class {
            let class = self.type_name(value);
            let text = format!(
                "'{}' object attribute '{}' is read-only",
                &**class, &***name
            );
            return self.raise_attribute_error(value, name, &text);
        }
        self.attribute_error(value, name)
    }

    /// Whether instances of the class can hold an attribute of their own under this name.
    fn accepts_attr(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> bool {
        if self.flags(class) & flag::NO_DICT == 0 {
            return true;
        }
        let slots = class.slots.borrow();
        slots
            .as_ref()
            .is_some_and(|slots| slots.iter().any(|slot| **slot == **name))
    }

    fn assignable_class(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> Result<()> {
        if self.flags(class) & flag::BUILTIN == 0 {
            return Ok(());
        }
        let text = format!(
            "cannot set '{}' attribute of immutable type '{}'",
            &***name,
            &**class.name()
        );
        Err(self.type_error(text))
    }

    /// The parts of a property, unless its class has been derived from `property` and may do otherwise.
    fn plain_property<'a>(&self, descriptor: &'a Value) -> Option<&'a crate::object::Property> {
        let object = descriptor.obj()?;
        match &object.payload {
            Payload::Property(property) if Rc::ptr_eq(&object.class, &self.types.property) => {
                Some(property)
            }
            _ => None,
        }
    }

    fn descriptor_set(&mut self, descriptor: &Value, instance: &Value, new: Value) -> Result<()> {
        if self.plain_property(descriptor).is_some() {
            return self.set_through(descriptor, instance, new);
        }
        let name = self.names.__set__.clone();
        match self.call_special(descriptor, &name, &[instance.clone(), new])? {
            Some(_) => Ok(()),
            None => {
                let message = "__set__";
                Err(self.error(&self.exceptions.attribute_error.clone(), message))
            }
        }
    }

    fn descriptor_delete(&mut self, descriptor: &Value, instance: &Value) -> Result<()> {
        if self.plain_property(descriptor).is_some() {
            return self.delete_through(descriptor, instance);
        }
        let name = self.names.__delete__.clone();
        match self.call_special(descriptor, &name, std::slice::from_ref(instance))? {
            Some(_) => Ok(()),
            None => Err(self.error(&self.exceptions.attribute_error.clone(), "__delete__")),
        }
    }

    fn property_error(
        &mut self,
        property: &Value,
        instance: &Value,
        missing: &str,
    ) -> super::Raised {
        let class = self.class_of(instance);
        let name = match property.obj().map(|object| &object.payload) {
            Some(Payload::Property(property)) => property.name.borrow().clone(),
            _ => None,
        };
        let computed = Rc::ptr_eq(self.class_ref(property), &self.types.getset_descriptor);
        let qualname = class.qualname.borrow().clone();
        let text = match name {
            Some(name) if computed => format!(
                "attribute '{}' of '{}' objects is not writable",
                &**name,
                &**class.name()
            ),
            Some(name) => format!(
                "property '{}' of '{}' object has no {missing}",
                &**name, &**qualname
            ),
            None => format!("property of '{}' object has no {missing}", &**qualname),
        };
        self.error(&self.exceptions.attribute_error.clone(), text)
    }

    /// `descriptor.__get__(instance, owner)` of a built-in descriptor.
    pub(crate) fn bind_attr(
        &mut self,
        descriptor: &Value,
        instance: &Value,
        owner: &Rc<Class>,
    ) -> Result {
        self.bind(descriptor, instance, owner)
    }

    /// An attribute of a class as it is read through the class.
    pub(crate) fn bind_class_attr(&mut self, attribute: &Value, owner: &Rc<Class>) -> Result {
        self.bind(attribute, &Value::Unbound, owner)
    }

    /// `descriptor.__set__(instance, value)` of a property.
    pub(crate) fn set_through(
        &mut self,
        descriptor: &Value,
        instance: &Value,
        value: Value,
    ) -> Result<()> {
        let Some(Payload::Property(property)) = descriptor.obj().map(|object| &object.payload)
        else {
            return Ok(());
        };
        if property.set.is_none() {
            return Err(self.property_error(descriptor, instance, "setter"));
        }
        let set = property.set.clone();
        self.call(&set, &[instance.clone(), value]).map(drop)
    }

    /// `descriptor.__delete__(instance)` of a property.
    pub(crate) fn delete_through(&mut self, descriptor: &Value, instance: &Value) -> Result<()> {
        let Some(Payload::Property(property)) = descriptor.obj().map(|object| &object.payload)
        else {
            return Ok(());
        };
        if property.delete.is_none() {
            return Err(self.property_error(descriptor, instance, "deleter"));
        }
        let delete = property.delete.clone();
        self.call(&delete, std::slice::from_ref(instance)).map(drop)
    }

    /// `value.__dict__ = dict`
    pub(crate) fn set_instance_dict(&mut self, value: &Value, dict: &Value) -> Result<()> {
        let (Value::Obj(object), Value::Obj(dict)) = (value, dict) else {
            return Ok(());
        };
        if self.flags(&object.class) & flag::NO_DICT != 0 {
            let name = self.names.__dict__.clone();
            return Err(self.attribute_error(value, &name));
        }
        let old = object.attrs.replace(Attrs::Dict(dict.clone()));
        drop(old);
        Ok(())
    }

    /// Whether a class has a `__new__` that is not `object`'s.
    pub(crate) fn overrides_new(&mut self, class: &Rc<Class>) -> bool {
        self.has(class, flag::NEW)
    }

    /// Whether a class has an `__init__` that is not `object`'s.
    pub(crate) fn overrides_init(&mut self, class: &Rc<Class>) -> bool {
        self.has(class, flag::INIT)
    }

    /// TypeError for a class with abstract methods.
    pub(crate) fn refuse_abstract(&mut self, class: &Rc<Class>) -> Result<()> {
        if !self.has(class, flag::ABSTRACT) {
            return Ok(());
        }
        let name = self.names.__abstractmethods__.clone();
        let methods = self.class_attr(class, &name).unwrap_or(Value::None);
        let mut names = Vec::new();
        for method in self.collect(&methods)? {
            names.push(self.str(&method)?);
        }
        names.sort_unstable();
        let plural = if names.len() == 1 { "" } else { "s" };
        let text = format!(
            "Can't instantiate abstract class {} with abstract method{plural} {}",
            class.name().as_str(),
            names.join(", ")
        );
        Err(self.type_error(text))
    }

    /// The instance's `__dict__` entry, bypassing descriptors.
    pub fn instance_attr(&self, value: &Value, name: &Rc<Str>) -> Option<Value> {
        value.obj()?.attr(name)
    }

    /// The instance's `__dict__` as an object.
    pub fn instance_dict(&mut self, value: &Value) -> Option<Value> {
        let object = value.obj()?;
        let class = object.class.clone();
        if self.flags(&class) & flag::NO_DICT != 0 {
            return None;
        }
        Some(object.dict_object(&self.types.dict).into())
    }
}

/// Whether an attribute of a class takes the instance first.
#[inline]
pub(crate) fn is_method(value: &Value) -> bool {
    match value {
        Value::Obj(object) => match &object.payload {
            Payload::Function(_) => true,
            Payload::Native(native) => native.binds,
            _ => false,
        },
        _ => false,
    }
}

/// Names and values of an object's own attributes, in order.
pub(crate) fn own_names(object: &Object) -> Vec<Rc<Str>> {
    match &*object.attrs.borrow() {
        Attrs::Inline(entries) => entries.iter().map(|(name, _)| name.clone()).collect(),
        Attrs::Dict(dict) => {
            let dict = dict.payload.dict().borrow();
            dict.iter()
                .filter_map(|(key, _)| key.as_str_rc().cloned())
                .collect()
        }
    }
}
