//! Classes: those made in Rust, look-ups along the MRO and their cache, what a class's instances can do.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::Vm;
use super::intern::Interner;
use super::mro::linearise;
use crate::object::{
    Class, ClassDef, Dict, MethodDef, MethodKind, NativeFunction, Object, Payload, Property, Str,
    Value,
};

/// What [`Class::flags`] say of a class's instances.
pub(crate) mod flag {
    /// The other flags have been found out since the class last changed.
    pub const VALID: u32 = 1;
    /// One of the machine's own classes, whose behaviour it knows without a look-up.
    pub const BUILTIN: u32 = 1 << 1;
    /// Defines `__getattr__`.
    pub const GETATTR: u32 = 1 << 2;
    /// Overrides `__getattribute__`.
    pub const GETATTRIBUTE: u32 = 1 << 3;
    /// Overrides `__setattr__`.
    pub const SETATTR: u32 = 1 << 4;
    /// Overrides `__delattr__`.
    pub const DELATTR: u32 = 1 << 5;
    /// Has `__get__`.
    pub const GET: u32 = 1 << 6;
    /// Has `__set__` or `__delete__`: a data descriptor.
    pub const SET: u32 = 1 << 7;
    /// Overrides `__eq__`.
    pub const EQ: u32 = 1 << 8;
    /// Overrides `__hash__`.
    pub const HASH: u32 = 1 << 9;
    /// Has `__bool__` or `__len__`.
    pub const BOOL: u32 = 1 << 10;
    /// Overrides `__new__`.
    pub const NEW: u32 = 1 << 11;
    /// Overrides `__init__`.
    pub const INIT: u32 = 1 << 12;
    /// Its instances have no `__dict__`; kept when the others are found out anew.
    pub const NO_DICT: u32 = 1 << 13;
    /// Has a non-empty `__abstractmethods__`.
    pub const ABSTRACT: u32 = 1 << 14;
    /// Its own or an inherited `__call__` of the metaclass is not `type`'s: for metaclasses.
    pub const CALL: u32 = 1 << 15;

    /// Those that do not change with the class's namespace.
    pub const LASTING: u32 = BUILTIN | NO_DICT | crate::object::Class::FINALIZED;
}

/// An entry of the cache of look-ups.
#[derive(Clone, Default)]
pub(crate) struct Lookup {
    version: u32,
    name: Option<Rc<Str>>,
    value: Option<Value>,
}

/// Number of entries of the cache of look-ups, a power of two.
pub(crate) const LOOKUPS: usize = 2048;

/// A class made in Rust; its methods become objects when they are first looked up.
pub(crate) fn make_native(
    def: &'static ClassDef,
    bases: &[Rc<Class>],
    meta: Option<&Rc<Class>>,
    interner: &mut Interner,
    version: &mut u32,
) -> Rc<Class> {
    let name = interner.intern(def.name);
    *version += 1;
    let class = Class {
        name: RefCell::new(name.clone()),
        qualname: RefCell::new(name),
        meta: meta.cloned(),
        bases: RefCell::new(bases.to_vec()),
        mro: RefCell::default(),
        attrs: RefCell::new(Dict::default()),
        def: Some(def),
        layout: def.layout,
        complete: Cell::new(false),
        version: Cell::new(*version),
        flags: Cell::new(0),
        slots: RefCell::new(None),
        subclasses: RefCell::default(),
        host: RefCell::new(None),
    }
    .tracked();
    let mut order = vec![class.clone()];
    order.extend(linearise(bases).unwrap_or_default());
    *class.mro.borrow_mut() = order;
    for base in bases {
        base.subclasses.borrow_mut().push(Rc::downgrade(&class));
    }
    class
}

impl Vm {
    /// A class made in Rust, derived from `bases` (`object` if empty), with `meta` as its class (`type` if none).
    pub fn native_class(
        &mut self,
        def: &'static ClassDef,
        bases: &[Rc<Class>],
        meta: Option<&Rc<Class>>,
    ) -> Rc<Class> {
        let object = [self.types.object.clone()];
        let bases = if bases.is_empty() { &object } else { bases };
        let inherited = bases.iter().find_map(|base| base.meta.clone());
        let meta = meta.cloned().or(inherited);
        make_native(
            def,
            bases,
            meta.as_ref(),
            &mut self.interner,
            &mut self.version,
        )
    }

    /// `type(value)`
    #[inline]
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        self.class_ref(value).clone()
    }

    /// `type(value)`, borrowed.
    #[inline]
    pub fn class_ref<'a>(&'a self, value: &'a Value) -> &'a Rc<Class> {
        match value {
            Value::Obj(object) => &object.class,
            Value::Int(_) => &self.types.int,
            Value::Str(_) => &self.types.str,
            Value::Bool(_) => &self.types.bool,
            Value::Float(_) => &self.types.float,
            Value::Class(class) => class.meta.as_ref().unwrap_or(&self.types.type_),
            Value::None | Value::Unbound => &self.types.none_type,
            Value::NotImplemented => &self.types.not_implemented_type,
            Value::Ellipsis => &self.types.ellipsis_type,
        }
    }

    /// `type(value).__name__`
    pub fn type_name(&self, value: &Value) -> Rc<Str> {
        let class = self.class_ref(value);
        // What CPython makes in C has its module in its name there (`decimal.Decimal`): our modules say so.
        let full = class.attrs.borrow().get_text("__tp_name__").cloned();
        match full {
            Some(Value::Str(full)) => full,
            _ => class.name(),
        }
    }

    /// Whether the value's class is `class` or derives from it (no `__instancecheck__`).
    pub fn is_instance(&self, value: &Value, class: &Rc<Class>) -> bool {
        self.class_ref(value).is_subclass(class)
    }

    /// What a name means on a class: the first entry along its MRO, unbound.
    #[inline]
    pub fn class_attr(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> Option<Value> {
        let slot = self.lookup_slot(class, name);
        self.lookups[slot].value.clone()
    }

    /// As [`Vm::class_attr`]: where in the cache of look-ups the answer stands now.
    #[inline]
    pub(crate) fn lookup_slot(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> usize {
        let version = class.version.get();
        let slot = lookup_hash(version, name);
        let entry = &self.lookups[slot];
        if entry.version == version
            && entry
                .name
                .as_ref()
                .is_some_and(|cached| Rc::ptr_eq(cached, name))
        {
            return slot;
        }
        self.search(class, name, slot);
        slot
    }

    /// The cached answer of a slot, if it still is the one for this version and name.
    #[inline]
    pub(crate) fn cached_lookup(
        &self,
        slot: usize,
        version: u32,
        name: &Rc<Str>,
    ) -> Option<&Value> {
        let entry = &self.lookups[slot & (LOOKUPS - 1)];
        match &entry.name {
            Some(cached) if entry.version == version && Rc::ptr_eq(cached, name) => {
                entry.value.as_ref()
            }
            _ => None,
        }
    }

    fn search(&mut self, class: &Rc<Class>, name: &Rc<Str>, slot: usize) {
        let name = self.intern_str(name);
        let version = class.version.get();
        let value = self.class_attr_from(class, 0, &name).map(|found| found.0);
        let old = std::mem::replace(
            &mut self.lookups[slot],
            Lookup {
                version,
                name: Some(name),
                value,
            },
        );
        drop(old);
    }

    /// The first entry along the MRO from a position on, and the class that has it.
    pub(crate) fn class_attr_from(
        &mut self,
        class: &Rc<Class>,
        from: usize,
        name: &Rc<Str>,
    ) -> Option<(Value, Rc<Class>)> {
        let mut index = from;
        loop {
            let next = class.mro.borrow().get(index)?.clone();
            if let Some(value) = self.own_class_attr(&next, name) {
                return Some((value, next));
            }
            index += 1;
        }
    }

    /// An entry of the class's own namespace.
    pub fn own_class_attr(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> Option<Value> {
        if let Some(value) = class.own(name) {
            return Some(value);
        }
        if class.complete.get() {
            return None;
        }
        self.materialise(class, name)
    }

    /// Makes the object of a method that is defined in Rust.
    fn materialise(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> Option<Value> {
        let def = class.def?;
        let text = name.as_str();
        let unhashable = text == "__hash__"
            && [&self.types.list, &self.types.dict, &self.types.set]
                .iter()
                .any(|kind| Rc::ptr_eq(kind, class));
        let found = def
            .methods
            .iter()
            .find(|method| method.name == text && !unhashable);
        let value = match found {
            Some(method) => self.native_attribute(class, def, method),
            None => match text {
                "__module__" => Value::Str(self.intern(def.module)),
                "__doc__" if def.doc.is_empty() => Value::None,
                "__doc__" => Value::str(def.doc),
                "__hash__" if def.methods.iter().any(|method| method.name == "__eq__") => {
                    Value::None
                }
                _ => return None,
            },
        };
        class
            .attrs
            .borrow_mut()
            .insert_str(name.clone(), value.clone());
        Some(value)
    }

    fn native_attribute(
        &mut self,
        class: &Rc<Class>,
        def: &'static ClassDef,
        method: &MethodDef,
    ) -> Value {
        let computed = matches!(method.kind, MethodKind::Getter | MethodKind::Setter);
        let part = |vm: &mut Vm, kind: MethodKind| {
            let part = def
                .methods
                .iter()
                .find(|part| part.name == method.name && part.kind == kind);
            part.map_or(Value::None, |part| vm.method_object(class, def, part))
        };
        if computed {
            let property = Property {
                get: part(self, MethodKind::Getter),
                set: part(self, MethodKind::Setter),
                delete: Value::None,
                doc: Value::None,
                name: RefCell::new(Some(self.intern(method.name))),
            };
            let payload = Payload::Property(Box::new(property));
            return Object::new(self.types.getset_descriptor.clone(), payload).into();
        }
        let function = self.method_object(class, def, method);
        match method.kind {
            MethodKind::Class => {
                let payload = Payload::ClassMethod(function);
                Object::new(self.types.classmethod.clone(), payload).into()
            }
            _ => function,
        }
    }

    fn method_object(
        &mut self,
        class: &Rc<Class>,
        def: &'static ClassDef,
        method: &MethodDef,
    ) -> Value {
        let binds = method.kind == MethodKind::Method;
        let function = NativeFunction {
            name: method.name,
            owner: binds.then(|| class.clone()),
            binds,
            call: method.call,
            captured: Box::default(),
            module: def.module,
        };
        let class = match (binds, method.name.starts_with("__")) {
            (false, _) => &self.types.builtin_function,
            (true, true) => &self.types.wrapper_descriptor,
            (true, false) => &self.types.method_descriptor,
        };
        Object::new(class.clone(), Payload::Native(Box::new(function))).into()
    }

    /// Makes the objects of everything that a class made in Rust defines: before its namespace is listed.
    pub fn complete_class(&mut self, class: &Rc<Class>) {
        let Some(def) = class.def else { return };
        if class.complete.get() {
            return;
        }
        for name in ["__module__", "__doc__"] {
            let name = self.intern(name);
            self.own_class_attr(class, &name);
        }
        for method in def.methods {
            let name = self.intern(method.name);
            self.own_class_attr(class, &name);
        }
        class.complete.set(true);
    }

    /// Sets an entry of a class's namespace, bypassing the metaclass, and renews the caches.
    pub fn set_class_attr(&mut self, class: &Rc<Class>, name: &Rc<Str>, value: Value) {
        let name = self.intern_str(name);
        let old = class.attrs.borrow_mut().insert_str(name, value);
        self.touch(class);
        drop(old);
    }

    /// Removes an entry of a class's namespace, bypassing the metaclass.
    pub fn delete_class_attr(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> Option<Value> {
        self.complete_class(class);
        let old = class.attrs.borrow_mut().remove_str(name);
        self.touch(class);
        old
    }

    /// A class has changed: so have those derived from it.
    pub(crate) fn touch(&mut self, class: &Rc<Class>) {
        let mut changed = vec![class.clone()];
        while let Some(class) = changed.pop() {
            self.version += 1;
            class.version.set(self.version);
            class.flags.set(class.flags.get() & flag::LASTING);
            let derived = class.subclasses.borrow();
            changed.extend(derived.iter().filter_map(|class| class.upgrade()));
        }
    }

    /// What the instances of a class can do, one of [`flag`].
    #[inline]
    pub(crate) fn has(&mut self, class: &Rc<Class>, flags: u32) -> bool {
        self.flags(class) & flags != 0
    }

    /// What the instances of a class can do.
    #[inline]
    pub(crate) fn flags(&mut self, class: &Rc<Class>) -> u32 {
        let flags = class.flags.get();
        if flags & flag::VALID != 0 {
            return flags;
        }
        self.find_flags(class)
    }

    fn find_flags(&mut self, class: &Rc<Class>) -> u32 {
        let mut flags = class.flags.get() & flag::LASTING | flag::VALID;
        let names = &self.names;
        let presence = [
            (names.__getattr__.clone(), flag::GETATTR),
            (names.__get__.clone(), flag::GET),
            (names.__set__.clone(), flag::SET),
            (names.__delete__.clone(), flag::SET),
            (names.__bool__.clone(), flag::BOOL),
            (names.__len__.clone(), flag::BOOL),
        ];
        let overriding = [
            (names.__getattribute__.clone(), flag::GETATTRIBUTE),
            (names.__setattr__.clone(), flag::SETATTR),
            (names.__delattr__.clone(), flag::DELATTR),
            (names.__eq__.clone(), flag::EQ),
            (names.__hash__.clone(), flag::HASH),
            (names.__new__.clone(), flag::NEW),
            (names.__init__.clone(), flag::INIT),
        ];
        for (name, bit) in presence {
            if self.class_attr(class, &name).is_some() {
                flags |= bit;
            }
        }
        let plain = [self.types.object.clone(), self.types.type_.clone()];
        for (name, bit) in overriding {
            if let Some((_, owner)) = self.class_attr_from(class, 0, &name)
                && !plain.iter().any(|plain| Rc::ptr_eq(plain, &owner))
            {
                flags |= bit;
            }
        }
        let name = self.names.__call__.clone();
        if class.is_subclass(&self.types.type_.clone())
            && let Some((_, owner)) = self.class_attr_from(class, 0, &name)
            && !Rc::ptr_eq(&owner, &self.types.type_)
        {
            flags |= flag::CALL;
        }
        let name = self.names.__abstractmethods__.clone();
        if let Some(methods) = self.class_attr(class, &name)
            && methods.as_set().is_some_and(|set| !set.borrow().is_empty())
        {
            flags |= flag::ABSTRACT;
        }
        class.flags.set(flags);
        flags
    }

    /// `Module.Name`, or `Name` for the builtins and for `__main__`: as a traceback names an exception's class.
    pub fn full_name(&mut self, class: &Rc<Class>) -> String {
        let name = self.names.__module__.clone();
        let module = self.class_attr(class, &name);
        let qualname = class.qualname.borrow().clone();
        match module.as_ref().and_then(Value::as_str) {
            Some("builtins" | "__main__") => qualname.to_string(),
            Some(module) => format!("{module}.{}", qualname.as_str()),
            None => format!("<unknown>.{}", qualname.as_str()),
        }
    }
}

#[inline]
fn lookup_hash(version: u32, name: &Rc<Str>) -> usize {
    let name = Rc::as_ptr(name) as usize >> 4;
    (name ^ (version as usize).wrapping_mul(0x9e37_79b1)) & (LOOKUPS - 1)
}
