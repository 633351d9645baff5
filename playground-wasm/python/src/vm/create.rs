//! Making classes: `type.__new__`, and what a class statement does before and after its body.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::class::flag;
use super::frame::Then;
use super::mro::linearise;
use super::{Args, Raised, Result, Vm};
use crate::object::{Class, Dict, Heap, Layout, Object, Payload, Str, Value};

impl Vm {
    /// `type.__new__(meta, name, bases, namespace, **keywords)`: `__set_name__` and `__init_subclass__` included.
    pub fn create_class(
        &mut self,
        meta: Option<&Rc<Class>>,
        name: &Rc<Str>,
        bases: &[Rc<Class>],
        namespace: Dict,
        keywords: &Args,
    ) -> Result<Rc<Class>> {
        let object = [self.types.object.clone()];
        let bases = if bases.is_empty() { &object } else { bases };
        let meta = self.winner(meta, bases)?;
        let layout = self.layout_of(bases)?;
        let class = self.bare_class(meta, name, bases, layout)?;
        self.fill_class(&class, name, namespace)?;
        for base in bases {
            base.subclasses.borrow_mut().push(Rc::downgrade(&class));
        }
        self.set_names(&class)?;
        self.announce_subclass(&class, keywords)?;
        Ok(class)
    }

    /// The most derived metaclass.
    pub(crate) fn winner(
        &mut self,
        meta: Option<&Rc<Class>>,
        bases: &[Rc<Class>],
    ) -> Result<Option<Rc<Class>>> {
        let plain = self.types.type_.clone();
        let mut winner = meta.cloned().unwrap_or_else(|| plain.clone());
        for base in bases {
            let other = base.meta.as_ref().unwrap_or(&plain);
            if winner.is_subclass(other) {
                continue;
            }
            if !other.is_subclass(&winner) {
                let text = "metaclass conflict: the metaclass of a derived class must be a \
                            (non-strict) subclass of the metaclasses of all its bases";
                return Err(self.type_error(text));
            }
            winner = other.clone();
        }
        Ok((!Rc::ptr_eq(&winner, &plain)).then_some(winner))
    }

    /// The storage that instances need: that of the one base that has more than attributes.
    fn layout_of(&mut self, bases: &[Rc<Class>]) -> Result<Layout> {
        let mut solid: Option<Rc<Class>> = None;
        for base in bases {
            if base.def.is_some_and(|def| !def.subclassable) {
                let text = format!(
                    "type '{}' is not an acceptable base type",
                    base.name().as_str()
                );
                return Err(self.type_error(text));
            }
            let Some(candidate) = solid_base(base) else {
                continue;
            };
            solid = match solid {
                None => Some(candidate),
                Some(best) if candidate.is_subclass(&best) => Some(candidate),
                Some(best) if best.is_subclass(&candidate) => Some(best),
                Some(best)
                    if best.layout == Layout::Exception
                        && candidate.layout == Layout::Exception =>
                {
                    Some(best)
                }
                Some(_) => {
                    return Err(self.type_error("multiple bases have instance lay-out conflict"));
                }
            };
        }
        Ok(solid.map_or(Layout::Plain, |class| class.layout))
    }

    fn bare_class(
        &mut self,
        meta: Option<Rc<Class>>,
        name: &Rc<Str>,
        bases: &[Rc<Class>],
        layout: Layout,
    ) -> Result<Rc<Class>> {
        for (index, base) in bases.iter().enumerate() {
            if bases[..index].iter().any(|other| Rc::ptr_eq(other, base)) {
                let text = format!("duplicate base class {}", base.name().as_str());
                return Err(self.type_error(text));
            }
        }
        let order = match linearise(bases) {
            Ok(order) => order,
            Err(stuck) => {
                let names: Vec<String> = stuck.iter().map(|base| base.name().to_string()).collect();
                let text = format!(
                    "Cannot create a consistent method resolution\norder (MRO) for bases {}",
                    names.join(", ")
                );
                return Err(self.type_error(text));
            }
        };
        self.version += 1;
        let name = self.intern_str(name);
        let class = Class {
            name: RefCell::new(name.clone()),
            qualname: RefCell::new(name),
            meta,
            bases: RefCell::new(bases.to_vec()),
            mro: RefCell::default(),
            attrs: RefCell::new(Dict::default()),
            def: None,
            layout,
            complete: Cell::new(true),
            version: Cell::new(self.version),
            flags: Cell::new(0),
            slots: RefCell::new(None),
            subclasses: RefCell::default(),
            host: RefCell::new(None),
        }
        .tracked();
        let mut mro = vec![class.clone()];
        mro.extend(order);
        *class.mro.borrow_mut() = mro;
        Ok(class)
    }

    /// Moves the namespace into the class, with what CPython adds to it and changes in it.
    fn fill_class(&mut self, class: &Rc<Class>, name: &Rc<Str>, namespace: Dict) -> Result<()> {
        let mut cell = None;
        let mut attrs = Dict::default();
        for (key, value) in namespace.iter() {
            let Some(key) = key.as_str_rc() else {
                continue;
            };
            let key = self.intern_str(key);
            match key.as_str() {
                "__classcell__" => cell = Some(value.clone()),
                "__qualname__" => match value.as_str_rc() {
                    Some(qualname) => *class.qualname.borrow_mut() = qualname.clone(),
                    None => {
                        let found = self.type_name(value);
                        let text = format!("type __qualname__ must be a str, not {}", &**found);
                        return Err(self.type_error(text));
                    }
                },
                "__init_subclass__" | "__class_getitem__" if Vm::as_function(value).is_some() => {
                    let payload = Payload::ClassMethod(value.clone());
                    let method = Object::new(self.types.classmethod.clone(), payload);
                    attrs.insert_str(key, method.into());
                }
                "__new__" if Vm::as_function(value).is_some() => {
                    let payload = Payload::StaticMethod(value.clone());
                    let method = Object::new(self.types.staticmethod.clone(), payload);
                    attrs.insert_str(key, method.into());
                }
                _ => {
                    attrs.insert_str(key, value.clone());
                }
            }
        }
        let names = [
            self.names.__module__.clone(),
            self.names.__doc__.clone(),
            self.names.__eq__.clone(),
            self.names.__hash__.clone(),
            self.names.__slots__.clone(),
        ];
        let [module, doc, eq, hash, slots] = names;
        if attrs.find_str(&module).is_none() {
            let name = self.caller_module();
            attrs.insert_str(module, name);
        }
        if attrs.find_str(&doc).is_none() {
            attrs.insert_str(doc, Value::None);
        }
        if attrs.find_str(&eq).is_some() && attrs.find_str(&hash).is_none() {
            attrs.insert_str(hash, Value::None);
        }
        let inherited = class.mro.borrow()[1..]
            .iter()
            .any(|base| base.flags.get() & Class::FINALIZED != 0);
        if inherited || attrs.find_str(&self.names.__del__).is_some() {
            class.flags.set(Class::FINALIZED);
        }
        let declared = attrs.get_str(&slots).cloned();
        *class.attrs.borrow_mut() = attrs;
        self.declare_slots(class, name, declared)?;
        if let Some(cell) = cell
            && let Some(Payload::Cell(slot)) = cell.obj().map(|object| &object.payload)
        {
            drop(slot.replace(Value::Class(class.clone())));
        }
        Ok(())
    }

    /// The module of the code that makes a class without saying where.
    fn caller_module(&mut self) -> Value {
        let name = self.names.__name__.clone();
        let globals = match self.caller.take() {
            Some((globals, _)) => globals,
            None => self.main_globals(),
        };
        let found = globals
            .as_dict()
            .and_then(|globals| globals.borrow().get_str(&name).cloned());
        found.unwrap_or_else(|| Value::Str(self.names.builtins.clone()))
    }

    /// `__slots__`: instances have a `__dict__` unless every class along the way declares slots.
    fn declare_slots(
        &mut self,
        class: &Rc<Class>,
        name: &Rc<Str>,
        declared: Option<Value>,
    ) -> Result<()> {
        let Some(declared) = declared else {
            return Ok(());
        };
        let listed = match declared.as_str_rc() {
            Some(one) => vec![Value::Str(one.clone())],
            None => self.collect(&declared)?,
        };
        let mut slots = Vec::new();
        let mut with_dict = false;
        let owner = self.intern("__objclass__");
        for slot in listed {
            let Some(slot) = slot.as_str_rc() else {
                let found = self.type_name(&slot);
                let text = format!("__slots__ items must be strings, not '{}'", &**found);
                return Err(self.type_error(text));
            };
            let slot = mangled(name, slot);
            let slot = self.intern(&slot);
            if slot.as_str() == "__dict__" {
                with_dict = true;
            }
            if class.own(&slot).is_some() {
                let text = format!(
                    "'{}' in __slots__ conflicts with class variable",
                    slot.as_str()
                );
                return Err(self.value_error(text));
            }
            if slot.as_str() != "__dict__" && slot.as_str() != "__weakref__" {
                let payload = Payload::Str(slot.clone());
                let member = Object::new(self.types.member_descriptor.clone(), payload);
                member.set_attr(&owner, Value::Class(class.clone()));
                Heap::track(&member);
                let mut attrs = class.attrs.borrow_mut();
                attrs.insert_str(slot.clone(), member.into());
            }
            slots.push(slot);
        }
        let order = class.mro.borrow().clone();
        for base in &order[1..] {
            if Rc::ptr_eq(base, &self.types.object) {
                continue;
            }
            match &*base.slots.borrow() {
                Some(inherited) => slots.extend(inherited.iter().cloned()),
                None if base.flags.get() & flag::NO_DICT != 0 => {}
                None => with_dict = true,
            }
        }
        if !with_dict {
            *class.slots.borrow_mut() = Some(slots.into());
            class.flags.set(class.flags.get() | flag::NO_DICT);
        }
        Ok(())
    }

    fn set_names(&mut self, class: &Rc<Class>) -> Result<()> {
        let entries: Vec<(Rc<Str>, Value)> = {
            let attrs = class.attrs.borrow();
            attrs
                .iter()
                .filter_map(|(name, value)| Some((name.as_str_rc()?.clone(), value.clone())))
                .collect()
        };
        let hook = self.names.__set_name__.clone();
        for (name, value) in entries {
            let Value::Obj(object) = &value else {
                continue;
            };
            match &object.payload {
                Payload::Function(_) | Payload::Native(_) => continue,
                Payload::Property(property) if Rc::ptr_eq(&object.class, &self.types.property) => {
                    property.name.replace(Some(name.clone()));
                    continue;
                }
                _ => {}
            }
            let arguments = [Value::Class(class.clone()), Value::Str(name.clone())];
            if let Err(raised) = self.call_special(&value, &hook, &arguments) {
                return Err(self.set_name_failed(class, &name, &value, raised));
            }
        }
        Ok(())
    }

    fn set_name_failed(
        &mut self,
        class: &Rc<Class>,
        name: &Rc<Str>,
        value: &Value,
        raised: Raised,
    ) -> Raised {
        if super::errors::is_limit(&raised.0) {
            return raised;
        }
        let text = format!(
            "Error calling __set_name__ on '{}' instance '{}' in '{}'",
            self.type_name(value).as_str(),
            name.as_str(),
            class.name().as_str()
        );
        let error = self.error(&self.exceptions.runtime_error.clone(), text);
        if let Payload::Exception(data) = &error.0.payload {
            let mut data = data.borrow_mut();
            data.cause = Some(raised.0.clone());
            data.context = Some(raised.0);
            data.suppress_context = true;
        }
        error
    }

    /// `super(class, class).__init_subclass__(**keywords)`
    fn announce_subclass(&mut self, class: &Rc<Class>, keywords: &Args) -> Result<()> {
        let name = self.names.__init_subclass__.clone();
        let Some((hook, owner)) = self.class_attr_from(class, 1, &name) else {
            return Ok(());
        };
        if Rc::ptr_eq(&owner, &self.types.object) {
            if keywords.names.is_empty() {
                return Ok(());
            }
            let text = format!(
                "{}.__init_subclass__() takes no keyword arguments",
                class.name().as_str()
            );
            return Err(self.type_error(text));
        }
        let hook = self.bind(&hook, &Value::Unbound, class)?;
        let keywords = Args {
            positional: &[],
            ..*keywords
        };
        self.call_args(&hook, &keywords).map(drop)
    }

    /// `__build_class__(body, name, *bases, metaclass=…, **keywords)`
    pub(crate) fn build_class_native(vm: &mut Vm, args: &Args) -> Result {
        vm.build_class_from(args)
    }

    fn build_class_from(&mut self, args: &Args) -> Result {
        let [body, name, written @ ..] = args.positional else {
            return Err(self.type_error("__build_class__: not enough arguments"));
        };
        let bases = self.resolve_bases(written)?;
        let mut meta = args.keyword("metaclass").cloned();
        let keywords: Vec<(Rc<Str>, Value)> = args
            .keywords()
            .filter(|(name, _)| name.as_str() != "metaclass")
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        if meta.is_none() {
            meta = bases.first().map(|base| Value::Class(self.class_of(base)));
        }
        let mut meta = meta.unwrap_or_else(|| Value::Class(self.types.type_.clone()));
        if let Value::Class(class) = &meta
            && class.is_subclass(&self.types.type_)
        {
            let classes: Vec<Rc<Class>> = bases
                .iter()
                .filter_map(|base| base.as_class().cloned())
                .collect();
            let winner = self.winner(Some(&class.clone()), &classes)?;
            meta = Value::Class(winner.unwrap_or_else(|| self.types.type_.clone()));
        }
        let (names, values): (Vec<Rc<Str>>, Vec<Value>) = keywords.into_iter().unzip();
        let bases_value = self.tuple(bases.clone());
        let namespace = self.prepare(&meta, name, &bases_value, &names, &values)?;
        if bases.len() != written.len() || bases.iter().zip(written).any(|(a, b)| !a.is(b)) {
            let original = self.tuple(written.to_vec());
            let key = Value::Str(self.names.__orig_bases__.clone());
            self.set_item(&namespace, &key, original)?;
        }
        self.run_body(body, &namespace)?;
        let positional = [name.clone(), bases_value, namespace];
        let arguments = Args {
            positional: &positional,
            names: &names,
            values: &values,
        };
        self.call_args(&meta, &arguments)
    }

    /// `__mro_entries__` of bases that are no classes.
    pub(crate) fn resolve_bases(&mut self, written: &[Value]) -> Result<Vec<Value>> {
        let mut bases = Vec::with_capacity(written.len());
        let name = self.names.__mro_entries__.clone();
        for base in written {
            if base.as_class().is_some() {
                bases.push(base.clone());
                continue;
            }
            let all = self.tuple(written.to_vec());
            match self.find_attr(base, &name)? {
                Some(entries) => {
                    let entries = self.call(&entries, &[all])?;
                    match entries.as_tuple() {
                        Some(entries) => bases.extend_from_slice(entries),
                        None => return Err(self.type_error("__mro_entries__ must return a tuple")),
                    }
                }
                None => bases.push(base.clone()),
            }
        }
        Ok(bases)
    }

    fn prepare(
        &mut self,
        meta: &Value,
        name: &Value,
        bases: &Value,
        names: &[Rc<Str>],
        values: &[Value],
    ) -> Result {
        let plain = matches!(meta, Value::Class(class) if Rc::ptr_eq(class, &self.types.type_));
        if !plain {
            let key = self.names.__prepare__.clone();
            if let Some(prepare) = self.find_attr(meta, &key)? {
                let positional = [name.clone(), bases.clone()];
                let arguments = Args {
                    positional: &positional,
                    names,
                    values,
                };
                return self.call_args(&prepare, &arguments);
            }
        }
        Ok(self.dict(Dict::default()))
    }

    /// Executes the body of a class statement in its namespace.
    fn run_body(&mut self, body: &Value, namespace: &Value) -> Result {
        let Some((_, function)) = Vm::as_function(body) else {
            return Err(self.type_error("__build_class__: func must be a function"));
        };
        let mut frame = self.new_frame(
            &function.code,
            &function.globals,
            &function.closure,
            Then::Rust,
        );
        frame.namespace = namespace.clone();
        self.execute(frame)
    }
}

/// The class along the MRO that gives instances their storage, if they have more than attributes.
fn solid_base(class: &Rc<Class>) -> Option<Rc<Class>> {
    if class.layout == Layout::Plain {
        return None;
    }
    let order = class.mro.borrow();
    order
        .iter()
        .rfind(|base| base.layout == class.layout && base.def.is_some())
        .cloned()
}

/// A private name as a class's body means it.
fn mangled(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    if name.starts_with("__") && !name.ends_with("__") && !class.is_empty() {
        format!("_{class}{name}")
    } else {
        name.to_owned()
    }
}
